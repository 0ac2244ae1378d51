//! People hand in what they applied, and each who did looks at what others handed in.
mod belonging;
mod giving;
mod passing_on;
mod permissions;
mod refusals;
mod telling;

use crate::prompts::{changes, merge};
use channels::Channel;
use chrono::TimeDelta;
use communities::{Community, Role};
use serde_json::{Value, json};
use tests::{Person, Stage, nonce};

pub const ROUND: &str = "id path title body bodyHtml each days closesAt state
    criteria { position title levels } counts { handedIn complete waiting given late withNobody }
    viewerEvidence { id state } viewerFeedback { id state } viewerCan { handIn change lead }";
pub const EVIDENCE: &str = "id state wanted withNobodySince by { name } thread { id title kind }
    round { id } feedback { id state marks by { name } post { body } } viewerCan { withdraw ask }";
pub const FEEDBACK: &str = "id state askedAt dueAt givenAt marks by { name } post { body }
    evidence { id by { name } } viewerCan { give decline mark }";

/// Amara leads a cohort; the others learn there.
pub struct Looking<'stage> {
    pub stage: &'stage Stage,
    pub amara: Person<'stage>,
    pub learners: Vec<Person<'stage>>,
    pub cohort: Community,
    pub channel: Channel,
}

impl<'stage> Looking<'stage> {
    /// Monday 5 January 2026, nine o'clock UTC.
    pub async fn on(stage: &'stage Stage, names: &[&str]) -> Self {
        let amara = stage.person("Amara").await;
        let mut learners = Vec::new();
        for name in names {
            learners.push(stage.person(name).await);
        }
        let (cohort, channel) = stage.cohort_of(&[(&amara, Role::Facilitator)]).await;
        for learner in &learners {
            stage.joins(learner, &cohort, Role::Learner).await;
        }
        Self {
            stage,
            amara,
            learners,
            cohort,
            channel,
        }
    }

    pub fn criteria() -> Value {
        let levels = json!(["Not yet", "Partly", "Fully"]);
        json!([
            { "title": "Asked before telling", "levels": levels },
            { "title": "Waited for the answer", "levels": levels },
        ])
    }

    /// Amara opens a round; returns the whole answer.
    pub async fn opens(&self, more: Value) -> Value {
        let mut input = json!({
            "community": self.cohort.id.to_string(), "channel": self.channel.id.to_string(),
            "title": "One talk at work", "body": "What did you *try*?",
            "criteria": Self::criteria(), "nonce": nonce(),
        });
        merge(&mut input, &more);
        changes(&self.amara, "createFeedbackRound", ROUND, input).await
    }

    /// As `opens`; returns the round.
    pub async fn opened(&self, more: Value) -> Value {
        let answer = self.opens(more).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        self.stage.settle().await;
        answer["data"]["createFeedbackRound"].clone()
    }

    /// The learner at this place hands something in; returns the whole answer.
    pub async fn submits(&self, who: usize, round: &Value, more: Value) -> Value {
        let person = &self.learners[who];
        let mut input = json!({
            "round": round["id"], "title": format!("What {} tried", person.record.name),
            "body": "I asked, and waited.", "nonce": nonce(),
        });
        merge(&mut input, &more);
        changes(person, "submitEvidence", EVIDENCE, input).await
    }

    /// As `submits`; returns what was handed in.
    pub async fn hands_in(&self, who: usize, round: &Value) -> Value {
        let answer = self.submits(who, round, json!({})).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        self.stage.settle().await;
        answer["data"]["submitEvidence"].clone()
    }

    /// What somebody does, by its input; returns the whole answer.
    pub async fn does(&self, person: &Person<'_>, verb: &str, input: Value) -> Value {
        let fields = match verb {
            "withdrawEvidence" => EVIDENCE,
            _ if verb.ends_with("Round") => ROUND,
            _ => FEEDBACK,
        };
        let answer = changes(person, verb, fields, input).await;
        self.stage.settle().await;
        answer
    }

    /// As `does`; returns what was changed.
    pub async fn done(&self, person: &Person<'_>, verb: &str, input: Value) -> Value {
        let answer = self.does(person, verb, input).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"][verb].clone()
    }

    /// Somebody gives feedback that they are asked for.
    pub async fn gives(&self, person: &Person<'_>, feedback: &Value) -> Value {
        let input = json!({
            "feedback": feedback["id"], "marks": [2, null], "body": "You waited. That helped.",
            "nonce": nonce(),
        });
        self.done(person, "giveFeedback", input).await
    }

    /// What waits for somebody, and of whom, in their order.
    pub async fn due(&self, person: &Person<'_>) -> Vec<Value> {
        let ask = format!("{{ feedbackDue {{ {FEEDBACK} }} }}");
        let answer = person.asks(&ask, json!({})).await;
        let due = answer["data"]["feedbackDue"].as_array();
        due.unwrap_or_else(|| panic!("{answer}")).clone()
    }

