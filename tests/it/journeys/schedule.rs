//! When steps are due, for every calendar and every distance that the generator thinks of.
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;
use communities::{DayUnit, WorkCalendar, WorkWeek};
use journeys::schedule::{Enrolled, Fate, Schedule, Span, fate};
use journeys::{Anchor, Offset, Step};
use kernel::{Id, PersonId, SystemEntropy};
use proptest::prelude::*;
use std::collections::BTreeSet;

const ZONES: [Tz; 5] = [
    Tz::Europe__Berlin,
    Tz::America__New_York,
    Tz::Asia__Kolkata,
    Tz::Australia__Lord_Howe,
    Tz::UTC,
];

fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    // Two years of minutes, with four changes of the clocks.
    let first: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().expect("an instant");
    (0_i64..2 * 365 * 24 * 60).prop_map(move |minutes| first + TimeDelta::minutes(minutes))
}

fn calendars() -> impl Strategy<Value = WorkCalendar> {
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
    let holidays = proptest::collection::btree_set(0_u64..730, 0..20);
    (0..ZONES.len(), 1_u8..128, holidays).prop_map(move |(zone, week, holidays)| {
        let week = (0_u8..7)
            .filter(|day| week & (1 << day) != 0)
            .filter_map(|day| Weekday::try_from(day).ok());
        let days = holidays.into_iter().map(|day| first + Days::new(day));
        WorkCalendar::new(
            ZONES[zone],
            WorkWeek::of(week).unwrap_or_default(),
            days.collect::<BTreeSet<_>>(),
        )
    })
}

fn offsets(days: std::ops::Range<i32>) -> impl Strategy<Value = Offset> {
    let unit = prop_oneof![Just(DayUnit::Calendar), Just(DayUnit::Working)];
    let time = proptest::option::of((0_u32..24, 0_u32..60))
        .prop_map(|time| time.and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0)));
    let minutes = days.start * 1_000..days.end * 1_000;
    prop_oneof![
        (days, unit, time).prop_map(|(days, unit, at)| Offset::Days { days, unit, at }),
        minutes.prop_map(Offset::Minutes),
    ]
}

fn step(key: &str, anchor: Anchor, offset: Offset) -> Step {
    Step {
        key: key.to_owned(),
        title: key.to_owned(),
        anchor,
        offset,
        condition: None,
        action: "remind".to_owned(),
        settings: serde_json::Value::Null,
    }
}

fn local(calendar: &WorkCalendar, instant: DateTime<Utc>) -> NaiveTime {
    instant.with_timezone(&calendar.zone()).time()
}

