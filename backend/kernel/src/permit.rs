//! Permission as a type: what needs leave takes a `Permit`, and only `permit` can make one.
use crate::{Actor, Error, Result};
use chrono::{DateTime, Utc};
use std::marker::PhantomData;
use std::ops::Deref;

/// What a policy answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Allow,
    /// The asker may not even know it exists: the answer is "not found".
    Hide,
    /// The asker may know it, but not do this to it.
    Deny(&'static str),
    /// As `Deny`, until this instant; the words go before it.
    DenyUntil(&'static str, DateTime<Utc>),
}

impl Verdict {
    pub fn allows(self) -> bool {
        self == Self::Allow
    }
}

/// Says whether `actor` may do `Action` to `self`. Pure: it loads nothing.
pub trait Policy<Action> {
    /// What the subject is called in "there is no such …".
    const NOUN: &'static str;

    fn verdict(&self, actor: &Actor) -> Verdict;
}

/// The organisation as a whole: the subject of what concerns no one place or person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Organisation;

/// To do what the clock brings: open, remind, close, forget. Nobody does it by hand.
pub enum KeepTime {}

impl Policy<KeepTime> for Organisation {
    const NOUN: &'static str = "organisation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System => Verdict::Allow,
            Actor::Administrator(_) | Actor::Person(_) => {
                Verdict::Deny("the platform does this by itself")
            }
            Actor::Anonymous => Verdict::Hide,
        }
    }
}

/// Proof that a policy allowed `Action` on this subject.
pub struct Permit<Action, Subject> {
    subject: Subject,
    actor: Actor,
    action: PhantomData<fn() -> Action>,
}

pub fn permit<Action, Subject: Policy<Action>>(
    actor: Actor,
    subject: Subject,
) -> Result<Permit<Action, Subject>> {
    match subject.verdict(&actor) {
        Verdict::Allow => Ok(Permit {
            subject,
            actor,
            action: PhantomData,
        }),
        Verdict::Hide if actor == Actor::Anonymous => Err(Error::SignInFirst),
        Verdict::Hide => Err(Error::NotFound(Subject::NOUN)),
        Verdict::Deny(reason) => Err(Error::Forbidden(reason.into())),
        Verdict::DenyUntil(reason, until) => {
            let until = until.format("%-d %B %Y, %H:%M UTC");
            Err(Error::forbidden(format!("{reason} until {until}")))
        }
    }
}

impl<Action, Subject> Permit<Action, Subject> {
    pub fn actor(&self) -> Actor {
        self.actor
    }

    pub fn into_subject(self) -> Subject {
        self.subject
    }
}

impl<Action, Subject> Deref for Permit<Action, Subject> {
    type Target = Subject;

    fn deref(&self) -> &Subject {
        &self.subject
    }
}
