//! Who is asked and who is spared, over all programs. Pure.
//!
//! Asked too often, people stop answering, and those who still answer are no picture of the rest. A week
//! between two pulses, and twenty questions in thirty days (four pulses of five questions, one a week),
//! is what people bear; it holds over all their communities, as none of them knows of the others.
use crate::Spared;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::PersonId;

/// So long at least between two pulses for one person.
pub const APART: TimeDelta = TimeDelta::days(7);
/// So many questions at most for one person …
pub const QUESTIONS_AT_MOST: usize = 20;
/// … within this time.
pub const WITHIN: TimeDelta = TimeDelta::days(30);

/// What somebody was asked, or will be, in all their communities.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Load {
    /// When, and how many questions.
    pub askings: Vec<(DateTime<Utc>, usize)>,
}

impl Load {
    fn last(&self) -> Option<DateTime<Utc>> {
        self.askings.iter().map(|(at, _)| *at).max()
    }

    /// Why somebody so laden is not asked as many questions at that time.
    fn spares(&self, at: DateTime<Utc>, questions: usize) -> Option<Spared> {
        if self.last().is_some_and(|last| last > at - APART) {
            return Some(Spared::AskedRecently);
        }
        let lately = self
            .askings
            .iter()
            .filter(|(asked, _)| *asked > at - WITHIN);
        let asked: usize = lately.map(|(_, questions)| questions).sum();
        (asked > 0 && asked + questions > QUESTIONS_AT_MOST).then_some(Spared::AskedMuch)
    }
}

/// Somebody who may be asked, and at what time.
pub(crate) struct Candidate {
    pub person: PersonId,
    pub at: DateTime<Utc>,
    pub load: Load,
}

/// Whom to ask (nothing) and whom to spare (why): who was never asked first, then who was asked longest
/// ago. `chance` decides among equals.
pub(crate) fn choose(
    mut people: Vec<Candidate>,
    (questions, at_most): (usize, Option<usize>),
    chance: impl Fn(PersonId) -> Vec<u8>,
) -> Vec<(PersonId, Option<Spared>)> {
    people.sort_by_cached_key(|it| (it.load.last(), chance(it.person)));
    let mut room = at_most.unwrap_or(usize::MAX);
    let decided = people.into_iter().map(|it| {
        let why = it.load.spares(it.at, questions);
        let why = match why {
            None if room == 0 => Some(Spared::NotChosen),
            why => why,
        };
        if why.is_none() {
            room -= 1;
        }
        (it.person, why)
    });
    decided.collect()
}

#[cfg(test)]
mod tests;
