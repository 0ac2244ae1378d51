//! Somebody says that something is wrong.
use super::{COUNTS, FLAGS, Scene, flags, notices, queue};
use chrono::TimeDelta;
use communities::Role;
use serde_json::{Value, json};
use tests::{Stage, error_of};

#[tokio::test]
async fn a_flag_reaches_those_who_moderate_and_nobody_else() {
    let stage = Stage::new().await;
    let scene = Scene::flagged(&stage).await;

    let for_jonas = queue(&scene.jonas, "REPORTED").await;
    let for_amara = queue(&scene.amara, "REPORTED").await;
    let own = scene.dana.asks(FLAGS, json!({})).await;

    assert_eq!(for_jonas.len(), 1);
    assert_eq!(for_jonas[0]["reasons"], json!(["FIRST_POST", "FLAGGED"]));
    assert_eq!(for_jonas[0]["post"]["body"], "Two seconds are enough");
    assert_eq!(for_jonas[0]["flags"][0]["by"]["name"], "Dana");
    assert_eq!(
        for_jonas[0]["flags"][0]["proposal"],
        "Five seconds, at least"
    );
    assert_eq!(for_jonas, for_amara);
    for other in [&scene.tomas, &scene.dana, &scene.eve] {
        assert_eq!(queue(other, "REPORTED").await, Vec::<Value>::new());
    }
    let flag = &own["data"]["myFlags"]["edges"][0]["node"];
    assert_eq!(flag["state"], "OPEN");
    let of_tomas = scene.tomas.asks(FLAGS, json!({})).await;
    assert_eq!(of_tomas["data"]["myFlags"]["edges"], json!([]));
    let node = "query($id: ID!) { node(id: $id) { id } }";
    for (who, seen) in [
        (&scene.dana, true),
        (&scene.jonas, true),
        (&scene.tomas, false),
        (&scene.eve, false),
    ] {
        let answer = who.asks(node, json!({ "id": flag["id"] })).await;
        assert_eq!(answer["data"]["node"].is_object(), seen, "{answer}");
    }
}

#[tokio::test]
async fn what_waits_is_told_to_moderators_once_for_each_community() {
    let stage = Stage::new().await;
    let scene = Scene::flagged(&stage).await;
    scene.dana.posts(&scene.thread, "And I wait three").await;
    stage.settle().await;

    let told = notices(&scene.jonas, "TO_CHECK").await;

    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["count"], 2);
    assert_eq!(told[0]["title"], "Leading change");
    assert_eq!(notices(&scene.amara, "TO_CHECK").await.len(), 1);
    assert_eq!(notices(&scene.tomas, "TO_CHECK").await, Vec::<Value>::new());
    let counts = scene.jonas.asks(COUNTS, json!({})).await;
    let wanted = json!({ "unanswered": 0, "toCheck": 1, "reported": 1 });
    assert_eq!(counts["data"]["moderationCounts"], wanted);
}

#[tokio::test]
async fn nobody_flags_their_own_post_or_one_post_twice_or_what_they_may_not_read() {
    let stage = Stage::new().await;
    let scene = Scene::flagged(&stage).await;

    let own = flags(&scene.tomas, &scene.post, "SPAM").await;
    let twice = flags(&scene.dana, &scene.post, "SPAM").await;
    let stranger = flags(&scene.eve, &scene.post, "SPAM").await;
    let other = flags(&scene.amara, &scene.post, "OTHER").await;

    assert_eq!(error_of(&own).0, "FORBIDDEN");
    assert_eq!(error_of(&twice).0, "CONFLICT");
    assert_eq!(error_of(&stranger).0, "NOT_FOUND");
    assert_eq!(error_of(&other).0, "INVALID");
}

#[tokio::test]
async fn who_takes_a_flag_back_may_flag_again_and_nothing_waits_meanwhile() {
    let stage = Stage::new().await;
    let scene = Scene::of(&stage).await;
    let flag = flags(&scene.dana, &scene.post, "UNKIND").await;
    stage.settle().await;
    let before = queue(&scene.jonas, "REPORTED").await.len();
    let id = json!({ "input": { "flag": flag["data"]["flagPost"]["id"] } });
    let withdraw = "mutation($input: WithdrawFlagInput!) { withdrawFlag(input: $input) { state } }";

    let by_jonas = scene.jonas.asks(withdraw, id.clone()).await;
    let withdrawn = scene.dana.asks(withdraw, id).await;
    stage.settle().await;
    let after = queue(&scene.jonas, "REPORTED").await.len();
    let again = flags(&scene.dana, &scene.post, "UNKIND").await;

    assert_eq!(error_of(&by_jonas).0, "FORBIDDEN");
    assert_eq!(withdrawn["data"]["withdrawFlag"]["state"], "WITHDRAWN");
    assert_eq!((before, after), (1, 0));
    assert_eq!(again["data"]["flagPost"]["state"], "OPEN", "{again}");
}

#[tokio::test]
async fn ten_thousand_flags_of_one_account_stop_at_thirty_an_hour() {
    let stage = Stage::new().await;
    let scene = Scene::of(&stage).await;
    let mut posts = Vec::new();
    for n in 0..31 {
        let answer = scene.tomas.posts(&scene.thread, &format!("{n}")).await;
        let id = &answer["data"]["createPost"]["id"];
        posts.push(id.as_str().expect("an id").to_owned());
    }

    for post in &posts[..30] {
        let answer = flags(&scene.dana, post, "SPAM").await;
        assert!(answer.get("errors").is_none(), "{answer}");
    }
    let refused = flags(&scene.dana, &posts[30], "SPAM").await;
    stage.clock.advance(TimeDelta::minutes(61));
    let later = flags(&scene.dana, &posts[30], "SPAM").await;

    assert_eq!(error_of(&refused).0, "SLOW_DOWN", "{refused}");
    assert_eq!(refused["errors"][0]["extensions"]["retryAfter"], 3600);
    assert!(later.get("errors").is_none(), "{later}");
}

#[tokio::test]
async fn questions_wait_until_somebody_else_answers_and_answers_until_somebody_looks() {
    let stage = Stage::new().await;
    let (jonas, ada) = (stage.person("Jonas").await, stage.person("Ada").await);
    let ben = stage.person("Ben").await;
    let roles = [
        (&jonas, Role::Moderator),
        (&ada, Role::Learner),
        (&ben, Role::Learner),
    ];
    let (_, lobby) = stage.cohort_of(&roles).await;
    let question = ada.wonders(&lobby, "How long?", "Do you wait?").await;
    ada.posts(&question, "Somebody?").await;
    stage.settle().await;

    let waiting = queue(&jonas, "UNANSWERED").await;
    ben.posts(&question, "Five seconds").await;
    stage.settle().await;
    let answered = queue(&jonas, "UNANSWERED").await;
    let to_check = queue(&jonas, "TO_CHECK").await;

    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0]["reasons"], json!(["UNANSWERED"]));
    assert_eq!(waiting[0]["post"]["body"], "Do you wait?");
    assert_eq!(answered, Vec::<Value>::new());
    let answer = to_check
        .iter()
        .find(|item| item["post"]["body"] == "Five seconds");
    let reasons = json!(["FIRST_POST", "NEW_ANSWER"]);
    assert_eq!(answer.expect("the answer waits")["reasons"], reasons);
}
