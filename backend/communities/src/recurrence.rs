//! When something comes back, by RFC 5545 and the clocks of a place. Pure.
use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use chrono_tz::Tz;
use kernel::{Error, Result};
use rrule::{Frequency, RRule, RRuleSet, Unvalidated};

const RULE_CHARS_MAX: usize = 300;
/// As many of one recurrence, and no more.
const TIMES_MAX: u16 = 100;

/// How often something may come back at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Often {
    OnceADay,
    OnceAWeek,
}

impl Often {
    /// What lies between two times at least. Where clocks change, the second may come earlier.
    fn apart(self) -> TimeDelta {
        match self {
            Self::OnceADay => TimeDelta::hours(20),
            Self::OnceAWeek => TimeDelta::hours(7 * 24 - 2),
        }
    }

    fn exceeded(self) -> Error {
        refused(match self {
            Self::OnceADay => "this comes too often: once a day, and 100 times in all, is the most",
            Self::OnceAWeek => {
                "this comes too often: once a week, and 100 times in all, is the most"
            }
        })
    }
}

/// When a recurrence comes, from its start on, at the same time of day in its zone: at most 100 times, each
/// at a full second.
///
/// # Errors
/// `Invalid` on `rrule` when it cannot be read, never comes, comes more often than it may, or counts to
/// more than 100.
pub fn occurrences(
    rule: &str,
    (start, zone): (DateTime<Utc>, Tz),
    most: Often,
) -> Result<Vec<DateTime<Utc>>> {
    let rule = parsed(rule)?;
    // Looking for what lies apart far enough would pass by millions of such moments.
    if matches!(
        rule.get_freq(),
        Frequency::Hourly | Frequency::Minutely | Frequency::Secondly
    ) {
        return Err(most.exceeded());
    }
    let start = full_second(start).with_timezone(&rrule::Tz::Tz(zone));
    let rule = rule
        .validate(start)
        .map_err(|error| refused(format!("this recurrence cannot be: {error}")))?;
    let count = rule.get_count();
    if count.is_some_and(|count| count > u32::from(TIMES_MAX)) {
        return Err(most.exceeded());
    }
    let found = RRuleSet::new(start).rrule(rule).all(TIMES_MAX).dates;
    let found: Vec<DateTime<Utc>> = found.iter().map(|at| at.with_timezone(&Utc)).collect();
    if found.is_empty() {
        return Err(refused("this recurrence never comes"));
    }
    match found.windows(2).any(|two| two[1] - two[0] < most.apart()) {
        true => Err(most.exceeded()),
        false => Ok(found),
    }
}

/// Not before then: a start within a second would come after its own first time, and lose it.
fn full_second(at: DateTime<Utc>) -> DateTime<Utc> {
    let whole = at.trunc_subsecs(0);
    match whole < at {
        true => whole + TimeDelta::seconds(1),
        false => whole,
    }
}

fn parsed(rule: &str) -> Result<RRule<Unvalidated>> {
    let rule = kernel::line("rrule", rule, RULE_CHARS_MAX)?.to_uppercase();
    let rule = rule.strip_prefix("RRULE:").unwrap_or(&rule);
    rule.parse().map_err(|_| {
        refused("this is no recurrence").hint("write it as FREQ=WEEKLY;BYDAY=WE;COUNT=6")
    })
}

fn refused(words: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::invalid("rrule", words)
}

#[cfg(test)]
mod tests;
