//! When a check-in opens and closes, when it comes back, and when each person is asked. Pure.
use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use communities::WorkCalendar;
use kernel::{Error, Result};
use rrule::{RRule, RRuleSet, Unvalidated};

pub const DAYS_OPEN: i32 = 7;
pub const DAYS_OPEN_MAX: i32 = 60;
pub const DAYS_AFTER: i32 = 14;
pub const DAYS_AFTER_MAX: i32 = 365;
const RULE_CHARS_MAX: usize = 300;
/// As many of one recurrence, and no more.
const TIMES_MAX: u16 = 100;
/// What comes once a day may come an hour earlier where clocks change.
const APART: TimeDelta = TimeDelta::hours(20);
const OPENS: NaiveTime = at_hour(9);
const WORK_ENDS: NaiveTime = at_hour(17);

const fn at_hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// So many days after the day on which a session ends, in the morning.
pub fn after_session(ends_at: DateTime<Utc>, days: i32, calendar: &WorkCalendar) -> DateTime<Utc> {
    let day = calendar.day_of(ends_at);
    let days = u64::try_from(days).unwrap_or(0);
    calendar.instant(day.checked_add_days(Days::new(days)).unwrap_or(day), OPENS)
}

/// When it closes: so many days on, by the clocks of the place.
pub fn closing(opens_at: DateTime<Utc>, days_open: i32, zone: Tz) -> DateTime<Utc> {
    let days = Days::new(u64::try_from(days_open).unwrap_or(0));
    let local = opens_at.with_timezone(&zone);
    let later = local.checked_add_days(days);
    later.map_or(opens_at + TimeDelta::days(i64::from(days_open)), |later| {
        later.with_timezone(&Utc)
    })
}

/// The first moment from `at` on at which somebody works, by the clock and the week of `calendar`.
pub fn working_moment(at: DateTime<Utc>, calendar: &WorkCalendar) -> DateTime<Utc> {
    let today = calendar.day_of(at);
    let time = at.with_timezone(&calendar.zone()).time();
    if calendar.is_working(today) && time < WORK_ENDS {
        return at.max(calendar.instant(today, OPENS));
    }
    // A fortnight without a working day is a holiday of everybody's: ask on its first day then.
    let day = (1..=31)
        .filter_map(|days| today.checked_add_days(Days::new(days)))
        .find(|day| calendar.is_working(*day));
    day.map_or(at, |day| calendar.instant(day, OPENS))
}

/// When a recurrence comes, from its start on: as often as it does, at most 100 times.
///
/// # Errors
/// `Invalid` on `rrule` when it cannot be read, never comes, comes more often than once a day, or
/// counts to more than 100.
pub fn occurrences(rule: &str, start: DateTime<Utc>, zone: Tz) -> Result<Vec<DateTime<Utc>>> {
    let rule = parsed(rule)?;
    let start = start.with_timezone(&rrule::Tz::Tz(zone));
    let rule = rule
        .validate(start)
        .map_err(|error| refused(format!("this recurrence cannot be: {error}")))?;
    if rule
        .get_count()
        .is_some_and(|count| count > u32::from(TIMES_MAX))
    {
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
    let parsed: RRule<Unvalidated> = rule.parse().map_err(|_| {
        refused("this is no recurrence").hint("write it as FREQ=WEEKLY;BYDAY=WE;COUNT=6")
    })?;
    use rrule::Frequency::{Hourly, Minutely, Secondly};
    match parsed.get_freq() {
        Hourly | Minutely | Secondly => Err(too_often()),
        _ => Ok(parsed),
    }
}

fn refused(words: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::invalid("rrule", words)
}

fn too_often() -> Error {
    refused("this comes too often: once a day, and 100 times in all, is the most")
}

#[cfg(test)]
mod tests;
