//! Searches that people keep, and hear from.
use chrono::TimeDelta;
use communities::{RemoveMember, Role};
use serde_json::{Value, json};
use tests::{Person, Post, Stage, error_of};

const SAVED: &str = "{ savedSearches { id name query tells community { name } } }";

async fn saved(person: &Person<'_>) -> Vec<Value> {
    let answer = person.asks(SAVED, json!({})).await;
    let saved = answer["data"]["savedSearches"].as_array();
    saved.unwrap_or_else(|| panic!("{answer}")).clone()
}

async fn acts(person: &Person<'_>, verb: &str, input: Value) -> Value {
    let kind = verb[..1].to_uppercase() + &verb[1..];
    let act = format!(
        "mutation($input: {kind}Input!) {{ {verb}(input: $input) {{ id name query tells }} }}"
    );
    person.asks(&act, json!({ "input": input })).await
}

async fn saves(person: &Person<'_>, query: &str) -> Value {
    let answer = acts(
        person,
        "saveSearch",
        json!({ "query": query, "tells": true }),
    )
    .await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["saveSearch"].clone()
}

/// What a person is told of searches: how often, and how many posts.
async fn told(person: &Person<'_>) -> Vec<(String, i64)> {
    let ask = "{ viewer { notices(first: 20) { edges { node { kind title count } } } } }";
    let answer = person.asks(ask, json!({})).await;
    let edges = answer["data"]["viewer"]["notices"]["edges"].as_array();
    let notices = edges.unwrap_or_else(|| panic!("{answer}")).iter();
    let found = notices.filter(|it| it["node"]["kind"] == "SEARCH_FOUND");
    found
        .map(|it| {
            let title = it["node"]["title"].as_str().unwrap_or_default().to_owned();
            (title, it["node"]["count"].as_i64().unwrap_or(0))
        })
        .collect()
}

fn later(stage: &Stage, minutes: i64) {
    stage.clock.advance(TimeDelta::minutes(minutes));
}

#[tokio::test]
async fn a_search_is_kept_renamed_and_let_go_by_its_person_alone() {
    let stage = Stage::new().await;
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let all = [(&priya, Role::Learner), (&jonas, Role::Learner)];
    let (cohort, _) = stage.cohort_of(&all).await;

    let input = json!({ "query": " heron  is:unanswered ", "tells": false,
        "community": cohort.id.to_string(), "name": "Herons" });
    let first = acts(&priya, "saveSearch", input.clone()).await["data"]["saveSearch"].clone();
    assert_eq!(first["query"], "heron is:unanswered");
    let again = acts(&priya, "saveSearch", input).await;
    assert_eq!(again["data"]["saveSearch"], first, "it is kept once");
    let second = saves(&priya, "heron is:unanswered").await;
    assert_eq!(
        second["name"], "heron is:unanswered",
        "everywhere is another search"
    );
    let kept = saved(&priya).await;
    assert_eq!(kept.len(), 2);
    let there = kept.iter().find(|it| it["id"] == first["id"]);
    assert_eq!(
        there.map(|it| &it["community"]["name"]),
        Some(&json!("Leading change"))
    );

    let change = json!({ "search": first["id"], "name": "Grey birds", "tells": true });
    let changed = acts(&priya, "updateSavedSearch", change.clone()).await;
    assert_eq!(changed["data"]["updateSavedSearch"]["name"], "Grey birds");
    assert_eq!(changed["data"]["updateSavedSearch"]["tells"], true);

    assert!(saved(&jonas).await.is_empty());
    let of_nobody = json!({ "search": "savedsearch_01h455vb4pex5vsknk084sn02q" });
    for (verb, input) in [
        ("updateSavedSearch", change),
        ("removeSavedSearch", json!({ "search": first["id"] })),
    ] {
        let theirs = error_of(&acts(&jonas, verb, input).await);
        assert_eq!(
            theirs,
            error_of(&acts(&jonas, verb, of_nobody.clone()).await)
        );
        assert_eq!(theirs.0, "NOT_FOUND");
    }
    let node = "query($id: ID!) { node(id: $id) { id } }";
    let theirs = jonas.asks(node, json!({ "id": first["id"] })).await;
    assert_eq!(theirs["data"]["node"], Value::Null);

    acts(
        &priya,
        "removeSavedSearch",
        json!({ "search": first["id"] }),
    )
    .await;
    assert_eq!(saved(&priya).await.len(), 1);
}

#[tokio::test]
async fn fifty_searches_are_the_most() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    for n in 0..50 {
        saves(&priya, &format!("heron {n}")).await;
    }
    let input = json!({ "query": "one more", "tells": false });
    assert_eq!(
        error_of(&acts(&priya, "saveSearch", input).await).0,
        "CONFLICT"
    );
    saves(&priya, "heron 7").await;
    assert_eq!(saved(&priya).await.len(), 50);
}