    /// What waits for somebody of what this person handed in.
    pub async fn due_of(&self, person: &Person<'_>, name: &str) -> Value {
        let due = self.due(person).await;
        let own = due.iter().find(|it| it["evidence"]["by"]["name"] == name);
        own.unwrap_or_else(|| panic!("{due:?}")).clone()
    }

    /// Whose work waits for the learner at this place.
    pub async fn looks_at(&self, who: usize) -> Vec<String> {
        let due = self.due(&self.learners[who]).await;
        let name = |it: &Value| it["evidence"]["by"]["name"].as_str().map(str::to_owned);
        let mut names: Vec<String> = due.iter().filter_map(name).collect();
        names.sort_unstable();
        names
    }

    /// Something by its field and id, as somebody sees it.
    pub async fn seen(&self, person: &Person<'_>, field: &str, id: &Value) -> Value {
        let fields = match field {
            "feedbackRound" => ROUND,
            "evidence" => EVIDENCE,
            _ => FEEDBACK,
        };
        let ask = format!("query($id: ID!) {{ {field}(id: $id) {{ {fields} }} }}");
        let answer = person.asks(&ask, json!({ "id": id })).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"][field].clone()
    }

    /// Lets days pass, and what is due happen.
    pub async fn waits(&self, days: i64) {
        self.stage.clock.advance(TimeDelta::days(days));
        self.stage.keeps_feedback().await;
    }

    /// The kinds of what waits in an inbox, the newest first.
    pub async fn inbox(&self, person: &Person<'_>) -> Vec<String> {
        self.stage.settle().await;
        let ask = "{ viewer { notices(first: 20) { edges { node { kind } } } } }";
        let answer = person.asks(ask, json!({})).await;
        let edges = answer["data"]["viewer"]["notices"]["edges"].as_array();
        let edges = edges.unwrap_or_else(|| panic!("{answer}")).iter();
        edges
            .filter_map(|edge| edge["node"]["kind"].as_str())
            .filter(|kind| kind.starts_with("FEEDBACK"))
            .map(str::to_owned)
            .collect()
    }
}

#[tokio::test]
async fn who_hands_in_is_looked_at_and_looks_at_others_at_once() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor", "Priya", "Kofi"]).await;
    let round = it.opened(json!({})).await;
    assert_eq!((&round["each"], &round["days"]), (&json!(2), &json!(5)));
    assert_eq!(round["bodyHtml"], "<p>What did you <em>try</em>?</p>\n");

    let first = it.hands_in(0, &round).await;
    assert_eq!(first["state"], "WAITING", "nobody else handed in yet");
    assert_eq!(first["thread"]["kind"], "DISCUSSION");
    it.hands_in(1, &round).await;
    assert_eq!(
        it.looks_at(0).await,
        ["Priya"],
        "the first waits for nobody's date"
    );
    assert_eq!(it.looks_at(1).await, ["Noor"]);
    it.hands_in(2, &round).await;
    assert_eq!(it.looks_at(0).await, ["Kofi", "Priya"]);
    assert_eq!(it.looks_at(1).await, ["Kofi", "Noor"]);
    assert_eq!(it.looks_at(2).await, ["Noor", "Priya"]);
    let due = it.due(&it.learners[2]).await;
    assert_eq!(
        due[0]["dueAt"], "2026-01-12T23:59:00+00:00",
        "five working days from Monday"
    );
    let counts = it.seen(&it.amara, "feedbackRound", &round["id"]).await["counts"].clone();
    assert_eq!(
        counts,
        json!({ "handedIn": 3, "complete": 0, "waiting": 3, "given": 0, "late": 0,
            "withNobody": 0 })
    );
}

#[tokio::test]
async fn a_list_of_rounds_costs_no_more_for_more_rounds() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor", "Priya"]).await;
    let ask = "query($slug: String!) { community(slug: $slug) { feedbackRounds { id title state
        counts { handedIn } viewerEvidence { id state thread { title } }
        viewerFeedback { id state dueAt evidence { by { name } thread { title } } }
        channel { name } viewerCan { handIn lead } } } }";
    let slug = json!({ "slug": it.cohort.slug });
    let mut costs = Vec::new();
    for _ in 0..2 {
        for _ in 0..2 {
            let round = it.opened(json!({})).await;
            it.hands_in(0, &round).await;
            it.hands_in(1, &round).await;
        }
        let (answer, statements) = it.learners[0].asks_counted(ask, slug.clone()).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        costs.push(statements);
    }
    assert_eq!(costs[0], costs[1], "{costs:?} statements");
    assert!(costs[0] <= 21, "{costs:?} statements");
}
