//! The documents of the web app, known by their hash: a request may send the hash alone.
use crate::config::Documents;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Documents by the SHA-256 of their text, in hexadecimal.
pub struct Persisted {
    known: HashMap<String, String>,
    run: Documents,
}

impl Persisted {
    /// The documents this program was built with, and which are run.
    pub fn embedded(run: Documents) -> Self {
        let text = include_str!(concat!(env!("OUT_DIR"), "/persisted.json"));
        let known = serde_json::from_str(text).unwrap_or_default();
        Self { known, run }
    }

    pub fn find(&self, hash: &str) -> Option<&str> {
        self.known.get(hash).map(String::as_str)
    }

    /// Whether a document that was sent as a text is run.
    pub fn permit(&self, document: &str) -> bool {
        match self.run {
            Documents::Any => true,
            Documents::Known => {
                let hash = kernel::hex(&Sha256::digest(document.as_bytes()));
                self.known.contains_key(&hash)
            }
        }
    }
}
