//! What is asked between sessions, and what there is to read and to do.
mod asking;
mod brief;
mod catching_up;
mod live;
mod pre_work;
mod spaced;

use crate::sessions::Workshop;
use channels::{Channel, ChannelKind};
use serde_json::{Value, json};
use tests::{Person, Stage, nonce};

pub const PROMPT: &str = "id title dueAt zone minutes audience answerFirst withdrawnAt isExpected
    isAnswered isLate answerCount expectedCount answeredBy { name } waitingFor { name }
    due { days unit at } session { number } objectives { statement } viewerAnswer { body }
    thread { id kind withheld { reason count } prompt { id } }
    viewerCan { answer edit witness }";

/// A workshop with a session on Monday 12 January 2026 at ten in UTC, and a channel to ask in.
pub struct Asking<'stage> {
    pub workshop: Workshop<'stage>,
    pub channel: Channel,
    pub session: Value,
}

impl<'stage> Asking<'stage> {
    pub async fn on(stage: &'stage Stage) -> Self {
        let workshop = Workshop::on(stage).await;
        let kind = ChannelKind::Discussion;
        let channel = stage
            .channel(&workshop.cohort, "before-we-meet", kind)
            .await;
        let session = workshop.publishes(json!({})).await;
        Self {
            session: session["id"].clone(),
            workshop,
            channel,
        }
    }

    /// Amara asks; returns the whole answer.
    pub async fn asks(&self, more: Value) -> Value {
        let mut input = json!({
            "channel": self.channel.id.to_string(), "title": "A change that failed",
            "body": "What went wrong?", "session": self.session, "nonce": nonce(),
        });
        merge(&mut input, &more);
        changes(&self.workshop.amara, "postPrompt", PROMPT, input).await
    }

    /// Amara asks; returns the prompt.
    pub async fn asked(&self, more: Value) -> Value {
        let answer = self.asks(more).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["postPrompt"].clone()
    }

    /// Moves the session by so many days; what is due follows.
    pub async fn moves(&self, day: &str) {
        let parts = [crate::sessions::part(
            &format!("{day}T10:00"),
            &format!("{day}T12:00"),
        )];
        let input = json!({ "session": self.session, "parts": parts, "reason": "snow" });
        let change = "mutation($input: RescheduleSessionInput!) { rescheduleSession(input: $input) { session { id } } }";
        let moved = self
            .workshop
            .amara
            .asks(change, json!({ "input": input }))
            .await;
        assert!(moved.get("errors").is_none(), "{moved}");
    }
}

pub fn merge(input: &mut Value, more: &Value) {
    for (field, value) in more.as_object().into_iter().flatten() {
        input[field] = value.clone();
    }
}

/// A change by its name, answered with these fields.
pub async fn changes(person: &Person<'_>, verb: &str, fields: &str, input: Value) -> Value {
    let kind = format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]);
    let change = format!("mutation($input: {kind}!) {{ {verb}(input: $input) {{ {fields} }} }}");
    person.asks(&change, json!({ "input": input })).await
}

/// A prompt as somebody sees it.
pub async fn looks_at(person: &Person<'_>, prompt: &Value) -> Value {
    let ask = format!("query($id: ID!) {{ prompt(id: $id) {{ {PROMPT} }} }}");
    let answer = person.asks(&ask, json!({ "id": prompt["id"] })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["prompt"].clone()
}

pub async fn answers(person: &Person<'_>, prompt: &Value, body: &str) -> Value {
    let input = json!({ "prompt": prompt["id"], "body": body, "nonce": nonce() });
    changes(person, "answerPrompt", "id body number", input).await
}

/// What is asked of somebody and not done: titles, and whether they are late.
pub async fn due(person: &Person<'_>) -> Vec<(String, bool)> {
    let ask = "{ viewer { due { isLate dueAt prompt { title } preWork { title } } } }";
    let answer = person.asks(ask, json!({})).await;
    let due = answer["data"]["viewer"]["due"].as_array();
    let due = due.unwrap_or_else(|| panic!("{answer}")).iter();
    due.map(|due| {
        let title = due["prompt"]["title"].as_str();
        let title = title
            .or(due["preWork"]["title"].as_str())
            .unwrap_or_default();
        (title.to_owned(), due["isLate"] == true)
    })
    .collect()
}
