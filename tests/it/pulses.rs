//! A few questions to many people, whose answers nobody can be named by.
mod answering;
mod asking;
mod attack;
mod away;
mod days;
mod links;
mod permissions;
mod programs;
mod series;

use crate::prompts::{changes, merge};
use crate::sessions::Workshop;
use chrono::TimeDelta;
use communities::{Community, Role};
use serde_json::{Value, json};
use tests::{Person, Stage, nonce};

pub const PULSE: &str = "id title kind state wave opensAt closesAt daysOpen cut enough askedCount
    answeredCount isExpected isWaiting viewerState isShared spared { why count }
    questions { id kind key words options barriers optional about } series { id wave opensAt }
    openLink { path url qrSvg } viewerCan { answer change share seeResults }";

pub const RESULTS: &str = "results { respondentCount askedCount withheld csv
    items { question { key kind } answerCount mean withheld bands { choice upTo count }
        cuts { name answerCount mean } barriers { barrier count } texts }
    changes { key wave count change withheld } }";

/// Amara's workshop with so many learners more beside Priya.
pub struct Pulsing<'stage> {
    pub stage: &'stage Stage,
    pub workshop: Workshop<'stage>,
    pub learners: Vec<Person<'stage>>,
}

impl<'stage> Pulsing<'stage> {
    pub async fn on(stage: &'stage Stage, learners: usize) -> Self {
        let workshop = Workshop::on(stage).await;
        let mut people = Vec::new();
        for number in 0..learners {
            let person = stage.person(&format!("Learner {number}")).await;
            stage.joins(&person, &workshop.cohort, Role::Learner).await;
            people.push(person);
        }
        Self {
            stage,
            workshop,
            learners: people,
        }
    }

    /// Everybody who is asked: Priya first.
    pub fn asked(&self) -> impl Iterator<Item = &Person<'stage>> {
        std::iter::once(&self.workshop.priya).chain(&self.learners)
    }

    /// Amara defines a transfer pulse that opens in an hour; returns the whole answer.
    pub async fn defines(&self, more: Value) -> Value {
        let opens = self.stage.db().now() + TimeDelta::hours(1);
        let mut input = json!({
            "community": self.workshop.cohort.id.to_string(), "kind": "TRANSFER",
            "opensAt": opens, "nonce": nonce(),
        });
        merge(&mut input, &more);
        changes(&self.workshop.amara, "definePulse", PULSE, input).await
    }

    pub async fn defined(&self, more: Value) -> Value {
        let answer = self.defines(more).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["definePulse"].clone()
    }

    /// A pulse that is open.
    pub async fn opened(&self, more: Value) -> Value {
        let pulse = self.defined(more).await;
        self.waits(TimeDelta::hours(1)).await;
        pulse
    }

    /// Lets time pass, and what is due happen.
    pub async fn waits(&self, time: TimeDelta) {
        self.stage.clock.advance(time);
        self.stage.takes_pulses().await;
    }

    pub async fn lives_until(&self, instant: &str) {
        let end: chrono::DateTime<chrono::Utc> = instant.parse().expect("an instant");
        self.waits(end - self.stage.db().now()).await;
    }

    /// As somebody sees it, with these fields.
    pub async fn seen(&self, person: &Person<'_>, (pulse, fields): (&Value, &str)) -> Value {
        let ask = format!("query($id: ID!) {{ node(id: $id) {{ ... on Pulse {{ {fields} }} }} }}");
        let answer = person.asks(&ask, json!({ "id": pulse["id"] })).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["node"].clone()
    }

    pub async fn answers(&self, person: &Person<'_>, pulse: &Value, answers: Value) -> Value {
        let input = json!({ "pulse": pulse["id"], "answers": answers });
        changes(person, "answerPulse", PULSE, input).await
    }

    /// Answers like this, which must be taken.
    pub async fn answered(&self, person: &Person<'_>, pulse: &Value, step: i64) {
        let answer = self.answers(person, pulse, all(pulse, step)).await;
        assert!(answer.get("errors").is_none(), "{answer}");
    }

    pub async fn leads(&self, verb: &str, pulse: &Value) -> Value {
        let input = json!({ "pulse": pulse["id"] });
        let answer = changes(&self.workshop.amara, verb, PULSE, input).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"][verb].clone()
    }

    /// How many facts of a kind were written, about this person if one is given.
    pub async fn facts(&self, kind: &str, person: Option<&Person<'_>>) -> Vec<kernel::Fact> {
        self.stage.facts_arrive().await;
        let conn = self.stage.db().read();
        let all = kernel::facts_after(&conn, kernel::Cursor::default(), 10_000).await;
        let of = |it: &kernel::Fact| {
            let person = person.map(|it| it.record.id);
            it.kind == kind && (person.is_none() || it.place.person == person)
        };
        all.expect("the log").into_iter().filter(of).collect()
    }

    /// What a query of the database counts.
    pub async fn counts(&self, sql: &str) -> i64 {
        let statement = sea_orm::Statement::from_string(self.stage.db().backend(), sql);
        let row = sea_orm::ConnectionTrait::query_one_raw(&self.stage.db().read(), statement).await;
        let row = row.expect("a query").expect("a row");
        row.try_get("", "counted").expect("a count")
    }
}

/// An answer to every question: this step of each scale, words and a barrier.
pub fn all(pulse: &Value, step: i64) -> Value {
    let questions = pulse["questions"].as_array().expect("questions");
    let answers = questions
        .iter()
        .map(|question| match question["kind"].as_str() {
            Some("SCALE") => json!({ "question": question["id"], "choice": step }),
            Some("TEXT") => json!({ "question": question["id"], "text": format!("step {step}") }),
            _ => json!({ "question": question["id"], "barriers": ["TIME"] }),
        });
    Value::Array(answers.collect())
}

/// A pulse that a learner answered, and one with follow-ups that waits for its time.
pub async fn answered_by(stage: &Stage, (cohort, learner): (&Community, &Person<'_>)) {
    let lead = stage.person("Somebody who asks").await;
    stage.joins(&lead, cohort, Role::Facilitator).await;
    let defines = async |kind: &str, hours: i64| {
        let opens = stage.db().now() + TimeDelta::hours(hours);
        let input = json!({
            "community": cohort.id.to_string(), "kind": kind, "opensAt": opens, "nonce": nonce(),
        });
        let answer = changes(&lead, "definePulse", PULSE, input).await;
        answer["data"]["definePulse"].clone()
    };
    defines("BASELINE", 48).await;
    let pulse = defines("TRANSFER", 0).await;
    stage.takes_pulses().await;
    let input = json!({ "pulse": pulse["id"], "answers": all(&pulse, 2) });
    let answer = changes(learner, "answerPulse", "id", input).await;
    assert!(answer.get("errors").is_none(), "{answer}");
}
