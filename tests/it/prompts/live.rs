//! What is done reaches who may know it, while they look.
use super::{Asking, changes};
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use serde_json::{Value, json};
use std::time::Duration;
use tests::Stage;
use tokio::time::timeout;

const WITHIN: &str = "subscription($in: ID) { liveEvents(in: $in) { kind } }";

/// The kinds that are heard until `last`.
async fn heard_until(stream: &mut BoxStream<'static, Value>, last: &str) -> Vec<String> {
    let mut heard = Vec::new();
    loop {
        let next = timeout(Duration::from_secs(5), stream.next()).await;
        let event = next.expect("an event in time").expect("an open stream");
        let kind = event["data"]["liveEvents"]["kind"].as_str();
        let kind = kind.unwrap_or_else(|| panic!("{event}")).to_owned();
        heard.push(kind.clone());
        if kind == last {
            return heard;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn that_somebody_is_done_stirs_them_and_who_leads_and_nobody_else() {
    let stage = Stage::new().await;
    stage.goes_live();
    let it = Asking::on(&stage).await;
    let (priya, jonas, amara) = (&it.workshop.priya, &it.workshop.jonas, &it.workshop.amara);
    let open = json!({ "community": it.workshop.cohort.id.to_string(), "session": it.session,
        "title": "Chapter 2", "url": "https://books.example/2" });
    let book = changes(amara, "openPreWork", "id", open).await["data"]["openPreWork"].clone();
    stage.settle().await;
    let community = json!({ "in": it.workshop.cohort.id.to_string() });
    let mut leads = amara.follows(WITHIN, community.clone()).await;
    let mut learns = jonas.follows(WITHIN, community).await;
    let mut own = priya.follows(WITHIN, json!({})).await;
    for stream in [&mut leads, &mut learns, &mut own] {
        heard_until(stream, "READY").await;
    }

    let done = json!({ "preWork": book["id"], "done": true });
    changes(priya, "markPreWorkDone", "id", done).await;
    heard_until(&mut leads, "PRE_WORK_CHANGED").await;
    heard_until(&mut own, "PRE_WORK_CHANGED").await;
    let again = json!({ "preWork": book["id"], "title": "Chapter 3" });
    changes(amara, "updatePreWork", "id", again).await;
    stage.settle().await;
    let rename = json!({ "community": it.workshop.cohort.id.to_string(), "name": "Renamed" });
    changes(amara, "updateCommunity", "id", rename).await;

    let heard = heard_until(&mut learns, "COMMUNITY_CHANGED").await;
    let of_pre_work = heard.iter().filter(|kind| *kind == "PRE_WORK_CHANGED");
    assert_eq!(
        of_pre_work.count(),
        1,
        "the change, not who is done: {heard:?}"
    );
}
