//! The gate, attacked.
use super::*;
use proptest::prelude::*;

type Counts = BTreeMap<u8, usize>;

fn counts() -> impl Strategy<Value = Counts> {
    proptest::collection::btree_map(0_u8..12, 0_usize..15, 0..8)
}

/// Every sum of cuts that can be known exactly from what is shown: each that is shown, the whole, and
/// the whole without any of those.
fn known(counts: &Counts, shown: &Shown<u8>) -> Vec<(Vec<u8>, usize)> {
    let open: Vec<(u8, usize)> = shown
        .cuts
        .iter()
        .filter_map(|(cut, count)| Some((*cut, (*count)?)))
        .collect();
    let mut sums = Vec::new();
    for mask in 0..1_u32 << open.len() {
        let chosen: Vec<(u8, usize)> = open
            .iter()
            .enumerate()
            .filter(|(bit, _)| mask & (1 << bit) != 0)
            .map(|(_, cut)| *cut)
            .collect();
        let sum: usize = chosen.iter().map(|(_, count)| count).sum();
        let without = |cut: &&u8| chosen.iter().all(|(other, _)| other != *cut);
        let rest: Vec<u8> = counts.keys().filter(without).copied().collect();
        sums.push((rest, shown.total - sum));
        sums.push((chosen.into_iter().map(|(cut, _)| cut).collect(), sum));
    }
    sums
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn no_count_of_few_is_shown_and_none_can_be_subtracted(counts in counts(), enough in 1_usize..9) {
        let total: usize = counts.values().sum();
        let Some(shown) = gate(&counts, enough) else {
            prop_assert!(total < enough);
            return Ok(());
        };
        prop_assert_eq!(shown.total, total);
        for (cut, count) in &shown.cuts {
            if let Some(count) = count {
                prop_assert!(*count >= enough);
                prop_assert_eq!(counts.get(cut), Some(count));
            }
        }
        for (cuts, sum) in known(&counts, &shown) {
            prop_assert!(cuts.is_empty() || sum >= enough, "{cuts:?} are {sum}");
        }
    }

    #[test]
    fn all_is_shown_where_all_may_be(counts in proptest::collection::btree_map(0_u8..12, 5_usize..15, 1..8)) {
        let shown = gate(&counts, ENOUGH).expect("enough answered");
        prop_assert!(shown.cuts.values().all(Option::is_some));
    }

    #[test]
    fn a_scale_is_divided_once_and_nowhere_too_finely(
        counts in proptest::collection::vec(0_usize..12, 3..6), enough in 1_usize..9,
    ) {
        let total: usize = counts.iter().sum();
        let Some(bands) = bands(&counts, enough) else {
            prop_assert!(total < enough);
            return Ok(());
        };
        prop_assert_eq!(bands.iter().map(|band| band.count).sum::<usize>(), total);
        let mut next = 0;
        for band in &bands {
            prop_assert_eq!(band.first, next);
            prop_assert_eq!(band.count, counts[band.first..=band.last].iter().sum::<usize>());
            prop_assert!(band.count >= enough);
            next = band.last + 1;
        }
        prop_assert_eq!(next, counts.len());
    }
}

#[test]
fn what_one_would_subtract_is_withheld_too() {
    let counts = BTreeMap::from([("north", 3), ("south", 6), ("west", 7)]);
    let shown = gate(&counts, ENOUGH).expect("sixteen answered");
    assert_eq!(shown.cuts["west"], Some(7));
    assert_eq!(shown.cuts["south"], None, "or the north were 16 - 6 - 7");
    assert_eq!(shown.cuts["north"], None);
}

#[test]
fn neighbours_on_a_scale_are_joined_until_they_are_enough() {
    let bands = bands(&[1, 4, 2, 6], ENOUGH).expect("thirteen answered");
    let said: Vec<_> = bands
        .iter()
        .map(|it| (it.first, it.last, it.count))
        .collect();
    assert_eq!(said, [(0, 1, 5), (2, 3, 8)]);
    assert_eq!(super::bands(&[1, 1, 2], ENOUGH), None);
}
