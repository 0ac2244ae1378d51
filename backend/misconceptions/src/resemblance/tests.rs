use super::{Likeness, Patterns, SUGGESTED_FROM};
use proptest::prelude::*;

const CLAIMS: [&str; 4] = [
    "A good leader keeps the storming phase of a team as short as possible",
    "A jammed press may be reached into once the emergency stop is pressed",
    "Objections mean that the customer does not want to buy",
    "Wenn niemand widerspricht, sind alle einverstanden",
];

fn alike(text: &str) -> Vec<Likeness<usize>> {
    Patterns::of(CLAIMS.iter().copied().enumerate()).resembled_by(text)
}

#[test]
fn what_says_the_same_in_other_words_is_suggested() {
    for (claim, said) in [
        (
            0,
            "In my view good leaders should keep the storming phase of their teams as short as possible, honestly.",
        ),
        (
            1,
            "Quick tip from the line. Once you have pressed the emergency stop you may reach into the jammed press. Saves time.",
        ),
        (
            2,
            "When there are objections it means the customers do not want to buy.",
        ),
        (
            3,
            "Bei uns gilt: Wenn keiner widerspricht, sind alle einverstanden.",
        ),
    ] {
        let found = alike(said);
        assert_eq!(
            found.first().map(|it| it.key),
            Some(claim),
            "{said}: {found:?}"
        );
        assert!(found[0].score >= SUGGESTED_FROM);
    }
}

#[test]
fn what_speaks_of_the_same_matter_and_says_something_else_is_not() {
    for said in [
        "Our team met on Monday and we talked about the phases.",
        "The press needs new oil; I called maintenance, and they come after lunch.",
        "Der Kunde hat heute unterschrieben.",
        "",
        "…",
    ] {
        assert_eq!(alike(said), [], "{said}");
    }
}

#[test]
fn the_passage_is_the_part_that_resembles() {
    let found =
        alike("Hello all. Objections mean that the customer does not want to buy. What do you do?");
    assert_eq!(
        found[0].passage,
        "Objections mean that the customer does not want to buy."
    );
    assert!(found[0].score > 0.99, "{found:?}");
}

proptest! {
    #[test]
    fn every_text_resembles_itself(text in "[a-z]{3,9}( [a-z]{3,9}){3,20}") {
        let found = Patterns::of([(1, text.as_str())].into_iter()).resembled_by(&text);
        // Nothing but stop words says nothing.
        prop_assert!(found.first().is_none_or(|it| it.score > 0.99));
    }

    #[test]
    fn a_score_is_a_share(text in "\\PC{0,400}") {
        for it in alike(&text) {
            prop_assert!((SUGGESTED_FROM..=1.0).contains(&it.score));
        }
    }
}
