//! Where a consultation stands. Pure.
use crate::Consultation;
use async_graphql::Enum;
use chrono::{DateTime, TimeDelta, Utc};

/// For so long the link in a letter opens.
pub(crate) const LINK_OPENS: TimeDelta = TimeDelta::days(21);
/// So long after a letter the next one may follow.
pub(crate) const BETWEEN_LETTERS: TimeDelta = TimeDelta::hours(48);
/// So long after the end the colleague is forgotten, and what they added.
pub(crate) const COLLEAGUE_KEPT: TimeDelta = TimeDelta::days(30);
/// So long they wait for what changes to be written, once they confirmed; then it has ended, too.
pub(crate) const CHANGE_AWAITED: TimeDelta = TimeDelta::days(60);

/// Where a consultation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ConsultationState {
    /// A plan asks for it, and nobody was chosen yet.
    Assigned,
    /// The colleague was written to, and has not confirmed.
    Asked,
    /// The colleague confirmed that they spoke.
    Confirmed,
    /// Who asked wrote what changes.
    Concluded,
    /// Who asked took it back.
    Withdrawn,
    /// The colleague did not answer in time: somebody else can be asked.
    Expired,
    /// The colleague said that they cannot: somebody else can be asked.
    Declined,
}

impl Consultation {
    pub fn state(&self, now: DateTime<Utc>) -> ConsultationState {
        if self.withdrawn_at.is_some() {
            ConsultationState::Withdrawn
        } else if self.concluded_at.is_some() {
            ConsultationState::Concluded
        } else if self.confirmed_at.is_some() {
            ConsultationState::Confirmed
        } else if self.declined_at.is_some() {
            ConsultationState::Declined
        } else {
            match self.expires_at {
                Some(expires_at) if expires_at <= now => ConsultationState::Expired,
                Some(_) => ConsultationState::Asked,
                None => ConsultationState::Assigned,
            }
        }
    }

    /// From when the letter can be sent again; nothing where it cannot.
    pub fn resendable_at(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let waits = self.state(now) == ConsultationState::Asked;
        self.mailed_at
            .filter(|_| waits)
            .map(|at| at + BETWEEN_LETTERS)
    }

    /// Whether it should be done by now, and is not.
    pub fn is_late(&self, now: DateTime<Utc>) -> bool {
        let done = [ConsultationState::Concluded, ConsultationState::Withdrawn];
        self.due_at.is_some_and(|due| due <= now) && !done.contains(&self.state(now))
    }
}
