use serde::Deserialize;

/// Something worth reading, and why.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    pub channel: String,
    pub title: String,
    pub url: String,
    pub why: String,
    pub by: String,
    pub ago: String,
    pub review_days: i64,
}

/// What somebody did with what they learned.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tale {
    pub channel: String,
    pub title: String,
    pub by: String,
    pub ago: String,
    pub situation: String,
    pub used: String,
    pub happened: String,
    pub again: String,
}
