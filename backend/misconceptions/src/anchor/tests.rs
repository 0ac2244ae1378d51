use super::{Anchor, Place, Text, mark, plain};
use kernel::{Mentions, render};
use proptest::prelude::*;

fn html_of(body: &str) -> String {
    render(body, &Mentions::new()).expect("a body").html
}

fn anchored(html: &str, quote: &str) -> Anchor {
    let text = Text::of(html);
    let wanted = Anchor {
        quote: quote.to_owned(),
        ..Anchor::default()
    };
    let place = wanted.find_letters(&text).expect("the passage stands");
    place.anchor(&text)
}

fn found(anchor: &Anchor, html: &str) -> Option<String> {
    let text = Text::of(html);
    anchor.find(&text).map(|place| place.anchor(&text).quote)
}

const NAMES: [&str; 1] = ["occ_1"];

fn marked(html: &str, places: Vec<Place>) -> String {
    let named = places
        .into_iter()
        .map(|place| (place, NAMES[0].to_owned()))
        .collect::<Vec<_>>();
    mark(&Text::of(html), html, &named)
}

#[test]
fn a_passage_is_marked_across_elements_and_never_inside_a_tag() {
    let html =
        html_of("You **must cut [storming](https://example.org/a?b=\"c>d\") short**, always.");
    let anchor = anchored(&html, "cut storming short, always");
    let place = anchor.find(&Text::of(&html)).expect("found");
    let shown = marked(&html, vec![place]);

    assert_eq!(shown.matches("<mark ").count(), 4, "{shown}");
    assert_eq!(shown.matches("</mark>").count(), 4);
    assert_eq!(plain(&shown), plain(&html));
}

#[test]
fn an_entity_is_one_letter() {
    let html = html_of("Tom & Ada say <b> is 3 < 4 here");
    let anchor = anchored(&html, "& Ada say <b>");
    let place = anchor.find(&Text::of(&html)).expect("found");
    assert_eq!(place.start(&Text::of(&html)), 4);
    let shown = marked(&html, vec![place]);
    assert!(
        shown.contains("\">&amp; Ada say &lt;b&gt;</mark>"),
        "{shown}"
    );
}

#[test]
fn of_two_equal_passages_the_surroundings_say_which() {
    let before = html_of("First: stop the line. Later: stop the line, and call.");
    let text = Text::of(&before);
    let second = Anchor {
        quote: "stop the line".into(),
        prefix: "Later: ".into(),
        suffix: ", and call.".into(),
        start: None,
    };
    let second = second.find(&text).expect("found").anchor(&text);
    let after = html_of("Something new. First: stop the line. Later: stop the line, and call.");
    let text = Text::of(&after);
    let place = second.find(&text).expect("found");
    assert_eq!(
        place.start(&text),
        plain(&after).rfind("stop").expect("there")
    );
}

#[test]
fn a_not_put_in_makes_it_another_statement() {
    let anchor = anchored(
        &html_of("We should cut the storming phase short."),
        "cut the storming phase short",
    );
    assert_eq!(
        found(
            &anchor,
            &html_of("We should not cut the storming phase so short.")
        ),
        None
    );
    assert_eq!(
        found(&anchor, &html_of("We should cut the norming phase short.")),
        None
    );
    assert_eq!(
        found(&anchor, &html_of("We should never cut it short.")),
        None
    );
}

#[test]
fn a_word_that_only_begins_alike_is_another() {
    let html = html_of("Press it. If the light is on, there is no danger.");
    let anchor = anchored(&html, "there is no");
    let edited = html_of("Press it. If the light is on, there is nothing else.");
    assert_eq!(found(&anchor, &edited), None);
    // Half a word that was chosen is found again, and so is what is not parted by spaces.
    let half = anchored(&html, "there is no dan");
    assert!(found(&half, &html_of("Look: there is no danger.")).is_some());
    let together = anchored(&html_of("先按按钮再打开门"), "按按钮");
    assert!(found(&together, &html_of("先按按钮然后走")).is_some());
}

#[test]
fn a_slip_of_the_pen_put_right_keeps_the_passage() {
    let anchor = anchored(
        &html_of("One has to cut the stroming phase short."),
        "cut the stroming phase short",
    );
    // One letter of five words, and what is written around them.
    let edited = html_of("One has to *cut* the Storming phase: short");
    assert_eq!(
        found(&anchor, &edited),
        None,
        "two letters changed places: that is two"
    );
    let edited = html_of("One has to *cut* the stromin phase short!");
    assert!(found(&anchor, &edited).is_some());
}

