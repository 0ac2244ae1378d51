//! Sessions are planned, moved, held, and people attend them.
mod attendance;
mod cost;
mod guide;
mod live;
mod permissions;
mod planning;
mod programs;
mod times;

use communities::{Community, Role};
use serde_json::{Value, json};
use tests::{Person, Stage};

pub const SESSION: &str = "id number title state stateReason sequence startsAt endsAt joinUrl
    publishedAt lead { name } parts { id number startsAt endsAt zone starts ends minutes }
    viewerCan { plan conduct recordAttendance checkIn }";

/// Amara leads a cohort in Berlin, Priya learns in it, Jonas is an expert there.
pub struct Workshop<'stage> {
    pub amara: Person<'stage>,
    pub priya: Person<'stage>,
    pub jonas: Person<'stage>,
    pub cohort: Community,
}

impl<'stage> Workshop<'stage> {
    pub async fn on(stage: &'stage Stage) -> Self {
        let (amara, priya) = (stage.person("Amara").await, stage.person("Priya").await);
        let jonas = stage.person("Jonas").await;
        let members = [
            (&amara, Role::Facilitator),
            (&priya, Role::Learner),
            (&jonas, Role::Expert),
        ];
        let (cohort, _) = stage.cohort_of(&members).await;
        Self {
            cohort,
            amara,
            priya,
            jonas,
        }
    }

    /// Amara plans a session; returns the whole answer.
    pub async fn plans(&self, more: Value) -> Value {
        let mut input = json!({
            "community": self.cohort.id.to_string(), "title": "Listening first",
            "format": "WORKSHOP", "parts": [part("2026-01-12T10:00", "2026-01-12T12:00")],
        });
        for (field, value) in more.as_object().into_iter().flatten() {
            input[field] = value.clone();
        }
        does(&self.amara, "createSession", input).await
    }

    /// Amara plans a session and shows it; returns the session.
    pub async fn publishes(&self, more: Value) -> Value {
        let planned = self.plans(more).await;
        let id = &planned["data"]["createSession"]["id"];
        let shown = does(&self.amara, "publishSession", json!({ "session": id })).await;
        shown["data"]["publishSession"].clone()
    }

    /// What somebody sees of the community's sessions.
    pub async fn seen_by(&self, person: &Person<'_>) -> Vec<Value> {
        let ask = format!(
            "query($slug: String!) {{ community(slug: $slug) {{
                sessions(first: 50) {{ edges {{ node {{ {SESSION} }} }} }} }} }}"
        );
        let answer = person.asks(&ask, json!({ "slug": self.cohort.slug })).await;
        let edges = &answer["data"]["community"]["sessions"]["edges"];
        let edges = edges.as_array().unwrap_or_else(|| panic!("{answer}"));
        edges.iter().map(|edge| edge["node"].clone()).collect()
    }
}

pub fn part(starts: &str, ends: &str) -> Value {
    json!({ "starts": starts, "ends": ends })
}

/// A change by its name, answered with the session.
pub async fn does(person: &Person<'_>, verb: &str, input: Value) -> Value {
    let kind = format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]);
    let change = format!("mutation($input: {kind}!) {{ {verb}(input: $input) {{ {SESSION} }} }}");
    person.asks(&change, json!({ "input": input })).await
}

/// The session anew, as somebody sees it with these fields.
pub async fn looks_at(person: &Person<'_>, id: &Value, fields: &str) -> Value {
    let ask = format!("query($id: ID!) {{ session(id: $id) {{ {fields} }} }}");
    let answer = person.asks(&ask, json!({ "id": id })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["session"].clone()
}
