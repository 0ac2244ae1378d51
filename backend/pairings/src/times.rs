//! Times that suit everybody of a pair, and how calendars read them. Pure.
use chrono::{DateTime, Datelike, Days, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use communities::WorkWeek;
use icalendar::{Calendar, Component, Event, EventLike};

/// When somebody works, in minutes since midnight by their own clock.
#[derive(Clone, Copy, Debug)]
pub struct Hours {
    pub zone: Tz,
    pub from: i32,
    pub to: i32,
}

/// A time to meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

const LENGTH: TimeDelta = TimeDelta::minutes(30);
const STEP: TimeDelta = TimeDelta::minutes(30);
/// As many days are looked through.
const DAYS: u64 = 14;
const SUGGESTED: usize = 3;

fn works(hours: &Hours, week: WorkWeek, at: DateTime<Utc>) -> bool {
    let local = at.with_timezone(&hours.zone);
    let weekend = !week.has(local.weekday());
    let minute = i32::try_from(local.num_seconds_from_midnight() / 60).unwrap_or(0);
    let length = i32::try_from(LENGTH.num_minutes()).unwrap_or(0);
    !weekend && minute >= hours.from && minute + length <= hours.to
}

/// Half an hour within everybody's working hours and their community's working week, on three days from tomorrow on; on fewer where there
/// are no more. Of a day it is the middle of what they have in common.
pub fn suggested((people, week): (&[Hours], WorkWeek), now: DateTime<Utc>) -> Vec<Slot> {
    let today = now.date_naive();
    let mut slots = Vec::new();
    for day in (1..=DAYS).filter_map(|days| today.checked_add_days(Days::new(days))) {
        let midnight = Utc.from_utc_datetime(&day.and_time(chrono::NaiveTime::MIN));
        let times = (0..48).map(|step| midnight + STEP * step);
        let suits = |at: &DateTime<Utc>| people.iter().all(|hours| works(hours, week, *at));
        let common: Vec<DateTime<Utc>> = times.filter(suits).collect();
        if let Some(starts_at) = common.get(common.len() / 2) {
            slots.push(Slot {
                starts_at: *starts_at,
                ends_at: *starts_at + LENGTH,
            });
        }
        if slots.len() == SUGGESTED {
            break;
        }
    }
    slots
}

/// A time to meet as a file that calendar programs read.
pub fn calendar_file(slot: Slot, (uid, summary): (&str, &str), now: DateTime<Utc>) -> String {
    let mut event = Event::new();
    event
        .uid(uid)
        .timestamp(now)
        .starts(slot.starts_at)
        .ends(slot.ends_at)
        .summary(summary);
    Calendar::new().push(event.done()).done().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;

    #[test]
    fn times_are_suggested_on_working_days_of_the_community() {
        let hours = |zone: Tz| Hours {
            zone,
            from: 9 * 60,
            to: 17 * 60,
        };
        let two = [hours(Tz::Asia__Riyadh), hours(Tz::Asia__Dubai)];
        let now: DateTime<Utc> = "2026-01-07T09:00:00Z".parse().expect("an instant");
        let days = |week: WorkWeek| -> Vec<Weekday> {
            let slots = suggested((&two, week), now);
            slots.iter().map(|slot| slot.starts_at.weekday()).collect()
        };
        let sunday_to_thursday = WorkWeek::of([
            Weekday::Sun,
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
        ]);
        let week = sunday_to_thursday.expect("days");
        assert_eq!(days(week), [Weekday::Thu, Weekday::Sun, Weekday::Mon]);
        let usual = [Weekday::Thu, Weekday::Fri, Weekday::Mon];
        assert_eq!(days(WorkWeek::default()), usual);
    }
}
