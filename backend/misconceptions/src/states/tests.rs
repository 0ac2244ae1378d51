use super::{Standing, Step};
use crate::{MisconceptionState, Severity};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

fn noon() -> DateTime<Utc> {
    "2026-01-05T12:00:00Z".parse().expect("an instant")
}

const STATES: [MisconceptionState; 7] = [
    MisconceptionState::Suspected,
    MisconceptionState::Confirmed,
    MisconceptionState::Drafted,
    MisconceptionState::AuthorsWindow,
    MisconceptionState::Published,
    MisconceptionState::Closed,
    MisconceptionState::Rejected,
];
const SEVERITIES: [Severity; 4] = [
    Severity::Information,
    Severity::Practice,
    Severity::Safety,
    Severity::Compliance,
];

fn standing() -> impl Strategy<Value = Standing> {
    let hours = prop::option::of(-48_i64..48);
    (0_usize..7, 0_usize..4, any::<bool>(), any::<bool>(), hours).prop_map(
        |(state, severity, is_agreed, is_revised, hours)| Standing {
            state: STATES[state],
            severity: SEVERITIES[severity],
            is_agreed,
            is_revised,
            window_ends_at: hours.map(|hours| noon() + TimeDelta::hours(hours)),
            published_at: Some(noon() - TimeDelta::days(3)),
        },
    )
}

proptest! {
    #[test]
    fn nothing_grave_is_published_by_one_person_alone(it in standing()) {
        let done = it.after(Step::Publish, noon()).is_ok();
        prop_assert!(!(done && it.severity.is_grave() && !it.is_agreed));
    }

    #[test]
    fn no_author_is_passed_over(it in standing()) {
        let waits = !it.severity.is_grave() && !it.is_revised
            && it.window_ends_at.is_none_or(|ends| ends > noon());
        if waits {
            prop_assert!(it.after(Step::Publish, noon()).is_err());
        }
    }

    #[test]
    fn what_is_public_was_published(it in standing(), step in 0_usize..9) {
        let step = Step::ALL[step];
        if let Ok(next) = it.after(step, noon()) && next.is_public() && !it.state.is_public() {
            prop_assert_eq!(step, Step::Publish);
        }
    }

    #[test]
    fn every_state_has_a_way_on(it in standing()) {
        let it = Standing { is_agreed: false, ..it };
        prop_assert!(Step::ALL.iter().any(|step| it.after(*step, noon()).is_ok()));
    }
}

#[test]
fn a_publication_can_be_taken_back_for_seven_days() {
    let it = Standing {
        state: MisconceptionState::Published,
        severity: Severity::Practice,
        is_agreed: false,
        is_revised: false,
        window_ends_at: None,
        published_at: Some(noon()),
    };
    let almost = noon() + TimeDelta::days(7) - TimeDelta::seconds(1);
    assert!(it.after(Step::Undo, almost).is_ok());
    assert!(it.after(Step::Undo, noon() + TimeDelta::days(7)).is_err());
}

#[test]
fn a_window_has_an_hour_at_least_and_a_week_at_most() {
    assert!(super::window(0).is_err());
    assert!(super::window(169).is_err());
    assert_eq!(super::window(24).expect("a day"), TimeDelta::hours(24));
}
