use serde::Deserialize;

/// What people look for again, and which words mean the same here.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Searching {
    pub saved: Vec<Kept>,
    pub alike: Vec<Alike>,
}

/// A search that somebody keeps, in all that they may read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    pub by: String,
    pub name: String,
    pub query: String,
    /// Whether they hear of what is new.
    pub tells: bool,
    pub ago: String,
}

/// Words that somebody who administers says mean the same.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alike {
    pub by: String,
    pub ago: String,
    pub words: Vec<String>,
}
