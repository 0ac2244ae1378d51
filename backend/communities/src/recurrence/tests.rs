use super::*;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

const BERLIN: Tz = chrono_tz::Europe::Berlin;
const LORD_HOWE: Tz = chrono_tz::Australia::Lord_Howe;

#[test]
fn a_recurrence_keeps_its_time_of_day_when_clocks_change() {
    let start = at("2026-03-02T08:00:00Z"); // 09:00 in Berlin
    let every_fourth = "FREQ=WEEKLY;INTERVAL=4;COUNT=3";
    let found = occurrences(every_fourth, (start, BERLIN), Often::OnceAWeek).expect("three");
    let summer = [at("2026-03-30T07:00:00Z"), at("2026-04-27T07:00:00Z")];
    assert_eq!(found, [start, summer[0], summer[1]]);
    let autumn = at("2026-10-24T07:00:00Z");
    let daily = "FREQ=DAILY;COUNT=2";
    let found = occurrences(daily, (autumn, BERLIN), Often::OnceADay).expect("two");
    assert_eq!(found, [autumn, at("2026-10-25T08:00:00Z")]);
    // Clocks move by half an hour there.
    let start = at("2026-03-31T22:00:00Z"); // 09:00 on the first of April
    let weekly = "rrule:freq=weekly;count=2";
    let found = occurrences(weekly, (start, LORD_HOWE), Often::OnceAWeek).expect("two");
    assert_eq!(found, [start, at("2026-04-07T22:30:00Z")]);
}

#[test]
fn what_begins_within_a_second_keeps_its_first_time() {
    let start = at("2026-03-02T08:00:00.250Z");
    let weekly = "FREQ=WEEKLY;COUNT=2";
    let found = occurrences(weekly, (start, BERLIN), Often::OnceAWeek).expect("two");
    assert_eq!(
        found,
        [at("2026-03-02T08:00:01Z"), at("2026-03-09T08:00:01Z")]
    );
}

#[test]
fn what_never_comes_or_comes_all_the_time_is_refused_in_words() {
    use Often::{OnceADay, OnceAWeek};
    let start = at("2026-03-25T08:00:00Z");
    for (rule, most, said) in [
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            OnceADay,
            "never comes",
        ),
        ("FREQ=WEEKLY;UNTIL=20200101T000000Z", OnceADay, "cannot be"),
        ("FREQ=SECONDLY", OnceADay, "too often"),
        ("FREQ=MINUTELY;INTERVAL=20160", OnceAWeek, "too often"),
        ("FREQ=DAILY;COUNT=1000000", OnceADay, "too often"),
        ("FREQ=DAILY;BYHOUR=8,9,10", OnceADay, "too often"),
        ("FREQ=DAILY", OnceAWeek, "too often"),
        ("FREQ=WEEKLY;BYDAY=MO,TH", OnceAWeek, "too often"),
        ("every now and then", OnceADay, "no recurrence"),
        ("", OnceADay, "rrule"),
    ] {
        let error = occurrences(rule, (start, BERLIN), most).expect_err(rule);
        assert_eq!(error.code(), "INVALID", "{rule}");
        let words = format!("{error:?}");
        assert!(words.contains(said), "{rule}: {words}");
    }
}
