//! Tokens of the API: how they are spelled, and what they are for. Pure.
//!
//! A token is `ilp_` (a person's) or `ils_` (a service's), 43 letters and digits of chance, and six that say
//! whether the rest was copied whole: whoever scans texts for secrets knows one without asking us.
use crate::Secret;
use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// 256 bits.
const CHANCE_CHARS: usize = 43;
/// 32 bits.
const CHECK_CHARS: usize = 6;
const PREFIX_CHARS: usize = 4;

/// What a token may be used for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Enum, Serialize, Deserialize,
)]
#[graphql(name = "TokenScope")]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// To read what its person may read.
    Read,
    /// To change what its person may change, and to read.
    Write,
    /// To do so as an administrator, as long as its person is one.
    Administer,
    /// To keep people and groups as a directory says, at `/scim/v2`. For services alone.
    Scim,
}

/// Scopes, each once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Scopes(Vec<Scope>);

impl Scopes {
    pub fn new(mut scopes: Vec<Scope>) -> Self {
        scopes.sort_unstable();
        scopes.dedup();
        Self(scopes)
    }

    pub fn hold(&self, scope: Scope) -> bool {
        self.0.contains(&scope)
    }

    pub fn as_slice(&self) -> &[Scope] {
        &self.0
    }
}

/// Whose a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    Person,
    Service,
}

impl Bearer {
    fn prefix(self) -> &'static str {
        match self {
            Self::Person => "ilp_",
            Self::Service => "ils_",
        }
    }

    /// The token that this chance makes.
    pub fn spell(self, chance: &[u8; 32]) -> Secret {
        let mut text = self.prefix().to_owned();
        text.push_str(&in_base_62(chance, CHANCE_CHARS));
        let check = check_of(&text);
        text.push_str(&check);
        Secret::new(text)
    }

    /// Whose token this text is, if it is one of ours, copied whole. Whether it opens anything is for the
    /// database to say.
    pub fn of(text: &str) -> Option<Self> {
        let is_plain = text.len() == PREFIX_CHARS + CHANCE_CHARS + CHECK_CHARS && text.is_ascii();
        if !is_plain {
            return None;
        }
        let (rest, check) = text.split_at(PREFIX_CHARS + CHANCE_CHARS);
        let bearer = [Self::Person, Self::Service]
            .into_iter()
            .find(|bearer| rest.starts_with(bearer.prefix()));
        bearer.filter(|_| check_of(rest) == check)
    }
}

fn check_of(text: &str) -> String {
    let digest = Sha256::digest(text);
    in_base_62(&digest[..4], CHECK_CHARS)
}

/// The number that these bytes are, the highest first, in so many digits.
fn in_base_62(bytes: &[u8], digits: usize) -> String {
    let mut number = bytes.to_vec();
    let mut text = vec!['0'; digits];
    for place in text.iter_mut().rev() {
        let mut rest = 0_u16;
        for byte in &mut number {
            let value = (rest << 8) | u16::from(*byte);
            *byte = (value / 62).to_le_bytes()[0];
            rest = value % 62;
        }
        *place = char::from(ALPHABET[usize::from(rest)]);
    }
    text.into_iter().collect()
}
