//! Journeys are paused, skipped, run and taken back; they fail, come late, and keep pace.
use super::{Autumn, does, goes_to, instant, reminds, says, tries};
use chrono::TimeDelta;
use communities::Role;
use journeys::run_due_items;
use serde_json::{Value, json};
use tests::{Stage, error_of};

fn before(days: i32) -> Value {
    json!({ "days": days, "at": "09:00" })
}

#[tokio::test]
async fn nothing_of_a_paused_journey_happens_until_it_is_resumed() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let steps = json!([
        says("early", before(-7)),
        reminds("nudge", json!({ "days": -6 })),
        says("late", before(-2))
    ]);
    let (journey, _) = autumn.travels(steps).await;
    does(&autumn.amara, "pauseJourney", json!({ "journey": journey })).await;
    autumn.lives_until(&journey, "2026-03-23T12:00:00Z").await;
    assert!(autumn.titles().await.is_empty());

    does(
        &autumn.amara,
        "resumeJourney",
        json!({ "journey": journey }),
    )
    .await;
    stage.runs_what_is_due().await;
    // What still helps is said; the reminder helps until the session begins.
    assert_eq!(autumn.titles().await, ["early"]);
    assert_eq!(autumn.item(&journey, "nudge").await["state"], "DONE");
    assert_eq!(autumn.item(&journey, "late").await["state"], "PENDING");
}

#[tokio::test]
async fn after_a_long_sleep_what_still_helps_is_done_and_what_does_not_is_let_go() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let prompt = json!({ "title": "A question", "body": "What did you try?", "dueDays": 3, "dueAt": "18:00" });
    let steps = json!([
        super::step("prompt", "post_prompt", prompt, before(-3)),
        reminds("tomorrow", before(-1)),
        says("see-you", before(-1)),
    ]);
    let (journey, _) = autumn.travels(steps).await;
    goes_to(&stage, "2026-03-27T12:00:00Z");
    stage.runs_what_is_due().await;
    assert_eq!(autumn.titles().await, ["A question"]);
    for key in ["tomorrow", "see-you"] {
        let item = autumn.item(&journey, key).await;
        assert_eq!(
            (&item["state"], &item["why"]),
            (&json!("SKIPPED"), &json!("TOO_LATE")),
            "{item}"
        );
    }
}

#[tokio::test]
async fn an_item_is_skipped_put_back_run_and_taken_back() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let amara = &autumn.amara;
    let (journey, _) = autumn
        .travels(json!([
            says("hello", before(-7)),
            reminds("nudge", before(-6))
        ]))
        .await;
    let hello = autumn.item(&journey, "hello").await["id"].clone();
    let skipped = does(amara, "skipItem", json!({ "item": hello })).await;
    assert_eq!(
        (&skipped["state"], &skipped["why"]),
        (&json!("SKIPPED"), &json!("BY_HAND"))
    );
    autumn.lives_until(&journey, "2026-03-19T09:00:00Z").await;
    assert!(autumn.titles().await.is_empty());

    let back = does(amara, "undoItem", json!({ "item": hello })).await;
    assert_eq!(back["state"], "PENDING");
    let done = does(amara, "runItemNow", json!({ "item": hello })).await;
    assert_eq!(
        (&done["state"], &done["thread"]["title"]),
        (&json!("DONE"), &json!("hello"))
    );
    stage.runs_what_is_due().await;
    assert_eq!(autumn.titles().await, ["hello"]);
    let again = tries(amara, "runItemNow", json!({ "item": hello })).await;
    assert_eq!(error_of(&again).1, "this has happened already");

    let taken = does(amara, "undoItem", json!({ "item": hello })).await;
    assert_eq!(
        (&taken["state"], &taken["why"]),
        (&json!("SKIPPED"), &json!("TAKEN_BACK"))
    );
    let opening = "query($id: ID!) { thread(id: $id) { lockedAt opening { deletedAt } } }";
    let answer = autumn
        .priya
        .asks(opening, json!({ "id": done["thread"]["id"] }))
        .await;
    assert!(
        answer["data"]["thread"]["opening"]["deletedAt"].is_string(),
        "{answer}"
    );
    assert!(answer["data"]["thread"]["lockedAt"].is_string());

    let nudge = autumn.item(&journey, "nudge").await["id"].clone();
    does(amara, "runItemNow", json!({ "item": nudge })).await;
    let answer = tries(amara, "undoItem", json!({ "item": nudge })).await;
    assert_eq!(
        error_of(&answer).1,
        "what people were told cannot be taken back"
    );
}

