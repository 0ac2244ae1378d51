//! From a draft to the end.
use super::{SESSION, Workshop, does, looks_at, part};
use chrono::TimeDelta;
use communities::Role;
use serde_json::{Value, json};
use sessions::{PartPlan, RescheduleSession};
use tests::{Stage, error_of};

#[tokio::test]
async fn a_draft_is_for_who_plans_it_until_it_is_published() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let planned = workshop.plans(json!({ "place": "Room 4" })).await;
    let session = &planned["data"]["createSession"];

    assert_eq!(session["state"], "DRAFT", "{planned}");
    assert_eq!(session["number"], 1);
    assert_eq!(workshop.seen_by(&workshop.amara).await.len(), 1);
    assert!(workshop.seen_by(&workshop.priya).await.is_empty());
    assert!(
        looks_at(&workshop.priya, &session["id"], "id")
            .await
            .is_null()
    );

    let input = json!({ "session": session["id"] });
    does(&workshop.amara, "publishSession", input).await;
    let seen = workshop.seen_by(&workshop.priya).await;

    assert_eq!(seen[0]["state"], "PUBLISHED");
    assert_eq!(
        seen[0]["viewerCan"],
        json!({ "plan": false, "conduct": false, "recordAttendance": false, "checkIn": true })
    );
}

#[tokio::test]
async fn only_facilitators_plan_and_who_leads_conducts() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let jonas = workshop.jonas.record.id.to_string();
    let session = workshop.publishes(json!({ "lead": jonas })).await;
    let (stranger, id) = (stage.person("Eve").await, &session["id"]);

    let by_priya = does(&workshop.priya, "startSession", json!({ "session": id })).await;
    let by_eve = does(&stranger, "startSession", json!({ "session": id })).await;
    let renamed = json!({ "session": id, "title": "Mine" });
    let not_jonas = does(&workshop.jonas, "updateSession", renamed).await;
    stage.clock.advance(TimeDelta::days(7));
    let by_jonas = does(&workshop.jonas, "startSession", json!({ "session": id })).await;

    assert_eq!(error_of(&by_priya).0, "FORBIDDEN");
    assert_eq!(
        error_of(&by_eve),
        (
            "NOT_FOUND".to_owned(),
            "there is no such session".to_owned()
        )
    );
    assert_eq!(error_of(&not_jonas).0, "FORBIDDEN");
    assert_eq!(by_jonas["data"]["startSession"]["state"], "RUNNING");
}

#[tokio::test]
async fn a_session_lives_from_draft_to_closed_and_no_other_way() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let planned = workshop.plans(json!({})).await;
    let input = json!({ "session": planned["data"]["createSession"]["id"] });
    let amara = &workshop.amara;

    let unseen = does(amara, "startSession", input.clone()).await;
    does(amara, "publishSession", input.clone()).await;
    let twice = does(amara, "publishSession", input.clone()).await;
    let too_early = does(amara, "startSession", input.clone()).await;
    let not_begun = does(amara, "closeSession", input.clone()).await;
    stage.clock.advance(TimeDelta::days(7));
    let running = does(amara, "startSession", input.clone()).await;
    let closed = does(amara, "closeSession", input.clone()).await;
    let moved = json!({ "session": input["session"], "title": "Too late" });
    let after = does(amara, "updateSession", moved).await;

    for refused in [&unseen, &twice, &too_early, &not_begun, &after] {
        assert_eq!(error_of(refused).0, "CONFLICT", "{refused}");
    }
    assert_eq!(running["data"]["startSession"]["state"], "RUNNING");
    assert_eq!(closed["data"]["closeSession"]["state"], "CLOSED");
}

#[tokio::test]
async fn a_cancelled_session_says_why_and_may_take_place_after_all() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let session = workshop.publishes(json!({})).await;
    let reasonless = json!({ "session": session["id"], "reason": " " });
    let cancel = json!({ "session": session["id"], "reason": "Amara is ill" });

    let refused = does(&workshop.amara, "cancelSession", reasonless).await;
    does(&workshop.amara, "cancelSession", cancel).await;
    let seen = workshop.seen_by(&workshop.priya).await;
    let again = json!({ "session": session["id"] });
    let again = does(&workshop.amara, "publishSession", again).await;

    assert_eq!(error_of(&refused).0, "INVALID");
    assert_eq!(seen[0]["state"], "CANCELLED");
    assert_eq!(seen[0]["stateReason"], "Amara is ill");
    assert_eq!(seen[0]["sequence"], 1);
    assert_eq!(again["data"]["publishSession"]["state"], "PUBLISHED");
    assert_eq!(again["data"]["publishSession"]["sequence"], 2);
}

