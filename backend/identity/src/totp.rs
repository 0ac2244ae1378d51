//! Codes of an authenticator app, as every such app reckons them: RFC 6238 with SHA-1, six digits, thirty
//! seconds. Pure.
use chrono::{DateTime, Utc};
use kernel::{Error, Result};
use totp_rs::{Builder, Secret as Key, Totp};

/// As RFC 4226 recommends.
pub(crate) const SEED_BYTES: usize = 20;
const DIGITS: usize = 6;
/// Clocks differ: a code is good for the step before and the step after, too.
const SKEW: u16 = 1;

/// The step whose code this is, if it is one of about now. Each may be used once, which is for the caller to see to.
///
/// # Errors
/// `Internal` when the seed is none.
pub(crate) fn step_of(seed: &[u8], code: &str, now: DateTime<Utc>) -> Result<Option<i64>> {
    let seconds = u64::try_from(now.timestamp()).map_err(Error::internal)?;
    let step = app(seed)?.check(code, seconds);
    step.map(|step| i64::try_from(step).map_err(Error::internal))
        .transpose()
}

/// The seed as people type it into an app.
pub(crate) fn as_text(seed: &[u8]) -> String {
    Key::from(seed).to_base32()
}

/// Whether this looks like a code of an app, and not like one to recover with.
pub(crate) fn is_code(typed: &str) -> bool {
    typed.len() == DIGITS && typed.bytes().all(|byte| byte.is_ascii_digit())
}

/// What was typed, without what people put between the digits.
pub(crate) fn tidied(typed: &str) -> String {
    let kept = typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
    kept.collect::<String>().to_lowercase()
}

fn app(seed: &[u8]) -> Result<Totp> {
    let app = Builder::new().with_skew(SKEW).with_secret(seed);
    app.build()
        .map_err(|error| Error::internal(error.to_string()))
}
