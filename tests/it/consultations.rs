//! Somebody asks a colleague, who needs no account, and writes what changes.
mod asking;
mod links;
mod permissions;
mod planned;
mod reading;

use crate::prompts::{changes, merge};
use crate::sessions::Workshop;
use ::sessions::{CreateProgram, DeliverProgram, ObjectivePlan, PublishProgramVersion};
use chrono::TimeDelta;
use kernel::Letter;
use serde_json::{Value, json};
use tests::{Person, Post, Stage, nonce};

pub const CONSULTATION: &str = "id state question change colleagueLine visibility expiresAt
    resendableAt isLate dueAt note isColleague objective { statement }
    colleague { name email person { name } } session { title } askedBy { name }
    viewerCan { ask changeColleague resend withdraw conclude share confirm }";

/// Amara's workshop, which runs a program of one objective; Priya learns there.
pub struct Consulting<'stage> {
    pub stage: &'stage Stage,
    pub workshop: Workshop<'stage>,
    pub objective: String,
}

impl<'stage> Consulting<'stage> {
    pub async fn on(stage: &'stage Stage) -> Self {
        let workshop = Workshop::on(stage).await;
        let objective = ObjectivePlan {
            number: None,
            statement: "Say what is lost".to_owned(),
            measure: None,
        };
        let program = CreateProgram {
            title: "Leading change".to_owned(),
            slug: None,
            summary: None,
            objectives: vec![objective],
        };
        let program = stage.does(program).await.expect("a program");
        let publish = PublishProgramVersion {
            program: program.id,
        };
        let version = stage.does(publish).await.expect("a version");
        let deliver = DeliverProgram {
            community: workshop.cohort.id,
            version: version.id,
        };
        stage.does(deliver).await.expect("a delivery");
        let conn = stage.db().read();
        let own = ::sessions::objectives_of_community(&conn, workshop.cohort.id).await;
        let objective = own.expect("objectives").remove(0).id.to_string();
        Self {
            stage,
            workshop,
            objective,
        }
    }

    /// Priya asks somebody outside; returns the whole answer.
    pub async fn asks(&self, more: Value) -> Value {
        let mut input = json!({
            "community": self.workshop.cohort.id.to_string(), "objective": self.objective,
            "colleague": { "email": "Noor@elsewhere.example", "name": "Noor" },
            "question": "How do you tell people that something ends?", "nonce": nonce(),
        });
        merge(&mut input, &more);
        let priya = &self.workshop.priya;
        changes(priya, "consultColleague", CONSULTATION, input).await
    }

    /// As `asks`; returns the consultation.
    pub async fn asked(&self, more: Value) -> Value {
        let answer = self.asks(more).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["consultColleague"].clone()
    }

    /// What somebody does with a consultation.
    pub async fn does(
        &self,
        person: &Person<'_>,
        verb: &str,
        (of, more): (&Value, Value),
    ) -> Value {
        let mut input = json!({ "consultation": of["id"] });
        merge(&mut input, &more);
        let fields = match verb {
            "declineConsultation" => "done",
            _ => CONSULTATION,
        };
        let answer = changes(person, verb, fields, input).await;
        self.stage.settle().await;
        answer
    }

    /// As `does`, of Priya; returns the consultation.
    pub async fn goes_on(&self, verb: &str, of: (&Value, Value)) -> Value {
        let answer = self.does(&self.workshop.priya, verb, of).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"][verb].clone()
    }

    /// The letters that go to colleagues now.
    pub async fn letters(&self) -> Vec<Letter> {
        self.stage.settle().await;
        Post::of(self.stage).does_jobs(self.stage).await
    }

    /// The token in the only letter that goes now.
    pub async fn token(&self) -> String {
        let letters = self.letters().await;
        assert_eq!(letters.len(), 1, "{letters:?}");
        token_in(&letters[0])
    }

    pub async fn page(&self, token: &str) -> Value {
        let ask = "query($token: String!) { consultationLink(token: $token) {
            state askerName objective question } }";
        let token = json!({ "token": token });
        let answer = self.stage.stranger_asks(ask, token).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["consultationLink"].clone()
    }

    /// What a link does for whoever holds it.
    pub async fn by_link(&self, verb: &str, input: Value) -> bool {
        let kind = format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]);
        let change = format!("mutation($input: {kind}!) {{ {verb}(input: $input) {{ done }} }}");
        let input = json!({ "input": input });
        let answer = self.stage.stranger_asks(&change, input).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        self.stage.settle().await;
        answer["data"][verb]["done"] == true
    }

    pub async fn confirms(&self, token: &str, line: &str) -> bool {
        let input = json!({ "token": token, "line": line });
        self.by_link("confirmConsultationByLink", input).await
    }

    /// As somebody sees it, if they do.
    pub async fn seen(&self, person: &Person<'_>, of: &Value) -> Value {
        let ask = format!("query($id: ID!) {{ consultation(id: $id) {{ {CONSULTATION} }} }}");
        let answer = person.asks(&ask, json!({ "id": of["id"] })).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["consultation"].clone()
    }

    /// Lets time pass, and what is due happen.
    pub async fn waits(&self, days: i64) {
        self.stage.clock.advance(TimeDelta::days(days));
        let kept = ::consultations::keep_consultations(self.stage.db()).await;
        kept.expect("consultations are kept");
        self.stage.settle().await;
    }

    /// The kinds of what waits in an inbox, the newest first.
    pub async fn inbox(&self, person: &Person<'_>) -> Vec<String> {
        let told = self.told(person).await.into_iter();
        told.map(|(kind, _)| kind).collect()
    }

    /// As `inbox`, with what each is called.
    pub async fn told(&self, person: &Person<'_>) -> Vec<(String, String)> {
        self.stage.settle().await;
        let ask = "{ viewer { notices(first: 20) { edges { node { kind title } } } } }";
        let answer = person.asks(ask, json!({})).await;
        let edges = answer["data"]["viewer"]["notices"]["edges"].as_array();
        let edges = edges.unwrap_or_else(|| panic!("{answer}")).iter();
        let word = |edge: &Value, field: &str| edge["node"][field].as_str().map(str::to_owned);
        edges
            .filter_map(|edge| Some((word(edge, "kind")?, word(edge, "title")?)))
            .filter(|(kind, _)| kind.starts_with("CONSULTATION"))
            .collect()
    }
}

pub fn token_in(letter: &Letter) -> String {
    let (_, rest) = letter.text.split_once("/consult/").expect("a link");
    let token = rest
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c));
    token.collect()
}
