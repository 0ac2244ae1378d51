//! What is asked reaches the inbox of each whom it is asked, and leaves it when they have done it.
use crate::prompts::{Asking, answers, changes};
use communities::Role;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use serde_json::{Value, json};
use std::time::Duration;
use tests::{Person, Post, Stage};
use tokio::time::timeout;

const NOTICES: &str = "{ viewer { noticeCount notices(first: 20) { edges { node {
    kind about title happensAt minutes words thread { id } } } } } }";

async fn notices(stage: &Stage, person: &Person<'_>) -> Vec<Value> {
    stage.settle().await;
    stage.settle().await;
    let answer = person.asks(NOTICES, json!({})).await;
    let viewer = &answer["data"]["viewer"];
    let edges = viewer["notices"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    assert_eq!(viewer["noticeCount"], edges.len());
    edges.iter().map(|edge| edge["node"].clone()).collect()
}

/// Those that are no news of the session itself.
async fn asked_of(stage: &Stage, person: &Person<'_>) -> Vec<Value> {
    let mut notices = notices(stage, person).await;
    notices.retain(|notice| notice["kind"] != "SESSION_ANNOUNCED");
    notices
}

#[tokio::test]
async fn a_prompt_waits_in_the_inbox_of_each_who_is_asked_until_they_answer() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let (priya, jonas, amara) = (&it.workshop.priya, &it.workshop.jonas, &it.workshop.amara);
    let rule = json!({ "days": -2, "unit": "WORKING", "at": "17:00" });
    let asked = it
        .asked(json!({ "due": rule, "minutes": 10, "answerFirst": true }))
        .await;

    let told = asked_of(&stage, priya).await;
    assert_eq!(told.len(), 1, "{told:?}");
    let expected = json!({ "kind": "PROMPT_ASKED", "about": asked["id"], "minutes": 10,
        "title": "A change that failed", "happensAt": "2026-01-08T17:00:00+00:00",
        "words": null, "thread": { "id": asked["thread"]["id"] } });
    assert_eq!(told[0], expected);
    for other in [jonas, amara] {
        assert!(asked_of(&stage, other).await.is_empty(), "not asked");
    }

    // The session moves, and what was told is put right without being told again.
    it.moves("2026-01-14").await;
    let told = asked_of(&stage, priya).await;
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().any(|notice| notice["kind"] == "SESSION_MOVED"));
    let prompt = told.iter().find(|notice| notice["kind"] == "PROMPT_ASKED");
    let prompt = prompt.expect("the prompt");
    assert_eq!(prompt["happensAt"], "2026-01-12T17:00:00+00:00");

    answers(priya, &asked, "We told nobody").await;
    let told = asked_of(&stage, priya).await;
    assert_eq!(told.len(), 1, "only the session: {told:?}");
}

#[tokio::test]
async fn what_is_taken_back_waits_for_nobody_and_who_is_asked_later_is_told_then() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let (priya, jonas, amara) = (&it.workshop.priya, &it.workshop.jonas, &it.workshop.amara);
    let asked = it.asked(json!({})).await;
    let open = json!({ "community": it.workshop.cohort.id.to_string(), "session": it.session,
        "title": "Chapter 2", "url": "https://books.example/2", "minutes": 15 });
    let book = changes(amara, "openPreWork", "id", open).await["data"]["openPreWork"].clone();
    let kinds = async |person| {
        let told = asked_of(&stage, person).await;
        let mut kinds: Vec<String> = told.iter().map(|it| it["kind"].to_string()).collect();
        kinds.sort();
        kinds
    };
    assert_eq!(
        kinds(priya).await,
        ["\"PRE_WORK_OPENED\"", "\"PROMPT_ASKED\""]
    );
    assert!(kinds(jonas).await.is_empty());

    let everybody = json!({ "prompt": asked["id"], "audience": ["LEARNER", "EXPERT"] });
    changes(amara, "updatePrompt", "id", everybody).await;
    assert_eq!(kinds(jonas).await, ["\"PROMPT_ASKED\""]);

    let done = json!({ "preWork": book["id"], "done": true });
    changes(priya, "markPreWorkDone", "id", done).await;
    assert_eq!(kinds(priya).await, ["\"PROMPT_ASKED\""]);
    let back = json!({ "prompt": asked["id"], "withdrawn": true });
    changes(amara, "withdrawPrompt", "id", back).await;
    for person in [priya, jonas] {
        assert!(kinds(person).await.is_empty());
    }

    let again = json!({ "prompt": asked["id"], "withdrawn": false });
    changes(amara, "withdrawPrompt", "id", again).await;
    for person in [priya, jonas] {
        assert_eq!(
            kinds(person).await,
            ["\"PROMPT_ASKED\""],
            "asked again is told again"
        );
    }
}

