use serde::Deserialize;

/// A round in which people hand in what they applied, and look at what others handed in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Looking {
    pub by: String,
    pub ago: String,
    /// The channel in which it stands.
    pub room: String,
    pub title: String,
    pub body: String,
    pub each: i32,
    pub days: i32,
    #[serde(rename = "criterion")]
    pub criteria: Vec<Criterion>,
    #[serde(rename = "evidence", default)]
    pub evidence: Vec<HandedIn>,
    #[serde(rename = "given", default)]
    pub given: Vec<Given>,
}

/// One thing that is looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub title: String,
    pub levels: Vec<String>,
}

/// What somebody handed in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandedIn {
    pub by: String,
    pub ago: String,
    pub title: String,
    pub body: String,
}

/// What somebody said to what another handed in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    pub by: String,
    /// Who handed it in.
    pub on: String,
    pub ago: String,
    /// A level for each criterion, from 0; -1 where nothing could be said.
    pub marks: Vec<i32>,
    pub body: String,
}
