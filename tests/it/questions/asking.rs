//! A question from its asking to its answer.
use super::{allow_nameless, answers, asks, asks_for, cohort, does, sees};
use channels::{BringInThreads, PostBroughtIn, ThreadBroughtInHere, ThreadKind};
use chrono::TimeDelta;
use communities::Role;
use serde_json::{Value, json};
use sessions::{CreateSession, PartPlan, PublishSession, SessionFormat, WallTime};
use tests::{Stage, error_of};

#[tokio::test]
async fn a_question_is_open_then_answered_then_verified_and_what_helped_is_for_its_asker_to_say() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let question = asks(&it.priya, &it.channel, json!({})).await;
    assert_eq!(question["kind"], "QUESTION");
    assert_eq!(question["question"]["state"], "OPEN");
    assert!(question["question"]["waitingSince"].is_string());

    let own = answers(&it.priya, &question, "I forgot to say: it is urgent").await;
    assert_eq!(
        sees(&it.jonas, &question).await["question"]["state"],
        "OPEN"
    );
    let answer = answers(&it.jonas, &question, "The lead does").await;
    let seen = sees(&it.priya, &question).await;
    assert_eq!(seen["question"]["state"], "ANSWERED");
    assert_eq!(seen["question"]["answerCount"], 1);
    assert_eq!(seen["question"]["waitingSince"], Value::Null);

    let helped = json!({ "post": answer["id"], "on": true });
    let (code, _) = error_of(&asks_for(&it.amara, "markHelped", helped.clone()).await);
    assert_eq!(code, "FORBIDDEN");
    assert_eq!(
        does(&it.priya, "markHelped", helped).await["isAccepted"],
        true
    );
    let verify = json!({ "post": answer["id"], "reviewAt": "2026-03-01T00:00:00Z" });
    let (code, _) = error_of(&asks_for(&it.jonas, "verifyAnswer", verify.clone()).await);
    assert_eq!(code, "FORBIDDEN");
    let verified = does(&it.noor, "verifyAnswer", verify).await;
    assert_eq!(verified["verification"]["by"]["name"], "Noor");

    let seen = sees(&it.jonas, &question).await;
    assert_eq!(seen["question"]["state"], "VERIFIED");
    assert!(seen["question"]["helpedAt"].is_string() && seen["question"]["verifiedAt"].is_string());
    let opening = json!({ "post": seen["posts"]["edges"][0]["node"]["id"], "on": true });
    let (code, _) = error_of(&asks_for(&it.priya, "markHelped", opening).await);
    assert_eq!(code, "INVALID");
    let itself = json!({ "post": own["id"] });
    does(&it.amara, "verifyAnswer", itself.clone()).await;
    does(&it.amara, "unverifyAnswer", itself).await;
}

#[tokio::test]
async fn what_is_verified_is_looked_at_again_and_what_does_not_hold_any_more_says_so() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let question = asks(&it.priya, &it.channel, json!({})).await;
    let answer = answers(&it.jonas, &question, "The lead does").await;
    let verify = json!({ "post": answer["id"], "reviewAt": "2026-01-06T00:00:00Z" });
    does(&it.noor, "verifyAnswer", verify).await;
    let due = "query($slug: String!) { community(slug: $slug) { reviewsDue(first: 5) {
        edges { node { id verification { isReviewDue } } } } } }";
    let slug = json!({ "slug": it.community.slug });
    let asked = it.amara.asks(due, slug.clone()).await;
    assert_eq!(asked["data"]["community"]["reviewsDue"]["edges"], json!([]));

    stage.clock.advance(TimeDelta::days(2));
    let asked = it.amara.asks(due, slug.clone()).await;
    let edge = &asked["data"]["community"]["reviewsDue"]["edges"][0]["node"];
    assert_eq!(edge["id"], answer["id"]);
    assert_eq!(edge["verification"]["isReviewDue"], true);
    let (code, _) = error_of(&it.jonas.asks(due, slug.clone()).await);
    assert_eq!(code, "FORBIDDEN");

    does(
        &it.noor,
        "stillTrue",
        json!({ "post": answer["id"], "reviewAt": "2026-09-01T00:00:00Z" }),
    )
    .await;
    let asked = it.amara.asks(due, slug).await;
    assert_eq!(asked["data"]["community"]["reviewsDue"]["edges"], json!([]));
    let (code, _) = error_of(
        &asks_for(
            &it.noor,
            "markObsolete",
            json!({ "post": answer["id"], "on": true }),
        )
        .await,
    );
    assert_eq!(code, "INVALID");
    let obsolete = json!({ "post": answer["id"], "on": true, "reason": "the law changed" });
    does(&it.noor, "markObsolete", obsolete).await;
    let seen = sees(&it.priya, &question).await;
    let mark = &seen["posts"]["edges"][1]["node"]["verification"];
    assert_eq!(mark["obsoleteReason"], "the law changed");
    assert_eq!(seen["question"]["state"], "ANSWERED");
}

