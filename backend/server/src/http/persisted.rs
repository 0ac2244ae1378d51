//! The documents of the web app, known by their hash: a request may send the hash alone.
use std::collections::HashMap;

/// Documents by the SHA-256 of their text, in hexadecimal.
pub struct Persisted(HashMap<String, String>);

impl Persisted {
    /// The documents this program was built with.
    pub fn embedded() -> Self {
        let text = include_str!(concat!(env!("OUT_DIR"), "/persisted.json"));
        Self(serde_json::from_str(text).unwrap_or_default())
    }

    pub fn find(&self, hash: &str) -> Option<&str> {
        self.0.get(hash).map(String::as_str)
    }
}