#[tokio::test]
async fn a_reminder_takes_the_place_of_the_prompt_and_a_letter_says_until_when() {
    let stage = Stage::new().await;
    let post = Post::of(&stage);
    let it = Asking::on(&stage).await;
    let (priya, amara) = (&it.workshop.priya, &it.workshop.amara);
    let noor = stage.person("Noor").await;
    stage.joins(&noor, &it.workshop.cohort, Role::Learner).await;
    let prompt = json!({ "title": "Bring one talk", "body": "What went wrong?",
        "answerFirst": true, "dueDays": -1, "dueAt": "18:00" });
    let steps = json!([
        { "key": "ask", "title": "Ask", "anchor": "SESSION_START", "days": -6, "at": "09:00",
          "action": "post_prompt", "settings": prompt },
        { "key": "nudge", "title": "Nudge", "anchor": "STEP", "after": "ask", "days": 2, "at": "09:00",
          "condition": "NOT_ANSWERED", "about": "ask", "action": "remind",
          "settings": { "text": "Three lines are enough." } },
    ]);
    let template = json!({ "community": it.workshop.cohort.id.to_string(), "name": "Around",
        "steps": steps });
    let made = changes(amara, "createJourneyTemplate", "id", template).await;
    let apply =
        json!({ "template": made["data"]["createJourneyTemplate"]["id"], "session": it.session });
    let applied = changes(amara, "applyJourney", "id", apply).await;
    assert!(applied.get("errors").is_none(), "{applied}");

    stage.clock.advance(chrono::TimeDelta::days(1));
    stage.runs_what_is_due().await;
    let asked = asked_of(&stage, priya).await;
    assert_eq!(asked[0]["kind"], "PROMPT_ASKED", "{asked:?}");
    let prompt = json!({ "id": asked[0]["about"] });
    answers(&noor, &prompt, "Nobody listened, I least of all").await;
    stage.clock.advance(chrono::TimeDelta::days(2));
    stage.runs_what_is_due().await;

    let told = asked_of(&stage, priya).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(
        (&told[0]["kind"], &told[0]["about"], &told[0]["words"]),
        (
            &json!("REMINDER"),
            &prompt["id"],
            &json!("Three lines are enough.")
        )
    );
    assert!(asked_of(&stage, &noor).await.is_empty(), "she answered");

    stage.clock.advance(chrono::TimeDelta::minutes(5));
    let letters = post.goes_round(&stage).await;
    let letter = letters
        .iter()
        .find(|letter| letter.to == "priya@example.org" && letter.text.contains("is still open"));
    let letter = letter.unwrap_or_else(|| panic!("{letters:?}"));
    for words in [
        "Bring one talk",
        "Due Sunday, 11 January 2026, 18:00",
        "> Three lines are enough.",
    ] {
        assert!(letter.text.contains(words), "{words}: {}", letter.text);
    }
    assert!(!letter.text.contains("Nobody listened"), "it is withheld");

    let ines = stage.administrator("Ines").await;
    let outbox = "{ outbox(first: 20) { edges { node { kind subject text } } } }";
    let shown = ines.asks(outbox, json!({})).await.to_string();
    assert!(shown.contains("DIGEST"), "{shown}");
    assert!(
        !shown.contains("/mail/"),
        "a link acts for whom it was written to: {shown}"
    );
    assert!(
        !shown.contains("Bring one talk"),
        "it is for members: {shown}"
    );
}

const FOLLOW: &str = "subscription($in: ID) { liveEvents(in: $in) { kind
    prompt { id answerCount } preWork { id title } post { body } } }";

async fn next(stream: &mut BoxStream<'static, Value>, kind: &str) -> Value {
    loop {
        let next = timeout(Duration::from_secs(5), stream.next()).await;
        let next = next.ok().flatten().unwrap_or(Value::Null);
        let event = &next["data"]["liveEvents"];
        assert!(event.is_object(), "nothing more is heard: {next}");
        if event["kind"] == kind {
            return event.clone();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_asked_and_answered_appears_while_people_look() {
    let stage = Stage::live().await;
    let it = Asking::on(&stage).await;
    let (priya, amara) = (&it.workshop.priya, &it.workshop.amara);
    let within = json!({ "in": it.workshop.cohort.id.to_string() });
    let mut priyas = priya.follows(FOLLOW, within.clone()).await;
    let mut amaras = amara.follows(FOLLOW, within).await;
    next(&mut priyas, "READY").await;
    next(&mut amaras, "READY").await;

    let asked = it.asked(json!({ "answerFirst": true })).await;
    let prompt = json!({ "id": asked["id"], "answerCount": 0 });
    assert_eq!(next(&mut priyas, "PROMPT_CHANGED").await["prompt"], prompt);
    answers(&it.workshop.jonas, &asked, "We told nobody").await;
    stage.settle().await;
    let heard = next(&mut priyas, "PROMPT_CHANGED").await;
    assert_eq!(heard["prompt"]["id"], asked["id"]);
    assert_eq!(heard["post"], Value::Null, "and nothing of what he wrote");

    let open = json!({ "community": it.workshop.cohort.id.to_string(), "title": "Chapter 2",
        "url": "https://books.example/2" });
    let book = changes(amara, "openPreWork", "id", open).await["data"]["openPreWork"].clone();
    let heard = next(&mut priyas, "PRE_WORK_CHANGED").await;
    assert_eq!(
        heard["preWork"],
        json!({ "id": book["id"], "title": "Chapter 2" })
    );
    let back = json!({ "preWork": book["id"], "withdrawn": true });
    changes(amara, "withdrawPreWork", "id", back).await;
    let heard = next(&mut priyas, "PRE_WORK_CHANGED").await;
    assert_eq!(
        heard["preWork"],
        Value::Null,
        "it is not hers to see any more"
    );
    next(&mut amaras, "PRE_WORK_CHANGED").await;
    let heard = next(&mut amaras, "PRE_WORK_CHANGED").await;
    assert_eq!(
        heard["preWork"]["id"], book["id"],
        "who leads may put it back"
    );
}
