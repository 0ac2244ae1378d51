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
async fn who_works_at_night_is_asked_at_night() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let priya = &it.workshop.priya;
    let nights = json!({ "community": it.workshop.cohort.id.to_string(),
        "worksFrom": 22 * 60, "worksTo": 6 * 60 });
    let said = changes(priya, "updatePairingPreferences", "worksTo", nights).await;
    assert!(said.get("errors").is_none(), "{said}");

    it.opens().await; // 10:00
    let by_day = priya.asks(DUE, json!({})).await;
    it.waits(12).await;
    let at_night = priya.asks(DUE, json!({})).await;

    assert_eq!(by_day["data"]["checkInsDue"], json!([]));
    let asked = json!([{ "title": "Two weeks on" }]);
    assert_eq!(at_night["data"]["checkInsDue"], asked, "{at_night}");
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
    assert_eq!(first["timesToCome"], 2, "{first}");
    let long = json!({ "rrule": "FREQ=WEEKLY;COUNT=40", "title": "Each week of a year" });
    let long = it.defined(long).await;
    assert_eq!(long["nextAt"].as_array().map(Vec::len), Some(5), "{long}");
    assert_eq!(
        long["timesToCome"], 39,
        "five are written out, all are counted"
    );
    let long = json!({ "checkIn": long["id"] });
    let back = changes(&it.workshop.amara, "cancelCheckIn", "timesToCome", long).await;
    assert_eq!(back["data"]["cancelCheckIn"]["timesToCome"], 0, "{back}");
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
    let seldom = json!({ "rrule": "FREQ=YEARLY;INTERVAL=4000" });
    let refused = it.defines(seldom).await;
    assert_eq!(
        refused["errors"][0]["extensions"]["field"], "rrule",
        "{refused}"
    );
}

#[tokio::test]
async fn all_the_days_on_which_it_would_open_are_shown_beforehand() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let preview = "query($input: CheckInScheduleInput!) { previewCheckInSchedule(input: $input) }";
    for (rule, days) in [
        (Value::Null, 1),
        (json!("FREQ=WEEKLY;COUNT=6"), 6),
        (json!("FREQ=WEEKLY;BYDAY=WE"), 100),
    ] {
        let input = json!({ "community": it.workshop.cohort.id.to_string(),
            "opensAt": "2026-01-07T09:00:00Z", "rrule": rule });
        let amara = &it.workshop.amara;
        let answer = amara.asks(preview, json!({ "input": input })).await;
        let shown = answer["data"]["previewCheckInSchedule"].as_array();
        assert_eq!(shown.map(Vec::len), Some(days), "{answer}");
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_question_names_the_question() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let good = json!({ "kind": "SHORT_TEXT", "words": "So?" });
    let wrong = [
        (
            json!({ "kind": "SCALE", "words": "So?", "options": ["a", "b"] }),
            "options",
        ),
        (
            json!({ "kind": "CHOICE", "words": "So?", "options": ["a", "a"] }),
            "options",
        ),
        (json!({ "kind": "SHORT_TEXT", "words": " " }), "words"),
        (
            json!({ "kind": "COMMITMENT", "words": "So?", "visibility": "ANONYMOUS" }),
            "visibility",
        ),
    ];
    for (question, field) in wrong {
        let questions = json!({ "questions": [good, question] });
        let defined = it.defines(questions.clone()).await;
        let changed = it.leads("updateCheckIn", questions).await;
        for refused in [defined, changed] {
            assert_eq!(error_of(&refused).0, "INVALID", "{refused}");
            let named = &refused["errors"][0]["extensions"]["field"];
            assert_eq!(named, &format!("questions.1.{field}"), "{refused}");
        }
    }
}

