//! Who was there, who says so, and what was said before.
use super::{Workshop, does, looks_at, part};
use chrono::TimeDelta;
use communities::Role;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const ROLL: &str =
    "parts { id attendance(first: 50) { edges { node { id person { name } state source
    note recordedBy { name } history { number state source } } } } }";

/// Records one state for people in the first part.
async fn taps(person: &Person<'_>, session: &Value, marks: Value) -> Value {
    let input = json!({ "part": session["parts"][0]["id"], "marks": marks });
    does(person, "recordAttendance", input).await
}

async fn roll(person: &Person<'_>, session: &Value) -> Vec<Value> {
    let seen = looks_at(person, &session["id"], ROLL).await;
    let edges = seen["parts"][0]["attendance"]["edges"].as_array();
    let edges = edges.cloned().unwrap_or_default();
    edges.into_iter().map(|edge| edge["node"].clone()).collect()
}

fn mark(person: &Person<'_>, state: &str) -> Value {
    json!({ "person": person.record.id.to_string(), "state": state })
}

async fn code(person: &Person<'_>, session: &Value) -> Option<String> {
    let seen = looks_at(
        person,
        &session["id"],
        "parts { checkInCode { code until seconds } }",
    )
    .await;
    let code = &seen["parts"][0]["checkInCode"]["code"];
    code.as_str().map(str::to_owned)
}

async fn checks_in(person: &Person<'_>, session: &Value, code: &str) -> Value {
    does(
        person,
        "checkIn",
        json!({ "session": session["id"], "code": code }),
    )
    .await
}

const OWN: &str = "parts { viewerAttendance { state source } }";

#[tokio::test]
async fn every_change_of_an_attendance_is_kept() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let session = workshop.publishes(json!({})).await;
    let (amara, priya) = (&workshop.amara, &workshop.priya);
    stage
        .clock
        .advance(TimeDelta::days(7) + TimeDelta::hours(2));

    taps(amara, &session, json!([mark(priya, "PRESENT")])).await;
    taps(amara, &session, json!([mark(priya, "PRESENT")])).await;
    taps(amara, &session, json!([mark(priya, "LEFT_EARLY")])).await;
    let kept = roll(amara, &session).await;
    let back = json!([{ "person": priya.record.id.to_string(), "state": null }]);
    taps(amara, &session, back).await;
    let empty = roll(amara, &session).await;
    taps(amara, &session, json!([mark(priya, "LATE")])).await;
    let again = roll(amara, &session).await;

    assert_eq!(kept[0]["state"], "LEFT_EARLY");
    assert_eq!(kept[0]["recordedBy"]["name"], "Amara");
    assert_eq!(
        kept[0]["history"],
        json!([
            { "number": 1, "state": "PRESENT", "source": "INSTRUCTOR" },
            { "number": 2, "state": "LEFT_EARLY", "source": "INSTRUCTOR" },
        ])
    );
    assert!(empty.is_empty(), "{empty:?}");
    assert_eq!(again[0]["history"].as_array().map(Vec::len), Some(4));
    assert_eq!(again[0]["history"][2]["state"], Value::Null);
}

#[tokio::test]
async fn who_attended_is_for_who_leads_and_for_oneself() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let ines = stage.administrator("Ines").await;
    let session = workshop.publishes(json!({})).await;
    let (amara, priya, jonas) = (&workshop.amara, &workshop.priya, &workshop.jonas);
    stage
        .clock
        .advance(TimeDelta::days(7) + TimeDelta::hours(2));
    let marks = json!([mark(priya, "PRESENT"), mark(jonas, "ABSENT")]);

    let not_hers = taps(priya, &session, marks.clone()).await;
    let not_from_outside = taps(&ines, &session, marks.clone()).await;
    taps(amara, &session, marks).await;
    let ask = format!("query($id: ID!) {{ session(id: $id) {{ {ROLL} }} }}");
    let refused = priya.asks(&ask, json!({ "id": session["id"] })).await;
    let own = looks_at(priya, &session["id"], OWN).await;
    let rows = roll(amara, &session).await;
    let node = "query($id: ID!) { node(id: $id) { ... on Attendance { state } } }";
    let of = |name: &str| {
        rows.iter()
            .find(|row| row["person"]["name"] == name)
            .expect("a row")
    };
    let priyas = priya.asks(node, json!({ "id": of("Priya")["id"] })).await;
    let jonass = priya.asks(node, json!({ "id": of("Jonas")["id"] })).await;

    assert_eq!(error_of(&not_hers).0, "FORBIDDEN");
    assert_eq!(error_of(&not_from_outside).0, "FORBIDDEN");
    assert_eq!(error_of(&refused).0, "FORBIDDEN");
    assert_eq!(own["parts"][0]["viewerAttendance"]["state"], "PRESENT");
    assert_eq!(priyas["data"]["node"]["state"], "PRESENT");
    assert_eq!(jonass["data"]["node"], Value::Null);
    let conn = stage.db().read();
    let id = session["id"]
        .as_str()
        .expect("an id")
        .parse()
        .expect("an id");
    let attended = sessions::attendance_of(&conn, id)
        .await
        .expect("attendance");
    let here = |state: &sessions::AttendanceState| state.attended();
    assert_eq!(attended.iter().filter(|(_, state)| here(state)).count(), 1);
}

