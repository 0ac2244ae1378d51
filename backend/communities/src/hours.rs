//! When somebody works in a day, by their own clock; also over midnight. Pure.
use crate::WorkCalendar;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

const DAY: i32 = 24 * 60;

/// From when to when somebody works, in minutes since midnight. What ends no later than it begins ends on
/// the day after: a night belongs to the day on which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkHours {
    from: i32,
    to: i32,
}

impl WorkHours {
    /// Nothing when these are no times of a day, or the same.
    pub fn new(from: i32, to: i32) -> Option<Self> {
        let are_times = (0..DAY).contains(&from) && (0..=DAY).contains(&to);
        (are_times && from != to).then_some(Self { from, to })
    }

    /// Minutes since midnight.
    pub fn first_minute(self) -> i32 {
        self.from
    }

    /// How many minutes they are by the clock.
    pub fn minutes(self) -> i32 {
        match self.to > self.from {
            true => self.to - self.from,
            false => self.to - self.from + DAY,
        }
    }

    /// From when to when somebody works who begins on that day.
    pub fn on(self, day: NaiveDate, calendar: &WorkCalendar) -> (DateTime<Utc>, DateTime<Utc>) {
        let at = |minute: i32| {
            let days = u64::try_from(minute / DAY).unwrap_or(0);
            let day = day.checked_add_days(Days::new(days)).unwrap_or(day);
            let time = NaiveTime::MIN + TimeDelta::minutes(i64::from(minute % DAY));
            calendar.instant(day, time)
        };
        (at(self.from), at(self.from + self.minutes()))
    }

    /// Whether all of this time is within the hours of one working day.
    pub fn hold(self, (from, to): (DateTime<Utc>, DateTime<Utc>), calendar: &WorkCalendar) -> bool {
        let mut stretches = self.stretches(from, calendar).take(2);
        stretches.any(|(begin, end)| begin <= from && to <= end)
    }

    /// The working stretches from that of the day before on: who works over midnight may have begun then.
    /// Days that are free come as nothing long.
    fn stretches(
        self,
        at: DateTime<Utc>,
        calendar: &WorkCalendar,
    ) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> {
        let today = calendar.day_of(at);
        let days = today.pred_opt().unwrap_or(today).iter_days();
        days.map(move |day| {
            let (from, to) = self.on(day, calendar);
            match calendar.is_working(day) {
                true => (from, to),
                false => (from, from),
            }
        })
    }

    /// The first moment from `at` on at which somebody works; nothing where no day of the next month is a
    /// working day.
    pub fn next(self, at: DateTime<Utc>, calendar: &WorkCalendar) -> Option<DateTime<Utc>> {
        const LOOKED_THROUGH: usize = 33;
        self.stretches(at, calendar)
            .take(LOOKED_THROUGH)
            .map(|(from, to)| (from.max(at), to))
            .find(|(from, to)| from < to)
            .map(|(from, _)| from)
    }
}

