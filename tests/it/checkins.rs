//! What people are asked after a session, and what they answer for whom.
mod answering;
mod coming;
mod late;
mod leading;
mod links;
mod permissions;
mod promises;
mod rechecks;
mod scheduling;

use crate::prompts::{changes, merge};
use crate::sessions::Workshop;
use chrono::TimeDelta;
use serde_json::{Value, json};
use tests::{Person, Stage, nonce};

pub const CHECK_IN: &str = "id title state opensAt closesAt isExpected isWaiting expectedCount
    sentCount daysAfterSession rrule nextAt timesToCome questions { id kind words options visibility
    commitment { words } } viewerResponse { id state isLate answers { text choice } }
    viewerCan { answer change witness nudge arrange } summary { title }";

const RESPONSE: &str = "id state isLate skippedBecause answers { text choice question { kind } }";

const BOARD: &str = "board { questions { question { words } answerCount withheld texts
    tally { choice upTo count } answers { id text person { name } } }
    stream(first: 50) { edges { node { text person { name } } } }
    waitingFor { name } skipped { person { name } skippedBecause } away { name } hiddenCount
    themes { id title count answers { text } takenInto { number } } }";

/// Amara's workshop, with a check-in of three questions that opens in an hour.
pub struct CheckingIn<'stage> {
    pub stage: &'stage Stage,
    pub workshop: Workshop<'stage>,
    pub check_in: Value,
}

impl<'stage> CheckingIn<'stage> {
    pub async fn on(stage: &'stage Stage) -> Self {
        let workshop = Workshop::on(stage).await;
        stage
            .channel(&workshop.cohort, "lobby", channels::ChannelKind::Discussion)
            .await;
        let mut it = Self {
            stage,
            workshop,
            check_in: Value::Null,
        };
        it.check_in = it.defined(json!({})).await;
        it
    }

    pub async fn defines(&self, more: Value) -> Value {
        let opens = self.stage.db().now() + TimeDelta::hours(1);
        let mut input = json!({
            "community": self.workshop.cohort.id.to_string(), "title": "Two weeks on",
            "opensAt": opens, "daysOpen": 3, "nonce": nonce(),
            "questions": [
                { "kind": "SCALE", "words": "How often did you try it?",
                  "options": ["never", "once", "often"], "visibility": "COHORT" },
                { "kind": "SHORT_TEXT", "words": "What got in the way?" },
                { "kind": "CHOICE", "words": "Would you say it aloud?",
                  "options": ["yes", "no"], "visibility": "ANONYMOUS" },
            ],
        });
        merge(&mut input, &more);
        changes(&self.workshop.amara, "defineCheckIn", CHECK_IN, input).await
    }

    pub async fn defined(&self, more: Value) -> Value {
        let answer = self.defines(more).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["defineCheckIn"].clone()
    }

    /// Lets time pass, and what is due happen.
    pub async fn waits(&self, hours: i64) {
        self.stage.clock.advance(TimeDelta::hours(hours));
        self.stage.checks_in().await;
    }

    pub async fn opens(&self) {
        self.waits(1).await;
    }

    /// As somebody sees it, with these fields.
    pub async fn seen(&self, person: &Person<'_>, fields: &str) -> Value {
        let ask =
            format!("query($id: ID!) {{ node(id: $id) {{ ... on CheckIn {{ {fields} }} }} }}");
        let answer = person
            .asks(&ask, json!({ "id": self.check_in["id"] }))
            .await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["node"].clone()
    }

    /// Answers to all three questions.
    pub fn words(&self, (scale, text, choice): (i32, &str, i32)) -> Value {
        let id = |at: usize| &self.check_in["questions"][at]["id"];
        json!([
            { "question": id(0), "choice": scale },
            { "question": id(1), "text": text },
            { "question": id(2), "choice": choice },
        ])
    }

    pub async fn does(&self, person: &Person<'_>, verb: &str, more: Value) -> Value {
        let mut input = json!({ "checkIn": self.check_in["id"] });
        merge(&mut input, &more);
        changes(person, verb, RESPONSE, input).await
    }

    pub async fn sends(&self, person: &Person<'_>, answers: Value) -> Value {
        let more = json!({ "answers": answers });
        self.does(person, "answerCheckIn", more).await
    }

    /// A lead's verb, which returns the check-in.
    pub async fn leads(&self, verb: &str, more: Value) -> Value {
        let mut input = json!({ "checkIn": self.check_in["id"] });
        merge(&mut input, &more);
        changes(&self.workshop.amara, verb, CHECK_IN, input).await
    }
}
