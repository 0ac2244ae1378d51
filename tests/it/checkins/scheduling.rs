//! When a check-in opens, whom it asks when, and what cannot be.
use super::{CHECK_IN, CheckingIn};
use crate::prompts::changes;
use serde_json::{Value, json};
use tests::{Stage, error_of};

const DUE: &str = "{ checkInsDue { title } }";

#[tokio::test]
async fn each_person_is_asked_in_their_own_working_hours() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let priya = &it.workshop.priya;
    let zone =
        "mutation { updateProfile(input: { zone: \"America/Denver\" }) { person { name } } }";
    let moved = priya.asks(zone, json!({})).await;
    assert!(moved.get("errors").is_none(), "{moved}");

    it.opens().await; // 10:00 in UTC, 03:00 in Denver
    let at_night = priya.asks(DUE, json!({})).await;
    let open = it.seen(priya, CHECK_IN).await;
    it.waits(6).await;
    let in_the_morning = priya.asks(DUE, json!({})).await;

    assert_eq!(open["state"], "OPEN");
    assert_eq!(at_night["data"]["checkInsDue"], json!([]));
    assert_eq!(
        in_the_morning["data"]["checkInsDue"],
        json!([{ "title": "Two weeks on" }])
    );
    let notices = "{ viewer { notices(first: 5) { edges { node { kind title } } } } }";
    let told = priya.asks(notices, json!({})).await;
    assert_eq!(
        told["data"]["viewer"]["notices"]["edges"][0]["node"]["kind"], "CHECK_IN_ASKED",
        "{told}"
    );
}

#[tokio::test]
async fn it_opens_a_fortnight_after_its_session_and_moves_with_it() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let session = it.workshop.publishes(json!({})).await["id"].clone();
    let defined = it
        .defined(json!({ "session": session, "opensAt": null }))
        .await;
    let parts = [crate::sessions::part(
        "2026-01-19T10:00",
        "2026-01-19T12:00",
    )];
    let input = json!({ "session": session, "parts": parts, "reason": "snow" });
    let change = "mutation($input: RescheduleSessionInput!) {
        rescheduleSession(input: $input) { session { checkIns { opensAt } } } }";
    let moved = it
        .workshop
        .amara
        .asks(change, json!({ "input": input }))
        .await;

    assert_eq!(defined["daysAfterSession"], 14);
    assert_eq!(defined["opensAt"], "2026-01-26T09:00:00+00:00");
    let session = &moved["data"]["rescheduleSession"]["session"];
    assert_eq!(
        session["checkIns"][0]["opensAt"], "2026-02-02T09:00:00+00:00",
        "{moved}"
    );
}

#[tokio::test]
async fn what_comes_back_comes_back_once_each_time() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let often = json!({ "rrule": "FREQ=WEEKLY;COUNT=3", "title": "Every week" });
    let first = it.defined(often).await;
    assert_eq!(first["nextAt"].as_array().map(Vec::len), Some(2), "{first}");
    for _ in 0..5 {
        it.waits(24 * 7).await;
    }
    let ask = "query($slug: String!) { community(slug: $slug) {
        checkIns(filter: ALL, first: 50) { edges { node { title state } } } } }";
    let slug = json!({ "slug": it.workshop.cohort.slug });
    let answer = it.workshop.amara.asks(ask, slug).await;
    let edges = answer["data"]["community"]["checkIns"]["edges"]
        .as_array()
        .cloned();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    let weekly: Vec<&Value> = edges
        .iter()
        .map(|edge| &edge["node"])
        .filter(|node| node["title"] == "Every week")
        .collect();

    assert_eq!(weekly.len(), 3, "{weekly:?}");
    assert!(weekly.iter().all(|node| node["state"] == "CLOSED"));
}

#[tokio::test]
async fn what_never_comes_or_comes_a_million_times_is_refused_in_words() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    for rule in [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY",
        "FREQ=DAILY;COUNT=1000000",
        "now and then",
    ] {
        let refused = error_of(&it.defines(json!({ "rrule": rule })).await);
        assert_eq!(refused.0, "INVALID", "{rule}");
    }
    let past = json!({ "opensAt": "2025-01-01T09:00:00Z" });
    assert_eq!(error_of(&it.defines(past).await).0, "INVALID");
    let scale = json!([{ "kind": "SCALE", "words": "So?", "options": ["a", "b"] }]);
    let two_words = error_of(&it.defines(json!({ "questions": scale })).await);
    assert_eq!(two_words.0, "INVALID");
    let preview = "query($input: CheckInScheduleInput!) { previewCheckInSchedule(input: $input) }";
    let input = json!({ "community": it.workshop.cohort.id.to_string(),
        "opensAt": "2026-01-07T09:00:00Z", "rrule": "FREQ=WEEKLY;BYDAY=WE" });
    let shown = it
        .workshop
        .amara
        .asks(preview, json!({ "input": input }))
        .await;
    let shown = shown["data"]["previewCheckInSchedule"]
        .as_array()
        .map(Vec::len);
    assert_eq!(shown, Some(5));
}

#[tokio::test]
async fn sent_twice_it_is_defined_once() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let word = json!({ "nonce": "the same word" });
    let (one, two) = (it.defined(word.clone()).await, it.defined(word).await);
    assert_eq!(one["id"], two["id"]);
}

#[tokio::test]
async fn a_check_in_that_was_over_while_the_server_stood_still_asks_nobody() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.waits(24 * 10).await;
    let seen = it.seen(&it.workshop.amara, CHECK_IN).await;
    assert_eq!(
        (&seen["state"], &seen["expectedCount"]),
        (&json!("CLOSED"), &json!(0))
    );
    let due = it.workshop.priya.asks(DUE, json!({})).await;
    assert_eq!(due["data"]["checkInsDue"], json!([]));
}

#[tokio::test]
async fn what_follows_a_session_that_does_not_take_place_is_not_asked() {
    let stage = Stage::new().await;
    let mut it = CheckingIn::on(&stage).await;
    let session = it.workshop.publishes(json!({})).await["id"].clone();
    let follow = json!({ "session": session, "opensAt": null, "daysAfterSession": 1 });
    it.check_in = it.defined(follow).await;
    let cancel = json!({ "session": session, "reason": "snow" });
    changes(&it.workshop.amara, "cancelSession", "id", cancel).await;
    it.waits(24 * 12).await;

    let seen = it.seen(&it.workshop.amara, "state expectedCount").await;
    assert_eq!(seen["state"], "CANCELLED", "{seen}");
}

#[tokio::test]
async fn one_that_comes_back_closes_before_it_comes_again_however_long_it_may_be_open() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let weekly = json!({ "title": "Weekly", "rrule": "FREQ=WEEKLY;COUNT=4" });
    let it = CheckingIn {
        check_in: it.defined(weekly).await,
        ..it
    };
    it.opens().await;
    let longer = it.leads("updateCheckIn", json!({ "daysOpen": 60 })).await;
    let longer = &longer["data"]["updateCheckIn"];
    assert_eq!(
        (&longer["opensAt"], &longer["closesAt"]),
        (
            &json!("2026-01-05T10:00:00+00:00"),
            &json!("2026-01-12T10:00:00+00:00")
        ),
        "{longer}"
    );
}
