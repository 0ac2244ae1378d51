//! Words that mean the same.
use std::sync::Arc;

use search_index::{Alike, Asked, Index, Page};

use crate::{LEARNER, ids, index_of, page_of, post, shown};

fn alike() -> Arc<Alike> {
    let groups = [
        vec!["OKR", "objectives and key results"],
        vec!["sign-in", "log-in", "Anmeldung"],
        vec!["研修", "training"],
        vec!["..", "-"],
    ];
    let written = |group: &Vec<&str>| group.iter().map(|it| (*it).to_owned()).collect();
    Arc::new(Alike::of(&groups.iter().map(written).collect::<Vec<_>>()))
}

fn asks(index: &Index, text: &str) -> Page {
    let asked = Asked::read(text).expect("read").with_alike(alike());
    page_of(index, (&asked, &LEARNER), (50, None))
}

fn guild() -> Index {
    index_of([
        post("short", "", "Our OKR for the autumn."),
        post(
            "long",
            "",
            "We wrote objectives and key results, all of us.",
        ),
        post("parts", "", "Key people, and the results of objectives."),
        post("kanji", "", "来週の研修について。"),
        post("class", "", "The trainings begin on Monday."),
    ])
}

#[test]
fn what_means_the_same_is_found_below_what_was_asked_for() {
    let mut page = asks(&guild(), "okrs");
    assert_eq!(ids(&page), ["short", "long"]);
    assert_eq!(page.also, ["objectives and key results"]);
    let long = "We wrote objectives and key results, all of us.";
    let (_, said) = shown(&mut page, 1, &post("long", "", long));
    assert!(said.contains("<mark>"), "{said}");
    let page = asks(&guild(), "objectives and key results");
    let (mut asked_for, also) = (ids(&page)[..2].to_vec(), &ids(&page)[2..]);
    asked_for.sort_unstable();
    assert_eq!(asked_for, ["long", "parts"]);
    assert_eq!(page.also, ["OKR"]);
    assert_eq!(also, ["short"]);
}

#[test]
fn other_scripts_and_stems_mean_the_same_too() {
    assert_eq!(ids(&asks(&guild(), "training")), ["class", "kanji"]);
    assert_eq!(ids(&asks(&guild(), "研修")), ["kanji", "class"]);
}

#[test]
fn what_stands_in_no_group_is_widened_by_nothing() {
    for text in ["autumn", "key", "\"okr\"", "-okr people", "monday"] {
        assert!(asks(&guild(), text).also.is_empty(), "{text}");
    }
    let plain = Asked::read("okr").expect("read");
    let page = page_of(&guild(), (&plain, &LEARNER), (50, None));
    assert_eq!(ids(&page), ["short"]);
}
