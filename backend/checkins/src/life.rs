//! Where a check-in stands. Pure.
use crate::CheckIn;
use async_graphql::Enum;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use communities::Standing;

/// Where a check-in stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum CheckInState {
    /// Not open yet.
    Scheduled,
    /// May be answered.
    Open,
    /// Closed: what is sent now is marked late.
    Closed,
    /// Taken back.
    Cancelled,
}

impl CheckIn {
    /// It opens and closes by itself, a moment after it should: what counts is when it should.
    pub fn state(&self, now: DateTime<Utc>) -> CheckInState {
        if self.cancelled_at.is_some() {
            CheckInState::Cancelled
        } else if self.closed_at.is_some() || self.closes_at <= now {
            CheckInState::Closed
        } else if self.opened_at.is_some() {
            CheckInState::Open
        } else {
            CheckInState::Scheduled
        }
    }

    /// Whether it is asked of who stands so: they have such a role, and were there before it closed.
    pub fn asks(&self, standing: Standing) -> bool {
        standing.since <= self.closes_at && self.audience.roles().contains(&standing.role)
    }

    pub fn tz(&self) -> Tz {
        self.zone.parse().unwrap_or(Tz::UTC)
    }
}
