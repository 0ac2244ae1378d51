use super::{item_results, mean_shown};
use crate::tables::Answer;
use crate::{Barrier, Barriers, Options, Question, QuestionKind};
use proptest::prelude::*;
use uuid::Uuid;

const ENOUGH: usize = 5;

fn question(kind: QuestionKind) -> Question {
    Question {
        id: Uuid::from_u128(1).into(),
        pulse_id: Uuid::from_u128(2).into(),
        position: 0,
        kind,
        item: "peers".to_owned(),
        words: "Conversations helped".to_owned(),
        options: Options(vec!["word".to_owned(); 5]),
        about: None,
    }
}

fn answer(number: usize, (choice, part): (i32, Option<u8>), barriers: Vec<Barrier>) -> Answer {
    Answer {
        id: Uuid::from_u128(number as u128),
        question_id: Uuid::from_u128(1).into(),
        pseudonym: number.to_be_bytes().to_vec(),
        part: part.map(|part| part.to_string()),
        choice: Some(choice),
        text: format!("text {number}"),
        barriers: Barriers(barriers),
    }
}

fn answers() -> impl Strategy<Value = Vec<Answer>> {
    let barriers = prop::sample::subsequence(Barrier::ALL.to_vec(), 0..4);
    prop::collection::vec((0..5_i32, prop::option::of(0_u8..4), barriers), 0..40).prop_map(
        |given| {
            let numbered = given.into_iter().enumerate();
            numbered
                .map(|(at, (choice, part, barriers))| answer(at, (choice, part), barriers))
                .collect()
        },
    )
}

#[test]
fn the_fewer_people_the_coarser_a_mean() {
    assert_eq!(mean_shown(23, 5), Some(4.5));
    assert_eq!(mean_shown(53, 12), Some(4.4));
    assert_eq!(mean_shown(91, 21), Some(4.3));
    assert_eq!(mean_shown(-1, 30), Some(0.0));
    assert_eq!(mean_shown(0, 0), None);
}

/// Whether this many people may be told of: nobody, or enough.
fn is_safe(count: usize) -> bool {
    count == 0 || count >= ENOUGH
}

proptest! {
    #[test]
    fn no_run_and_no_part_has_few_and_nothing_left_of_the_whole_has(given in answers()) {
        let refs: Vec<&Answer> = given.iter().collect();
        let shown = item_results(&question(QuestionKind::Scale), &refs, ENOUGH);
        let Some(count) = shown.count else {
            prop_assert!(given.len() < ENOUGH);
            prop_assert_eq!(shown.mean, None);
            prop_assert!(shown.bands.is_none() && shown.cuts.is_empty());
            return Ok(());
        };
        let bands = shown.bands.unwrap_or_default();
        prop_assert!(bands.iter().all(|band| band.count >= ENOUGH));
        prop_assert_eq!(bands.iter().map(|band| band.count).sum::<usize>(), count);
        let parts: Vec<usize> = shown.cuts.iter().filter_map(|it| it.shown).map(|it| it.0).collect();
        // Every sum of parts, taken from the whole.
        for chosen in 0..1_usize << parts.len() {
            let sum: usize = parts
                .iter()
                .enumerate()
                .filter(|(at, _)| chosen >> at & 1 == 1)
                .map(|(_, count)| count)
                .sum();
            prop_assert!(is_safe(sum) && is_safe(count - sum), "{:?} of {}", parts, count);
        }
    }

    #[test]
    fn of_parts_that_are_withheld_not_even_the_name_is_said(given in answers()) {
        let refs: Vec<&Answer> = given.iter().collect();
        let shown = item_results(&question(QuestionKind::Scale), &refs, ENOUGH);
        prop_assert!(shown.cuts.iter().all(|it| it.name.is_some() == it.shown.is_some()));
        prop_assert!(shown.cuts.iter().filter(|it| it.name.is_none()).count() <= 1);
    }

    #[test]
    fn who_named_a_barrier_and_who_did_not_are_both_enough(given in answers()) {
        let refs: Vec<&Answer> = given.iter().collect();
        let shown = item_results(&question(QuestionKind::Barriers), &refs, ENOUGH);
        for it in shown.barriers.unwrap_or_default() {
            if let Some(count) = it.count {
                prop_assert!(count >= ENOUGH && given.len() - count >= ENOUGH);
            }
        }
    }

    #[test]
    fn texts_are_of_enough_people_or_not_shown(given in answers()) {
        let refs: Vec<&Answer> = given.iter().collect();
        let shown = item_results(&question(QuestionKind::Text), &refs, ENOUGH);
        prop_assert!(is_safe(shown.texts.len()));
        prop_assert_eq!(shown.count, None);
    }
}
