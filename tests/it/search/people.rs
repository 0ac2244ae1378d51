//! Finding people and sessions beside what was said, and only those that the asker may see.
use super::SUGGEST;
use crate::sessions::{Workshop, does, part};
use communities::{RemoveMember, Role};
use identity::{RestorePerson, SuspendPerson};
use serde_json::{Value, json};
use std::time::Duration;
use tests::{Person, Stage};

const FOUND: &str = "query($query: String!, $community: ID) {
    search(query: $query, first: 20, community: $community) { totalCount note didYouMean
        facets { of operator name count }
        edges { snippet titleSnippet node { body } found { __typename
            ... on Person { name handle pronunciation askMeAbout }
            ... on IltSession { title startsAt community { name } }
            ... on Post { body } } } } }";

async fn found(person: &Person<'_>, query: &str) -> Value {
    let answer = person.asks(FOUND, json!({ "query": query })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["search"].clone()
}

/// What is found, each by its name, its title or its words.
fn called(found: &Value) -> Vec<&str> {
    let edges = found["edges"].as_array().expect("edges").iter();
    edges
        .filter_map(|edge| {
            let names = ["name", "title", "body"].map(|field| edge["found"][field].as_str());
            names.into_iter().flatten().next()
        })
        .collect()
}

async fn says(person: &Person<'_>, of_themself: Value) {
    let change = "mutation($input: UpdateProfileInput!) {
        updateProfile(input: $input) { person { id } } }";
    let answer = person.asks(change, json!({ "input": of_themself })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
}

fn kinds(found: &Value) -> Vec<(&str, i64)> {
    let facets = found["facets"].as_array().expect("facets").iter();
    let kinds = facets.filter(|it| it["of"] == "KIND");
    kinds
        .filter_map(|it| Some((it["name"].as_str()?, it["count"].as_i64()?)))
        .collect()
}

#[tokio::test]
async fn somebody_is_found_by_each_of_their_names_and_by_what_to_ask_them_about() {
    let stage = Stage::new().await;
    let (elise, priya) = (
        stage.person("Élise Dubois").await,
        stage.person("Priya").await,
    );
    let ming = stage.person("Xiaoming").await;
    let all = [&elise, &priya, &ming].map(|person| (person, Role::Learner));
    let (_, lobby) = stage.cohort_of(&all).await;
    let about = "Silence in large groups";
    says(
        &elise,
        json!({ "pronunciation": "ay-LEEZ", "askMeAbout": about, "workingOn": "A handbook" }),
    )
    .await;
    says(&ming, json!({ "name": "王小明" })).await;
    let praise = "Élise Dubois, Élise Dubois and again Élise Dubois";
    priya.begins(&lobby, praise, praise).await;
    stage.settle().await;

    for name in ["élise dubois", "Elise  DUBOIS", "elise-dubois", "ay-leez"] {
        let answer = found(&priya, name).await;
        assert_eq!(called(&answer)[0], "Élise Dubois", "{name}");
        assert_eq!(answer["edges"][0]["node"], Value::Null, "it is no post");
        let person = &answer["edges"][0]["found"];
        assert_eq!(person["__typename"], "Person");
        assert_eq!(person["askMeAbout"], about);
    }
    let answer = found(&priya, "dubois").await;
    assert_eq!(kinds(&answer), [("discussion", 1), ("person", 1)]);
    let title = answer["edges"][1]["titleSnippet"].as_str();
    assert_eq!(title, Some("Élise <mark>Dubois</mark>"));
    let answer = found(&priya, "silence groups").await;
    assert_eq!(called(&answer), ["Élise Dubois"]);
    let snippet = answer["edges"][0]["snippet"].as_str().unwrap_or_default();
    assert!(snippet.starts_with("<mark>Silence</mark> in"), "{snippet}");
    assert_eq!(called(&found(&priya, "handbook").await), ["Élise Dubois"]);
    assert_eq!(called(&found(&priya, "小明").await), ["王小明"]);
    assert_eq!(found(&priya, "Priyaa").await["didYouMean"], "priya");
    assert_eq!(
        called(&found(&elise, "elise-dubois").await)[0],
        "Élise Dubois"
    );
}

#[tokio::test]
async fn operators_alone_are_asked_of_posts_unless_they_ask_for_people() {
    let stage = Stage::new().await;
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let all = [(&priya, Role::Learner), (&jonas, Role::Learner)];
    let (cohort, lobby) = stage.cohort_of(&all).await;
    priya.begins(&lobby, "Birds", "A heron.").await;
    stage.settle().await;

    let there = format!("in:{}", cohort.slug);
    for (query, expected) in [
        (there.clone(), vec!["A heron."]),
        ("after:2000".to_owned(), vec!["A heron."]),
        ("from:priya".to_owned(), vec!["A heron."]),
        ("kind:person".to_owned(), vec!["Jonas", "Priya"]),
        (format!("kind:people {there}"), vec!["Jonas", "Priya"]),
        (format!("jonas {there}"), vec!["Jonas"]),
        ("priya -kind:person".to_owned(), Vec::new()),
        ("jonas is:unanswered".to_owned(), Vec::new()),
    ] {
        let answer = found(&priya, &query).await;
        let mut names = called(&answer);
        names.sort_unstable();
        assert_eq!(names, expected, "{query}");
        assert_eq!(answer["totalCount"], expected.len(), "{query}");
    }
    let within = json!({ "query": "jonas", "community": cohort.id.to_string() });
    let answer = priya.asks(FOUND, within).await;
    assert_eq!(called(&answer["data"]["search"]), ["Jonas"]);
}

#[tokio::test]
async fn who_shares_no_community_with_somebody_learns_nothing_of_them() {
    let stage = Stage::new().await;
    let (noor, kofi) = (stage.person("Noor").await, stage.person("Kofi").await);
    let zanele = stage.person("Zanele Khumalo").await;
    let (_, open) = stage.cohort_of(&[(&noor, Role::Learner)]).await;
    let (hidden, _) = stage.cohort_of(&[(&kofi, Role::Facilitator)]).await;
    noor.begins(&open, "Thunder", "Thunder, and a silence after it.")
        .await;
    let asked = [
        "zanele khumalo",
        "khumalo",
        "zanel",
        "khumolo thunder",
        "zan*",
        "silence",
        "thunder zanele-khumalo",
        "kind:person",
        "kind:session after:2000",
        "is:unanswered",
    ];
    let answers = async || {
        stage.settle().await;
        let mut answers = Vec::new();
        for query in asked {
            answers.push(found(&noor, query).await);
            answers.push(noor.asks(SUGGEST, json!({ "query": query })).await);
        }
        answers
    };
    let before = answers().await;

    stage.joins(&zanele, &hidden, Role::Learner).await;
    says(&zanele, json!({ "askMeAbout": "Thunder and silence" })).await;
    let session = json!({
        "community": hidden.id.to_string(), "title": "Zanele Khumalo on thunder and silence",
        "format": "WORKSHOP", "parts": [part("2026-01-12T10:00", "2026-01-12T12:00")],
    });
    let planned = does(&kofi, "createSession", session).await;
    let session = json!({ "session": planned["data"]["createSession"]["id"] });
    does(&kofi, "publishSession", session).await;

    assert_eq!(answers().await, before);
    let seen = found(&kofi, "zanele khumalo").await;
    assert_eq!(
        called(&seen),
        ["Zanele Khumalo", "Zanele Khumalo on thunder and silence"]
    );
    assert_eq!(kinds(&seen), [("person", 1), ("session", 1)]);
    let suggested = kofi.asks(SUGGEST, json!({ "query": "zan" })).await;
    let suggested = suggested["data"]["suggest"]
        .as_array()
        .expect("some")
        .iter();
    let suggested: Vec<&Value> = suggested.map(|it| &it["kind"]).collect();
    assert_eq!(suggested, ["PERSON", "SESSION"]);
}

#[tokio::test]
async fn who_left_or_is_kept_out_is_found_no_more() {
    let stage = Stage::new().await;
    let (priya, amara) = (stage.person("Priya").await, stage.person("Amara").await);
    let (jonas, ines) = (
        stage.person("Jonas").await,
        stage.administrator("Ines").await,
    );
    let all = [
        (&priya, Role::Learner),
        (&jonas, Role::Learner),
        (&amara, Role::Facilitator),
    ];
    stage.cohort_of(&all).await;
    stage.settle().await;
    assert_eq!(called(&found(&priya, "amara").await), ["Amara"]);
    assert_eq!(called(&found(&priya, "jonas").await), ["Jonas"]);
    assert_eq!(found(&ines, "jonas").await["totalCount"], 0);

    let memberships = communities::memberships_of(&stage.db().read(), jonas.record.id).await;
    let membership = memberships.expect("memberships").remove(0).id;
    let removed = amara.does(RemoveMember { membership }).await;
    removed.expect("removed");
    let suspend = SuspendPerson {
        person: amara.record.id,
        reason: "Sold our addresses".to_owned(),
    };
    ines.does(suspend).await.expect("suspended");
    // The index may not have heard of it yet: the database has.
    assert!(called(&found(&priya, "jonas").await).is_empty());
    assert!(called(&found(&priya, "amara").await).is_empty());
    stage.settle().await;
    assert_eq!(found(&priya, "jonas").await["totalCount"], 0);
    assert_eq!(found(&jonas, "priya").await["totalCount"], 0);
    assert_eq!(found(&priya, "amara").await["totalCount"], 0);

    let restore = RestorePerson {
        person: amara.record.id,
    };
    ines.does(restore).await.expect("restored");
    stage.settle().await;
    assert_eq!(called(&found(&priya, "amara").await), ["Amara"]);
}

#[tokio::test]
async fn a_session_is_found_by_its_title_at_its_date_by_whoever_may_see_it() {
    let stage = Stage::new().await;
    let it = Workshop::on(&stage).await;
    let eve = stage.person("Eve").await;
    let lead = it.jonas.record.id.to_string();
    let about = "We practise how to stay when it is loud.";
    let more = json!({ "title": "Difficult conversations", "about": about, "lead": lead });
    let planned = it.plans(more).await["data"]["createSession"].clone();
    stage.settle().await;
    let title = ["Difficult conversations"];

    assert_eq!(called(&found(&it.amara, "difficult").await), title);
    assert_eq!(called(&found(&it.jonas, "difficult").await), title);
    let before = found(&it.priya, "difficult").await;
    assert_eq!(
        (called(&before), &before["totalCount"]),
        (vec![], &json!(0))
    );

    let session = json!({ "session": planned["id"] });
    does(&it.amara, "publishSession", session).await;
    stage.settle().await;
    let answer = found(&it.priya, "loud").await;
    assert_eq!(called(&answer), title);
    assert_eq!(kinds(&answer), [("session", 1)]);
    assert_eq!(
        answer["edges"][0]["found"]["community"]["name"],
        "Leading change"
    );
    let until_february = "difficult before:2026-02";
    assert_eq!(called(&found(&it.priya, until_february).await), title);

    let moved = json!({
        "session": planned["id"], "parts": [part("2026-02-16T10:00", "2026-02-16T12:00")],
    });
    let move_it = "mutation($input: RescheduleSessionInput!) { rescheduleSession(input: $input) { session { id } } }";
    let moved = it.amara.asks(move_it, json!({ "input": moved })).await;
    assert!(moved.get("errors").is_none(), "{moved}");
    stage.settle().await;
    assert!(called(&found(&it.priya, until_february).await).is_empty());
    let answer = found(&it.priya, "kind:session after:2026-02").await;
    assert_eq!(called(&answer), title);
    let starts = answer["edges"][0]["found"]["startsAt"].as_str();
    assert!(
        starts.is_some_and(|at| at.starts_with("2026-02-16")),
        "{answer}"
    );
    assert_eq!(found(&eve, "difficult").await["totalCount"], 0);

    let tally = stage.app.searcher.verify(&stage.db().read()).await;
    let tally = tally.expect("a comparison");
    assert!(tally.is_sound(), "{tally:?}");
    let figures = stage.app.searcher.stats().await.expect("figures").kinds;
    assert_eq!((figures["person"], figures["session"]), (3, 1));
}

#[tokio::test]
async fn sessions_are_found_by_exactly_those_who_see_them_in_their_community() {
    let stage = Stage::new().await;
    let it = Workshop::on(&stage).await;
    let (mei, obi) = (stage.person("Mei").await, stage.person("Obi").await);
    let (lea, ines) = (stage.person("Lea").await, stage.administrator("Ines").await);
    for (person, role) in [
        (&mei, Role::Moderator),
        (&obi, Role::Observer),
        (&lea, Role::Learner),
        (&ines, Role::Learner),
    ] {
        stage.joins(person, &it.cohort, role).await;
    }
    let of = |person: &Person<'_>| person.record.id.to_string();
    it.plans(json!({ "title": "Of nobody yet" })).await;
    let led = json!({ "title": "Led by Lea", "lead": of(&lea), "backup": of(&obi) });
    it.plans(led).await;
    it.publishes(json!({ "title": "Shown to all", "lead": of(&mei) }))
        .await;
    stage.settle().await;

    let everybody = [&it.amara, &it.priya, &it.jonas, &mei, &obi, &lea, &ines];
    let mut seen = Vec::new();
    for person in everybody {
        let listed = it.seen_by(person).await;
        let mut listed: Vec<&str> = listed
            .iter()
            .filter_map(|it| it["title"].as_str())
            .collect();
        listed.sort_unstable();
        let answer = found(person, "kind:session").await;
        let mut titles = called(&answer);
        titles.sort_unstable();
        assert_eq!(titles, listed, "{}", person.record.name);
        assert_eq!(answer["totalCount"], listed.len());
        seen.push(listed.len());
    }
    assert_eq!(seen, [3, 1, 1, 1, 2, 2, 3]);

    let memberships = communities::memberships_of(&stage.db().read(), lea.record.id).await;
    let membership = memberships.expect("memberships").remove(0).id;
    let removed = it.amara.does(RemoveMember { membership }).await;
    removed.expect("removed");
    assert_eq!(found(&lea, "kind:session").await["totalCount"], 0);
}

#[tokio::test]
async fn somebody_is_found_by_their_new_words_at_once_by_themself_and_soon_by_others() {
    let stage = Stage::new().await;
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let all = [(&priya, Role::Learner), (&jonas, Role::Learner)];
    stage.cohort_of(&all).await;
    stage.settle().await;
    let (searcher, db) = (stage.app.searcher.clone(), stage.db().clone());
    let following = tokio::spawn(async move { searcher.follow(&db).await });

    says(&priya, json!({ "askMeAbout": "Herons" })).await;
    let appears = async {
        while found(&jonas, "herons").await["totalCount"] != 1 {
            tokio::task::yield_now().await;
        }
    };
    let soon = tokio::time::timeout(Duration::from_secs(1), appears).await;
    soon.expect("found in time");
    says(&priya, json!({ "askMeAbout": "Cranes" })).await;
    stage.facts_arrive().await;
    assert_eq!(called(&found(&priya, "cranes").await), ["Priya"]);
    following.abort();
}