proptest! {
    #[test]
    fn a_distance_in_days_keeps_its_time_of_day(
        calendar in calendars(), start in instants(), days in -60_i32..60, hour in 0_u32..24,
    ) {
        let at = NaiveTime::from_hms_opt(hour, 30, 0);
        let offset = Offset::Days { days, unit: DayUnit::Calendar, at };
        let steps = [step("one", Anchor::SessionStart, offset)];
        let session = Some(Span { start, end: start + TimeDelta::hours(2) });
        let schedule = Schedule { calendar: &calendar, steps: &steps, session };
        let due = schedule.due(&steps[0], None).expect("a time");
        let shifted = local(&calendar, due).signed_duration_since(at.expect("a time"));
        // Where the clocks jump over it, it moves by what they jump: an hour at most.
        prop_assert!((0..=60).contains(&shifted.num_minutes()), "{shifted} at {due}");
        let day = calendar.shift(calendar.day_of(start), days, DayUnit::Calendar);
        prop_assert_eq!(calendar.day_of(due), day);
    }

    #[test]
    fn working_days_land_on_working_days(
        calendar in calendars(), start in instants(), days in -30_i32..30,
    ) {
        let offset = Offset::Days { days, unit: DayUnit::Working, at: NaiveTime::from_hms_opt(9, 0, 0) };
        let steps = [step("one", Anchor::SessionStart, offset)];
        let session = Some(Span { start, end: start });
        let schedule = Schedule { calendar: &calendar, steps: &steps, session };
        let due = schedule.due(&steps[0], None).expect("a time");
        prop_assert!(calendar.is_working(calendar.day_of(due)));
    }

    #[test]
    fn nothing_that_counts_forwards_from_joining_lies_before_it(
        calendar in calendars(), since in instants(),
        first in offsets(1..40), then in offsets(1..40),
    ) {
        let steps = [
            step("first", Anchor::Enrolment, first),
            step("then", Anchor::Step("first".to_owned()), then),
        ];
        let schedule = Schedule { calendar: &calendar, steps: &steps, session: None };
        let person = PersonId::mint(since, &SystemEntropy);
        let planned = schedule.plan(&[Enrolled { person, since }], since);
        prop_assert_eq!(planned.len(), 2);
        prop_assert!(planned.iter().all(|it| it.due_at >= since && it.person == Some(person)));
    }

    #[test]
    fn a_step_dragged_to_a_moment_is_due_then(
        calendar in calendars(), start in instants(), offset in offsets(-60..60), to in instants(),
    ) {
        let mut steps = vec![step("one", Anchor::SessionStart, offset)];
        let session = Some(Span { start, end: start });
        let schedule = Schedule { calendar: &calendar, steps: &steps, session };
        let offset = schedule.offset_to(&steps[0], to).expect("an offset");
        steps[0].offset = offset;
        let schedule = Schedule { calendar: &calendar, steps: &steps, session };
        let due = schedule.due(&steps[0], None).expect("a time");
        // A local time that happens twice is the first.
        let early = to - due;
        prop_assert!((0..=60).contains(&early.num_minutes()), "{due} for {to}");
        prop_assert_eq!(local(&calendar, due), local(&calendar, to));
    }

    #[test]
    fn a_session_that_moves_by_days_takes_everything_along(
        calendar in calendars(), start in instants(), offset in offsets(-60..60), by in 1_i64..30,
    ) {
        let steps = [step("one", Anchor::SessionStart, offset)];
        let due = |start| {
            let session = Some(Span { start, end: start });
            let schedule = Schedule { calendar: &calendar, steps: &steps, session };
            schedule.due(&steps[0], None).expect("a time")
        };
        prop_assert!(due(start) <= due(start + TimeDelta::days(by)));
    }

    #[test]
    fn what_is_due_has_one_fate(due in instants(), until in proptest::option::of(instants()), now in instants()) {
        let expected = match until {
            _ if now < due => Fate::Ahead,
            Some(until) if until < now => Fate::TooLate,
            _ => Fate::Now,
        };
        prop_assert_eq!(fate(due, until, now), expected);
    }
}

#[test]
fn the_hour_that_is_skipped_moves_on_and_the_one_that_comes_twice_happens_first() {
    let calendar = WorkCalendar::new(Tz::Europe__Berlin, WorkWeek::default(), BTreeSet::new());
    let due = |start: &str, at: &str| {
        let start: DateTime<Utc> = start.parse().expect("an instant");
        let at = NaiveTime::parse_from_str(at, "%H:%M").ok();
        let offset = Offset::Days {
            days: -1,
            unit: DayUnit::Calendar,
            at,
        };
        let steps = [step("one", Anchor::SessionStart, offset)];
        let session = Some(Span { start, end: start });
        let schedule = Schedule {
            calendar: &calendar,
            steps: &steps,
            session,
        };
        schedule.due(&steps[0], None).expect("a time").to_rfc3339()
    };
    // 29 March 2026: two becomes three.
    assert_eq!(
        due("2026-03-30T08:00:00Z", "02:30"),
        "2026-03-29T01:30:00+00:00"
    );
    // 25 October 2026: three becomes two.
    assert_eq!(
        due("2026-10-26T09:00:00Z", "02:30"),
        "2026-10-25T00:30:00+00:00"
    );
}
