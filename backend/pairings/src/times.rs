//! Times that suit everybody of a pair. Pure.
use crate::Profile;
use chrono::{DateTime, Days, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use communities::{WorkCalendar, WorkHours, WorkWeek};
use std::collections::BTreeSet;

/// When somebody works, by their own clock.
#[derive(Clone, Copy, Debug)]
pub struct Hours {
    pub zone: Tz,
    pub work: WorkHours,
}

impl Profile {
    /// When they work.
    pub fn hours(&self) -> WorkHours {
        WorkHours::new(self.works_from, self.works_to).unwrap_or_default()
    }
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

/// Half an hour within everybody's working hours and their community's working week, on three days from
/// tomorrow on; on fewer where there are no more. Of a day it is the middle of what they have in common.
///
/// None is over after the end.
pub fn suggested(
    (people, week): (&[Hours], WorkWeek),
    (now, end): (DateTime<Utc>, DateTime<Utc>),
) -> Vec<Slot> {
    let today = now.date_naive();
    let calendar = |hours: &Hours| WorkCalendar::new(hours.zone, week, BTreeSet::new());
    let people: Vec<_> = people.iter().map(|it| (it.work, calendar(it))).collect();
    let works = |at: DateTime<Utc>| {
        let mut all = people.iter();
        at + LENGTH <= end && all.all(|(work, calendar)| work.hold((at, at + LENGTH), calendar))
    };
    let mut slots = Vec::new();
    for day in (1..=DAYS).filter_map(|days| today.checked_add_days(Days::new(days))) {
        let midnight = Utc.from_utc_datetime(&day.and_time(chrono::NaiveTime::MIN));
        let times = (0..48).map(|step| midnight + STEP * step);
        let common: Vec<DateTime<Utc>> = times.filter(|at| works(*at)).collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, Timelike, Weekday};

    #[test]
    fn times_are_suggested_on_working_days_of_the_community() {
        let hours = |zone: Tz| Hours {
            zone,
            work: WorkHours::default(),
        };
        let two = [hours(Tz::Asia__Riyadh), hours(Tz::Asia__Dubai)];
        let now: DateTime<Utc> = "2026-01-07T09:00:00Z".parse().expect("an instant");
        let days = |week: WorkWeek| -> Vec<Weekday> {
            let slots = suggested((&two, week), (now, DateTime::<Utc>::MAX_UTC));
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

    #[test]
    fn no_time_is_suggested_that_is_over_after_they_are_together() {
        let hours = Hours {
            zone: Tz::UTC,
            work: WorkHours::default(),
        };
        let now: DateTime<Utc> = "2026-01-07T09:00:00Z".parse().expect("an instant");
        let end: DateTime<Utc> = "2026-01-09T10:00:00Z".parse().expect("an instant");
        let slots = suggested((&[hours, hours], WorkWeek::default()), (now, end));
        assert_eq!(slots.len(), 2, "{slots:?}");
        assert!(slots.iter().all(|slot| slot.ends_at <= end), "{slots:?}");
    }

    #[test]
    fn two_who_work_at_night_meet_at_night_also_past_midnight() {
        let night = |from: i32, to: i32| Hours {
            zone: Tz::Europe__Berlin,
            work: WorkHours::new(from * 60, to * 60).expect("hours"),
        };
        // Wednesday. They have four to six in common, of the nights that begin on a working day.
        let now: DateTime<Utc> = "2026-01-07T09:00:00Z".parse().expect("an instant");
        let two = [night(22, 6), night(4, 12)];
        let slots = suggested((&two, WorkWeek::default()), (now, DateTime::<Utc>::MAX_UTC));
        let when: Vec<(Weekday, u32)> = slots
            .iter()
            .map(|slot| slot.starts_at.with_timezone(&Tz::Europe__Berlin))
            .map(|at| (at.weekday(), at.hour()))
            .collect();
        let five = [Weekday::Thu, Weekday::Fri, Weekday::Tue].map(|day| (day, 5));
        assert_eq!(when, five, "on Monday the night before began on a Sunday");
    }
}
