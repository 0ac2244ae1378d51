//! Who hears of what: in the inbox, by letter, and live.
use super::Looking;
use crate::journeys::{Autumn, goes_to, step};
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use serde_json::{Value, json};
use std::time::Duration;
use tests::{Post, Stage};
use tokio::time::timeout;

#[tokio::test]
async fn each_hears_of_what_is_theirs_to_do_until_it_is_done() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor", "Priya"]).await;
    let (noor, priya) = (&it.learners[0], &it.learners[1]);
    let round = it.opened(json!({ "each": 1, "days": 3 })).await;
    assert_eq!(it.inbox(noor).await, ["FEEDBACK_ROUND_OPENED"]);
    assert!(it.inbox(&it.amara).await.is_empty(), "she opened it");
    it.hands_in(0, &round).await;
    assert!(it.inbox(noor).await.is_empty(), "done");
    it.hands_in(1, &round).await;
    assert_eq!(it.inbox(noor).await, ["FEEDBACK_ASKED"]);
    let ask = "{ viewer { notices(first: 5) { edges { node { kind title happensAt } } } } }";
    let answer = priya.asks(ask, json!({})).await;
    let notice = &answer["data"]["viewer"]["notices"]["edges"][0]["node"];
    assert_eq!(
        (&notice["title"], &notice["happensAt"]),
        (&json!("Noor"), &json!("2026-01-08T23:59:00+00:00")),
        "{answer}"
    );
    it.waits(2).await;
    assert_eq!(it.inbox(priya).await, ["FEEDBACK_ASKED"]);
    it.waits(1).await;
    assert_eq!(it.inbox(priya).await, ["FEEDBACK_REMINDER"]);
    let asked = it.due(priya).await.remove(0);
    it.gives(priya, &asked).await;
    assert!(it.inbox(priya).await.is_empty(), "done");
    stage.settle().await;
    assert!(
        it.inbox(noor)
            .await
            .contains(&"FEEDBACK_RECEIVED".to_owned())
    );
}

#[tokio::test]
async fn a_letter_says_who_handed_something_in() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor", "Priya"]).await;
    let round = it.opened(json!({})).await;
    it.hands_in(0, &round).await;
    it.hands_in(1, &round).await;
    let post = Post::of(&stage);
    stage.clock.advance(chrono::TimeDelta::hours(24));
    let letters = post.goes_round(&stage).await;
    let to = it.learners[1].record.email.clone().unwrap_or_default();
    let own = letters.iter().find(|letter| letter.to == to);
    let own = own.unwrap_or_else(|| panic!("{letters:?}"));
    assert!(
        own.text.contains("Noor handed something in"),
        "{}",
        own.text
    );
}

const FOLLOW: &str = "subscription($in: ID) { liveEvents(in: $in) { kind feedbackRound { id }
    evidence { id } feedback { id } } }";

/// The next event about feedback that has this, or nothing when none comes.
async fn next(stream: &mut BoxStream<'static, Value>, has: &str) -> Option<Value> {
    loop {
        let event = timeout(Duration::from_secs(5), stream.next())
            .await
            .ok()??;
        let event = event["data"]["liveEvents"].clone();
        if event["kind"] == "FEEDBACK_CHANGED" && event[has].is_object() {
            return Some(event);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn open_pages_hear_of_their_own_and_those_who_lead_of_all() {
    let stage = Stage::live().await;
    let it = Looking::on(&stage, &["Noor", "Priya", "Kofi"]).await;
    let priya = &it.learners[1];
    let round = it.opened(json!({ "each": 1 })).await;
    it.hands_in(0, &round).await;
    let place = json!({ "in": it.cohort.id.to_string() });
    let mut led = it.amara.follows(FOLLOW, place.clone()).await;
    let mut peers = it.learners[2].follows(FOLLOW, place).await;
    let mut own = priya.follows(FOLLOW, json!({})).await;
    for stream in [&mut led, &mut peers, &mut own] {
        let ready = stream.next().await.expect("an event");
        assert_eq!(ready["data"]["liveEvents"]["kind"], "READY", "{ready}");
    }
    it.hands_in(1, &round).await;
    let told = next(&mut own, "feedback").await.expect("an event");
    let asked = it.due(priya).await.remove(0);
    assert_eq!(told["feedback"]["id"], asked["id"]);
    let moved = next(&mut led, "feedbackRound").await.expect("an event");
    assert_eq!(moved["feedbackRound"]["id"], round["id"]);
    let close = json!({ "round": round["id"] });
    it.done(&it.amara, "closeFeedbackRound", close).await;
    let heard = next(&mut peers, "feedbackRound").await.expect("an event");
    assert_eq!(
        heard["evidence"],
        Value::Null,
        "a peer hears of the round alone"
    );
}

#[tokio::test]
async fn a_plan_opens_a_round_and_takes_it_back() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let settings = json!({
        "title": "One talk after {session}", "body": "What did you try?", "daysOpen": 7,
        "criteria": "Asked first :: Not yet | Partly | Fully\nWaited :: No | A little | Yes",
    });
    let steps = json!([step(
        "feedback",
        "open_feedback",
        settings,
        json!({ "days": -5 })
    )]);
    let (journey, _) = autumn.travels(steps).await;
    goes_to(&stage, "2026-03-21T12:00:00Z");
    stage.runs_what_is_due().await;
    let item = autumn.item(&journey, "feedback").await;
    assert_eq!(item["state"], "DONE", "{item}");
    let ask = "query($slug: String!) { community(slug: $slug) { feedbackRounds { title state
        criteria { title levels } } } }";
    let slug = json!({ "slug": autumn.cohort.slug });
    let answer = autumn.priya.asks(ask, slug.clone()).await;
    let round = &answer["data"]["community"]["feedbackRounds"][0];
    assert_eq!(round["title"], "One talk after Listening first", "{answer}");
    assert_eq!(
        round["criteria"][1]["levels"],
        json!(["No", "A little", "Yes"])
    );
    let undo = json!({ "item": item["id"] });
    crate::journeys::does(&autumn.amara, "undoItem", undo).await;
    let answer = autumn.priya.asks(ask, slug).await;
    let round = &answer["data"]["community"]["feedbackRounds"][0];
    assert_eq!(round["state"], "CANCELLED", "{answer}");
}
