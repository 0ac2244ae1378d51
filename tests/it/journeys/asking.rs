//! Journeys ask, and what they asked follows and is taken back.
use super::{Autumn, does, goes_to, reminds, says, step};
use serde_json::{Value, json};
use tests::Stage;

fn before(days: i32) -> Value {
    json!({ "days": days })
}

#[tokio::test]
async fn a_prompt_is_taken_back_and_nobody_is_reminded_of_it() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let prompt = json!({ "title": "A question", "body": "What did you try?" });
    let book = json!({ "title": "Chapter 2", "url": "https://books.example/2" });
    let silent = json!({ "days": -2, "condition": "NOT_ANSWERED", "about": "prompt" });
    let steps = json!([
        step("prompt", "post_prompt", prompt, before(-5)),
        step("book", "open_pre_work", book, before(-5)),
        reminds("nudge", silent),
    ]);
    let (journey, _) = autumn.travels(steps).await;
    goes_to(&stage, "2026-03-21T12:00:00Z");
    stage.runs_what_is_due().await;
    for (key, field) in [("prompt", "prompt"), ("book", "preWork")] {
        let item = autumn.item(&journey, key).await;
        assert_eq!(item["state"], "DONE", "{item}");
        let back = does(&autumn.amara, "undoItem", json!({ "item": item["id"] })).await;
        assert_eq!(back["why"], "TAKEN_BACK", "{back}");
        assert!(back[field]["withdrawnAt"].is_string(), "{back}");
    }
    goes_to(&stage, "2026-03-24T12:00:00Z");
    stage.runs_what_is_due().await;
    let nudge = autumn.item(&journey, "nudge").await;
    assert_eq!(
        (&nudge["state"], &nudge["why"]),
        (&json!("SKIPPED"), &json!("NOBODY")),
        "{nudge}"
    );
}

#[tokio::test]
async fn other_working_days_move_what_counts_in_them() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let prompt = json!({
        "title": "A question", "body": "What did you try?",
        "dueDays": -1, "dueUnit": "working", "dueAt": "18:00",
    });
    let steps = json!([
        step("prompt", "post_prompt", prompt, before(-5)),
        says(
            "see-you",
            json!({ "days": -2, "unit": "WORKING", "at": "09:00" })
        ),
    ]);
    let (journey, _) = autumn.travels(steps).await;
    goes_to(&stage, "2026-03-21T12:00:00Z");
    stage.runs_what_is_due().await;
    assert_eq!(
        autumn.item(&journey, "see-you").await["dueAt"],
        "2026-03-24T08:00:00+00:00"
    );
    // Nobody works on Wednesday, the day before.
    let calendar = json!({
        "community": autumn.cohort.id.to_string(),
        "workDays": ["MONDAY", "TUESDAY", "THURSDAY", "FRIDAY"],
    });
    does(&autumn.amara, "updateCalendar", calendar).await;
    stage.settle().await;
    assert_eq!(
        autumn.item(&journey, "see-you").await["dueAt"],
        "2026-03-23T08:00:00+00:00"
    );
    assert_eq!(
        autumn.item(&journey, "prompt").await["prompt"]["dueAt"],
        "2026-03-24T17:00:00+00:00"
    );
}

#[tokio::test]
async fn what_a_step_leaves_open_is_worded_in_the_language_of_who_speaks() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let german = "mutation { updatePreferences(input: { language: \"de\" }) { email } }";
    autumn.amara.asks(german, json!({})).await;
    let asked =
        json!({ "title": "Zwei Tage danach", "questions": "Wie geht es?", "commitment": true });
    let steps = json!([
        step(
            "check",
            "open_check_in",
            asked,
            json!({ "anchor": "SESSION_END", "days": 2 })
        ),
        step(
            "recap",
            "recap_thread",
            json!({ "body": "Was nehmen Sie mit?" }),
            json!({ "anchor": "SESSION_END", "days": 1 }),
        ),
    ]);
    let (journey, session) = autumn.travels(steps).await;
    goes_to(&stage, "2026-03-26T09:30:00Z");
    for verb in ["startSession", "closeSession"] {
        does(&autumn.amara, verb, json!({ "session": session })).await;
    }
    autumn.lives_until(&journey, "2026-03-29T12:00:00Z").await;
    let ask = "query($slug: String!) { community(slug: $slug) {
        checkIns(filter: ALL, first: 5) { edges { node { questions { kind words } } } } } }";
    let slug = json!({ "slug": autumn.cohort.slug });
    let seen = autumn.amara.asks(ask, slug).await;

    let questions = &seen["data"]["community"]["checkIns"]["edges"][0]["node"]["questions"];
    assert_eq!(
        questions[1],
        json!({ "kind": "COMMITMENT",
                "words": "Was ist daraus geworden, und was tun Sie als Nächstes?" }),
        "{seen}"
    );
    let titles = autumn.titles().await;
    assert!(
        titles.contains(&"Listening first: was wir mitnehmen".to_owned()),
        "{titles:?}"
    );
}

