//! Templates that cannot be, and places where they cannot be applied: each refused in words.
use super::{Autumn, does, reminds, says, tries};
use serde_json::{Value, json};
use tests::{Stage, error_of};

async fn refused(autumn: &Autumn<'_>, steps: Value) -> String {
    let input = json!({
        "community": autumn.cohort.id.to_string(), "name": "Around a session", "steps": steps,
    });
    let answer = tries(&autumn.amara, "createJourneyTemplate", input).await;
    let (code, words) = error_of(&answer);
    assert_eq!(code, "INVALID", "{answer}");
    assert_eq!(answer["errors"][0]["extensions"]["field"], "steps");
    words
}

#[tokio::test]
async fn steps_that_wait_for_each_other_are_named() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let after = |key: &str| json!({ "anchor": "STEP", "after": key, "days": 1 });
    let words = refused(
        &autumn,
        json!([
            reminds("first", json!({ "days": -1 })),
            reminds("one", after("two")),
            reminds("two", after("three")),
            reminds("three", after("one")),
        ]),
    )
    .await;
    assert_eq!(
        words,
        "step 2: these steps wait for each other: one waits for two waits for three waits for one"
    );
    let words = refused(&autumn, json!([reminds("one", after("one"))])).await;
    assert!(
        words.starts_with("step 1: these steps wait for each other"),
        "{words}"
    );
}

#[tokio::test]
async fn what_would_lie_before_somebody_joins_is_refused() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let joining = |mut when: Value| {
        when["anchor"] = json!("ENROLMENT");
        when
    };
    for when in [
        joining(json!({ "days": -1 })),
        joining(json!({ "minutes": -5 })),
        joining(json!({ "days": 0, "at": "09:00" })),
    ] {
        let words = refused(&autumn, json!([reminds("welcome", when)])).await;
        assert_eq!(words, "step 1: this may lie before a person joins");
    }
    let chained = json!([
        reminds("welcome", joining(json!({ "days": 1 }))),
        reminds(
            "earlier",
            json!({ "anchor": "STEP", "after": "welcome", "minutes": -1 })
        ),
    ]);
    let words = refused(&autumn, chained).await;
    assert_eq!(words, "step 2: this may lie before a person joins");
}

#[tokio::test]
async fn each_step_that_cannot_be_says_why() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let soon = json!({ "days": -1 });
    let with = |field: &str, value: Value| {
        let mut step = reminds("one", soon.clone());
        step[field] = value;
        step
    };
    let asks = |more: Value| {
        let mut settings = json!({ "title": "One", "body": "What?" });
        for (field, value) in more.as_object().into_iter().flatten() {
            settings[field] = value.clone();
        }
        super::step("ask", "post_prompt", settings, soon.clone())
    };
    let missed = json!({ "days": -1, "condition": "MISSED" });
    let silent = json!({ "days": -1, "condition": "NOT_ANSWERED", "about": "hello" });
    for (steps, expected) in [
        (json!([]), "a journey has 1 to 50 steps"),
        (
            json!([with("key", json!("Not a key"))]),
            "step 1: a key has letters a to z, digits and hyphens",
        ),
        (
            json!([with("days", json!(400))]),
            "step 1: 366 days is the farthest",
        ),
        (
            json!([with("at", json!("25:00"))]),
            "step 1: this is no time of day",
        ),
        (
            json!([with("minutes", json!(5))]),
            "step 1: say how far it is from its anchor: in days or in minutes",
        ),
        (
            json!([with("action", json!("dance"))]),
            "step 1: there is no such action",
        ),
        (
            json!([with("settings", json!({}))]),
            "step 1: these settings cannot be read: missing field `text`",
        ),
        (
            json!([with("settings", json!({ "text": "one", "txt": "two" }))]),
            "step 1: there is no setting called txt",
        ),
        (
            json!([asks(json!({ "dueDays": -1 }))]),
            "step 1: when it is due takes both: dueDays and dueAt",
        ),
        (
            json!([asks(json!({ "audience": [] }))]),
            "step 1: name at least one role",
        ),
        (
            json!([with("settings", json!({ "text": " " }))]),
            "step 1: this cannot be empty",
        ),
        (
            json!([with("after", json!("two")), reminds("one", soon.clone())]),
            "step 2: another step is called one too",
        ),
        (
            json!([reminds(
                "one",
                json!({ "anchor": "STEP", "after": "two", "days": 1 })
            )]),
            "step 1: there is no step called two",
        ),
        (
            json!([reminds("one", missed)]),
            "step 1: who was there is known once the session is closed",
        ),
        (
            json!([says("hello", soon.clone()), reminds("one", silent)]),
            "step 2: hello posts no prompt that could be answered",
        ),
        (
            json!([says("hello", json!({ "anchor": "ENROLMENT", "days": 1 }))]),
            "step 1: this action speaks to everybody, not to each who joins",
        ),
    ] {
        assert_eq!(refused(&autumn, steps).await, expected);
    }
}

