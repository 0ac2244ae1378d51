//! What the plan of a session leaves open.
use super::{Workshop, does, looks_at};
use communities::Role;
use kernel::ObjectiveId;
use proptest::prelude::*;
use serde_json::{Value, json};
use sessions::{Activity, ActivityKind, Coverage, accepts, code_at};
use tests::{Stage, error_of};

const CHECKS: &str = "guideChecks { kind part amount objective { statement } }";

async fn plans(workshop: &Workshop<'_>, session: &Value, segments: Value) -> Value {
    let input = json!({ "session": session["id"], "segments": segments });
    does(&workshop.amara, "setAgenda", input).await
}

#[tokio::test]
async fn the_guide_says_where_minutes_do_not_add_up_and_where_nobody_does_anything() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let session = workshop.publishes(json!({})).await;
    let thirteen_still = json!([
        { "kind": "OPENING", "title": "Arrive", "minutes": 5 },
        { "kind": "INPUT", "title": "Hear", "minutes": 8 },
        { "kind": "EXERCISE", "title": "Try", "minutes": 90 },
        { "kind": "INPUT", "title": "More", "minutes": 8 },
        { "kind": "BREAK", "title": "Coffee", "minutes": 10 },
        { "kind": "CLOSING", "title": "Look back", "minutes": 9 },
    ]);

    plans(&workshop, &session, thirteen_still).await;
    let found = looks_at(&workshop.amara, &session["id"], CHECKS).await;
    let hers = looks_at(&workshop.priya, &session["id"], CHECKS).await;
    let whole = json!([{ "kind": "EXERCISE", "title": "Try", "minutes": 120 }]);
    plans(&workshop, &session, whole).await;
    let fine = looks_at(&workshop.amara, &session["id"], CHECKS).await;

    assert_eq!(
        found["guideChecks"],
        json!([
            { "kind": "MINUTES_OVER", "part": 1, "amount": 10, "objective": null },
            { "kind": "NO_INTERACTION", "part": 1, "amount": 13, "objective": null },
        ])
    );
    assert_eq!(hers["guideChecks"], Value::Null);
    assert_eq!(fine["guideChecks"], json!([]));
}

#[tokio::test]
async fn the_guide_says_when_there_are_fewer_seats_than_learners() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    for name in ["Mei", "Kofi"] {
        let person = stage.person(name).await;
        stage.joins(&person, &workshop.cohort, Role::Learner).await;
    }
    let session = workshop.publishes(json!({ "capacity": 2 })).await;
    let whole = json!([{ "kind": "EXERCISE", "title": "Try", "minutes": 120 }]);
    plans(&workshop, &session, whole).await;

    let found = looks_at(&workshop.amara, &session["id"], CHECKS).await;

    let missing =
        json!([{ "kind": "SEATS_MISSING", "part": null, "amount": 1, "objective": null }]);
    assert_eq!(found["guideChecks"], missing);
}

#[tokio::test]
async fn what_who_leads_says_is_not_for_learners() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let session = workshop.publishes(json!({})).await;
    let segment = json!([{ "kind": "CHECK", "title": "Which is it", "minutes": 10,
        "prompt": "Ask who disagrees", "contingency": "Take the second case" }]);
    plans(&workshop, &session, segment).await;
    let fields = "agenda { title kind prompt contingency }";

    let amaras = looks_at(&workshop.amara, &session["id"], fields).await;
    let priyas = looks_at(&workshop.priya, &session["id"], fields).await;

    assert_eq!(amaras["agenda"][0]["contingency"], "Take the second case");
    assert_eq!(
        priyas["agenda"][0],
        json!({ "title": "Which is it", "kind": "CHECK", "prompt": null, "contingency": null })
    );
}

#[tokio::test]
async fn each_wrong_segment_is_refused_by_its_number_and_nothing_changes() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let session = workshop.publishes(json!({})).await;
    let fine = json!({ "kind": "CHECK", "title": "Fine", "minutes": 10 });
    plans(&workshop, &session, json!([fine])).await;
    let with = |field: &str, value: Value| {
        let mut segment = fine.clone();
        segment[field] = value;
        json!([fine, segment])
    };
    let wrong = [
        (
            with("part", json!(2)),
            "segment 2 is in a part that there is not",
        ),
        (
            with("minutes", json!(0)),
            "segment 2 takes 1 to 600 minutes",
        ),
        (
            with("title", json!("")),
            "segment 2 needs a title of 1 to 120 characters",
        ),
    ];

    for (segments, words) in wrong {
        let refused = plans(&workshop, &session, segments).await;
        assert_eq!(error_of(&refused), ("INVALID".to_owned(), words.to_owned()));
    }
    let seen = looks_at(&workshop.amara, &session["id"], "agenda { title }").await;
    assert_eq!(seen["agenda"], json!([{ "title": "Fine" }]));
}

fn objective(number: u8) -> ObjectiveId {
    ObjectiveId::from(uuid::Uuid::from_u128(u128::from(number)))
}

proptest! {
    #[test]
    fn every_activity_is_covered_or_named_as_without_an_objective(
        objectives in prop::collection::btree_set(0_u8..8, 0..6),
        served in prop::collection::vec(prop::collection::vec(0_u8..12, 0..4), 0..10),
    ) {
        let objectives: Vec<ObjectiveId> = objectives.into_iter().map(objective).collect();
        let activities: Vec<Activity> = served.iter().enumerate().map(|(at, served)| Activity {
            kind: ActivityKind::Segment,
            id: at.to_string(),
            title: String::new(),
            objectives: served.iter().copied().map(objective).collect(),
        }).collect();

        let coverage = Coverage::of(&objectives, &activities);

        prop_assert_eq!(coverage.covered.len(), objectives.len());
        for activity in &activities {
            let covering = coverage.covered.iter().any(|(_, all)| all.contains(activity));
            prop_assert_ne!(covering, coverage.aimless.contains(activity));
        }
    }

    #[test]
    fn a_code_is_taken_in_its_half_minute_and_the_next_and_never_again(
        secret in prop::collection::vec(any::<u8>(), 32), shown in 0_i64..4_000_000_000,
        later in 0_i64..600
    ) {
        let at = |second| chrono::DateTime::from_timestamp(second, 0).expect("an instant");
        let code = code_at(&secret, at(shown));
        let windows = (shown + later).div_euclid(30) - shown.div_euclid(30);
        prop_assert!(code.until > at(shown));
        prop_assert_eq!(accepts(&secret, &code.text, at(shown + later)), windows <= 1);
    }
}
