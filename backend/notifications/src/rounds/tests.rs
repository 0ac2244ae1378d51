use super::{Occasion, Round};
use crate::{Choices, MailKind, Preset, When};
use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc, Weekday};
use chrono_tz::Tz;
use proptest::prelude::*;

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

fn zones() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "UTC",
        "Europe/Berlin",
        "America/St_Johns",
        "Pacific/Apia",
        "Africa/Cairo",
        "Australia/Lord_Howe",
    ])
}

#[test]
fn an_hour_that_a_clock_change_skips_moves_on_and_one_that_comes_twice_is_the_first() {
    let mut choices = Choices::default();
    choices.quiet = None;
    choices.digest_at = crate::Minute::parse("at", "02:30").expect("a time");
    let hours = choices.hours("Europe/Berlin");
    // On 29 March 2026 two o'clock is three; on 25 October three is two again.
    let spring = hours.next_daily(instant("2026-03-28T12:00:00Z"));
    assert_eq!(spring, instant("2026-03-29T01:30:00Z"));
    let autumn = hours.next_daily(instant("2026-10-24T12:00:00Z"));
    assert_eq!(autumn, instant("2026-10-25T00:30:00Z"));
}

#[test]
fn sessions_are_told_however_full_the_day_is_and_what_is_asked_has_the_last_letters() {
    let choices = Choices::default();
    assert!(choices.has_room(MailKind::Session, 1_000));
    assert!(choices.has_room(MailKind::Asked, 5) && !choices.has_room(MailKind::Asked, 6));
    assert!(choices.has_room(MailKind::Reply, 3) && !choices.has_room(MailKind::Reply, 4));
    assert!(choices.has_room(MailKind::Followed, 1) && !choices.has_room(MailKind::Followed, 2));
}

proptest! {
    #[test]
    fn a_letter_never_comes_in_quiet_or_paused_hours(
        zone in zones(),
        at in 0_i64..2_000_000,
        (from, until) in (0_u16..24, 0_u16..24),
        pause in 0_i64..200_000,
    ) {
        prop_assume!(from != until);
        let at = instant("2026-01-01T00:00:00Z") + TimeDelta::minutes(at);
        let mut choices = Choices::default();
        choices.quiet = Some(crate::Quiet {
            from: crate::Minute::at(from, 0),
            until: crate::Minute::at(until, 0),
        });
        choices.paused_until = Some(instant("2026-01-01T00:00:00Z") + TimeDelta::minutes(pause));
        let hours = choices.hours(zone);
        for when in [When::AtOnce, When::Daily, When::Sunday] {
            let due = hours.due(when, at).expect("a time");
            prop_assert!(due >= at);
            prop_assert!(Some(due) >= choices.paused_until);
            let zone: Tz = zone.parse().expect("a zone");
            let hour = due.with_timezone(&zone).hour();
            let (from, until) = (u32::from(from), u32::from(until));
            let is_quiet = match until < from {
                true => hour >= from || hour < until,
                false => hour >= from && hour < until,
            };
            // A clock change inside quiet hours may end them within an hour that is still quiet by name.
            prop_assert!(!is_quiet || hours.awake(due) == due, "{due} is at {hour}");
        }
    }

    #[test]
    fn a_look_at_what_is_due_tells_it_and_the_next_look_is_later(
        zone in zones(),
        at in 0_i64..600_000,
        late in 0_i64..20_000,
    ) {
        let at = instant("2026-01-01T00:00:00Z") + TimeDelta::minutes(at);
        for preset in [Preset::Calm, Preset::Close, Preset::OnlyDue] {
            let mut choices = Choices::default();
            choices.choose(preset);
            choices.quiet = None;
            let hours = choices.hours(zone);
            for kind in MailKind::ALL {
                let Some(due) = hours.due(choices.when(kind), at) else { continue };
                let now = due + TimeDelta::minutes(late);
                let round = Round { choices: &choices, hours, due, now, sent_today: 0 };
                prop_assert!(round.tells(kind), "{kind:?} due {due} looked at {now}");
                prop_assert!(round.later(kind).is_none_or(|later| later > now || choices.when(kind) == When::AtOnce));
                if choices.when(kind) == When::Sunday {
                    prop_assert_eq!(round.occasion(), Occasion::Sunday);
                    let zone: Tz = zone.parse().expect("a zone");
                    prop_assert_eq!(due.with_timezone(&zone).weekday(), Weekday::Sun);
                }
            }
        }
    }
}