#[tokio::test]
async fn a_code_lasts_half_a_minute_and_is_taken_for_half_a_minute_more() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let session = workshop.publishes(json!({})).await;
    let (amara, priya, jonas) = (&workshop.amara, &workshop.priya, &workshop.jonas);
    stage
        .clock
        .advance(TimeDelta::days(7) + TimeDelta::minutes(55));

    let first = code(amara, &session).await.expect("a code");
    assert_eq!(code(priya, &session).await, None);
    stage.clock.advance(TimeDelta::seconds(30));
    let second = code(amara, &session).await.expect("a code");
    let typed = first.to_lowercase().replace('-', " ");
    let in_time = checks_in(priya, &session, &typed).await;
    stage.clock.advance(TimeDelta::seconds(30));
    let too_old = checks_in(jonas, &session, &first).await;
    stage.clock.advance(TimeDelta::minutes(20));
    let fresh = code(amara, &session).await.expect("a code");
    let late = checks_in(jonas, &session, &fresh).await;

    assert_ne!(first, second);
    assert!(in_time.get("errors").is_none(), "{in_time}");
    assert_eq!(error_of(&too_old).0, "INVALID");
    assert_eq!(too_old["errors"][0]["extensions"]["field"], "code");
    assert!(late.get("errors").is_none(), "{late}");
    let present = looks_at(priya, &session["id"], OWN).await;
    let late = looks_at(jonas, &session["id"], OWN).await;
    assert_eq!(
        present["parts"][0]["viewerAttendance"],
        json!({ "state": "PRESENT", "source": "CHECK_IN" })
    );
    assert_eq!(late["parts"][0]["viewerAttendance"]["state"], "LATE");
}

#[tokio::test]
async fn checking_in_is_for_members_while_it_goes_on_and_overrules_nobody() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let session = workshop.publishes(json!({})).await;
    let (amara, priya) = (&workshop.amara, &workshop.priya);
    let eve = stage.person("Eve").await;

    let days_before = code(amara, &session).await.expect("a code");
    let too_early = checks_in(priya, &session, &days_before).await;
    stage
        .clock
        .advance(TimeDelta::days(7) + TimeDelta::hours(1));
    taps(amara, &session, json!([mark(priya, "ABSENT")])).await;
    let shown = code(amara, &session).await.expect("a code");
    let overruled = checks_in(priya, &session, &shown).await;
    let by_eve = checks_in(&eve, &session, &shown).await;

    assert_eq!(error_of(&too_early).0, "CONFLICT");
    assert_eq!(error_of(&overruled).0, "CONFLICT");
    assert_eq!(error_of(&by_eve).0, "NOT_FOUND");
    let own = looks_at(priya, &session["id"], OWN).await;
    assert_eq!(own["parts"][0]["viewerAttendance"]["state"], "ABSENT");
}

#[tokio::test]
async fn each_wrong_list_is_refused_whole() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let draft = workshop.plans(json!({ "parts": [part("2026-01-05T10:00", "2026-01-05T11:00")] }));
    let draft = draft.await["data"]["createSession"].clone();
    let session = workshop.publishes(json!({})).await;
    let (amara, priya) = (&workshop.amara, &workshop.priya);
    let eve = stage.person("Eve").await;
    let present = mark(priya, "PRESENT");

    let ahead = taps(amara, &session, json!([present])).await;
    let excused = taps(amara, &session, json!([mark(priya, "EXCUSED")])).await;
    let of_draft = taps(amara, &draft, json!([present])).await;
    stage.clock.advance(TimeDelta::days(8));
    let nobody = taps(amara, &session, json!([])).await;
    let twice = taps(amara, &session, json!([present, present])).await;
    let stranger = json!([mark(amara, "PRESENT"), mark(&eve, "PRESENT")]);
    let stranger = taps(amara, &session, stranger).await;

    assert_eq!(error_of(&ahead).0, "CONFLICT");
    assert!(excused.get("errors").is_none(), "{excused}");
    assert_eq!(error_of(&of_draft).0, "CONFLICT");
    assert_eq!(error_of(&nobody).0, "INVALID");
    assert_eq!(error_of(&twice).1, "somebody is in this list twice");
    assert_eq!(
        error_of(&stranger).1,
        "person 2 of this list is no member here"
    );
    let rows = roll(amara, &session).await;
    assert_eq!(rows.len(), 1, "only the excuse stands: {rows:?}");
}

#[tokio::test]
async fn a_part_with_attendance_cannot_be_left_out() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let two = json!({ "parts": [part("2026-01-05T10:00", "2026-01-05T11:00"),
        part("2026-01-05T13:00", "2026-01-05T14:00")] });
    let session = workshop.publishes(two).await;
    stage
        .joins(&stage.person("Mei").await, &workshop.cohort, Role::Learner)
        .await;
    let input = json!({ "part": session["parts"][1]["id"],
        "marks": [mark(&workshop.priya, "EXCUSED")] });
    does(&workshop.amara, "recordAttendance", input).await;
    let wall = |text: &str| sessions::WallTime(text.parse().expect("a wall time"));
    let one = sessions::RescheduleSession {
        session: session["id"]
            .as_str()
            .expect("an id")
            .parse()
            .expect("an id"),
        parts: vec![sessions::PartPlan {
            starts: wall("2026-01-06T10:00:00"),
            ends: wall("2026-01-06T11:00:00"),
            zone: None,
        }],
        reason: None,
    };

    let refused = workshop.amara.does(one).await.expect_err("a refusal");

    assert_eq!(
        refused.to_string(),
        "who attended part 2 is recorded, so it cannot be left out"
    );
}
