//! The rules of calendars, for every zone and day; and how people set theirs.
use chrono::{DateTime, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::{TZ_VARIANTS, Tz};
use communities::{DayUnit, Role, WorkCalendar, WorkWeek, calendar_of};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::{Stage, error_of};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

fn calendar_in(zone: Tz) -> WorkCalendar {
    WorkCalendar::new(zone, WorkWeek::default(), BTreeSet::new())
}

prop_compose! {
    fn a_day()(year in 1990..2080_i32, day in 1..=365_u32) -> NaiveDate {
        NaiveDate::from_yo_opt(year, day).expect("a day")
    }
}

prop_compose! {
    fn a_time()(minute in 0..1440_u32) -> NaiveTime {
        time(minute / 60, minute % 60)
    }
}

prop_compose! {
    fn a_zone()(at in 0..TZ_VARIANTS.len()) -> Tz {
        TZ_VARIANTS[at]
    }
}

prop_compose! {
    fn a_calendar()(
        zone in a_zone(),
        bits in 1..128_i16,
        holidays in prop::collection::btree_set(a_day(), 0..200),
    ) -> WorkCalendar {
        WorkCalendar::new(zone, WorkWeek::from_bits(bits), holidays)
    }
}

proptest! {
    /// Read back in the zone, an instant shows the local time that was asked for, unless there is none:
    /// then as much later as the clock was put forward.
    #[test]
    fn a_local_time_is_met_or_moves_forward_by_the_gap(
        zone in a_zone(), day in a_day(), at in a_time(),
    ) {
        let instant = calendar_in(zone).instant(day, at);
        let shown = instant.with_timezone(&zone).naive_local();
        let asked = day.and_time(at);
        let met = zone.from_local_datetime(&asked);
        if met.earliest().is_some() {
            prop_assert_eq!(shown, asked);
            prop_assert_eq!(Some(instant), met.earliest().map(|first| first.to_utc()));
        } else {
            let gap = shown - asked;
            let before = instant - gap - TimeDelta::seconds(1);
            let offset = |at: DateTime<Utc>| at.with_timezone(&zone).offset().fix().local_minus_utc();
            prop_assert_eq!(gap, TimeDelta::seconds((offset(instant) - offset(before)).into()));
        }
    }

    /// Later by the clock on the wall is never earlier in the world, as long as the clock is not put back.
    #[test]
    fn instants_of_days_follow_one_another(zone in a_zone(), day in a_day(), at in a_time()) {
        let calendar = calendar_in(zone);
        let next = calendar.shift(day, 1, DayUnit::Calendar);
        prop_assert!(calendar.instant(day, at) <= calendar.instant(next, at));
    }

    #[test]
    fn an_instant_falls_on_the_day_it_was_made_of(
        zone in a_zone(), day in a_day(), at in a_time(),
    ) {
        let calendar = calendar_in(zone);
        let instant = calendar.instant(day, at);
        if zone.from_local_datetime(&day.and_time(at)).earliest().is_some() {
            prop_assert_eq!(calendar.day_of(instant), day);
        } else {
            prop_assert!(calendar.day_of(instant) >= day);
        }
    }

    #[test]
    fn working_days_are_counted_one_by_one(
        calendar in a_calendar(), day in a_day(), days in -60..60_i32,
    ) {
        let reached = calendar.shift(day, days, DayUnit::Working);
        prop_assert!(calendar.is_working(reached));
        let between = |first: NaiveDate, last: NaiveDate| {
            first.iter_days().take_while(move |day| *day <= last)
                .filter(|day| calendar.is_working(*day)).count()
        };
        if days > 0 {
            prop_assert_eq!(between(day.succ_opt().expect("a day"), reached), days as usize);
        } else if days < 0 {
            prop_assert_eq!(between(reached, day.pred_opt().expect("a day")), days.unsigned_abs() as usize);
        } else {
            prop_assert_eq!(between(day, reached), 1);
        }
    }

    #[test]
    fn calendar_days_there_and_back_are_the_same_day(
        calendar in a_calendar(), day in a_day(), days in -4000..4000_i32,
    ) {
        let there = calendar.shift(day, days, DayUnit::Calendar);
        prop_assert_eq!(there - day, TimeDelta::days(days.into()));
        prop_assert_eq!(calendar.shift(there, -days, DayUnit::Calendar), day);
    }

    #[test]
    fn a_week_is_stored_and_read_as_it_is(bits in 1..128_i16) {
        let week = WorkWeek::from_bits(bits);
        prop_assert_eq!(WorkWeek::of(week.days()), Some(week));
        prop_assert_eq!(week.bits(), bits);
    }
}

#[test]
fn half_past_two_in_the_night_of_the_change_is_half_past_three() {
    let berlin = calendar_in(Tz::Europe__Berlin);
    let skipped = berlin.instant(date(2026, 3, 29), time(2, 30));
    assert_eq!(skipped, utc("2026-03-29T01:30:00Z"));
    assert_eq!(
        skipped.with_timezone(&berlin.zone()).time(),
        time(3, 30),
        "moved forward by the hour that is skipped"
    );
    let twice = berlin.instant(date(2026, 10, 25), time(2, 30));
    assert_eq!(twice, utc("2026-10-25T00:30:00Z"), "the first of the two");
}

#[test]
fn a_day_that_an_island_skipped_becomes_the_next() {
    let apia = calendar_in(Tz::Pacific__Apia);
    let skipped = apia.instant(date(2011, 12, 30), time(9, 0));
    assert_eq!(skipped, apia.instant(date(2011, 12, 31), time(9, 0)));
    assert_eq!(apia.day_of(skipped), date(2011, 12, 31));
}

#[test]
fn a_clock_put_forward_by_half_an_hour_moves_by_half_an_hour() {
    let lord_howe = calendar_in(Tz::Australia__Lord_Howe);
    let skipped = lord_howe.instant(date(2026, 10, 4), time(2, 10));
    let shown = skipped.with_timezone(&lord_howe.zone());
    assert_eq!(shown.time(), time(2, 40));
}

#[test]
fn holidays_and_free_days_are_stepped_over() {
    let christmas = BTreeSet::from([date(2026, 12, 25), date(2026, 12, 28)]);
    let calendar = WorkCalendar::new(Tz::Europe__Berlin, WorkWeek::default(), christmas);
    let shift = |day, days| calendar.shift(day, days, DayUnit::Working);
    assert_eq!(shift(date(2026, 12, 24), 1), date(2026, 12, 29));
    assert_eq!(shift(date(2026, 12, 29), -1), date(2026, 12, 24));
    assert_eq!(shift(date(2026, 12, 26), 0), date(2026, 12, 29));
    assert_eq!(shift(date(2026, 12, 24), 0), date(2026, 12, 24));
    assert_eq!(shift(date(2026, 12, 27), -2), date(2026, 12, 23));
}

#[test]
fn distances_beyond_all_days_end_at_the_last_day() {
    let calendar = calendar_in(Tz::UTC);
    let last = NaiveDate::MAX;
    assert_eq!(calendar.shift(last, 1, DayUnit::Working), last);
    assert_eq!(calendar.shift(last, i32::MAX, DayUnit::Calendar), last);
    let first = calendar.shift(NaiveDate::MIN, i32::MIN, DayUnit::Calendar);
    assert_eq!(first, NaiveDate::MIN);
}

const UPDATE: &str = "mutation($input: UpdateCalendarInput!) { updateCalendar(input: $input) {
    calendar { workDays holidays { day name } today } } }";

