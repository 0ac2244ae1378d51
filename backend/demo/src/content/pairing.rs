use serde::Deserialize;

/// What somebody says of themself to be put together with others.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    pub who: String,
    pub ago: String,
    pub languages: Vec<String>,
    pub team: Option<String>,
    pub site: Option<String>,
    pub level: Option<String>,
    pub goal: Option<String>,
    /// In the order of the objectives: 1 to 5.
    #[serde(default)]
    pub ratings: Vec<i32>,
}

/// A round in which people are put together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Together {
    pub by: String,
    pub ago: String,
    pub weeks: i32,
    pub cooldown_rounds: i32,
    /// Who is together whatever the rest of them.
    #[serde(default)]
    pub together: Vec<Vec<String>>,
    /// When everybody heard of it; nobody has, when absent.
    pub published: Option<String>,
    pub message: Option<String>,
    #[serde(rename = "commitment", default)]
    pub commitments: Vec<Meant>,
    /// What those who are together with somebody say to each other.
    #[serde(rename = "talk", default)]
    pub talk: Vec<Talk>,
    #[serde(default)]
    pub met: Vec<Met>,
}

/// What somebody means to do.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meant {
    pub by: String,
    pub ago: String,
    pub words: String,
    /// Days from today.
    pub due: i64,
    /// What became of it, and when.
    pub outcome: Option<Outcome>,
    pub settled: Option<String>,
    pub reason: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Done,
    ChangedMind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Talk {
    pub by: String,
    pub ago: String,
    pub body: String,
}

/// Whether somebody met those they are with.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Met {
    pub by: String,
    pub ago: String,
    pub answer: MetAnswer,
    pub note: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MetAnswer {
    Yes,
    No,
    Planned,
}
