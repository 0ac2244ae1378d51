//! Letters: who gets which, when, and how they leave.
mod calendars;
mod choosing;
mod leaving;
mod outbox;
mod telling;
mod wire;

use channels::Channel;
use communities::Role;
use serde_json::{Value, json};
use tests::{Person, Stage};

const SETTINGS: &str = "{ viewer { notificationSettings {
    preset digestAt lettersADay zone heldCount pausedUntil quiet { from until } kinds { kind when }
} } }";

const CHOOSE: &str = "mutation($input: UpdateNotificationSettingsInput!) {
    updateNotificationSettings(input: $input) {
        preset digestAt lettersADay pausedUntil quiet { from until } kinds { kind when }
    } }";

/// Priya and Jonas, who talk in a channel.
async fn pair(stage: &Stage) -> (Person<'_>, Person<'_>, Channel) {
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let (_, lobby) = stage
        .cohort_of(&[(&priya, Role::Learner), (&jonas, Role::Moderator)])
        .await;
    (priya, jonas, lobby)
}

async fn chooses(person: &Person<'_>, input: Value) -> Value {
    person.asks(CHOOSE, json!({ "input": input })).await
}

/// As `chooses`, where it must be taken.
async fn has_chosen(person: &Person<'_>, input: Value) -> Value {
    let answer = chooses(person, input).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["updateNotificationSettings"].clone()
}

async fn settings(person: &Person<'_>) -> Value {
    let answer = person.asks(SETTINGS, json!({})).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["viewer"]["notificationSettings"].clone()
}

fn when(settings: &Value, kind: &str) -> String {
    let kinds = settings["kinds"].as_array().expect("kinds");
    let row = kinds.iter().find(|row| row["kind"] == kind);
    row.expect("a row")["when"]
        .as_str()
        .expect("a word")
        .to_owned()
}
