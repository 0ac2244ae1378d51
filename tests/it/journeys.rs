//! What happens around sessions by itself: planned, looked at beforehand, done, moved, taken back.
mod asking;
mod each;
mod faults;
mod four;
mod permissions;
mod planning;
mod refusals;
mod schedule;
mod steering;
mod story;

use chrono::{DateTime, Utc};
use communities::{Community, Role};
use serde_json::{Value, json};
use tests::{Person, Stage};

pub const ITEM: &str =
    "id made state why dueAt doneAt zone peopleCount problem attempts nextAttemptAt
    step { key title } person { name } thread { id title }
    prompt { id dueAt withdrawnAt } preWork { id dueAt withdrawnAt }";

/// Amara leads a cohort in Berlin; Priya, Kofi and Mei learn in it. It is Monday, 16 March 2026.
pub struct Autumn<'stage> {
    pub stage: &'stage Stage,
    pub amara: Person<'stage>,
    pub priya: Person<'stage>,
    pub kofi: Person<'stage>,
    pub mei: Person<'stage>,
    pub cohort: Community,
}

impl<'stage> Autumn<'stage> {
    pub async fn on(stage: &'stage Stage) -> Self {
        let autumn = Self::opened_on(stage).await;
        let zone = json!({ "community": autumn.cohort.id.to_string(), "zone": "Europe/Berlin" });
        does(&autumn.amara, "updateCommunity", zone).await;
        goes_to(stage, "2026-03-16T08:00:00Z");
        autumn
    }

    /// The same people, in UTC, whatever day it is.
    pub async fn opened_on(stage: &'stage Stage) -> Self {
        let (amara, priya) = (stage.person("Amara").await, stage.person("Priya").await);
        let (kofi, mei) = (stage.person("Kofi").await, stage.person("Mei").await);
        let members = [
            (&amara, Role::Facilitator),
            (&priya, Role::Learner),
            (&kofi, Role::Learner),
            (&mei, Role::Learner),
        ];
        let (cohort, _) = stage.cohort_of(&members).await;
        Self {
            stage,
            amara,
            priya,
            kofi,
            mei,
            cohort,
        }
    }

    /// A session that everybody sees; returns its id.
    pub async fn session(&self, starts: &str, ends: &str) -> Value {
        let input = json!({
            "community": self.cohort.id.to_string(), "title": "Listening first",
            "format": "WORKSHOP", "parts": [{ "starts": starts, "ends": ends }],
        });
        let session = does(&self.amara, "createSession", input).await;
        does(
            &self.amara,
            "publishSession",
            json!({ "session": session["id"] }),
        )
        .await;
        session["id"].clone()
    }

    /// A template of the community's; returns its id.
    pub async fn template(&self, steps: Value) -> Value {
        let input = json!({
            "community": self.cohort.id.to_string(), "name": "Around a session", "steps": steps,
        });
        does(&self.amara, "createJourneyTemplate", input).await["id"].clone()
    }

    /// The journey that a template makes around a session; returns its id.
    pub async fn applies(&self, template: &Value, session: &Value) -> Value {
        let input = json!({ "template": template, "session": session });
        does(&self.amara, "applyJourney", input).await["id"].clone()
    }

    /// A journey of these steps around a session on Thursday, 26 March, ten to twelve.
    pub async fn travels(&self, steps: Value) -> (Value, Value) {
        let session = self.session("2026-03-26T10:00", "2026-03-26T12:00").await;
        let template = self.template(steps).await;
        (self.applies(&template, &session).await, session)
    }

