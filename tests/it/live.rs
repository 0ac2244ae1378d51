//! Open browsers hear what happens, as it happens, and only what they may.
use communities::{RemoveMember, Role};
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use serde_json::{Value, json};
use std::time::Duration;
use tests::{Stage, until};
use tokio::time::timeout;

const FOLLOW: &str = "subscription($in: ID, $after: String) { liveEvents(in: $in, after: $after) {
    cursor kind post { number body author { name } reactions { kind viewerReacted count } } } }";

/// The next event, or nothing when none comes.
async fn next(stream: &mut BoxStream<'static, Value>) -> Option<Value> {
    let next = timeout(Duration::from_secs(5), stream.next())
        .await
        .ok()??;
    Some(next["data"]["liveEvents"].clone())
}

async fn kind(stream: &mut BoxStream<'static, Value>) -> String {
    let event = next(stream).await.unwrap_or(Value::Null);
    event["kind"].as_str().unwrap_or("(nothing)").to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reply_reaches_who_reads_the_thread() {
    let stage = Stage::live().await;
    let ([ada, ben], _, lobby) = stage.learners(["Ada", "Ben"]).await;
    let thread = ada.begins(&lobby, "Live", "go").await;
    stage.facts_arrive().await;
    let mut bens = ben.follows(FOLLOW, json!({ "in": thread["id"] })).await;
    assert_eq!(kind(&mut bens).await, "READY");

    ada.posts(&thread, "hello, Ben").await;
    let heard = next(&mut bens).await.expect("an event");
    let react = "mutation($input: ReactInput!) { react(input: $input) { id } }";
    ben.asks(
        react,
        json!({ "input": { "post": thread["opening"]["id"], "kind": "HELPFUL", "on": true } }),
    )
    .await;
    let reacted = next(&mut bens).await.expect("an event");

    assert_eq!(heard["kind"], "POST_CREATED");
    assert_eq!(heard["post"]["body"], "hello, Ben");
    assert_eq!(heard["post"]["author"]["name"], "Ada");
    assert_eq!(reacted["kind"], "REACTION_CHANGED");
    assert_eq!(
        reacted["post"]["reactions"][0],
        json!({ "kind": "HELPFUL", "viewerReacted": true, "count": 1 })
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_removed_member_hears_nothing_more() {
    let stage = Stage::live().await;
    let ([ada, eve], community, lobby) = stage.learners(["Ada", "Eve"]).await;
    let thread = ada.begins(&lobby, "Live", "go").await;
    let mut of_thread = eve.follows(FOLLOW, json!({ "in": thread["id"] })).await;
    let mut of_community = eve
        .follows(FOLLOW, json!({ "in": community.id.to_string() }))
        .await;
    let mut her_own = eve.follows(FOLLOW, json!({})).await;
    for stream in [&mut of_thread, &mut of_community, &mut her_own] {
        assert_eq!(kind(stream).await, "READY");
    }
    let membership = communities::memberships_of(&stage.db().read(), eve.record.id)
        .await
        .expect("memberships")
        .remove(0);

    stage
        .does(RemoveMember {
            membership: membership.id,
        })
        .await
        .expect("she is removed");
    ada.posts(&thread, "now between us").await;

    assert_eq!(kind(&mut her_own).await, "MEMBERSHIP_CHANGED");
    assert_eq!(next(&mut of_thread).await, None, "the stream ended");
    assert_eq!(next(&mut of_community).await, None, "the stream ended");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_cannot_follow() {
    let stage = Stage::live().await;
    let ([ada], community, lobby) = stage.learners(["Ada"]).await;
    let eve = stage.person("Eve").await;
    let thread = ada.begins(&lobby, "Live", "go").await;

    for place in [thread["id"].clone(), json!(community.id.to_string())] {
        let mut stream = eve.follows(FOLLOW, json!({ "in": place })).await;
        let answer = timeout(Duration::from_secs(5), stream.next())
            .await
            .expect("an answer");
        let error = answer.expect("an error")["errors"][0]["message"].clone();
        assert!(
            error
                .as_str()
                .is_some_and(|words| words.starts_with("there is no such")),
            "{error}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_was_away_resumes_without_a_gap() {
    let stage = Stage::live().await;
    let ([ada, ben], _, lobby) = stage.learners(["Ada", "Ben"]).await;
    let thread = ada.begins(&lobby, "Live", "go").await;
    stage.facts_arrive().await;
    let mut bens = ben.follows(FOLLOW, json!({ "in": thread["id"] })).await;
    assert_eq!(kind(&mut bens).await, "READY");
    ada.posts(&thread, "one").await;
    let last = next(&mut bens).await.expect("an event")["cursor"].clone();
    drop(bens);
    for word in ["two", "three"] {
        ada.posts(&thread, word).await;
    }

    let mut again = ben
        .follows(FOLLOW, json!({ "in": thread["id"], "after": last }))
        .await;
    let mut heard = vec![kind(&mut again).await];
    ada.posts(&thread, "four").await;
    for _ in 0..3 {
        let event = next(&mut again).await.unwrap_or(Value::Null);
        heard.push(
            event["post"]["body"]
                .as_str()
                .unwrap_or("(nothing)")
                .to_owned(),
        );
    }

    assert_eq!(heard, ["READY", "two", "three", "four"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reading_on_one_device_reaches_the_other_and_nobody_else() {
    let stage = Stage::live().await;
    let ([ada, ben], _, lobby) = stage.learners(["Ada", "Ben"]).await;
    let thread = ada.begins(&lobby, "Live", "go").await;
    stage.facts_arrive().await;
    let mut bens_own = ben.follows(FOLLOW, json!({})).await;
    let mut adas = ada.follows(FOLLOW, json!({ "in": thread["id"] })).await;
    assert_eq!(
        (kind(&mut bens_own).await, kind(&mut adas).await),
        ("READY".into(), "READY".into())
    );

    let read = "mutation($input: MarkReadInput!) { markRead(input: $input) { id } }";
    ben.asks(
        read,
        json!({ "input": { "thread": thread["id"], "through": 1 } }),
    )
    .await;
    ben.posts(&thread, "read it").await;

    assert_eq!(kind(&mut bens_own).await, "READ_MOVED");
    assert_eq!(
        kind(&mut adas).await,
        "POST_CREATED",
        "Ada hears the reply, not the reading"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_says_where_the_log_stood_before_it_was_read() {
    let stage = Stage::new().await;
    stage.goes_live();
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Live", "go").await;
    stage.facts_arrive().await;
    let mut adas = ada.follows(FOLLOW, json!({ "in": thread["id"] })).await;
    assert_eq!(kind(&mut adas).await, "READY");
    ada.posts(&thread, "hello").await;
    let heard = next(&mut adas).await.expect("an event");

    let asks = "{ viewer { liveCursor } }";
    while stage.app.hub.told_through().map(|told| told.to_string())
        != heard["cursor"].as_str().map(str::to_owned)
    {
        tokio::task::yield_now().await;
    }
    // The hub looks into the log meanwhile, and now and then while somebody counts.
    until("it was known before anything was read", async || {
        let (answer, statements) = ada.asks_counted(asks, json!({})).await;
        assert_eq!(answer["data"]["viewer"]["liveCursor"], heard["cursor"]);
        statements == 0
    })
    .await;
}
