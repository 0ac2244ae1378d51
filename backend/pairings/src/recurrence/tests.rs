use super::*;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

const BERLIN: Tz = chrono_tz::Europe::Berlin;
const LORD_HOWE: Tz = chrono_tz::Australia::Lord_Howe;

#[test]
fn rounds_begin_at_the_same_time_of_day_when_clocks_change() {
    let start = at("2026-03-02T08:00:00Z"); // 09:00 in Berlin
    let found = occurrences("FREQ=WEEKLY;INTERVAL=4;COUNT=3", start, BERLIN).expect("three");
    let summer = [at("2026-03-30T07:00:00Z"), at("2026-04-27T07:00:00Z")];
    assert_eq!(found, [start, summer[0], summer[1]]);
    let autumn = at("2026-10-05T07:00:00Z");
    let found = occurrences("FREQ=WEEKLY;INTERVAL=4;COUNT=2", autumn, BERLIN).expect("two");
    assert_eq!(found, [autumn, at("2026-11-02T08:00:00Z")]);
    // Clocks move by half an hour there.
    let start = at("2026-03-31T22:00:00Z"); // 09:00 on the first of April
    let found = occurrences("FREQ=WEEKLY;COUNT=2", start, LORD_HOWE).expect("two");
    assert_eq!(found, [start, at("2026-04-07T22:30:00Z")]);
}

#[test]
fn what_never_comes_or_comes_all_the_time_is_refused_in_words() {
    let start = at("2026-03-25T08:00:00Z");
    for (rule, said) in [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never comes"),
        ("FREQ=WEEKLY;UNTIL=20200101T000000Z", "cannot be"),
        ("FREQ=SECONDLY", "too often"),
        ("FREQ=DAILY;INTERVAL=14", "too often"),
        ("FREQ=WEEKLY;COUNT=1000000", "too often"),
        ("FREQ=WEEKLY;BYDAY=MO,TH", "too often"),
        ("now and then", "no recurrence"),
        ("", "rrule"),
    ] {
        let error = occurrences(rule, start, BERLIN).expect_err(rule);
        assert_eq!(error.code(), "INVALID", "{rule}");
        let words = format!("{error:?}");
        assert!(words.contains(said), "{rule}: {words}");
    }
}
