//! When rounds begin by themselves. Pure.
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use kernel::{Error, Result};
use rrule::{RRule, RRuleSet, Unvalidated};

const RULE_CHARS_MAX: usize = 300;
/// As many of one recurrence, and no more.
const TIMES_MAX: u16 = 100;
/// What comes once a week may come an hour earlier where clocks change.
const APART: TimeDelta = TimeDelta::hours(7 * 24 - 2);

/// When a recurrence comes, from its start on, by the clocks of a zone: at most 100 times.
///
/// # Errors
/// `Invalid` on `rrule` when it cannot be read, never comes, comes more often than once a week, or
/// counts to more than 100.
pub(crate) fn occurrences(
    rule: &str,
    start: DateTime<Utc>,
    zone: Tz,
) -> Result<Vec<DateTime<Utc>>> {
    let rule = parsed(rule)?;
    let start = start.with_timezone(&rrule::Tz::Tz(zone));
    let rule = rule
        .validate(start)
        .map_err(|error| refused(format!("this recurrence cannot be: {error}")))?;
    let most = u32::from(TIMES_MAX);
    if rule.get_count().is_some_and(|count| count > most) {
        return Err(too_often());
    }
    let found = RRuleSet::new(start).rrule(rule).all(TIMES_MAX).dates;
    let found: Vec<DateTime<Utc>> = found.iter().map(|at| at.with_timezone(&Utc)).collect();
    if found.is_empty() {
        return Err(refused("this recurrence never comes"));
    }
    match found.windows(2).any(|two| two[1] - two[0] < APART) {
        true => Err(too_often()),
        false => Ok(found),
    }
}

fn parsed(rule: &str) -> Result<RRule<Unvalidated>> {
    let rule = kernel::line("rrule", rule, RULE_CHARS_MAX)?.to_uppercase();
    let rule = rule.strip_prefix("RRULE:").unwrap_or(&rule);
    let parsed: RRule<Unvalidated> = rule
        .parse()
        .map_err(|_| refused("this is no recurrence").hint("write it as FREQ=WEEKLY;INTERVAL=6"))?;
    use rrule::Frequency::{Daily, Hourly, Minutely, Secondly};
    match parsed.get_freq() {
        Daily | Hourly | Minutely | Secondly => Err(too_often()),
        _ => Ok(parsed),
    }
}

fn refused(words: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::invalid("rrule", words)
}

fn too_often() -> Error {
    refused("this comes too often: once a week, and 100 times in all, is the most")
}

#[cfg(test)]
mod tests;
