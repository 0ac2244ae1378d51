use consultations::Visibility;
use serde::Deserialize;

/// Somebody is asked to consult a colleague; and did, as far as it is told.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consulted {
    pub by: String,
    /// When a plan asked for it.
    pub ago: String,
    pub note: String,
    /// Until when they have, from then on.
    pub days: i64,
    pub talk: Option<Talk>,
}

/// A talk that was had.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Talk {
    pub with: String,
    pub asked: String,
    /// The place of the objective in the program.
    pub objective: usize,
    pub question: String,
    pub confirmed: String,
    pub line: Option<String>,
    /// What changes, and when that was written.
    pub change: Option<String>,
    pub concluded: Option<String>,
    pub visibility: Visibility,
}
