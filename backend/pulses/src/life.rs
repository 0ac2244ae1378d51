//! Where a pulse stands, and of whom it is asked. Pure.
use crate::{Pulse, PulseKind};
use async_graphql::Enum;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use communities::{Role, Standing};

/// Where a pulse stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum PulseState {
    /// Not open yet.
    Planned,
    /// May be answered. Nothing is said of its answers.
    Open,
    /// Closed: it may not be answered any more, and its results may be seen.
    Closed,
    /// Taken back.
    Cancelled,
}

impl Pulse {
    /// It opens and closes by itself, a moment after it should: what counts is when it should.
    pub fn state(&self, now: DateTime<Utc>) -> PulseState {
        if self.cancelled_at.is_some() {
            PulseState::Cancelled
        } else if self.closed_at.is_some() || self.closes_at <= now {
            PulseState::Closed
        } else if self.opened_at.is_some() {
            PulseState::Open
        } else {
            PulseState::Planned
        }
    }

    /// Whether it is asked of who stands so: they have such a role, and were there before it closed.
    /// Observers are never asked.
    pub fn asks(&self, standing: Standing) -> bool {
        standing.role != Role::Observer
            && standing.since <= self.closes_at
            && self.audience.roles().contains(&standing.role)
    }

    pub fn tz(&self) -> Tz {
        self.zone.parse().unwrap_or(Tz::UTC)
    }

    /// So many people stand at least behind whatever is shown.
    pub fn threshold(&self) -> usize {
        usize::try_from(self.enough)
            .unwrap_or(checkins::ENOUGH)
            .max(checkins::ENOUGH)
    }

    /// Whether it counts for how much somebody is asked. What is filled in on the way out does not.
    pub fn weighs(&self) -> bool {
        self.kind != PulseKind::Reaction
    }

    /// When somebody who was told so often is reminded: after a third of the time, and after two thirds;
    /// who fills in a form on the way out is not reminded.
    pub fn reminder(&self, told: i32) -> Option<DateTime<Utc>> {
        if !self.weighs() || !(1..=REMINDERS).contains(&told) {
            return None;
        }
        let part = (self.closes_at - self.opens_at) / (REMINDERS + 1);
        Some(self.opens_at + part * told)
    }
}

/// As often is somebody reminded, and no more.
const REMINDERS: i32 = 2;
