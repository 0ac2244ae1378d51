//! The same questions over time.
use super::{PULSE, Pulsing, RESULTS};
use chrono::TimeDelta;
use serde_json::{Value, json};
use tests::Stage;

/// What is shown of the change of one question.
fn change(seen: &Value, (key, wave): (&str, i32)) -> (Value, Value) {
    let changes = seen["results"]["changes"].as_array().expect("changes");
    let found = changes
        .iter()
        .find(|it| it["key"] == key && it["wave"] == wave);
    let found = found.unwrap_or_else(|| panic!("no {key} after {wave} days: {seen}"));
    (found["count"].clone(), found["change"].clone())
}

#[tokio::test]
async fn the_same_people_are_joined_over_time_and_nobody_can_be_taken_out() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 11).await;
    let first = it
        .opened(json!({ "kind": "BASELINE", "followUps": [30, 60] }))
        .await;
    let series = first["series"].as_array().expect("a series").clone();
    assert_eq!(series.len(), 3);
    for person in it.asked() {
        it.answered(person, &first, 1).await;
    }
    it.waits(TimeDelta::days(8)).await;
    let nothing_yet = it.seen(&it.workshop.amara, (&first, RESULTS)).await;
    assert_eq!(nothing_yet["results"]["changes"], json!([]));

    for (later, absent) in [(&series[1], 0), (&series[2], 1)] {
        let opens = later["opensAt"].as_str().expect("an instant");
        it.lives_until(opens).await;
        let later = it.seen(&it.workshop.amara, (later, PULSE)).await;
        assert_eq!(later["state"], "OPEN", "{later}");
        for person in it.asked().skip(absent) {
            it.answered(person, &later, 2 + i64::try_from(absent).expect("few"))
                .await;
        }
        it.waits(TimeDelta::days(8)).await;
    }
    let seen = it.seen(&it.workshop.amara, (&first, RESULTS)).await;

    assert_eq!(change(&seen, ("sure", 30)), (json!(12), json!(1.0)));
    assert_eq!(
        change(&seen, ("sure", 60)),
        (json!(6), json!(2.0)),
        "one fewer answered: she stays among five others"
    );
    let secrets = "SELECT COUNT(*) AS counted FROM pulse_secret";
    assert_eq!(it.counts(secrets).await, 0, "its last wave has closed");
}

#[tokio::test]
async fn too_few_who_answered_twice_have_no_change() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 8).await;
    let first = it
        .opened(json!({ "kind": "BASELINE", "followUps": [30] }))
        .await;
    for person in it.asked() {
        it.answered(person, &first, 1).await;
    }
    it.waits(TimeDelta::days(8)).await;
    let later = it
        .seen(&it.workshop.amara, (&first["series"][1], PULSE))
        .await;
    it.lives_until(later["opensAt"].as_str().expect("an instant"))
        .await;
    for person in it.asked().skip(1) {
        it.answered(person, &later, 2).await;
    }
    it.waits(TimeDelta::days(8)).await;
    let seen = it.seen(&it.workshop.amara, (&later, RESULTS)).await;

    assert_eq!(seen["results"]["respondentCount"], 8);
    assert_eq!(change(&seen, ("sure", 30)), (Value::Null, Value::Null));
    let csv = seen["results"]["csv"].as_str().expect("a table");
    let row = csv
        .lines()
        .find(|row| row.starts_with("sure") && row.contains("change"));
    assert!(row.is_some_and(|row| row.ends_with("change,30,,")), "{csv}");
}

#[tokio::test]
async fn what_is_asked_again_opens_once_the_first_has_closed_also_when_its_session_moves() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let session = it.workshop.publishes(json!({})).await["id"].clone();
    let baseline = json!({ "kind": "BASELINE", "session": session, "daysOpen": 35,
        "followUps": [30] });
    let first = it.opened(baseline).await;
    assert_eq!(first["closesAt"], "2026-02-09T10:00:00+00:00");
    let planned = &first["series"][1]["opensAt"];
    assert_eq!(*planned, "2026-02-11T09:00:00+00:00", "{first}");

    let parts = [crate::sessions::part(
        "2026-01-06T10:00",
        "2026-01-06T12:00",
    )];
    let earlier = json!({ "session": session, "parts": parts, "reason": "a room is free" });
    let change = "mutation($input: RescheduleSessionInput!) {
        rescheduleSession(input: $input) { session { pulses { kind opensAt } } } }";
    let amara = &it.workshop.amara;
    let moved = amara.asks(change, json!({ "input": earlier })).await;
    let pulses = &moved["data"]["rescheduleSession"]["session"]["pulses"];
    let follow_up = json!({ "kind": "FOLLOW_UP", "opensAt": "2026-02-09T10:00:00+00:00" });
    assert!(
        pulses
            .as_array()
            .is_some_and(|all| all.contains(&follow_up)),
        "not while the first is open: {moved}"
    );
}

#[tokio::test]
async fn a_form_for_the_way_out_opens_when_a_session_is_closed_early() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let session = it.workshop.publishes(json!({})).await["id"].clone();
    let form = json!({ "kind": "REACTION", "session": session, "opensAt": null });
    let form = it.defined(form).await;
    assert_eq!(form["opensAt"], "2026-01-12T12:00:00+00:00");
    it.lives_until("2026-01-12T10:40:00Z").await;
    for verb in ["startSession", "closeSession"] {
        let done = json!({ "session": session });
        let done = crate::sessions::does(&it.workshop.amara, verb, done).await;
        assert!(done.get("errors").is_none(), "{done}");
    }
    stage.settle().await;
    it.waits(TimeDelta::minutes(1)).await;
    let seen = it.seen(&it.workshop.amara, (&form, PULSE)).await;
    assert_eq!(
        (&seen["state"], &seen["opensAt"]),
        (&json!("OPEN"), &json!("2026-01-12T10:40:00+00:00")),
        "{seen}"
    );
}
