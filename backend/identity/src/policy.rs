//! Who somebody is, what they may do with accounts, and how long a sign-in lives. Pure.
//!
//! Who may see whom is decided where communities are known.
use crate::{ApiToken, AskedOf, FactorRule, Person, Scope, Scopes, SignIn};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Actor, Organisation, PersonId, Policy, Verdict};
use std::net::IpAddr;

/// A sign-in ends this long after it began, used or not.
pub const SIGN_IN_LIFE: TimeDelta = TimeDelta::days(30);
const IDLE: TimeDelta = TimeDelta::days(14);
const IDLE_OF_ADMINISTRATORS: TimeDelta = TimeDelta::hours(12);
/// How long it counts that somebody showed who they are.
const CONFIRMED_FOR: TimeDelta = TimeDelta::minutes(15);
/// `last_seen_at` may lag by this much: a write for each request would cost more than it tells.
const SEEN_LAG: TimeDelta = TimeDelta::minutes(5);

/// To bring people into the organisation.
pub enum AddPeople {}
/// To say who somebody is without asking for their password.
pub enum Vouch {}
/// To keep somebody out of the organisation, and to let them in again.
pub enum Suspend {}
/// To know of everybody who has an account, how they come in and what they are here.
pub enum OverseePeople {}
/// To end the sign-ins of somebody else, and to have a way in sent to them.
pub enum LookAfter {}
/// To take the second factor off somebody who lost it.
pub enum ResetFactor {}
/// To say of whom a second factor is required.
pub enum KeepFactorRule {}
/// To give a token these scopes.
pub enum Grant {}
/// To see and revoke the tokens of everybody, and to make those of services.
pub enum OverseeTokens {}
/// To end a token.
pub enum Revoke {}
/// To say where somebody's letters go, as a directory does.
pub enum Readdress {}
/// To have somebody look after the whole organisation, or no longer.
pub enum Appoint {}
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

impl Policy<KeepFactorRule> for Organisation {
    const NOUN: &'static str = "organisation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) => {
                Verdict::Deny("only administrators say of whom a second factor is required")
            }
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

impl Policy<Grant> for Scopes {
    const NOUN: &'static str = "token";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::Person(_) | Actor::Administrator(_) if self.hold(Scope::Scim) => {
                Verdict::Deny("this is for the tokens of services; an administrator makes those")
            }
            Actor::Person(_) if self.hold(Scope::Administer) => {
                Verdict::Deny("only administrators may let a token administer")
            }
            Actor::Person(_) | Actor::Administrator(_) => Verdict::Allow,
            // A token is somebody's.
            Actor::System | Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<OverseeTokens> for Organisation {
    const NOUN: &'static str = "organisation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) => Verdict::Deny("only administrators look after the tokens of all"),
            Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<Revoke> for ApiToken {
    const NOUN: &'static str = "token";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(id) if self.person_id == Some(*id) => Verdict::Allow,
            Actor::Person(_) | Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<Readdress> for Person {
    const NOUN: &'static str = "person";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            // Where their letters go is a way into everything.
            Actor::System if self.administrator_since.is_some() => {
                Verdict::Deny("the address of an administrator is changed by hand")
            }
            Actor::System => Verdict::Allow,
            Actor::Administrator(_) | Actor::Person(_) | Actor::Anonymous => Verdict::Hide,
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

impl Policy<OverseePeople> for Organisation {
    const NOUN: &'static str = "organisation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) => Verdict::Deny("only administrators look after the accounts of all"),
            Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<LookAfter> for Person {
    const NOUN: &'static str = "person";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::Administrator(id) if *id == self.id => {
                Verdict::Deny("look after your own account in your settings")
            }
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            // Who may not do it learns nothing of who is here.
            Actor::Person(_) | Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<ResetFactor> for Person {
    const NOUN: &'static str = "person";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::Administrator(id) if *id == self.id => {
                Verdict::Deny("take your own off with a code of it, in your settings")
            }
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            // Who may not do it learns nothing of who is here.
            Actor::Person(_) | Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<Appoint> for Person {
    const NOUN: &'static str = "person";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            // Nobody gives up the office unseen, and the last one cannot.
            Actor::Administrator(id) if *id == self.id => {
                Verdict::Deny("ask another administrator to take this from you")
            }
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
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

/// Whether whoever is signed in showed who they are a short time ago.
pub fn is_confirmed(sign_in: &SignIn, now: DateTime<Utc>) -> bool {
    let shown = sign_in.confirmed_at;
    shown.is_some_and(|at| now < at + CONFIRMED_FOR)
}

/// From when on whoever is signed in like this comes no further without a second factor; nothing where none is required
/// of them, or one was shown. Who came after the rule has as many days as those before.
pub fn factor_due_at(
    rule: Option<&FactorRule>,
    sign_in: &SignIn,
    person: &Person,
) -> Option<DateTime<Utc>> {
    let rule = rule?;
    let asked_since = match rule.asked_of {
        AskedOf::Nobody => return None,
        AskedOf::Administrators => person.administrator_since?,
        AskedOf::Everybody => person.created_at,
    };
    if person.second_factor_since.is_some() || sign_in.by_two_factors {
        return None;
    }
    let days = TimeDelta::days(i64::from(rule.grace_days));
    Some(asked_since.max(rule.since) + days)
}

/// Whether it is time to note that this sign-in was used.
pub fn wants_touch(sign_in: &SignIn, now: DateTime<Utc>) -> bool {
    now >= sign_in.last_seen_at + SEEN_LAG
}

/// What a token is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenUse {
    Read,
    Change,
    /// What a directory does at `/scim/v2`.
    Provision,
}

/// Whether these scopes allow that. What none of them names is not allowed.
pub fn allows_use(scopes: &Scopes, wanted: TokenUse) -> bool {
    match wanted {
        TokenUse::Read => scopes.hold(Scope::Read) || scopes.hold(Scope::Write),
        TokenUse::Change => scopes.hold(Scope::Write),
        TokenUse::Provision => scopes.hold(Scope::Scim),
    }
}

/// The actor who asks by a token: its person as they are now, and never more than its scopes say.
pub fn actor_by_token(token: &ApiToken, person: &Person) -> Actor {
    match actor_of(person) {
        Actor::Administrator(id) if !token.scopes.hold(Scope::Administer) => Actor::Person(id),
        actor => actor,
    }
}

/// Whether this token still opens the door. Its person is who it is of, if it is of one.
pub fn token_is_alive(token: &ApiToken, person: Option<&Person>, now: DateTime<Utc>) -> bool {
    let is_kept_out = person.is_some_and(|person| person.suspended_at.is_some());
    now < token.expires_at && !is_kept_out && token.person_id == person.map(|person| person.id)
}

/// Whether it is time to note that this token was used, on this day and from this household.
pub fn token_wants_touch(token: &ApiToken, from: IpAddr, now: DateTime<Utc>) -> bool {
    token.used_on != Some(now.date_naive()) || token.used_from != Some(from.to_string())
}