#[tokio::test]
async fn who_wonders_too_is_counted_and_who_is_invited_is_told_until_they_answer() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let question = asks(&it.priya, &it.channel, json!({})).await;
    let too = json!({ "thread": question["id"], "on": true });
    let (code, _) = error_of(&asks_for(&it.priya, "haveQuestionToo", too.clone()).await);
    assert_eq!(code, "FORBIDDEN");
    does(&it.jonas, "haveQuestionToo", too.clone()).await;
    let seen = does(&it.jonas, "haveQuestionToo", too).await;
    assert_eq!(seen["question"]["tooCount"], 1);
    assert_eq!(seen["question"]["viewerToo"], true);
    let invited = does(
        &it.priya,
        "inviteToAnswer",
        json!({ "thread": question["id"] }),
    )
    .await;
    assert_eq!(invited["question"]["invited"], json!([{ "name": "Noor" }]));
    let again = json!({ "thread": question["id"], "person": it.noor.record.id.to_string() });
    let (code, _) = error_of(&asks_for(&it.priya, "inviteToAnswer", again).await);
    assert_eq!(code, "CONFLICT");
    stage.settle().await;
    let notices = "{ viewer { notices(first: 5) { edges { node { kind title about } } } } }";
    let told = it.noor.asks(notices, json!({})).await;
    let text = told.to_string();
    assert!(
        text.contains("ANSWER_INVITED") && text.contains("Who tells"),
        "{told}"
    );

    answers(&it.noor, &question, "The lead does").await;
    stage.settle().await;
    let told = it.noor.asks(notices, json!({})).await;
    assert!(!told.to_string().contains("ANSWER_INVITED"), "{told}");
}

#[tokio::test]
async fn a_parked_question_stands_on_the_agenda_of_its_session() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let question = asks(&it.priya, &it.channel, json!({})).await;
    let wall = |text: &str| WallTime(text.parse().expect("a wall time"));
    let plan = CreateSession {
        community: it.community.id,
        title: "The second day".to_owned(),
        about: None,
        format: SessionFormat::Classroom,
        parts: vec![PartPlan {
            starts: wall("2026-01-12T10:00:00"),
            ends: wall("2026-01-12T12:00:00"),
            zone: None,
        }],
        capacity: None,
        place: None,
        join_url: None,
        join_minutes_before: None,
        join_minutes_after: None,
        lead: None,
        backup: None,
        objectives: None,
        about_html: String::new(),
    };
    let session = it.amara.does(plan).await.expect("a session").id;
    it.amara
        .does(PublishSession { session })
        .await
        .expect("shown");
    let park = json!({ "thread": question["id"], "session": session.to_string() });
    let (code, _) = error_of(&asks_for(&it.priya, "parkQuestion", park.clone()).await);
    assert_eq!(code, "FORBIDDEN");
    does(&it.amara, "parkQuestion", park).await;

    let seen = sees(&it.priya, &question).await;
    assert_eq!(seen["question"]["parkedOn"]["title"], "The second day");
    let agenda = "query($id: ID!) { session(id: $id) { parkedQuestions { title } } }";
    let agenda = it
        .jonas
        .asks(agenda, json!({ "id": session.to_string() }))
        .await;
    assert_eq!(
        agenda["data"]["session"]["parkedQuestions"],
        json!([{ "title": "Who tells the team first" }])
    );

    stage.settle().await;
    for query in ["session:1", "session:\"second day\"", "team session:second"] {
        let search = "query($query: String!) { search(query: $query, first: 5) { totalCount
            facets { of operator name } } }";
        let found = it.jonas.asks(search, json!({ "query": query })).await;
        let found = &found["data"]["search"];
        assert_eq!(found["totalCount"], 1, "{query}: {found}");
        let session = json!({ "of": "SESSION", "name": "The second day",
            "operator": format!("session:1 in:{}", it.community.slug) });
        let facets = found["facets"].as_array().expect("facets");
        assert!(facets.contains(&session), "{found}");
    }
}

#[tokio::test]
async fn a_question_with_answers_is_withdrawn_or_made_nameless_and_can_be_asked_again() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let question = asks(&it.priya, &it.channel, json!({})).await;
    answers(&it.jonas, &question, "The lead does").await;
    let this = json!({ "thread": question["id"] });
    let (code, _) = error_of(&asks_for(&it.priya, "makeNameless", this.clone()).await);
    assert_eq!(code, "INVALID");
    allow_nameless(&stage, &it.community).await;
    let (code, _) = error_of(&asks_for(&it.jonas, "makeNameless", this.clone()).await);
    assert_eq!(code, "FORBIDDEN");
    does(&it.priya, "makeNameless", this.clone()).await;
    assert_eq!(sees(&it.jonas, &question).await["author"], Value::Null);
    let withdrawn = does(&it.priya, "withdrawQuestion", this.clone()).await;
    assert_eq!(withdrawn["question"]["state"], "CLOSED");
    let (code, _) = error_of(&asks_for(&it.priya, "withdrawQuestion", this.clone()).await);
    assert_eq!(code, "CONFLICT");
    let again = does(&it.priya, "reopenQuestion", this).await;
    assert_eq!(again["question"]["state"], "ANSWERED");
}

