//! Who somebody is, and how long a sign-in lives. Who may see whom is decided where communities are
//! known.
use crate::{Person, SignIn};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::Actor;

/// A sign-in ends this long after it began, used or not.
pub const SIGN_IN_LIFE: TimeDelta = TimeDelta::days(30);
const IDLE: TimeDelta = TimeDelta::days(14);
const IDLE_OF_ADMINISTRATORS: TimeDelta = TimeDelta::hours(12);
/// `last_seen_at` may lag by this much: a write for each request would cost more than it tells.
const SEEN_LAG: TimeDelta = TimeDelta::minutes(5);

/// The actor a person is.
pub fn actor_of(person: &Person) -> Actor {
    match person.administrator_since {
        Some(_) => Actor::Administrator(person.id),
        None => Actor::Person(person.id),
    }
}

/// Whether this sign-in still opens the door.
pub fn is_alive(sign_in: &SignIn, person: &Person, now: DateTime<Utc>) -> bool {
    let idle = match person.administrator_since {
        Some(_) => IDLE_OF_ADMINISTRATORS,
        None => IDLE,
    };
    person.suspended_at.is_none() && now < sign_in.expires_at && now < sign_in.last_seen_at + idle
}

/// Whether it is time to note that this sign-in was used.
pub fn wants_touch(sign_in: &SignIn, now: DateTime<Utc>) -> bool {
    now >= sign_in.last_seen_at + SEEN_LAG
}
