//! What a search asks for beside its words.

use search_index::{Asked, Index, Mark, NameOf, Note, Page};

use crate::{LEARNER, ids, index_of, page_of, post};

const DAY: i64 = 86_400_000;
/// 1 January 2026.
const NEW_YEAR: i64 = 1_767_225_600_000;

fn guild() -> Index {
    let mut asked = post("p1", "Silence", "What do you do when nobody speaks?");
    asked.kind = "question".into();
    asked.marks = vec![Mark::Unanswered];
    asked.tags = vec!["Große Gruppen".into()];
    asked.created = NEW_YEAR - DAY;
    let mut answer = post("p2", "", "Count to ten, and let the silence work.");
    answer.kind = "reply".into();
    answer.author = "person_jonas".into();
    answer.marks = vec![Mark::Verified];
    answer.sessions = vec!["sess_3".into(), "sess_4".into()];
    answer.created = NEW_YEAR;
    let mut old = post("p3", "", "Silence is golden, and here are my slides.");
    old.marks = vec![Mark::Obsolete, Mark::Filed];
    old.channel = "ch_welcome".into();
    old.created = NEW_YEAR + DAY;
    index_of([asked, answer, old])
}

/// What is found when the names stand for these ids.
fn with_names(text: &str, known: &[(NameOf, &str, &str)]) -> Page {
    let asked = Asked::read(text).expect("read");
    let told: Vec<Vec<String>> = asked
        .names()
        .map(|name| {
            let known = known.iter();
            let own = known.filter(|(of, text, _)| *of == name.of && *text == name.text);
            own.map(|(_, _, id)| (*id).to_owned()).collect()
        })
        .collect();
    page_of(&guild(), (&asked.with_names(told), &LEARNER), (50, None))
}

fn found(text: &str) -> Vec<String> {
    let page = with_names(text, &[]);
    ids(&page).into_iter().map(str::to_owned).collect()
}

#[test]
fn marks_tags_files_and_days_narrow_a_search() {
    assert_eq!(found("silence is:verified"), ["p2"]);
    assert_eq!(found("silence -is:obsolete -is:unanswered"), ["p2"]);
    assert_eq!(found("has:file"), ["p3"]);
    assert_eq!(found("tag:\"grosse gruppen\""), ["p1"]);
    assert_eq!(found("silence before:2026"), ["p1"]);
    assert_eq!(found("silence after:2026 before:2026-01-02"), ["p2"]);
    assert_eq!(found("silence -before:2026-01-02"), ["p3"]);
    assert!(found("silence after:2030").is_empty());
}

#[test]
fn operators_alone_list_the_newest_first() {
    assert_eq!(found("-is:verified"), ["p3", "p1"]);
    assert_eq!(found("after:2025"), ["p3", "p2", "p1"]);
}

#[test]
fn names_are_those_that_the_owner_of_the_documents_tells() {
    let known = [
        (NameOf::Person, "jonas", "person_jonas"),
        (NameOf::Person, "me", "person_amara"),
        (NameOf::Place, "welcome", "ch_welcome"),
        (NameOf::Session, "3", "sess_3"),
        (NameOf::Kind, "question", "question"),
    ];
    for (text, expected) in [
        ("silence from:@jonas", vec!["p2"]),
        ("is:mine", vec!["p3", "p1"]),
        ("-is:mine", vec!["p2"]),
        ("silence in:#welcome", vec!["p3"]),
        ("session:3", vec!["p2"]),
        ("kind:question from:me", vec!["p1"]),
    ] {
        let page = with_names(text, &known);
        assert_eq!(ids(&page), expected, "{text}");
        assert_eq!(page.note, None, "{text}");
    }
}

#[test]
fn a_name_that_nobody_has_is_read_as_words_and_said() {
    let page = with_names("from:slides golden", &[]);
    assert_eq!(ids(&page), ["p3"]);
    assert_eq!(page.note, Some(Note::UnknownOperand));
    // Until the names are told they are nobody's.
    let asked = Asked::read("silence from:jonas").expect("read");
    assert_eq!(page_of(&guild(), (&asked, &LEARNER), (50, None)).total, 0);
}