#[tokio::test]
async fn what_is_new_is_told_once_a_day_and_by_letter() {
    let stage = Stage::new().await;
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let all = [(&priya, Role::Learner), (&jonas, Role::Learner)];
    let (_, lobby) = stage.cohort_of(&all).await;
    let talk = jonas.begins(&lobby, "Birds", "An old heron.").await;
    let choose = "mutation($input: UpdateNotificationSettingsInput!) {
        updateNotificationSettings(input: $input) { preset } }";
    let chosen = priya
        .asks(choose, json!({ "input": { "preset": "CLOSE" } }))
        .await;
    assert!(chosen.get("errors").is_none(), "{chosen}");
    let post = Post::of(&stage);
    post.goes_round(&stage).await;
    later(&stage, 1);
    let search = saves(&priya, "grey heron").await;
    later(&stage, 20);
    stage.watches_searches().await;
    assert!(told(&priya).await.is_empty(), "what was there is no news");

    jonas.posts(&talk, "A grey heron stood here.").await;
    jonas
        .posts(&talk, "A grey wagtail, and one more grey heron.")
        .await;
    jonas.posts(&talk, "A grey day.").await;
    priya.posts(&talk, "My grey heron.").await;
    later(&stage, 20);
    stage.watches_searches().await;
    assert_eq!(told(&priya).await, [("grey heron".to_owned(), 2)]);
    assert!(told(&jonas).await.is_empty());

    jonas.posts(&talk, "The grey heron came back.").await;
    later(&stage, 60);
    stage.watches_searches().await;
    assert_eq!(
        told(&priya).await,
        [("grey heron".to_owned(), 2)],
        "once a day"
    );
    later(&stage, 24 * 60);
    stage.watches_searches().await;
    assert_eq!(told(&priya).await, [("grey heron".to_owned(), 1)]);
    later(&stage, 5);
    let letters = post.goes_round(&stage).await;
    let told_of = "New for a search of yours: grey heron";
    let of_it = letters.iter().filter(|it| it.text.contains(told_of));
    assert_eq!(of_it.count(), 1, "{letters:?}");

    acts(
        &priya,
        "removeSavedSearch",
        json!({ "search": search["id"] }),
    )
    .await;
    stage.settle().await;
    assert!(
        told(&priya).await.is_empty(),
        "what is not kept tells nothing"
    );
}

#[tokio::test]
async fn who_wants_to_hear_nothing_hears_nothing() {
    let stage = Stage::new().await;
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let all = [(&priya, Role::Learner), (&jonas, Role::Learner)];
    let (_, lobby) = stage.cohort_of(&all).await;
    let muted = jonas.begins(&lobby, "Birds", "None yet.").await;
    let mute = "mutation($input: FollowThreadInput!) { followThread(input: $input) { id } }";
    let input = json!({ "input": { "thread": muted["id"], "follow": "MUTED" } });
    let answer = priya.asks(mute, input).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    saves(&priya, "heron").await;
    let quiet = saves(&priya, "crane").await;
    let off = json!({ "search": quiet["id"], "tells": false });
    acts(&priya, "updateSavedSearch", off).await;
    later(&stage, 1);

    jonas.posts(&muted, "A heron.").await;
    jonas.begins(&lobby, "Cranes", "A crane.").await;
    later(&stage, 20);
    stage.watches_searches().await;
    assert!(told(&priya).await.is_empty());

    let on = json!({ "search": quiet["id"], "tells": true });
    acts(&priya, "updateSavedSearch", on).await;
    later(&stage, 20);
    stage.watches_searches().await;
    assert!(
        told(&priya).await.is_empty(),
        "what came meanwhile is no news"
    );
}

#[tokio::test]
async fn a_saved_search_tells_an_outsider_nothing_of_a_secret_word() {
    let stage = Stage::new().await;
    let (noor, kofi) = (stage.person("Noor").await, stage.person("Kofi").await);
    let (_, open) = stage
        .cohort_of(&[(&noor, Role::Learner), (&kofi, Role::Learner)])
        .await;
    let (hidden, secret) = stage.cohort_of(&[(&kofi, Role::Learner)]).await;
    kofi.begins(&open, "Birds", "It sang.").await;
    for query in [
        "lyrebird",
        "after:2000",
        "lyre*",
        "lyerbird",
        "is:unanswered",
        "-heron lyrebird",
    ] {
        saves(&noor, query).await;
    }
    let there = json!({ "query": "x", "tells": true, "community": hidden.id.to_string() });
    let refused = acts(&noor, "saveSearch", there).await;
    assert_eq!(error_of(&refused).0, "NOT_FOUND");
    later(&stage, 1);

    kofi.begins(&secret, "Lyrebirds", "The lyrebird sang.")
        .await;
    kofi.wonders(&secret, "Which lyrebird?", "This lyrebird?")
        .await;
    later(&stage, 20);
    stage.watches_searches().await;
    assert!(told(&noor).await.is_empty());

    // Who belonged there when they saved it, and does not when it is told, is told nothing.
    stage.joins(&noor, &hidden, Role::Learner).await;
    let input = json!({ "query": "quetzal", "tells": true, "community": hidden.id.to_string() });
    acts(&noor, "saveSearch", input).await;
    later(&stage, 1);
    kofi.begins(&secret, "Quetzals", "A quetzal.").await;
    stage.settle().await;
    let memberships = communities::memberships_of(&stage.db().read(), noor.record.id).await;
    let mut memberships = memberships.expect("memberships").into_iter();
    let membership = memberships.find(|it| it.community_id == hidden.id);
    let membership = membership.expect("a membership").id;
    is_removed(&stage, &hidden, RemoveMember { membership }).await;
    later(&stage, 20);
    stage.watches_searches().await;
    assert!(told(&noor).await.is_empty());
    let left = saved(&noor).await;
    assert_eq!(left[0]["query"], "quetzal");
    assert_eq!(left[0]["community"], Value::Null, "its name is for members");
}

async fn is_removed(stage: &Stage, hidden: &communities::Community, command: RemoveMember) {
    let leader = stage.person("Amara").await;
    stage.joins(&leader, hidden, Role::Facilitator).await;
    leader.does(command).await.expect("removed");
}