#[tokio::test]
async fn a_facilitator_says_when_the_cohort_works() {
    let stage = Stage::new().await;
    let amara = stage.person("Amara Okafor").await;
    let (cohort, _) = stage.cohort_of(&[(&amara, Role::Facilitator)]).await;

    let input = json!({ "community": cohort.id.to_string(),
        "workDays": ["SUNDAY", "MONDAY", "TUESDAY", "MONDAY"],
        "holidays": [{ "day": "2026-12-25", "name": "Christmas Day" },
                     { "day": "2026-01-06", "name": "Epiphany" }] });
    let answer = amara.asks(UPDATE, json!({ "input": input })).await;

    assert_eq!(
        answer["data"]["updateCalendar"]["calendar"],
        json!({ "workDays": ["MONDAY", "TUESDAY", "SUNDAY"], "today": "2026-01-05",
            "holidays": [{ "day": "2026-01-06", "name": "Epiphany" },
                         { "day": "2026-12-25", "name": "Christmas Day" }] }),
        "{answer}"
    );
    let calendar = calendar_of(&stage.db().read(), cohort.id).await;
    let calendar = calendar.expect("a calendar");
    assert_eq!(
        calendar.shift(date(2026, 1, 5), 1, DayUnit::Working),
        date(2026, 1, 11),
        "over Epiphany and the days off"
    );
    let again = json!({ "community": cohort.id.to_string(), "holidays": [] });
    let answer = amara.asks(UPDATE, json!({ "input": again })).await;
    let calendar = &answer["data"]["updateCalendar"]["calendar"];
    assert_eq!(calendar["holidays"], json!([]));
    assert_eq!(calendar["workDays"].as_array().map(Vec::len), Some(3));
}

#[tokio::test]
async fn a_calendar_that_cannot_be_is_refused_in_words() {
    let stage = Stage::new().await;
    let (amara, priya) = (stage.person("Amara").await, stage.person("Priya").await);
    let members = [(&amara, Role::Facilitator), (&priya, Role::Learner)];
    let (cohort, _) = stage.cohort_of(&members).await;
    let community = cohort.id.to_string();
    let twice = json!([{ "day": "2026-05-01", "name": "Labour Day" }, { "day": "2026-05-01", "name": "Again" }]);
    let many: Vec<Value> = (0..501)
        .map(|day| date(2026, 1, 1) + TimeDelta::days(day))
        .map(|day| json!({ "day": day.to_string(), "name": "Off" }))
        .collect();
    for (input, field) in [
        (
            json!({ "community": community, "workDays": [] }),
            "workDays",
        ),
        (
            json!({ "community": community, "holidays": twice }),
            "holidays",
        ),
        (
            json!({ "community": community, "holidays": many }),
            "holidays",
        ),
        (
            json!({ "community": community, "holidays": [{ "day": "2026-05-01", "name": " " }] }),
            "holidays",
        ),
    ] {
        let answer = amara.asks(UPDATE, json!({ "input": input })).await;
        assert_eq!(
            answer["errors"][0]["extensions"]["field"],
            json!(field),
            "{answer}"
        );
    }
    let input = json!({ "community": community, "workDays": ["MONDAY"] });
    let answer = priya.asks(UPDATE, json!({ "input": input })).await;
    assert_eq!(error_of(&answer).0, "FORBIDDEN");
    let calendar = calendar_of(&stage.db().read(), cohort.id).await;
    assert!(!calendar.expect("a calendar").week().has(Weekday::Sat));
}
