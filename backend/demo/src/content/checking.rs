use serde::Deserialize;

/// What people are asked some time after a session.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checking {
    pub title: String,
    pub by: String,
    pub ago: String,
    pub days_open: i32,
    /// What was corrected, by its claim: the question that says which statement is mistaken asks about it.
    pub again: Option<String>,
    #[serde(rename = "question")]
    pub questions: Vec<checkins::QuestionInput>,
    #[serde(rename = "answer", default)]
    pub answers: Vec<CheckedIn>,
}

/// What somebody answered to it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckedIn {
    pub by: String,
    pub ago: String,
    /// In the order of the questions; an empty text is none.
    pub texts: Vec<String>,
    /// In the order of the questions; below 0 is none.
    pub choices: Vec<i32>,
}
