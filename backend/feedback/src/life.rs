//! Where a round, what was handed in and what is asked stand. Pure.
use crate::{Evidence, Feedback, FeedbackRound};
use async_graphql::Enum;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use communities::{DayUnit, WorkCalendar};

/// So long before feedback is due, who is asked is reminded.
pub(crate) const REMINDED_BEFORE: TimeDelta = TimeDelta::days(1);
/// So long nobody need be there to look at something: others may still hand in.
pub(crate) const ALONE_FOR: TimeDelta = TimeDelta::days(1);

/// Where a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum FeedbackRoundState {
    /// Something can be handed in.
    Open,
    /// Nothing can be handed in any more; feedback goes on until everybody has theirs.
    Closed,
    /// Nobody is asked for anything any more.
    Cancelled,
}

/// Where something that was handed in stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum EvidenceState {
    /// Nobody could be asked to look at it yet.
    Waiting,
    /// Somebody is asked to look at it.
    Asked,
    /// Some feedback was given.
    Partly,
    /// It has all the feedback that the round promises.
    Complete,
    /// Who handed it in took it back.
    Withdrawn,
}

/// What became of asking one person to look at something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum FeedbackState {
    /// They are waited for.
    Asked,
    Given,
    /// They said that they cannot.
    Declined,
    /// It is late, and somebody else was asked; they may still give it.
    PassedOn,
    /// Nobody waits for it any more.
    Released,
}

impl FeedbackRound {
    pub fn state(&self, now: DateTime<Utc>) -> FeedbackRoundState {
        let is_over = self.closes_at.is_some_and(|at| at <= now);
        match (self.cancelled_at, self.closed_at) {
            (Some(_), _) => FeedbackRoundState::Cancelled,
            (None, Some(_)) => FeedbackRoundState::Closed,
            (None, None) if is_over => FeedbackRoundState::Closed,
            (None, None) => FeedbackRoundState::Open,
        }
    }

    /// How much feedback each gets, and gives.
    pub fn wanted(&self) -> usize {
        usize::try_from(self.each).unwrap_or(1)
    }

    /// Until when who is asked now has time: the end of so many working days.
    pub(crate) fn due(&self, now: DateTime<Utc>, calendar: &WorkCalendar) -> DateTime<Utc> {
        let last = calendar.shift(calendar.day_of(now), self.days, DayUnit::Working);
        let end = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default();
        calendar.instant(last, end)
    }
}

impl Evidence {
    /// Where it stands, by all that was asked of it.
    pub fn state(&self, feedback: &[Feedback]) -> EvidenceState {
        let has = |state| feedback.iter().any(|it| it.state() == state);
        if self.withdrawn_at.is_some() {
            EvidenceState::Withdrawn
        } else if self.complete_at.is_some() {
            EvidenceState::Complete
        } else if has(FeedbackState::Given) {
            EvidenceState::Partly
        } else if has(FeedbackState::Asked) {
            EvidenceState::Asked
        } else {
            EvidenceState::Waiting
        }
    }
}

impl Feedback {
    pub fn state(&self) -> FeedbackState {
        if self.given_at.is_some() {
            FeedbackState::Given
        } else if self.released_at.is_some() {
            FeedbackState::Released
        } else if self.declined_at.is_some() {
            FeedbackState::Declined
        } else if self.passed_on_at.is_some() {
            FeedbackState::PassedOn
        } else {
            FeedbackState::Asked
        }
    }

    /// Whether it can be given: also late.
    pub fn is_open(&self) -> bool {
        matches!(self.state(), FeedbackState::Asked | FeedbackState::PassedOn)
    }
}
