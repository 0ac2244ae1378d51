//! Questions that come ever more seldom after a session, and how well they were recalled.
mod blocked;
mod permissions;

use super::{Asking, answers, changes, merge};
use crate::journeys::goes_to;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of, nonce};

const SERIES: &str = "id title state viewerMarks viewerCan { change witness } session { number }
    questions { position kind title body days asksAt problem givenUpAt expected viewerMark prompt { id title answerFirst }
        counts { answered knew partly notYet } }";

impl Asking<'_> {
    /// Amara asks in a series after the session; returns the whole answer.
    async fn spaces(&self, more: Value) -> Value {
        let question = |title: &str, expected: Value| json!({ "title": title, "body": "Without looking it up", "expected": expected });
        let mut input = json!({
            "session": self.session, "channel": self.channel.id.to_string(),
            "title": "What stays", "nonce": nonce(),
            "questions": [
                question("The three steps", json!("Ask, wait, repeat")),
                question("The sentence that opens", json!("What would you lose?")),
                json!({ "kind": "APPLY", "title": "At work", "body": "Where did you use it?" }),
            ],
        });
        merge(&mut input, &more);
        changes(&self.workshop.amara, "spacePrompts", SERIES, input).await
    }

    async fn spaced(&self, more: Value) -> Value {
        let answer = self.spaces(more).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["spacePrompts"].clone()
    }

    async fn series(&self, person: &Person<'_>, of: &Value) -> Value {
        let ask = format!("query($id: ID!) {{ promptSeries(id: $id) {{ {SERIES} }} }}");
        let answer = person.asks(&ask, json!({ "id": of["id"] })).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["promptSeries"].clone()
    }

    async fn on_series(&self, verb: &str, of: &Value, more: Value) -> Value {
        let mut input = json!({ "series": of["id"] });
        merge(&mut input, &more);
        changes(&self.workshop.amara, verb, SERIES, input).await
    }
}

/// Lets the clock go there, and what is due be asked.
async fn lives_until(stage: &Stage, at: &str) {
    goes_to(stage, at);
    while prompts::ask_what_is_due(stage.db())
        .await
        .expect("questions")
        > 0
    {}
    stage.settle().await;
}

fn days(series: &Value) -> Vec<String> {
    let questions = series["questions"].as_array().expect("questions").iter();
    let day = |it: &Value| it["asksAt"].as_str().unwrap_or_default()[..10].to_owned();
    questions.map(day).collect()
}

fn asked(series: &Value) -> usize {
    let questions = series["questions"].as_array().expect("questions").iter();
    questions.filter(|it| it["prompt"].is_object()).count()
}

#[tokio::test]
async fn questions_come_on_their_days_and_show_what_was_expected_after_an_answer() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let priya = &it.workshop.priya;
    let series = it.spaced(json!({})).await;
    assert_eq!(days(&series), ["2026-01-13", "2026-01-15", "2026-01-19"]);
    let ahead = it.series(priya, &series).await;
    assert_eq!(
        ahead["questions"][0]["title"],
        Value::Null,
        "not before its day"
    );
    assert_eq!(ahead["questions"][0]["expected"], Value::Null);

    lives_until(&stage, "2026-01-13T09:00:00Z").await;
    let seen = it.series(priya, &series).await;
    let first = &seen["questions"][0];
    assert_eq!((asked(&seen), &seen["state"]), (1, &json!("RUNNING")));
    assert_eq!(first["prompt"]["answerFirst"], true);
    assert_eq!(first["expected"], Value::Null, "not before the own answer");
    let mark = json!({ "prompt": first["prompt"]["id"], "mark": "PARTLY" });
    let early = changes(priya, "markRecall", "id", mark.clone()).await;
    assert_eq!(error_of(&early).0, "CONFLICT");
    answers(priya, &first["prompt"], "Ask, and then?").await;
    stage.settle().await;
    let seen = it.series(priya, &series).await;
    assert_eq!(seen["questions"][0]["expected"], "Ask, wait, repeat");
    let marked = changes(priya, "markRecall", "id", mark).await;
    assert!(marked.get("errors").is_none(), "{marked}");

    lives_until(&stage, "2026-01-15T09:00:00Z").await;
    let second = it.series(priya, &series).await["questions"][1]["prompt"].clone();
    answers(priya, &second, "What would you lose?").await;
    let mark = json!({ "prompt": second["id"], "mark": "KNEW" });
    changes(priya, "markRecall", "id", mark).await;
    lives_until(&stage, "2026-01-19T09:00:00Z").await;
    let seen = it.series(priya, &series).await;
    assert_eq!(seen["state"], "DONE");
    assert_eq!(seen["viewerMarks"], json!(["PARTLY", "KNEW"]));
    assert_eq!(seen["questions"][0]["counts"], Value::Null);
    let applied = json!({ "prompt": seen["questions"][2]["prompt"]["id"], "mark": "KNEW" });
    let refused = changes(priya, "markRecall", "id", applied).await;
    assert_eq!(error_of(&refused).0, "INVALID");
    let led = it.series(&it.workshop.amara, &series).await;
    let counts = json!({ "answered": 1, "knew": 0, "partly": 1, "notYet": 0 });
    assert_eq!(led["questions"][0]["counts"], counts);
}

