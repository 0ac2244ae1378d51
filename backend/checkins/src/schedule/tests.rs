use super::*;
use communities::WorkWeek;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

fn calendar(zone: Tz) -> WorkCalendar {
    WorkCalendar::new(zone, WorkWeek::default(), BTreeSet::new())
}

const BERLIN: Tz = chrono_tz::Europe::Berlin;

#[test]
fn each_person_is_asked_in_their_own_hours() {
    let opens = at("2026-03-25T08:00:00Z"); // Wednesday, 09:00 in Berlin
    assert_eq!(working_moment(opens, &calendar(BERLIN)), opens);
    let denver = calendar(chrono_tz::America::Denver);
    assert_eq!(working_moment(opens, &denver), at("2026-03-25T15:00:00Z"));
    let tokyo = calendar(chrono_tz::Asia::Tokyo);
    assert_eq!(
        working_moment(opens, &tokyo),
        at("2026-03-26T00:00:00Z"),
        "17:00 there: the next morning"
    );
    let saturday = at("2026-03-28T10:00:00Z");
    assert_eq!(
        working_moment(saturday, &calendar(BERLIN)),
        at("2026-03-30T07:00:00Z")
    );
}

proptest! {
    #[test]
    fn nobody_is_asked_before_it_opens_or_at_night(seconds in 0_i64..40_000_000, zone in 0_usize..590) {
        let zone = chrono_tz::TZ_VARIANTS[zone % chrono_tz::TZ_VARIANTS.len()];
        let opens = at("2026-01-01T00:00:00Z") + TimeDelta::seconds(seconds);
        let asked = working_moment(opens, &calendar(zone));
        let local = asked.with_timezone(&zone);
        prop_assert!(asked >= opens && asked < opens + TimeDelta::days(4));
        prop_assert!(local.time() >= OPENS && local.time() < WORK_ENDS);
        prop_assert!(calendar(zone).is_working(local.date_naive()));
    }
}
