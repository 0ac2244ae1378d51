//! How often something may be tried in vain. Pure: what was counted before goes in, what is counted
//! now comes out.
use crate::store::Throttle;
use crate::{household, token_hash};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Error, PersonId, Result};
use std::net::IpAddr;

/// What is counted, and how patient we are with it.
#[derive(Clone, Debug)]
pub(crate) struct Gate {
    pub key: String,
    /// Tries before the first pause.
    free: i32,
    /// Pauses double up to this: an owner is never shut out for longer by somebody else.
    pause_max: TimeDelta,
    /// After this much quiet the count begins anew.
    forgets_after: TimeDelta,
    /// Where guessing ends, and only what `exhausted` says helps.
    tries_max: i32,
    exhausted: fn() -> Error,
}

/// No counter outlives this much quiet.
pub(crate) const FORGOTTEN_AFTER: TimeDelta = TimeDelta::days(30);

impl Gate {
    /// The password of the account with this address, whether there is one or not.
    pub fn account(email: &str) -> Self {
        Self {
            key: keyed("account", email),
            free: 5,
            pause_max: TimeDelta::hours(1),
            forgets_after: FORGOTTEN_AFTER,
            tries_max: 100,
            exhausted: passwords_rest,
        }
    }

    /// Codes of a second factor, typed by somebody who knows the password or is signed in.
    pub fn code(person: PersonId) -> Self {
        Self {
            key: format!("code:{person}"),
            exhausted: codes_rest,
            ..Self::account("")
        }
    }

    /// The current password, asked of somebody who is signed in.
    pub fn current_password(person: PersonId) -> Self {
        Self {
            key: format!("current:{person}"),
            ..Self::account("")
        }
    }

    /// Sign-ins tried from one place: an address, or the network of 64 bits it belongs to.
    pub fn address(address: IpAddr) -> Self {
        Self {
            key: format!("address:{}", household(address)),
            free: 100,
            pause_max: TimeDelta::minutes(15),
            forgets_after: TimeDelta::hours(1),
            tries_max: i32::MAX,
            exhausted: passwords_rest,
        }
    }

    /// Letters to one address.
    pub fn letters_to(email: &str) -> Self {
        Self {
            key: keyed("letters", email),
            free: 2,
            pause_max: TimeDelta::hours(1),
            forgets_after: TimeDelta::hours(1),
            tries_max: i32::MAX,
            exhausted: passwords_rest,
        }
    }

    /// Letters asked for from one place.
    pub fn letters_from(address: IpAddr) -> Self {
        Self {
            key: format!("letters-from:{}", household(address)),
            free: 20,
            ..Self::address(address)
        }
    }

    /// Counts one more try, unless it has to wait. A try that waits is not counted: knocking on a
    /// closed door keeps it closed for nobody.
    ///
    /// # Errors
    /// `SlowDown` while there is a pause; `Invalid` when guessing has come to its end.
    pub fn count(&self, before: Option<Throttle>, now: DateTime<Utc>) -> Result<Throttle> {
        let before = before.filter(|row| now < row.since + self.forgets_after);
        if let Some(until) = before.as_ref().and_then(|row| row.closed_until)
            && now < until
        {
            let seconds = (until - now).num_milliseconds().div_euclid(1000) + 1;
            return Err(Error::SlowDown(u64::try_from(seconds).unwrap_or(1)));
        }
        let failures = before.map_or(0, |row| row.failures);
        if failures >= self.tries_max {
            return Err((self.exhausted)());
        }
        let failures = failures.saturating_add(1);
        Ok(Throttle {
            key: self.key.clone(),
            failures,
            since: now,
            closed_until: (failures > self.free).then(|| now + self.pause(failures)),
        })
    }

    fn pause(&self, failures: i32) -> TimeDelta {
        let doublings = (failures - self.free - 1).clamp(0, 20);
        TimeDelta::seconds(1 << doublings).min(self.pause_max)
    }

    /// Takes one try back: it was not in vain.
    pub fn forgive(row: Throttle) -> Throttle {
        Throttle {
            failures: (row.failures - 1).max(0),
            closed_until: None,
            ..row
        }
    }
}

fn passwords_rest() -> Error {
    Error::invalid(
        "password",
        "too many wrong passwords were tried here, so passwords rest for now",
    )
    .hint("ask for a letter to reset your password")
}

fn codes_rest() -> Error {
    Error::invalid(
        "code",
        "too many wrong codes were tried here, so codes rest for now",
    )
    .hint("ask an administrator to take your second factor off")
}

/// What strangers type is not kept, only its hash.
fn keyed(kind: &str, email: &str) -> String {
    format!("{kind}:{}", kernel::hex(&token_hash(email)))
}