#[tokio::test]
async fn a_journey_taken_back_leaves_what_happened() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let (journey, _) = autumn
        .travels(json!([says("early", before(-7)), says("late", before(-1))]))
        .await;
    autumn.lives_until(&journey, "2026-03-20T00:00:00Z").await;
    does(
        &autumn.amara,
        "withdrawJourney",
        json!({ "journey": journey }),
    )
    .await;
    assert_eq!(autumn.item(&journey, "early").await["state"], "DONE");
    assert_eq!(autumn.item(&journey, "late").await["why"], "WITHDRAWN");
    autumn.lives_until(&journey, "2026-03-27T00:00:00Z").await;
    assert_eq!(autumn.titles().await, ["early"]);
}

#[tokio::test]
async fn a_step_is_dragged_and_still_moves_with_the_session() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let (journey, session) = autumn.travels(json!([says("hello", before(-7))])).await;
    let to = json!({ "journey": journey, "step": "hello", "to": "2026-03-23T13:15:00Z" });
    does(&autumn.amara, "moveStep", to).await;
    assert_eq!(
        autumn.item(&journey, "hello").await["dueAt"],
        "2026-03-23T13:15:00+00:00"
    );
    let parts = json!([{ "starts": "2026-04-02T10:00", "ends": "2026-04-02T12:00" }]);
    does(
        &autumn.amara,
        "rescheduleSession",
        json!({ "session": session, "parts": parts }),
    )
    .await;
    // Three days before, at a quarter past two by the clocks of Berlin, which have changed.
    assert_eq!(
        autumn.item(&journey, "hello").await["dueAt"],
        "2026-03-30T12:15:00+00:00"
    );
}

#[tokio::test]
async fn a_journey_gains_and_loses_steps_and_keeps_what_happened() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let (journey, _) = autumn
        .travels(json!([says("early", before(-7)), says("late", before(-1))]))
        .await;
    autumn.lives_until(&journey, "2026-03-20T00:00:00Z").await;
    let steps = json!([says("early", before(-5)), says("other", before(-2))]);
    does(
        &autumn.amara,
        "updateJourney",
        json!({ "journey": journey, "steps": steps }),
    )
    .await;
    autumn.lives_until(&journey, "2026-03-27T00:00:00Z").await;
    assert_eq!(autumn.titles().await, ["other", "early"]);
    assert_eq!(autumn.item(&journey, "other").await["state"], "DONE");
}

#[tokio::test]
async fn who_joins_later_is_welcomed_and_who_leaves_is_let_be() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let steps = json!([
        reminds("welcome", json!({ "anchor": "ENROLMENT", "minutes": 30 })),
        reminds(
            "settled",
            json!({ "anchor": "ENROLMENT", "days": 3, "at": "09:00" })
        ),
    ]);
    let template = autumn.template(steps).await;
    let input = json!({ "template": template, "community": autumn.cohort.id.to_string() });
    let journey = does(&autumn.amara, "applyJourney", input).await["id"].clone();
    assert!(
        autumn.items(&journey).await.is_empty(),
        "who was there is welcomed no more"
    );

    goes_to(&stage, "2026-03-17T10:00:00Z");
    let noor = stage.person("Noor").await;
    stage.joins(&noor, &autumn.cohort, Role::Learner).await;
    stage.runs_what_is_due().await;
    let due: Vec<_> = autumn
        .items(&journey)
        .await
        .iter()
        .map(|item| item["dueAt"].clone())
        .collect();
    assert_eq!(
        due,
        ["2026-03-17T10:30:00+00:00", "2026-03-20T08:00:00+00:00"]
    );
    autumn.lives_until(&journey, "2026-03-18T00:00:00Z").await;
    let places = communities::memberships_of(&stage.db().read(), noor.record.id).await;
    let place = places.expect("a membership").remove(0).id.to_string();
    does(
        &autumn.amara,
        "removeMember",
        json!({ "membership": place }),
    )
    .await;
    autumn.lives_until(&journey, "2026-03-24T00:00:00Z").await;
    let ends: Vec<_> = autumn
        .items(&journey)
        .await
        .iter()
        .map(|item| (item["state"].clone(), item["why"].clone()))
        .collect();
    assert_eq!(
        ends,
        [
            (json!("DONE"), Value::Null),
            (json!("SKIPPED"), json!("LEFT"))
        ]
    );
}

