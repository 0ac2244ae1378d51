use super::{Wave, change, reckoned};
use proptest::prelude::*;
use std::collections::BTreeSet;

const ENOUGH: usize = 5;

fn wave(people: impl IntoIterator<Item = (u8, i64)>) -> Wave {
    people
        .into_iter()
        .map(|(who, value)| (vec![who], value))
        .collect()
}

#[test]
fn the_same_people_change_by_the_difference_of_their_means() {
    let before = wave((0..10).map(|who| (who, 2)));
    let after = wave((0..10).map(|who| (who, 3)));
    assert_eq!(change(&before, &after, ENOUGH), Some((10, 1.0)));
}

#[test]
fn who_answered_once_only_stays_among_enough_others() {
    let before = wave((0..10).map(|who| (who, 2)));
    let after = wave((0..11).map(|who| (who, 3)));
    assert_eq!(change(&before, &after, ENOUGH), Some((6, 1.0)));
    let few = wave((0..9).map(|who| (who, 3)));
    assert_eq!(change(&before, &few, ENOUGH), None, "four would be left");
}

#[test]
fn too_few_have_no_change_even_if_they_are_the_same() {
    let before = wave((0..4).map(|who| (who, 1)));
    assert_eq!(change(&before, &before, ENOUGH), None);
    assert_eq!(change(&Wave::new(), &Wave::new(), ENOUGH), None);
}

fn waves() -> impl Strategy<Value = (Wave, Wave)> {
    let one = || prop::collection::btree_map(0_u8..40, 1_i64..=5, 0..40);
    (one(), one()).prop_map(|(before, after)| (wave(before), wave(after)))
}

proptest! {
    #[test]
    fn it_is_never_of_few_and_always_leaves_enough_later_answers_out((before, after) in waves()) {
        let people: BTreeSet<_> = reckoned(&before, &after, ENOUGH).into_iter().collect();
        prop_assert!(people.is_empty() || people.len() >= ENOUGH);
        let left_out = after.len() - people.len();
        let same = before.keys().eq(after.keys());
        prop_assert!(people.is_empty() || same || left_out >= ENOUGH);
        prop_assert!(people.iter().all(|it| before.contains_key(*it) && after.contains_key(*it)));
    }

    #[test]
    fn it_is_the_mean_of_each_persons_change((before, after) in waves()) {
        let people = reckoned(&before, &after, ENOUGH);
        let changes: Vec<f64> = people.iter().map(|it| (after[*it] - before[*it]) as f64).collect();
        match change(&before, &after, ENOUGH) {
            None => prop_assert!(people.is_empty()),
            Some((count, mean)) => {
                prop_assert_eq!(count, people.len());
                let exact = changes.iter().sum::<f64>() / changes.len() as f64;
                prop_assert!((exact - mean).abs() <= 0.25 + 1e-9, "{} and {}", exact, mean);
            }
        }
    }
}
