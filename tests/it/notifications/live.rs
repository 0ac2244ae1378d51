//! The inbox in an open browser.
use super::pair;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use serde_json::{Value, json};
use std::time::Duration;
use tests::Stage;
use tokio::time::timeout;

const OWN: &str = "subscription { liveEvents { kind thread { title } } }";

/// The title of the next conversation that the inbox tells of, whatever else is told between.
async fn told_of(stream: &mut BoxStream<'static, Value>) -> Value {
    loop {
        let event = next(stream).await;
        if event["kind"] == "INBOX_CHANGED" {
            return event["thread"]["title"].clone();
        }
    }
}

async fn next(stream: &mut BoxStream<'static, Value>) -> Value {
    let next = timeout(Duration::from_secs(5), stream.next()).await;
    let event = next.expect("an event in time").expect("an open stream");
    event["data"]["liveEvents"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_item_reaches_the_browser_of_its_person_alone() {
    let stage = Stage::live().await;
    let (priya, jonas, lobby) = pair(&stage).await;
    let mut of_priya = priya.follows(OWN, json!({})).await;
    let mut of_jonas = jonas.follows(OWN, json!({})).await;
    assert_eq!(next(&mut of_priya).await["kind"], "READY");
    assert_eq!(next(&mut of_jonas).await["kind"], "READY");

    jonas.begins(&lobby, "Cold starts", "@priya?").await;
    stage.settle().await;
    priya.begins(&lobby, "Quiet groups", "@jonas?").await;
    stage.settle().await;

    assert_eq!(told_of(&mut of_priya).await, "Cold starts");
    assert_eq!(told_of(&mut of_jonas).await, "Quiet groups");
}