#[tokio::test]
async fn it_opens_two_years_ahead_at_most() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.defined(json!({ "opensAt": "2028-01-05T09:00:00Z" }))
        .await;
    for far in ["2028-01-05T09:00:01Z", "9999-12-31T09:00:00Z"] {
        let defined = it.defines(json!({ "opensAt": far })).await;
        let moved = it.leads("updateCheckIn", json!({ "opensAt": far })).await;
        for refused in [defined, moved] {
            assert_eq!(error_of(&refused).0, "INVALID", "{far}: {refused}");
            let field = &refused["errors"][0]["extensions"]["field"];
            assert_eq!(field, "opensAt", "{refused}");
        }
    }
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
    it.check_in = it.defined(follow.clone()).await;
    let cancel = json!({ "session": session, "reason": "snow" });
    changes(&it.workshop.amara, "cancelSession", "id", cancel).await;
    let too_late = it.defines(follow).await;
    it.waits(24 * 12).await;

    let refused = &too_late["errors"][0];
    assert_eq!(refused["extensions"]["field"], "session", "{too_late}");
    assert_eq!(refused["message"], "this session does not take place");
    let seen = it.seen(&it.workshop.amara, "state expectedCount").await;
    assert_eq!(seen["state"], "CANCELLED", "{seen}");
}

#[tokio::test]
async fn what_comes_back_is_open_until_it_comes_again_and_no_longer() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let weekly = |days: Value| json!({ "title": "Weekly", "rrule": "FREQ=WEEKLY;COUNT=4", "daysOpen": days });
    let all_week = it.defined(weekly(json!(7))).await;
    let longer = it.defines(weekly(json!(8))).await;
    let daily = json!({ "rrule": "FREQ=DAILY;COUNT=4", "daysOpen": null });
    let each_day = it.defined(daily).await;
    let it = CheckingIn {
        check_in: all_week,
        ..it
    };
    it.opens().await;
    let later = it.leads("updateCheckIn", json!({ "daysOpen": 60 })).await;

    let closes = (&it.check_in["opensAt"], &it.check_in["closesAt"]);
    let week = ["2026-01-05T10:00:00+00:00", "2026-01-12T10:00:00+00:00"];
    assert_eq!(closes, (&json!(week[0]), &json!(week[1])));
    assert_eq!(each_day["closesAt"], "2026-01-06T10:00:00+00:00");
    for refused in [longer, later] {
        let (code, words) = error_of(&refused);
        assert_eq!(code, "INVALID", "{refused}");
        assert!(words.contains("7 days at most"), "{words}");
        let field = &refused["errors"][0]["extensions"]["field"];
        assert_eq!(field, "daysOpen", "{refused}");
    }
}

#[tokio::test]
async fn the_last_of_a_recurrence_stays_open_as_long_as_is_said() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.defined(json!({ "title": "Weekly", "rrule": "FREQ=WEEKLY;COUNT=2" }))
        .await;
    it.opens().await;
    it.waits(24 * 7).await;
    let ask = "query($slug: String!) { community(slug: $slug) {
        checkIns(filter: CURRENT, first: 50) { edges { node { id title } } } } }";
    let slug = json!({ "slug": it.workshop.cohort.slug });
    let answer = it.workshop.amara.asks(ask, slug).await;
    let last = &answer["data"]["community"]["checkIns"]["edges"][0]["node"];
    let input = json!({ "checkIn": last["id"], "daysOpen": 30 });
    let longer = changes(&it.workshop.amara, "updateCheckIn", "closesAt", input).await;

    assert_eq!(last["title"], "Weekly", "{answer}");
    let closes = &longer["data"]["updateCheckIn"]["closesAt"];
    assert_eq!(closes, "2026-02-11T10:00:00+00:00", "{longer}");
}

#[tokio::test]
async fn one_that_will_come_back_must_close_before_it_does() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let it = CheckingIn {
        check_in: it.defined(json!({ "daysOpen": 14 })).await,
        ..it
    };
    let weekly = json!({ "opensAt": "2026-01-07T09:00:00Z", "rrule": "FREQ=WEEKLY;COUNT=4" });
    let refused = it.leads("updateCheckIn", weekly.clone()).await;
    let mut shorter = weekly;
    shorter["daysOpen"] = json!(5);
    let moved = it.leads("updateCheckIn", shorter).await;

    let field = &refused["errors"][0]["extensions"]["field"];
    assert_eq!(field, "daysOpen", "{refused}");
    let moved = &moved["data"]["updateCheckIn"];
    assert_eq!(moved["closesAt"], "2026-01-12T09:00:00+00:00", "{moved}");
}
