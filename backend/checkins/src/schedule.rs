//! When a check-in opens and closes. Pure.
use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use communities::WorkCalendar;
use kernel::{Error, Result};

pub const DAYS_OPEN: i32 = 7;
pub const DAYS_OPEN_MAX: i32 = 60;
pub const DAYS_AFTER: i32 = 14;
pub const DAYS_AFTER_MAX: i32 = 365;
const OPENS: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// As long may it be until it comes again.
const APART_MAX: TimeDelta = TimeDelta::days(2 * 366);

/// # Errors
/// `Invalid` on `rrule` when years lie between two times: nobody means that, and it would open in a year
/// that no calendar knows.
pub fn not_too_seldom(times: &[DateTime<Utc>]) -> Result<()> {
    match times.windows(2).any(|two| two[1] - two[0] > APART_MAX) {
        true => Err(Error::invalid(
            "rrule",
            "this comes too seldom: every two years is the least",
        )),
        false => Ok(()),
    }
}

/// So many days after the day on which a session ends, in the morning.
pub fn after_session(ends_at: DateTime<Utc>, days: i32, calendar: &WorkCalendar) -> DateTime<Utc> {
    let day = calendar.day_of(ends_at);
    let days = u64::try_from(days).unwrap_or(0);
    calendar.instant(day.checked_add_days(Days::new(days)).unwrap_or(day), OPENS)
}

/// For how many days it may be open at most, of what comes back: until it comes again.
pub fn most_days(times: &[DateTime<Utc>], zone: Tz) -> Option<i32> {
    let until_next = |two: &[DateTime<Utc>]| {
        let mut days = (1..=DAYS_OPEN_MAX).rev();
        days.find(|days| closing(two[0], *days, zone) <= two[1])
    };
    // Where clocks change, what comes each day comes an hour early.
    times
        .windows(2)
        .map(|two| until_next(two).unwrap_or(1))
        .min()
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