    /// What applying a template would bring.
    pub async fn foresees(&self, template: &Value, session: &Value) -> Vec<Value> {
        let ask = "query($input: ApplyJourneyInput!) { previewJourney(input: $input) {
            dueAt zone prospect title body peopleCount people { name } problem step { key }
            channel { slug } } }";
        let input = json!({ "template": template, "session": session });
        let answer = self.amara.asks(ask, json!({ "input": input })).await;
        listed(&answer, &answer["data"]["previewJourney"])
    }

    /// The items of a journey, as they are due.
    pub async fn items(&self, journey: &Value) -> Vec<Value> {
        let ask = format!(
            "query($id: ID!) {{ node(id: $id) {{ ... on Journey {{ items(first: 100) {{
                edges {{ node {{ {ITEM} }} }} }} }} }} }}"
        );
        let answer = self.amara.asks(&ask, json!({ "id": journey })).await;
        let edges = listed(&answer, &answer["data"]["node"]["items"]["edges"]);
        edges.iter().map(|edge| edge["node"].clone()).collect()
    }

    /// One of the items, by the key of its step.
    pub async fn item(&self, journey: &Value, key: &str) -> Value {
        let items = self.items(journey).await;
        let found = items.iter().find(|item| item["step"]["key"] == key);
        found
            .unwrap_or_else(|| panic!("no {key} in {items:?}"))
            .clone()
    }

    /// Lets the clock go to an instant, and at each moment on the way does what is due then.
    pub async fn lives_until(&self, journey: &Value, end: &str) {
        let end = instant(end);
        loop {
            self.stage.runs_what_is_due().await;
            let items = self.items(journey).await;
            let next = items
                .iter()
                .filter(|item| item["state"] == "PENDING")
                .map(|item| instant_of(&item["dueAt"]))
                .filter(|due| *due > self.stage.db().now() && *due <= end)
                .min();
            let Some(next) = next else { break };
            self.stage.clock.advance(next - self.stage.db().now());
        }
        self.stage.clock.advance(end - self.stage.db().now());
        self.stage.runs_what_is_due().await;
    }

    /// The titles of the community's conversations, the newest first.
    pub async fn titles(&self) -> Vec<String> {
        let ask = "query($slug: String!) { community(slug: $slug) { threads(first: 100) {
            edges { node { title } } } } }";
        let answer = self
            .priya
            .asks(ask, json!({ "slug": self.cohort.slug }))
            .await;
        let edges = listed(&answer, &answer["data"]["community"]["threads"]["edges"]);
        let title = |edge: &Value| edge["node"]["title"].as_str().map(str::to_owned);
        edges.iter().filter_map(title).collect()
    }
}

/// Does something through the API that succeeds; returns what it answers.
pub async fn does(person: &Person<'_>, field: &str, input: Value) -> Value {
    let answer = tries(person, field, input).await;
    assert!(answer.get("errors").is_none(), "{field}: {answer}");
    answer["data"][field].clone()
}

/// Does something through the API; returns the whole answer.
pub async fn tries(person: &Person<'_>, field: &str, input: Value) -> Value {
    let (name, selection) = shape(field);
    let act = format!("mutation($input: {name}!) {{ {field}(input: $input) {{ {selection} }} }}");
    person.asks(&act, json!({ "input": input })).await
}

fn shape(field: &str) -> (String, String) {
    let selection = match field {
        "skipItem" | "runItemNow" | "undoItem" => ITEM.to_owned(),
        "rescheduleSession" => format!(
            "session {{ id startsAt }} happened {{ {ITEM} }}
            moves {{ from to prospect item {{ {ITEM} }} }} dues {{ title from to }}
            clashes {{ person {{ name }} session {{ title }} }}"
        ),
        "pauseJourney" | "resumeJourney" => "id pausedAt".to_owned(),
        "runJobAgain" => "id problem givenUp".to_owned(),
        _ => "id".to_owned(),
    };
    let mut name = field.to_owned();
    name[..1].make_ascii_uppercase();
    (format!("{name}Input"), selection)
}

fn listed(answer: &Value, list: &Value) -> Vec<Value> {
    let list = list.as_array();
    list.unwrap_or_else(|| panic!("no list: {answer}")).clone()
}

pub fn instant(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

pub fn instant_of(value: &Value) -> DateTime<Utc> {
    instant(value.as_str().expect("an instant"))
}

/// Sets the clock, forwards or back.
pub fn goes_to(stage: &Stage, at: &str) {
    stage.clock.advance(instant(at) - stage.db().now());
}

/// A step that says something in the channel.
pub fn says(key: &str, when: Value) -> Value {
    step(
        key,
        "announce",
        json!({ "title": key, "body": "Until soon." }),
        when,
    )
}

/// A step that reminds each by themself.
pub fn reminds(key: &str, when: Value) -> Value {
    step(key, "remind", json!({ "text": key }), when)
}

pub fn step(key: &str, action: &str, settings: Value, when: Value) -> Value {
    let mut step = json!({
        "key": key, "title": key, "anchor": "SESSION_START", "action": action, "settings": settings,
    });
    for (field, value) in when.as_object().into_iter().flatten() {
        step[field] = value.clone();
    }
    step
}
