use serde::Deserialize;

/// Questions that came after a session, ever more seldom, and what people answered to them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spaced {
    pub title: String,
    pub by: String,
    /// The number of the session.
    pub session: i32,
    pub channel: String,
    #[serde(rename = "question")]
    pub questions: Vec<SpacedOne>,
}

/// One of them: with what is to be recalled, or about where it was applied.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpacedOne {
    pub title: String,
    pub body: String,
    pub expected: Option<String>,
    #[serde(rename = "answer", default)]
    pub answers: Vec<SpacedAnswer>,
}

/// What somebody answered, so many hours after it was asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpacedAnswer {
    pub by: String,
    pub hours: i64,
    pub body: String,
    pub mark: Option<Known>,
}

/// How well they said that they knew it.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    Knew,
    Partly,
    NotYet,
}