#[tokio::test]
async fn what_was_asked_before_is_found_while_it_is_typed_answered_ones_first() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let other = stage.cohort("Another cohort").await;
    stage.joins(&it.jonas, &other, Role::Learner).await;
    let there = stage
        .channel(&other, "lobby", channels::ChannelKind::Mixed)
        .await;
    let titled = |title: &str| json!({ "title": title });
    asks(
        &it.priya,
        &it.channel,
        titled("Telling the sponsor about delays"),
    )
    .await;
    let answered = asks(&it.jonas, &there, titled("Telling a sponsor of the delays")).await;
    let amara = stage.person("Somebody").await;
    stage.joins(&amara, &other, Role::Learner).await;
    answers(&amara, &answered, "At once").await;
    stage.settle().await;
    let similar = "query($community: ID!, $title: String!) {
        similarQuestions(community: $community, title: $title, first: 5) { title } }";
    let of = |title: &str| json!({ "community": it.community.id.to_string(), "title": title });

    let found = it.jonas.asks(similar, of("telling sponsor delays")).await;
    assert_eq!(
        found["data"]["similarQuestions"],
        json!([{ "title": "Telling a sponsor of the delays" },
            { "title": "Telling the sponsor about delays" }])
    );
    let found = it.priya.asks(similar, of("telling sponsor delays")).await;
    assert_eq!(
        found["data"]["similarQuestions"].as_array().map(Vec::len),
        Some(1)
    );
    let found = it.jonas.asks(similar, of("telling sponsor")).await;
    assert_eq!(found["data"]["similarQuestions"], json!([]));
}

#[tokio::test]
async fn questions_are_listed_by_what_is_wanted_and_one_that_was_brought_in_is_one_too() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let own = asks(&it.priya, &it.channel, json!({ "title": "Mine" })).await;
    let others = asks(&it.jonas, &it.channel, json!({ "title": "His" })).await;
    let told = asks(&it.jonas, &it.channel, json!({ "title": "Answered" })).await;
    answers(&it.noor, &told, "So it is").await;
    does(
        &it.priya,
        "haveQuestionToo",
        json!({ "thread": others["id"], "on": true }),
    )
    .await;
    let post = |body: &str| PostBroughtIn {
        id: kernel::Id::mint(tests::opening_time(), &kernel::SystemEntropy),
        author: it.jonas.record.id,
        parent: None,
        body: body.to_owned(),
        html: format!("<p>{body}</p>"),
        created_at: tests::opening_time(),
        edited_at: None,
        earlier: Vec::new(),
        helpful_unnamed: 0,
        reactions: Vec::new(),
    };
    let brought = ThreadBroughtInHere {
        id: kernel::Id::mint(tests::opening_time(), &kernel::SystemEntropy),
        community: it.community.id,
        channel: it.channel.id,
        kind: ThreadKind::Question,
        title: "From the archive".to_owned(),
        tags: Vec::new(),
        posts: vec![post("why")],
        accepted: None,
        duplicate_of: None,
        locked_at: None,
    };
    stage
        .does(BringInThreads {
            threads: vec![brought],
        })
        .await
        .expect("an import");
    it.jonas.begins(&it.channel, "No question", "at all").await;
    let list = "query($slug: String!, $filter: QuestionFilter!) { community(slug: $slug) {
        questions(filter: $filter, first: 10) { edges { node { title question { state } } } } } }";
    let titles = async |filter: &str| -> Vec<String> {
        let asked = json!({ "slug": it.community.slug, "filter": filter });
        let answer = it.priya.asks(list, asked).await;
        let edges = answer["data"]["community"]["questions"]["edges"].as_array();
        let titles = edges.unwrap_or_else(|| panic!("{answer}")).iter();
        let mut titles: Vec<String> = titles
            .map(|edge| {
                edge["node"]["title"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned()
            })
            .collect();
        titles.sort_unstable();
        titles
    };

    assert_eq!(
        titles("ALL").await,
        ["Answered", "From the archive", "His", "Mine"]
    );
    assert_eq!(
        titles("UNANSWERED").await,
        ["From the archive", "His", "Mine"]
    );
    assert_eq!(titles("MINE").await, ["His", "Mine"]);
    assert_eq!(titles("FOLLOWING").await, ["Mine"]);
    assert_eq!(titles("INTERLUDE").await.len(), 4);
    does(
        &it.amara,
        "closeAsDuplicate",
        json!({ "thread": own["id"], "of": others["id"] }),
    )
    .await;
    assert_eq!(titles("UNANSWERED").await, ["From the archive", "His"]);
    let itself = json!({ "thread": own["id"], "of": own["id"] });
    let (code, words) = error_of(&asks_for(&it.amara, "closeAsDuplicate", itself).await);
    assert_eq!(
        (code.as_str(), words.as_str()),
        ("INVALID", "a question is no duplicate of itself")
    );
}
