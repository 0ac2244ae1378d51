//! Who somebody is, what they may do with accounts, and how long a sign-in lives. Pure.
//!
//! Who may see whom is decided where communities are known.
use crate::{Person, SignIn};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Actor, Organisation, PersonId, Policy, Verdict};

/// A sign-in ends this long after it began, used or not.
pub const SIGN_IN_LIFE: TimeDelta = TimeDelta::days(30);
const IDLE: TimeDelta = TimeDelta::days(14);
const IDLE_OF_ADMINISTRATORS: TimeDelta = TimeDelta::hours(12);
/// `last_seen_at` may lag by this much: a write for each request would cost more than it tells.
const SEEN_LAG: TimeDelta = TimeDelta::minutes(5);

/// To bring people into the organisation.
pub enum AddPeople {}
/// To say who somebody is without asking for their password.
pub enum Vouch {}
/// To keep somebody out of the organisation, and to let them in again.
pub enum Suspend {}
/// To come in.
pub enum Enter {}
/// To change what somebody says of themself, how they read, and how they sign in.
pub enum KeepAccount {}

impl Policy<AddPeople> for Organisation {
    const NOUN: &'static str = "organisation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) => Verdict::Deny("only administrators may add people"),
            Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<Vouch> for Organisation {
    const NOUN: &'static str = "organisation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System => Verdict::Allow,
            Actor::Administrator(_) | Actor::Person(_) | Actor::Anonymous => {
                Verdict::Deny("sign in with your own password")
            }
        }
    }
}

impl Policy<Enter> for Person {
    const NOUN: &'static str = "person";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<KeepAccount>::verdict(&self.id, actor) {
            Verdict::Allow if self.suspended_at.is_some() => Verdict::Deny(
                "this account is suspended; ask an administrator of your organisation",
            ),
            verdict => verdict,
        }
    }
}

impl Policy<Suspend> for Person {
    const NOUN: &'static str = "person";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::Administrator(id) if *id == self.id => {
                Verdict::Deny("you cannot suspend yourself; ask another administrator")
            }
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            // Who may not do it learns nothing of who is here.
            Actor::Person(_) | Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<KeepAccount> for PersonId {
    const NOUN: &'static str = "person";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System => Verdict::Allow,
            Actor::Administrator(id) | Actor::Person(id) if id == self => Verdict::Allow,
            Actor::Administrator(_) | Actor::Person(_) | Actor::Anonymous => Verdict::Hide,
        }
    }
}

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