#[test]
fn numbers_are_what_they_are() {
    let anchor = anchored(
        &html_of("Wait about 10000 seconds before you restart."),
        "Wait about 10000 seconds before you restart",
    );
    assert_eq!(
        found(
            &anchor,
            &html_of("Wait about 10500 seconds before you restart.")
        ),
        None
    );
}

/// Words that none of the passages below has.
fn other_words() -> impl Strategy<Value = String> {
    "[a-f]{1,7}( [a-f]{1,7}){0,8}"
}

fn passage() -> impl Strategy<Value = String> {
    "[m-z]{2,9}( [m-z]{2,9}){2,9}"
}

#[derive(Clone, Copy, Debug)]
enum Edit {
    Before,
    After,
    Dress,
    Paragraph,
    Shout,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let one = prop_oneof![
        Just(Edit::Before),
        Just(Edit::After),
        Just(Edit::Dress),
        Just(Edit::Paragraph),
        Just(Edit::Shout)
    ];
    prop::collection::vec(one, 1..6)
}

/// A post around a passage, after edits that keep the passage.
fn edited(passage: &str, around: (&str, &str), edits: &[Edit]) -> String {
    let (mut before, mut after) = (around.0.to_owned(), around.1.to_owned());
    let mut kept = passage.to_owned();
    for edit in edits {
        match edit {
            Edit::Before => before = format!("{after} {before}"),
            Edit::After => after = format!("{before} & <{after}>"),
            Edit::Dress => {
                if let Some((word, rest)) = kept.split_once(' ') {
                    kept = format!("**{}** {rest}", word.trim_matches('*'));
                }
            }
            Edit::Paragraph => before = format!("- {before}\n- {after}\n\n"),
            Edit::Shout => kept = kept.to_uppercase(),
        }
    }
    format!("{before} {kept} {after}")
}

proptest! {
    #[test]
    fn what_an_edit_keeps_is_found_again(
        passage in passage(), before in other_words(), after in other_words(), edits in edits(),
    ) {
        let anchor = anchored(&html_of(&format!("{before} {passage} {after}")), &passage);
        let html = html_of(&edited(&passage, (&before, &after), &edits));
        let again = found(&anchor, &html);
        prop_assert_eq!(again.map(|it| it.to_lowercase()), Some(passage));
    }

    #[test]
    fn what_an_edit_removes_is_lost(
        passage in passage(), (before, after) in (other_words(), other_words()), gone in 0_usize..10,
        edits in edits(),
    ) {
        let anchor = anchored(&html_of(&format!("{before} {passage} {after}")), &passage);
        let words: Vec<&str> = passage.split(' ').collect();
        let gone = gone % words.len();
        let rest: Vec<&str> = words.iter().enumerate()
            .filter(|(at, _)| *at != gone).map(|(_, word)| *word).collect();
        let html = html_of(&edited(&rest.join(" "), (&before, &after), &edits));
        prop_assert_eq!(found(&anchor, &html), None);
    }

    #[test]
    fn a_word_put_in_is_no_passage_found_again(
        passage in passage(), before in other_words(), after in other_words(), at in 1_usize..9,
    ) {
        let anchor = anchored(&html_of(&format!("{before} {passage} {after}")), &passage);
        let mut words: Vec<&str> = passage.split(' ').collect();
        let at = 1 + at % (words.len() - 1);
        words.insert(at, "not");
        let html = html_of(&format!("{before} {} {after}", words.join(" ")));
        prop_assert_eq!(found(&anchor, &html), None);
    }

    #[test]
    fn marking_changes_no_letter_and_keeps_the_markup_whole(
        body in "([a-z&<>*_`\\[\\]()# \n-]{0,80}[a-zäß😀]{1,5}){1,6}", from in 0_usize..200, length in 1_usize..60,
    ) {
        let html = html_of(&body);
        let text = Text::of(&html);
        prop_assume!(!text.letters.is_empty());
        let from = from % text.letters.len();
        let to = (from + length).min(text.letters.len());
        let shown = marked(&html, vec![Place(from..to)]);
        prop_assert_eq!(plain(&shown), plain(&html));
        let bare = shown
            .replace("<mark class=\"corrected\" data-occurrence=\"occ_1\">", "")
            .replace("</mark>", "");
        prop_assert_eq!(&bare, &html);
        // Nothing but text stands in a mark.
        for inside in shown.split("<mark class=\"corrected\" data-occurrence=\"occ_1\">").skip(1) {
            let inside = inside.split("</mark>").next().unwrap_or_default();
            prop_assert!(!inside.contains('<'), "{}", shown);
        }
    }
}
