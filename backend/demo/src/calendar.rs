//! When things happened, counted back from the clock.
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use kernel::{Error, Result};

/// The instant that was so long `ago`:
/// - `12d 09:40`, twelve days back at that time of day, UTC, but never after now;
/// - `9h` or `95m`, hours or minutes back.
pub fn instant(now: DateTime<Utc>, ago: &str) -> Result<DateTime<Utc>> {
    read(now, ago).ok_or_else(|| Error::internal(format!("no instant of the demo: {ago}")))
}

fn read(now: DateTime<Utc>, ago: &str) -> Option<DateTime<Utc>> {
    if let Some(hours) = ago.strip_suffix('h') {
        return Some(now - TimeDelta::hours(hours.parse().ok()?));
    }
    if let Some(minutes) = ago.strip_suffix('m') {
        return Some(now - TimeDelta::minutes(minutes.parse().ok()?));
    }
    let (days, time) = ago.split_once("d ")?;
    let time = NaiveTime::parse_from_str(time, "%H:%M").ok()?;
    let day = day(now, -days.parse::<i64>().ok()?);
    Some(day.and_time(time).and_utc().min(now))
}

/// The day so many days from today, which is earlier when they are negative.
pub fn day(now: DateTime<Utc>, days: i64) -> NaiveDate {
    (now + TimeDelta::days(days)).date_naive()
}