#[tokio::test]
async fn a_series_follows_its_session_and_can_be_paused_and_taken_back() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let series = it.spaced(json!({})).await;
    it.moves("2026-01-14").await;
    let moved = it.series(&it.workshop.amara, &series).await;
    assert_eq!(days(&moved), ["2026-01-15", "2026-01-17", "2026-01-21"]);

    lives_until(&stage, "2026-01-15T10:00:00Z").await;
    let paused = it.on_series("pausePromptSeries", &series, json!({})).await;
    assert_eq!(paused["data"]["pausePromptSeries"]["state"], "PAUSED");
    lives_until(&stage, "2026-01-20T10:00:00Z").await;
    assert_eq!(asked(&it.series(&it.workshop.amara, &series).await), 1);
    let goes_on = it.on_series("resumePromptSeries", &series, json!({})).await;
    let goes_on = &goes_on["data"]["resumePromptSeries"];
    assert_eq!(days(goes_on), ["2026-01-15", "2026-01-22", "2026-01-26"]);

    let other = json!({ "position": 2, "title": "On your shift", "days": 9 });
    let changed = it.on_series("updateSpacedQuestion", &series, other).await;
    let changed = &changed["data"]["updateSpacedQuestion"];
    assert_eq!(
        (&changed["questions"][2]["title"], days(changed)[2].as_str()),
        (&json!("On your shift"), "2026-01-28")
    );
    let asked_one = json!({ "position": 0, "title": "Too late" });
    let refused = it
        .on_series("updateSpacedQuestion", &series, asked_one)
        .await;
    assert_eq!(error_of(&refused).0, "CONFLICT");
    it.on_series("cancelPromptSeries", &series, json!({})).await;
    lives_until(&stage, "2026-02-10T10:00:00Z").await;
    let seen = it.series(&it.workshop.priya, &series).await;
    assert_eq!((asked(&seen), &seen["state"]), (1, &json!("CANCELLED")));
}

#[tokio::test]
async fn what_has_passed_comes_on_the_next_days_one_a_day() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    goes_to(&stage, "2026-01-21T12:00:00Z");
    let series = it.spaced(json!({})).await;
    assert_eq!(days(&series), ["2026-01-22", "2026-01-23", "2026-01-24"]);
}

#[tokio::test]
async fn a_session_that_does_not_take_place_is_followed_by_nothing() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let series = it.spaced(json!({})).await;
    let cancel = json!({ "session": it.session, "reason": "snow" });
    let cancelled = crate::sessions::does(&it.workshop.amara, "cancelSession", cancel).await;
    assert!(cancelled.get("errors").is_none(), "{cancelled}");
    lives_until(&stage, "2026-02-10T10:00:00Z").await;
    let seen = it.series(&it.workshop.amara, &series).await;
    assert_eq!((asked(&seen), &seen["state"]), (0, &json!("CANCELLED")));
}

#[tokio::test]
async fn a_series_that_makes_no_sense_is_refused_in_words() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let q = |days: Value| json!({ "title": "T", "body": "B", "days": days });
    let wrong = [
        (json!({ "questions": [] }), "questions"),
        (json!({ "questions": [q(json!(3)), q(json!(3))] }), "days"),
        (json!({ "questions": [q(json!(0))] }), "days"),
        (json!({ "questions": [q(json!(400))] }), "days"),
        (json!({ "title": " " }), "title"),
        (json!({ "questions": vec![q(Value::Null); 6] }), "days"),
    ];
    for (more, field) in wrong {
        let answer = it.spaces(more).await;
        assert_eq!(
            answer["errors"][0]["extensions"]["field"], field,
            "{answer}"
        );
    }
    let input = json!({ "session": it.session, "channel": it.channel.id.to_string(),
        "title": "T", "questions": [q(json!(1))], "nonce": "n" });
    let by_priya = changes(&it.workshop.priya, "spacePrompts", "id", input).await;
    assert_eq!(error_of(&by_priya).0, "FORBIDDEN");
    let twice = json!({ "nonce": "the same" });
    let (one, two) = (it.spaced(twice.clone()).await, it.spaced(twice).await);
    assert_eq!(one["id"], two["id"]);
}

#[tokio::test]
async fn who_is_muted_marks_nothing() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let (amara, priya) = (&it.workshop.amara, &it.workshop.priya);
    let series = it.spaced(json!({})).await;
    lives_until(&stage, "2026-01-13T09:00:00Z").await;
    let prompt = it.series(priya, &series).await["questions"][0]["prompt"].clone();
    answers(priya, &prompt, "Ask, and then?").await;
    stage.settle().await;
    let mute = json!({
        "community": it.workshop.cohort.id.to_string(), "person": priya.record.id.to_string(),
        "until": "2026-01-20T09:00:00Z", "reason": "Three advertisements in an hour",
    });
    let muted = changes(amara, "mutePerson", "id", mute).await;
    let mark = json!({ "prompt": prompt["id"], "mark": "KNEW" });
    let refused = changes(priya, "markRecall", "id", mark).await;

    assert!(muted.get("errors").is_none(), "{muted}");
    assert_eq!(error_of(&refused).0, "FORBIDDEN", "{refused}");
}
