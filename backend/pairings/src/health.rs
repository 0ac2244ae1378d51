//! How a pair fares, and what is to be asked of it. Pure.
use crate::{Commitment, CommitmentOutcome, MetAnswer, PairMember, PairSeen};
use async_graphql::Enum;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::PersonId;

/// A pair is nudged by its people at most once in so long.
const NUDGE_AGAIN: TimeDelta = TimeDelta::hours(48);

/// What follows from what the people of a pair answered to: did you meet?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum MetTogether {
    /// Nobody has answered.
    Unknown,
    Yes,
    No,
    Planned,
    /// They say different things.
    Unclear,
}

/// How many commitments there are, were done, and were thought about again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    pub all: usize,
    pub done: usize,
    pub changed_mind: usize,
}

impl Meant {
    pub fn of(commitments: &[Commitment]) -> Self {
        let with = |outcome| {
            let such = commitments.iter().filter(|it| it.outcome == outcome);
            such.count()
        };
        Self {
            all: commitments.len(),
            done: with(CommitmentOutcome::Done),
            changed_mind: with(CommitmentOutcome::ChangedMind),
        }
    }
}

impl PairSeen {
    /// What follows from the answers of all.
    pub fn met_together(&self) -> MetTogether {
        let says = |answer: MetAnswer| {
            let mut members = self.members.iter();
            members.any(|member| member.met == Some(answer))
        };
        match (
            says(MetAnswer::Yes),
            says(MetAnswer::No),
            says(MetAnswer::Planned),
        ) {
            (true, true, _) => MetTogether::Unclear,
            (true, false, _) => MetTogether::Yes,
            (false, true, false) => MetTogether::No,
            (false, _, true) => MetTogether::Planned,
            (false, false, false) => MetTogether::Unknown,
        }
    }

    /// Whether there was no sign of life since they are together: no words, nothing meant, nothing said of
    /// a meeting. Nobody is silent before it is time to ask whether they met.
    pub fn is_silent(&self, meant: Meant, now: DateTime<Utc>) -> bool {
        let answered = self.members.iter().any(|member| member.met.is_some());
        let spoke = answered || self.pair.thread_id.is_some() || meant.all > 0;
        self.asks_from() <= now && !spoke
    }

    /// From when on people are asked whether they met: after a week, or two days before it is over.
    pub fn asks_from(&self) -> DateTime<Utc> {
        let (starts_at, ends_at) = (self.pair.starts_at, self.pair.ends_at);
        let late = (starts_at + TimeDelta::weeks(1)).min(ends_at - TimeDelta::days(2));
        late.max(starts_at)
    }

    /// Whether it is time to ask somebody whether they met: they have not said that they did.
    pub fn asks_whether_met(&self, person: Option<PersonId>, now: DateTime<Utc>) -> bool {
        let open = self.pair.ended_at.is_none() && self.asks_from() <= now;
        let says_yes = |member: &PairMember| member.met == Some(MetAnswer::Yes);
        open && self.member(person).is_some_and(|member| !says_yes(member))
    }

    /// From when on its people may nudge each other again; nothing while nobody did.
    pub fn nudge_again_at(&self) -> Option<DateTime<Utc>> {
        let last = self.present().filter_map(|member| member.nudged_at).max();
        Some(last? + NUDGE_AGAIN)
    }
}
