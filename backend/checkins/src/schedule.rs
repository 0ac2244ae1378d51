//! When a check-in opens and closes, and when each person is asked. Pure.
use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use communities::WorkCalendar;

pub const DAYS_OPEN: i32 = 7;
pub const DAYS_OPEN_MAX: i32 = 60;
pub const DAYS_AFTER: i32 = 14;
pub const DAYS_AFTER_MAX: i32 = 365;
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

#[cfg(test)]
mod tests;