#[tokio::test]
async fn learners_see_the_link_around_the_session_and_who_leads_at_any_time() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let link = "https://video.example.org/room/4";
    let more = json!({ "joinUrl": link, "joinMinutesBefore": 15, "joinMinutesAfter": 5 });
    let session = workshop.publishes(more).await;
    let sees = async |person| looks_at(person, &session["id"], "hasJoinUrl joinUrl").await;

    let early = sees(&workshop.priya).await;
    let amaras = sees(&workshop.amara).await;
    stage
        .clock
        .advance(TimeDelta::days(7) + TimeDelta::minutes(45));
    let open = sees(&workshop.priya).await;
    stage.clock.advance(TimeDelta::minutes(15 + 120 + 6));
    let over = sees(&workshop.priya).await;

    assert_eq!(early, json!({ "hasJoinUrl": true, "joinUrl": null }));
    assert_eq!(amaras["joinUrl"], link);
    assert_eq!(open["joinUrl"], link);
    assert_eq!(over["joinUrl"], Value::Null);
}

#[tokio::test]
async fn what_stands_in_calendars_raises_the_sequence_and_nothing_else_does() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let session = workshop.publishes(json!({ "place": "Room 4" })).await;
    let changes = async |change: Value| {
        let mut input = change;
        input["session"] = session["id"].clone();
        does(&workshop.amara, "updateSession", input).await["data"]["updateSession"].clone()
    };

    let about = changes(json!({ "about": "Bring a **case**." })).await;
    let room = changes(json!({ "place": "Room 5" })).await;
    let same = changes(json!({ "place": "Room 5" })).await;
    let lead = json!({ "lead": workshop.jonas.record.id.to_string() });
    let lead = changes(lead).await;
    let nobody = changes(json!({ "lead": null })).await;

    assert_eq!(about["sequence"], 0);
    assert_eq!(room["sequence"], 1);
    assert_eq!(same["sequence"], 1);
    assert_eq!(lead["lead"]["name"], "Jonas");
    assert_eq!(nobody["lead"], Value::Null);
}

fn wall(text: &str) -> sessions::WallTime {
    sessions::WallTime(text.parse().expect("a wall time"))
}

#[tokio::test]
async fn a_moved_session_keeps_its_parts_and_what_is_planned_for_them() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let two_days = json!({ "parts": [
        part("2026-01-12T10:00", "2026-01-12T12:00"),
        part("2026-01-13T10:00", "2026-01-13T12:00"),
    ] });
    let session = workshop.publishes(two_days).await;
    let id = session["id"].as_str().expect("an id");
    let agenda = json!({ "session": id, "segments": [
        { "kind": "OPENING", "title": "Arrive", "minutes": 10 },
        { "kind": "EXERCISE", "title": "Try", "minutes": 60, "part": 2 },
    ] });
    does(&workshop.amara, "setAgenda", agenda).await;
    let move_to = |parts: Vec<PartPlan>| RescheduleSession {
        session: id.parse().expect("an id"),
        parts,
        reason: Some("The room is flooded".to_owned()),
    };
    let one_day = PartPlan {
        starts: wall("2026-01-20T09:00:00"),
        ends: wall("2026-01-20T15:00:00"),
        zone: Some("Europe/Berlin".to_owned()),
    };

    let not_hers = workshop.priya.does(move_to(vec![one_day.clone()])).await;
    let moved = workshop.amara.does(move_to(vec![one_day.clone()])).await;
    let again = workshop.amara.does(move_to(vec![one_day])).await;
    let fields = format!("{SESSION} agenda {{ title part startsAt }}");
    let seen = looks_at(&workshop.priya, &session["id"], &fields).await;

    assert_eq!(not_hers.expect_err("a refusal").code(), "FORBIDDEN");
    assert_eq!(moved.expect("moved").sequence, 1);
    assert_eq!(again.expect("nothing to do").sequence, 1);
    assert_eq!(seen["parts"].as_array().map(Vec::len), Some(1));
    assert_eq!(seen["parts"][0]["id"], session["parts"][0]["id"]);
    assert_eq!(seen["parts"][0]["startsAt"], "2026-01-20T08:00:00+00:00");
    assert_eq!(seen["parts"][0]["starts"], "2026-01-20T09:00");
    assert_eq!(seen["stateReason"], "The room is flooded");
    assert_eq!(
        seen["agenda"],
        json!([
            { "title": "Arrive", "part": 1, "startsAt": "2026-01-20T08:00:00+00:00" },
            { "title": "Try", "part": 1, "startsAt": "2026-01-20T08:10:00+00:00" },
        ])
    );
}