#[tokio::test]
async fn a_pulse_is_opened_two_weeks_after_and_taken_back() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let asked = json!({ "kind": "transfer", "title": "What came of {session}?" });
    let after = json!({ "anchor": "SESSION_END", "days": 14 });
    let steps = json!([step("pulse", "open_pulse", asked, after)]);
    let (journey, session) = autumn.travels(steps).await;
    goes_to(&stage, "2026-03-26T09:30:00Z");
    for verb in ["startSession", "closeSession"] {
        does(&autumn.amara, verb, json!({ "session": session })).await;
    }
    autumn.lives_until(&journey, "2026-04-10T12:00:00Z").await;
    stage.takes_pulses().await;
    let item = autumn.item(&journey, "pulse").await;
    let ask = "query($id: ID!) { node(id: $id) { ... on JourneyItem {
        pulse { title kind state questions { key } } } } }";
    let seen = autumn.amara.asks(ask, json!({ "id": item["id"] })).await;
    let back = does(&autumn.amara, "undoItem", json!({ "item": item["id"] })).await;
    let after = autumn.amara.asks(ask, json!({ "id": item["id"] })).await;

    assert_eq!(item["state"], "DONE", "{item}");
    let pulse = &seen["data"]["node"]["pulse"];
    assert_eq!(pulse["title"], "What came of Listening first?", "{seen}");
    assert_eq!(
        (&pulse["kind"], &pulse["state"]),
        (&json!("TRANSFER"), &json!("OPEN"))
    );
    assert_eq!(back["why"], "TAKEN_BACK", "{back}");
    assert_eq!(after["data"]["node"]["pulse"]["state"], "CANCELLED");
}

#[tokio::test]
async fn a_check_in_that_a_step_opens_asks_what_is_written_and_comes_back_as_it_says() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let asked = json!({
        "title": "How it goes",
        "questions": "How often did you try it? :: never | once | often\nWhat got in the way?",
        "rrule": "FREQ=WEEKLY;COUNT=3", "daysOpen": 3,
    });
    let after = json!({ "anchor": "SESSION_END", "days": 14, "at": "09:00" });
    let (journey, session) = autumn
        .travels(json!([step("check", "open_check_in", asked, after)]))
        .await;
    goes_to(&stage, "2026-03-26T09:30:00Z");
    for verb in ["startSession", "closeSession"] {
        does(&autumn.amara, verb, json!({ "session": session })).await;
    }
    autumn.lives_until(&journey, "2026-04-09T12:00:00Z").await;
    for day in ["2026-04-09", "2026-04-17", "2026-04-24", "2026-05-01"] {
        goes_to(&stage, &format!("{day}T12:00:00Z"));
        stage.checks_in().await;
    }
    let ask = "query($slug: String!) { community(slug: $slug) { checkIns(filter: ALL, first: 5) {
        edges { node { opensAt daysOpen questions { kind words options } } } } } }";
    let slug = json!({ "slug": autumn.cohort.slug });
    let seen = autumn.amara.asks(ask, slug).await;

    let edges = seen["data"]["community"]["checkIns"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{seen}")).iter();
    let check_ins: Vec<&Value> = edges.map(|edge| &edge["node"]).collect();
    let mut opens: Vec<&str> = check_ins
        .iter()
        .filter_map(|it| it["opensAt"].as_str())
        .collect();
    opens.sort_unstable();
    let expected = ["2026-04-09", "2026-04-16", "2026-04-23"];
    assert_eq!(opens, expected.map(|day| format!("{day}T07:00:00+00:00")));
    for check_in in check_ins {
        let questions = json!([
            { "kind": "SCALE", "words": "How often did you try it?",
              "options": ["never", "once", "often"] },
            { "kind": "SHORT_TEXT", "words": "What got in the way?", "options": [] },
        ]);
        assert_eq!(check_in["questions"], questions);
        assert_eq!(check_in["daysOpen"], 3);
    }
}