#[tokio::test]
async fn what_cannot_be_done_says_why_and_is_tried_again() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let hello = super::step(
        "hello",
        "announce",
        json!({ "channel": "news", "title": "hello", "body": "Until soon." }),
        before(-7),
    );
    let (journey, session) = autumn.travels(json!([hello])).await;
    let ahead = "query($id: ID!) { node(id: $id) { ... on Journey { ahead { problem } } } }";
    let answer = autumn.amara.asks(ahead, json!({ "id": journey })).await;
    let words = "this community has no open channel called news; open one, or name another";
    assert_eq!(answer["data"]["node"]["ahead"][0]["problem"], words);

    autumn.lives_until(&journey, "2026-03-19T08:00:00Z").await;
    let failed = autumn.item(&journey, "hello").await;
    assert_eq!(
        (&failed["state"], &failed["attempts"]),
        (&json!("PENDING"), &json!(1)),
        "{failed}"
    );
    assert_eq!(failed["problem"], words);
    assert_eq!(failed["nextAttemptAt"], "2026-03-19T08:00:30+00:00");
    let jobs = "{ jobs(first: 10) { edges { node { id kind problem givenUp item { id } } } } }";
    let answer = autumn.amara.asks(jobs, Value::Null).await;
    let job = &answer["data"]["jobs"]["edges"][0]["node"];
    assert_eq!(
        (&job["id"], &job["problem"]),
        (&failed["id"], &json!(words)),
        "{answer}"
    );

    for _ in 0..7 {
        stage.clock.advance(TimeDelta::hours(2));
        stage.runs_what_is_due().await;
    }
    let given_up = autumn.item(&journey, "hello").await;
    assert_eq!(
        (&given_up["state"], &given_up["attempts"]),
        (&json!("FAILED"), &json!(8))
    );
    stage
        .channel(&autumn.cohort, "news", channels::ChannelKind::Mixed)
        .await;
    does(&autumn.amara, "runJobAgain", json!({ "job": failed["id"] })).await;
    stage.runs_what_is_due().await;
    assert_eq!(autumn.titles().await, ["hello"]);
    let answer = autumn.amara.asks(jobs, Value::Null).await;
    assert_eq!(answer["data"]["jobs"]["edges"], json!([]));
    let _ = session;
}

#[tokio::test]
async fn a_clock_that_jumps_a_day_repeats_nothing() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let (journey, _) = autumn
        .travels(json!([says("one", before(-7)), says("two", before(-6))]))
        .await;
    goes_to(&stage, "2026-03-19T08:00:00Z");
    stage.runs_what_is_due().await;
    // A day ahead by mistake, a day behind by mistake, and right again.
    for at in [
        "2026-03-20T08:00:00Z",
        "2026-03-18T08:00:00Z",
        "2026-03-19T08:00:00Z",
        "2026-03-20T08:00:00Z",
    ] {
        goes_to(&stage, at);
        stage.runs_what_is_due().await;
    }
    assert_eq!(autumn.titles().await, ["two", "one"]);
    let done = autumn.items(&journey).await;
    assert!(done.iter().all(|item| item["state"] == "DONE"));
}

#[tokio::test]
async fn a_cancelled_session_silences_its_journey_and_one_that_is_held_after_all_wakes_it() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let (journey, session) = autumn.travels(json!([says("hello", before(-2))])).await;
    let cancel = json!({ "session": session, "reason": "The trainer is ill" });
    does(&autumn.amara, "cancelSession", cancel).await;
    stage.settle().await;
    assert_eq!(autumn.item(&journey, "hello").await["why"], "CANCELLED");
    does(
        &autumn.amara,
        "publishSession",
        json!({ "session": session }),
    )
    .await;
    stage.settle().await;
    assert_eq!(autumn.item(&journey, "hello").await["state"], "PENDING");
    assert_eq!(
        instant("2026-03-24T08:00:00Z"),
        super::instant_of(&autumn.item(&journey, "hello").await["dueAt"])
    );
}

#[tokio::test]
async fn nothing_happens_for_a_session_that_was_cancelled_a_moment_ago() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let steps = json!([says("see-you", before(-1))]);
    let (journey, session) = autumn.travels(steps).await;
    stage.runs_what_is_due().await;
    goes_to(&stage, "2026-03-25T12:00:00Z");
    let cancel = json!({ "session": session, "reason": "the trainer is ill" });
    does(&autumn.amara, "cancelSession", cancel).await;

    // Nobody who follows the log has heard of it yet.
    let looked_at = run_due_items(stage.db(), &stage.app.actions).await;
    assert_eq!(looked_at.expect("the items that are due"), 1);

    assert!(autumn.titles().await.is_empty());
    let item = autumn.item(&journey, "see-you").await;
    assert_eq!(
        (&item["state"], &item["why"]),
        (&json!("SKIPPED"), &json!("CANCELLED"))
    );
}
