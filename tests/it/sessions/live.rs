//! A change of a session reaches who may see it, while they look.
use super::{Workshop, does};
use chrono::TimeDelta;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use serde_json::{Value, json};
use std::time::Duration;
use tests::Stage;
use tokio::time::timeout;

const FOLLOW: &str =
    "subscription($in: ID) { liveEvents(in: $in) { kind session { title state } } }";

/// The next that is heard of sessions. Who came in before may still be told of.
async fn next(stream: &mut BoxStream<'static, Value>) -> Value {
    loop {
        let next = timeout(Duration::from_secs(5), stream.next()).await;
        let next = next.ok().flatten().unwrap_or(Value::Null);
        let event = &next["data"]["liveEvents"];
        if event["kind"] != "MEMBERSHIP_CHANGED" && event["kind"] != "CHANNEL_CHANGED" {
            return event.clone();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_stirs_only_who_leads_and_what_is_published_stirs_everybody() {
    let stage = Stage::new().await;
    stage.goes_live();
    let workshop = Workshop::on(&stage).await;
    let within = json!({ "in": workshop.cohort.id.to_string() });
    let mut amaras = workshop.amara.follows(FOLLOW, within.clone()).await;
    let mut priyas = workshop.priya.follows(FOLLOW, within).await;
    assert_eq!(next(&mut amaras).await["kind"], "READY");
    assert_eq!(next(&mut priyas).await["kind"], "READY");

    // What is heard of is shown as it is by then: each change waits until the one before was heard of.
    let planned = workshop.plans(json!({})).await;
    assert_eq!(next(&mut amaras).await["session"]["state"], "DRAFT");
    let id = &planned["data"]["createSession"]["id"];
    let session = does(&workshop.amara, "publishSession", json!({ "session": id })).await;
    let session = &session["data"]["publishSession"];
    let published = json!({ "kind": "SESSION_CHANGED",
        "session": { "title": "Listening first", "state": "PUBLISHED" } });
    assert_eq!(next(&mut amaras).await, published);
    assert_eq!(next(&mut priyas).await, published);

    stage
        .clock
        .advance(TimeDelta::days(7) + TimeDelta::hours(1));
    let jonas = workshop.jonas.record.id.to_string();
    let input = json!({ "part": session["parts"][0]["id"],
        "marks": [{ "person": jonas, "state": "PRESENT" }] });
    does(&workshop.amara, "recordAttendance", input).await;
    does(
        &workshop.amara,
        "startSession",
        json!({ "session": session["id"] }),
    )
    .await;

    assert_eq!(next(&mut amaras).await["kind"], "ATTENDANCE_CHANGED");
    assert_eq!(next(&mut amaras).await["session"]["state"], "RUNNING");
    let next_heard = next(&mut priyas).await;
    assert_eq!(next_heard["kind"], "SESSION_CHANGED", "not who attended");
    assert_eq!(next_heard["session"]["state"], "RUNNING");
}
