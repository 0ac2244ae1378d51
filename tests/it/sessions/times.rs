//! When parts take place: what is typed, what is refused, and clocks that change.
use super::{Workshop, part};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use serde_json::{Value, json};
use sessions::{PartPlan, WallTime, instant, parse_parts, wall_time};
use tests::{Stage, error_of};

#[tokio::test]
async fn each_wrong_time_is_refused_in_words() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let morning = part("2026-01-12T10:00", "2026-01-12T12:00");
    let mut nowhere = morning.clone();
    nowhere["zone"] = json!("Mars/Olympus");
    let wrong = [
        (json!([]), "a session has 1 to 20 parts"),
        (
            json!([part("2026-01-12T10:00", "2026-01-12T09:00")]),
            "part 1 ends before it begins",
        ),
        (
            json!([part("2026-01-12T10:00", "2026-01-14T10:00")]),
            "part 1 is longer than a day",
        ),
        (
            json!([morning, part("2026-01-12T11:59", "2026-01-12T13:00")]),
            "part 2 begins before part 1 is over",
        ),
        (
            json!([morning, nowhere]),
            "part 2 has a time zone that there is not",
        ),
        (
            json!([part("1026-01-12T10:00", "1026-01-12T12:00")]),
            "part 1 is in a year far from ours",
        ),
    ];
    for (parts, words) in wrong {
        let answer = workshop.plans(json!({ "parts": parts })).await;
        let heard = error_of(&answer);
        assert_eq!(heard, ("INVALID".to_owned(), words.to_owned()));
        assert_eq!(answer["errors"][0]["extensions"]["field"], "parts");
    }
    let unreadable = json!({ "parts": [part("next Monday", "later")] });
    let unreadable = workshop.plans(unreadable).await;
    assert_eq!(unreadable["data"], Value::Null);
    assert!(workshop.seen_by(&workshop.amara).await.is_empty());
}

#[tokio::test]
async fn parts_follow_one_another_however_they_are_typed() {
    let stage = Stage::new().await;
    let workshop = Workshop::on(&stage).await;
    let backwards = json!({ "parts": [
        part("2026-01-13T10:00", "2026-01-13T12:00"),
        part("2026-01-12T10:00", "2026-01-12T12:30"),
    ] });

    let planned = workshop.plans(backwards).await;

    let session = &planned["data"]["createSession"];
    assert_eq!(session["parts"][0]["number"], 1);
    assert_eq!(session["parts"][0]["minutes"], 150);
    assert_eq!(session["startsAt"], "2026-01-12T10:00:00+00:00");
    assert_eq!(session["endsAt"], "2026-01-13T12:00:00+00:00");
}

fn wall(text: &str) -> WallTime {
    WallTime(NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").expect("a wall time"))
}

#[test]
fn a_time_that_a_clock_change_skips_moves_forward_and_one_that_comes_twice_is_the_first() {
    let berlin: Tz = "Europe/Berlin".parse().expect("a zone");
    let utc = |text: &str| text.parse::<DateTime<Utc>>().expect("an instant");

    let skipped = instant(berlin, wall("2026-03-29T02:30"));
    let twice = instant(berlin, wall("2026-10-25T02:30"));

    assert_eq!(skipped, utc("2026-03-29T01:30:00Z"));
    assert_eq!(
        wall_time("Europe/Berlin", skipped),
        wall("2026-03-29T03:30")
    );
    assert_eq!(twice, utc("2026-10-25T00:30:00Z"));
}

const ZONES: [&str; 5] = [
    "UTC",
    "Europe/Berlin",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Pacific/Apia",
];

/// From when on, after how many hours to the end, in which zone.
type Typed = Vec<(i64, i64, usize)>;

fn plans(typed: &Typed) -> Vec<PartPlan> {
    let first = wall("2026-03-28T00:00").0;
    let plan = |(from, lasts, zone): &(i64, i64, usize)| {
        let starts = first + TimeDelta::minutes(*from);
        PartPlan {
            starts: WallTime(starts),
            ends: WallTime(starts + TimeDelta::minutes(*lasts)),
            zone: Some(ZONES[*zone].to_owned()),
        }
    };
    typed.iter().map(plan).collect()
}

proptest! {
    #[test]
    fn accepted_parts_follow_one_another_and_end_after_they_begin(
        typed in prop::collection::vec((0_i64..20_000, -60_i64..2_000, 0..ZONES.len()), 0..6)
    ) {
        let Ok(parts) = parse_parts(&plans(&typed), "UTC") else {
            return Ok(());
        };
        prop_assert_eq!(parts.len(), typed.len());
        for part in &parts {
            prop_assert!(part.starts_at < part.ends_at);
            prop_assert!(part.ends_at - part.starts_at <= TimeDelta::days(1));
        }
        for pair in parts.windows(2) {
            prop_assert!(pair[0].ends_at <= pair[1].starts_at);
        }
    }

    #[test]
    fn what_is_typed_is_what_the_clock_shows_unless_it_never_shows_it(
        minute in 0_i64..525_600, zone in 0..ZONES.len()
    ) {
        let typed = WallTime(wall("2026-01-01T00:00").0 + TimeDelta::minutes(minute));
        let zone: Tz = ZONES[zone].parse().expect("a zone");
        let at = instant(zone, typed);
        let shown = wall_time(zone.name(), at);
        prop_assert!(shown >= typed);
        prop_assert!(shown.0 - typed.0 <= TimeDelta::days(1));
        prop_assert_eq!(instant(zone, shown), at);
    }
}