#[tokio::test]
async fn a_check_in_that_could_not_be_asked_is_refused_when_it_is_planned() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let after = json!({ "anchor": "SESSION_END", "days": 14 });
    for (more, expected) in [
        (
            json!({ "questions": "How often? :: never | often" }),
            "step 1: a scale has 3 to 5 words",
        ),
        (
            json!({ "questions": "How often? :: never | often | never" }),
            "step 1: two options read the same",
        ),
        (
            json!({ "rrule": "every now and then" }),
            "step 1: this is no recurrence",
        ),
        (
            json!({ "rrule": "FREQ=WEEKLY;UNTIL=20270101T000000Z" }),
            "step 1: this recurrence ends on a day that may be over when it begins",
        ),
        (
            json!({ "rrule": "FREQ=WEEKLY;COUNT=6", "daysOpen": 10 }),
            "step 1: it opens again before that: let it be open for 7 days at most",
        ),
    ] {
        let mut settings = json!({ "title": "How it goes", "questions": "What got in the way?" });
        for (field, value) in more.as_object().into_iter().flatten() {
            settings[field] = value.clone();
        }
        let steps = json!([super::step(
            "check",
            "open_check_in",
            settings,
            after.clone()
        )]);
        assert_eq!(refused(&autumn, steps).await, expected);
    }
}

#[tokio::test]
async fn a_template_is_applied_where_it_belongs() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let template = autumn
        .template(json!([reminds("one", json!({ "days": -1 }))]))
        .await;
    let other = stage.cohort("Objection handling").await;
    let elsewhere = json!({ "template": template, "community": other.id.to_string() });
    let answer = tries(&autumn.amara, "applyJourney", elsewhere.clone()).await;
    assert_eq!(error_of(&answer).0, "NOT_FOUND");
    let ines = stage.administrator("Ines").await;
    let answer = tries(&ines, "applyJourney", elsewhere).await;
    assert_eq!(
        error_of(&answer).1,
        "this template belongs to another community"
    );
    let whole = json!({ "template": template, "community": autumn.cohort.id.to_string() });
    let answer = tries(&autumn.amara, "applyJourney", whole).await;
    assert_eq!(error_of(&answer).1, "one counts from a session; choose one");
    let answer = tries(
        &autumn.amara,
        "applyJourney",
        json!({ "template": template }),
    )
    .await;
    assert_eq!(
        error_of(&answer).1,
        "say what it is applied to: a session or a community"
    );
}

