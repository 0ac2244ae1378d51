use serde::Deserialize;

/// A few questions to many people, whose answers nobody can be named by.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pulsing {
    pub kind: pulses::PulseKind,
    /// The number of the session that it follows.
    pub session: i32,
    pub title: Option<String>,
    pub by: String,
    pub ago: String,
    pub days_open: i32,
    /// When it was closed, and the group told what it said.
    pub closed: Option<String>,
    #[serde(rename = "answer", default)]
    pub answers: Vec<Pulsed>,
}

/// What somebody answered to it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pulsed {
    pub by: String,
    pub ago: String,
    /// In the order of the scales.
    pub steps: Vec<i32>,
    /// To what is asked in words; empty is nothing.
    pub text: String,
    #[serde(default)]
    pub barriers: Vec<pulses::Barrier>,
}