impl Default for WorkHours {
    /// From nine to five.
    fn default() -> Self {
        Self {
            from: 9 * 60,
            to: 17 * 60,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::WorkWeek;
    use chrono::Weekday;
    use chrono_tz::Tz;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    fn calendar(zone: Tz, days: &[Weekday]) -> WorkCalendar {
        let week = WorkWeek::of(days.iter().copied()).expect("days");
        WorkCalendar::new(zone, week, BTreeSet::new())
    }

    const NIGHT: (i32, i32) = (22 * 60, 6 * 60);
    const BERLIN: Tz = chrono_tz::Europe::Berlin;

    fn hours((from, to): (i32, i32)) -> WorkHours {
        WorkHours::new(from, to).expect("hours")
    }

    #[test]
    fn each_person_works_by_their_own_clock() {
        let nine = at("2026-03-25T08:00:00Z"); // Wednesday, 09:00 in Berlin
        let next = |zone: Tz, moment| {
            let calendar = WorkCalendar::new(zone, WorkWeek::default(), BTreeSet::new());
            WorkHours::default().next(moment, &calendar)
        };
        assert_eq!(next(BERLIN, nine), Some(nine));
        let in_denver = next(chrono_tz::America::Denver, nine);
        assert_eq!(in_denver, Some(at("2026-03-25T15:00:00Z")));
        let in_tokyo = next(chrono_tz::Asia::Tokyo, nine);
        let next_morning = Some(at("2026-03-26T00:00:00Z"));
        assert_eq!(in_tokyo, next_morning, "it is 17:00 there");
        let saturday = at("2026-03-28T10:00:00Z");
        let monday = Some(at("2026-03-30T07:00:00Z"));
        assert_eq!(next(BERLIN, saturday), monday);
    }

    #[test]
    fn a_night_belongs_to_the_day_on_which_it_begins() {
        let to_friday = WorkCalendar::new(BERLIN, WorkWeek::default(), BTreeSet::new());
        let night = hours(NIGHT);
        assert_eq!(night.minutes(), 8 * 60);
        // Friday's night goes on into Saturday; there is none from Saturday or from Sunday on.
        let early_on_saturday = at("2026-01-17T03:00:00Z");
        assert_eq!(
            night.next(early_on_saturday, &to_friday),
            Some(early_on_saturday)
        );
        let at_dawn = at("2026-01-17T05:00:00Z");
        let monday_night = Some(at("2026-01-19T21:00:00Z"));
        assert_eq!(night.next(at_dawn, &to_friday), monday_night);
        let early_on_monday = at("2026-01-19T03:00:00Z");
        assert_eq!(night.next(early_on_monday, &to_friday), monday_night);
        let half_an_hour = |text: &str| (at(text), at(text) + TimeDelta::minutes(30));
        assert!(
            night.hold(half_an_hour("2026-01-16T22:45:00Z"), &to_friday),
            "over midnight"
        );
        assert!(night.hold(half_an_hour("2026-01-17T04:30:00Z"), &to_friday));
        assert!(!night.hold(half_an_hour("2026-01-17T04:45:00Z"), &to_friday));
        assert!(!night.hold(half_an_hour("2026-01-19T03:00:00Z"), &to_friday));
    }

    #[test]
    fn a_night_in_which_the_clock_changes_is_an_hour_shorter_or_longer() {
        let saturdays = calendar(BERLIN, &[Weekday::Sat]);
        let night = hours(NIGHT);
        let in_spring = (at("2026-03-28T21:00:00Z"), at("2026-03-29T04:00:00Z"));
        let in_autumn = (at("2026-10-24T20:00:00Z"), at("2026-10-25T05:00:00Z"));
        for (day, stretch) in [("2026-03-28", in_spring), ("2026-10-24", in_autumn)] {
            let day: NaiveDate = day.parse().expect("a day");
            assert_eq!(night.on(day, &saturdays), stretch);
            let last = stretch.1 - TimeDelta::minutes(1);
            assert_eq!(night.next(last, &saturdays), Some(last));
            assert!(night.next(stretch.1, &saturdays) > Some(stretch.1));
        }
        // Hours that a change skips altogether are none that night.
        let skipped = hours((2 * 60 + 30, 3 * 60));
        let sundays = calendar(BERLIN, &[Weekday::Sun]);
        let next = skipped.next(at("2026-03-28T12:00:00Z"), &sundays);
        assert_eq!(next, Some(at("2026-04-05T00:30:00Z")));
    }

    #[test]
    fn hours_are_two_different_times_of_a_day() {
        for (from, to) in [(0, 0), (540, 540), (-1, 60), (1440, 60), (0, 1441)] {
            assert_eq!(WorkHours::new(from, to), None, "{from} to {to}");
        }
        assert_eq!(hours((0, 1440)).minutes(), 1440);
        assert_eq!(hours((1320, 0)).minutes(), 120);
    }

    proptest! {
        #[test]
        fn whenever_it_is_the_next_working_moment_is_the_first_one(
            seconds in 0_i64..40_000_000,
            zone in 0_usize..590,
            times in (0_i32..1440, 0_i32..=1440),
        ) {
            prop_assume!(times.0 != times.1);
            let zone = chrono_tz::TZ_VARIANTS[zone % chrono_tz::TZ_VARIANTS.len()];
            let calendar = WorkCalendar::new(zone, WorkWeek::default(), BTreeSet::new());
            let (now, hours) = (at("2026-01-01T00:00:00Z") + TimeDelta::seconds(seconds), hours(times));
            let next = hours.next(now, &calendar).expect("a working day");
            let works = |moment: DateTime<Utc>| {
                hours.hold((moment, moment + TimeDelta::seconds(1)), &calendar)
            };
            prop_assert!(next >= now && works(next), "{next}");
            let mut before = now;
            while before < next {
                prop_assert!(!works(before), "{before} comes before {next}");
                before += TimeDelta::minutes(7);
            }
        }
    }
}
