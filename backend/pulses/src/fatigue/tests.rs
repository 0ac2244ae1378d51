use super::{APART, Candidate, Load, QUESTIONS_AT_MOST, WITHIN, choose};
use crate::Spared;
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use uuid::Uuid;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("an instant")
}

fn candidate(number: u128, days_ago: &[i64]) -> Candidate {
    let askings = days_ago
        .iter()
        .map(|days| (now() - TimeDelta::days(*days), 5));
    Candidate {
        person: Uuid::from_u128(number).into(),
        at: now(),
        load: Load {
            askings: askings.collect(),
        },
    }
}

fn fate(days_ago: &[i64]) -> Option<Spared> {
    let chosen = choose(vec![candidate(1, days_ago)], (5, None), |_| Vec::new());
    chosen[0].1
}

#[test]
fn nobody_is_asked_twice_in_a_week() {
    assert_eq!(fate(&[]), None);
    assert_eq!(fate(&[6]), Some(Spared::AskedRecently));
    assert_eq!(fate(&[7]), None);
    assert_eq!(fate(&[-1]), Some(Spared::AskedRecently), "asked tomorrow");
}

#[test]
fn nobody_is_asked_too_much_in_a_month() {
    assert_eq!(fate(&[8, 15, 22]), None);
    assert_eq!(fate(&[8, 15, 22, 29]), Some(Spared::AskedMuch));
    assert_eq!(fate(&[8, 15, 22, 31]), None);
}

#[test]
fn who_was_asked_longest_ago_is_asked_first() {
    let people = vec![
        candidate(1, &[10]),
        candidate(2, &[40]),
        candidate(3, &[]),
        candidate(4, &[20]),
    ];
    let chosen = choose(people, (5, Some(2)), |_| Vec::new());
    let asked: Vec<_> = chosen
        .iter()
        .filter(|(_, why)| why.is_none())
        .map(|(person, _)| Uuid::from(*person).as_u128())
        .collect();
    assert_eq!(asked, [3, 2]);
}

proptest! {
    #[test]
    fn whoever_is_asked_may_be_and_no_more_than_were_to_be(
        loads in prop::collection::vec(prop::collection::vec(0_i64..60, 0..6), 0..30),
        at_most in prop::option::of(0_usize..20),
    ) {
        let people: Vec<Candidate> = loads
            .iter()
            .enumerate()
            .map(|(at, days)| candidate(at as u128, days))
            .collect();
        let chosen = choose(people, (5, at_most), |person| Uuid::from(person).as_bytes().to_vec());
        prop_assert_eq!(chosen.len(), loads.len(), "everybody is decided on");
        let asked = chosen.iter().filter(|(_, why)| why.is_none());
        prop_assert!(asked.clone().count() <= at_most.unwrap_or(usize::MAX));
        for (person, _) in asked {
            let days = &loads[Uuid::from(*person).as_u128() as usize];
            let lately = days.iter().filter(|days| **days < WITHIN.num_days()).count() * 5;
            prop_assert!(days.iter().all(|days| *days >= APART.num_days()));
            prop_assert!(lately == 0 || lately + 5 <= QUESTIONS_AT_MOST);
        }
        if at_most.is_none() {
            prop_assert!(chosen.iter().all(|(_, why)| *why != Some(Spared::NotChosen)));
        }
    }
}
