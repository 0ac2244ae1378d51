//! The codes with which people check in: each lasts half a minute, and is still taken for half a
//! minute more. Pure.
//!
//! There are a thousand million of them, so that nobody finds one by trying within a session.
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// How long a code is shown, in seconds.
pub const CODE_SECONDS: i64 = 30;
const CODE_CHARS: usize = 6;
/// Letters and digits that nobody takes for one another.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// A code, and until when it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Two groups of three, as K7M-2QF.
    pub text: String,
    pub until: DateTime<Utc>,
}

/// The code that is shown at `now`.
pub fn code_at(secret: &[u8], now: DateTime<Utc>) -> Code {
    let window = window_of(now);
    let code = code_of(secret, window);
    let (left, right) = code.split_at(CODE_CHARS / 2);
    let until = (window + 1) * CODE_SECONDS;
    Code {
        text: format!("{left}-{right}"),
        until: DateTime::from_timestamp(until, 0).unwrap_or(now),
    }
}

/// Whether what somebody typed is the code of this half minute or of the one before.
pub fn accepts(secret: &[u8], typed: &str, now: DateTime<Utc>) -> bool {
    let typed: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| c.to_ascii_uppercase())
        .take(CODE_CHARS + 1)
        .collect();
    let window = window_of(now);
    [window, window - 1]
        .iter()
        .any(|window| same(&code_of(secret, *window), &typed))
}

fn window_of(now: DateTime<Utc>) -> i64 {
    now.timestamp().div_euclid(CODE_SECONDS)
}

fn code_of(secret: &[u8], window: i64) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else {
        unreachable!("a key may have any length");
    };
    mac.update(&window.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    digest
        .iter()
        .take(CODE_CHARS)
        .map(|byte| char::from(ALPHABET[usize::from(byte & 31)]))
        .collect()
}

/// Compares in a time that tells nothing of where they differ.
fn same(code: &str, typed: &str) -> bool {
    let differing = code
        .bytes()
        .zip(typed.bytes())
        .fold(0, |differing, (one, other)| differing | (one ^ other));
    code.len() == typed.len() && differing == 0
}
