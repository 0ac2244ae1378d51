//! What a letter written now tells, and when to look again. Pure.
use crate::hours::Hours;
use crate::{Choices, MailKind, When};
use chrono::{DateTime, TimeDelta, Utc};

/// Why a letter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Something happened.
    AtOnce,
    /// The mail of the day.
    Daily,
    /// The mail of Sunday.
    Sunday,
}

/// One look into somebody's postbox.
pub(crate) struct Round<'a> {
    pub choices: &'a Choices,
    pub hours: Hours,
    /// When it was to be looked into.
    pub due: DateTime<Utc>,
    pub now: DateTime<Utc>,
    /// Letters that told of single things today.
    pub sent_today: u64,
}

impl Round<'_> {
    pub fn occasion(&self) -> Occasion {
        let before = self.due - TimeDelta::seconds(1);
        if self.hours.next_sunday(before) <= self.now {
            Occasion::Sunday
        } else if self.hours.next_daily(before) <= self.now {
            Occasion::Daily
        } else {
            Occasion::AtOnce
        }
    }

    /// Whether a letter written now tells of what is of this kind.
    pub fn tells(&self, kind: MailKind) -> bool {
        if !self.is_awake() {
            return false;
        }
        match (self.choices.when(kind), self.occasion()) {
            (When::Not, _) => false,
            (When::AtOnce, Occasion::AtOnce) => self.choices.has_room(kind, self.sent_today),
            (When::AtOnce | When::Daily, Occasion::Daily) | (_, Occasion::Sunday) => true,
            (When::Daily | When::Sunday, _) => false,
        }
    }

    /// When something of this kind is told that is not told now.
    pub fn later(&self, kind: MailKind) -> Option<DateTime<Utc>> {
        match self.choices.when(kind) {
            // What a day has no room for comes with the next mail of many things.
            When::AtOnce if self.is_awake() => Some(self.hours.next_daily(self.now)),
            when => self.hours.due(when, self.now),
        }
    }

    fn is_awake(&self) -> bool {
        self.hours.awake(self.now) <= self.now
    }
}

#[cfg(test)]
mod tests;