#[tokio::test]
async fn who_plans_sees_who_has_another_session_then() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let other = stage.cohort("Selling well").await;
    for (person, role) in [
        (&workshop.amara, Role::Facilitator),
        (&workshop.priya, Role::Learner),
    ] {
        stage.joins(person, &other, role).await;
    }
    let elsewhere = json!({ "community": other.id.to_string(), "title": "Objections",
        "parts": [part("2026-01-12T11:30", "2026-01-12T13:00")] });
    workshop.publishes(elsewhere).await;
    let session = workshop.publishes(json!({})).await;
    let fields = "clashes { person { name } session { title } }";

    let seen = looks_at(&workshop.amara, &session["id"], fields).await;
    let by_priya = looks_at(&workshop.priya, &session["id"], fields).await;

    let mut names: Vec<&str> = seen["clashes"]
        .as_array()
        .expect("clashes")
        .iter()
        .map(|clash| clash["person"]["name"].as_str().expect("a name"))
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["Amara", "Priya"], "{seen}");
    assert_eq!(seen["clashes"][0]["session"]["title"], "Objections");
    assert_eq!(by_priya["clashes"], Value::Null);
}

#[tokio::test]
async fn materials_show_when_their_time_has_come() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let session = workshop.publishes(json!({})).await;
    let add = async |title: &str, shown: &str| {
        let input = json!({ "session": session["id"], "title": title,
            "url": "https://example.org/sheet", "shown": shown });
        does(&workshop.amara, "addMaterial", input).await
    };
    add("Reading", "ALWAYS").await;
    add("Slides", "FROM_START").await;
    add("Solutions", "AFTER_END").await;
    let no_page = json!({ "session": session["id"], "title": "Odd", "url": "javascript:alert(1)" });
    let refused = does(&workshop.amara, "addMaterial", no_page).await;
    let titles = async |person| {
        let seen = looks_at(person, &session["id"], "materials { title }").await;
        let materials = seen["materials"].as_array().cloned().unwrap_or_default();
        let titles = materials.iter().filter_map(|one| one["title"].as_str());
        titles.map(str::to_owned).collect::<Vec<_>>()
    };

    assert_eq!(error_of(&refused).0, "INVALID");
    assert_eq!(titles(&workshop.priya).await, ["Reading"]);
    assert_eq!(titles(&workshop.amara).await.len(), 3);
    stage
        .clock
        .advance(TimeDelta::days(7) + TimeDelta::hours(1));
    assert_eq!(titles(&workshop.priya).await, ["Reading", "Slides"]);
    stage.clock.advance(TimeDelta::hours(3));
    assert_eq!(titles(&workshop.priya).await.len(), 3);
}

#[tokio::test]
async fn ones_next_sessions_come_from_every_community() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let other = stage.cohort("Selling well").await;
    stage
        .joins(&workshop.amara, &other, Role::Facilitator)
        .await;
    stage.joins(&workshop.priya, &other, Role::Learner).await;
    workshop.publishes(json!({})).await;
    workshop.plans(json!({ "title": "A draft" })).await;
    let sooner = json!({ "community": other.id.to_string(), "title": "Objections",
        "parts": [part("2026-01-06T10:00", "2026-01-06T11:00")] });
    workshop.publishes(sooner).await;

    let ask = "{ viewer { sessions(first: 5) { title community { name } path } } }";
    let ahead = workshop.priya.asks(ask, json!({})).await;
    stage.clock.advance(TimeDelta::days(2));
    let later = workshop.priya.asks(ask, json!({})).await;

    let titles = |answer: &Value| {
        let sessions = answer["data"]["viewer"]["sessions"].as_array();
        let sessions = sessions.unwrap_or_else(|| panic!("{answer}")).clone();
        let titles = sessions.iter().filter_map(|one| one["title"].as_str());
        titles.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(titles(&ahead), ["Objections", "Listening first"]);
    assert_eq!(titles(&later), ["Listening first"]);
}