#[tokio::test]
async fn learners_and_strangers_neither_see_nor_steer() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let steps = json!([says("tomorrow", json!({ "days": -1, "at": "17:00" }))]);
    let (journey, session) = autumn.travels(steps.clone()).await;
    let item = autumn.item(&journey, "tomorrow").await["id"].clone();
    let eve = stage.person("Eve").await;
    let parts = json!([{ "starts": "2026-04-01T10:00", "ends": "2026-04-01T12:00" }]);
    for (person, expected) in [(&autumn.priya, "FORBIDDEN"), (&eve, "NOT_FOUND")] {
        let community = autumn.cohort.id.to_string();
        for (field, input) in [
            (
                "createJourneyTemplate",
                json!({ "community": community, "name": "Mine", "steps": steps }),
            ),
            ("pauseJourney", json!({ "journey": journey })),
            ("resumeJourney", json!({ "journey": journey })),
            ("withdrawJourney", json!({ "journey": journey })),
            (
                "updateJourney",
                json!({ "journey": journey, "name": "Mine" }),
            ),
            (
                "moveStep",
                json!({ "journey": journey, "step": "tomorrow", "to": "2026-03-20T10:00:00Z" }),
            ),
            ("skipItem", json!({ "item": item })),
            ("runItemNow", json!({ "item": item })),
            ("undoItem", json!({ "item": item })),
            ("runJobAgain", json!({ "job": item })),
            (
                "rescheduleSession",
                json!({ "session": session, "parts": parts, "dryRun": true }),
            ),
        ] {
            let answer = tries(person, field, input).await;
            assert_eq!(error_of(&answer).0, expected, "{field}: {answer}");
        }
        let look = "query($slug: String!) { community(slug: $slug) {
            journeys { id } journeyTemplates { id } } jobs(first: 10) { edges { node { id } } } }";
        let answer = person
            .asks(look, json!({ "slug": autumn.cohort.slug }))
            .await;
        let text = answer.to_string();
        assert!(
            !text.contains("journey_") && !text.contains("template_"),
            "{text}"
        );
    }
    let answer = autumn
        .priya
        .asks(
            "query($id: ID!) { node(id: $id) { id } }",
            json!({ "id": journey }),
        )
        .await;
    assert_eq!(error_of(&answer).0, "FORBIDDEN");
    let seen = does(&autumn.amara, "pauseJourney", json!({ "journey": journey })).await;
    assert!(seen["pausedAt"].is_string());
}

#[tokio::test]
async fn asking_what_a_move_brings_is_refused_as_the_move_would_be() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let session = autumn.session("2026-03-26T10:00", "2026-03-26T12:00").await;
    let parts = json!([{ "starts": "2026-04-01T10:00", "ends": "2026-04-01T12:00" }]);
    let moving = async |reason: &str, dry: bool| {
        let input = json!({ "session": session, "parts": parts, "reason": reason, "dryRun": dry });
        let answer = tries(&autumn.amara, "rescheduleSession", input).await;
        error_of(&answer)
    };

    let long = "snow ".repeat(61);
    let (asked, done) = (moving(&long, true).await, moving(&long, false).await);
    assert_eq!((&asked, asked.0.as_str()), (&done, "INVALID"));

    let cancel = json!({ "session": session, "reason": "snow" });
    does(&autumn.amara, "cancelSession", cancel).await;
    let (asked, done) = (moving("snow", true).await, moving("snow", false).await);
    assert_eq!((&asked, asked.0.as_str()), (&done, "CONFLICT"));
}

#[tokio::test]
async fn a_template_is_applied_once_until_its_journey_is_taken_back() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let session = autumn.session("2026-03-26T10:00", "2026-03-26T12:00").await;
    let before = json!({ "days": -1, "at": "09:00" });
    let template = autumn
        .template(json!([says("see-you", before.clone())]))
        .await;
    let journey = autumn.applies(&template, &session).await;

    let input = json!({ "template": template, "session": session });
    let again = tries(&autumn.amara, "applyJourney", input).await;
    let (code, words) = error_of(&again);
    assert_eq!(
        (code.as_str(), words.as_str()),
        ("INVALID", "this template is applied here already")
    );
    assert_eq!(again["errors"][0]["extensions"]["field"], "template");

    let back = json!({ "journey": journey });
    does(&autumn.amara, "withdrawJourney", back).await;
    autumn.applies(&template, &session).await;
}
