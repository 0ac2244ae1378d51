//! Tokens: 256 bits of chance that a person carries, of which we keep only the hash.
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::Tx;
use sha2::{Digest, Sha256};
use std::fmt;

/// Text that must not reach a log or the database.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// A new token from this transaction's chance.
    pub fn mint(tx: &Tx) -> Self {
        Self(URL_SAFE_NO_PAD.encode(tx.secret()))
    }

    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What is kept of it: SHA-256. A token is chance enough that a slow hash would add nothing.
    pub fn hash(&self) -> Vec<u8> {
        token_hash(&self.0)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// What is kept of a token.
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token).to_vec()
}
