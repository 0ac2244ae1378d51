use std::str::FromStr;

use search_index::{Asked, Cursor, Error, Index, Page, TOTAL_MAX};

use crate::{LEARNER, index_of, page_of, post, put};

fn page(index: &Index, text: &str, place: (usize, Option<&Cursor>)) -> Page {
    let asked = Asked::read(text).expect("read");
    page_of(index, (&asked, &LEARNER), place)
}

fn walk(index: &Index, text: &str, limit: usize) -> Vec<String> {
    let (mut seen, mut after) = (Vec::new(), None::<Cursor>);
    loop {
        let page = page(index, text, (limit, after.as_ref()));
        seen.extend(page.hits.iter().map(|hit| hit.id.clone()));
        if !page.has_more {
            return seen;
        }
        let written = page.hits.last().expect("a full page").cursor.to_string();
        after = Some(Cursor::from_str(&written).expect("read back"));
    }
}

/// Many equal scores, over several commits and so several segments.
fn sessions() -> Index {
    let index = index_of([]);
    refill(&index);
    index
}

fn refill(index: &Index) {
    for part in 0..4 {
        put(
            index,
            (0..30).map(|i| {
                let body = if i % 3 == 0 {
                    "session plan"
                } else {
                    "session"
                };
                post(&format!("p{part}_{i:02}"), "", body)
            }),
        );
    }
}

#[test]
fn pages_of_any_size_show_each_result_once_and_in_one_order() {
    let index = sessions();
    for text in ["session", "plan", "session plan", "plan session timer"] {
        let whole = walk(&index, text, 100);
        for limit in [1, 7, 50] {
            assert_eq!(walk(&index, text, limit), whole, "{text} by {limit}");
        }
        let total = page(&index, text, (10, None)).total;
        assert_eq!(whole.len() as u64, total, "{text}");
    }
    assert_eq!(walk(&index, "session plan", 100).len(), 40);
}

#[test]
fn equals_are_ordered_from_the_greatest_id() {
    let whole = walk(&sessions(), "plan", 100);
    let mut sorted = whole.clone();
    sorted.sort_by(|a, b| b.cmp(a));
    assert_eq!(whole, sorted);
}

#[test]
fn what_is_written_meanwhile_moves_no_page() {
    let index = sessions();
    for text in ["plan", "session plan", "plan session timer", "sesion"] {
        let whole = walk(&index, text, 100);
        let first = page(&index, text, (10, None));
        let mut after = first.hits.last().expect("a page").cursor.clone();
        let mut seen: Vec<String> = first.hits.into_iter().map(|hit| hit.id).collect();
        for round in 0.. {
            // Each of these words becomes more common, and some are no longer rare at all.
            let more = (0..3).map(|i| {
                let (id, body) = (
                    format!("new_{text}_{round}_{i}"),
                    "plan of a timer, in a sesion",
                );
                post(&id, "", body)
            });
            put(&index, more);
            let next = page(&index, text, (10, Some(&after)));
            let old = next.hits.iter().filter(|hit| !hit.id.starts_with("new"));
            seen.extend(old.map(|hit| hit.id.clone()));
            match next.hits.last() {
                Some(last) if round < 60 => after = last.cursor.clone(),
                _ => break,
            }
        }
        assert_eq!(seen, whole, "{text}");
        index
            .apply(
                [search_index::Change::DeleteAllOf(
                    search_index::Whole::Channel("ch_practice".into()),
                )],
                "2",
            )
            .expect("applied");
        refill(&index);
    }
}

#[test]
fn a_result_that_goes_between_pages_takes_no_other_with_it() {
    let index = sessions();
    let whole = walk(&index, "plan", 100);
    let first = page(&index, "plan", (10, None));
    let last = first.hits.last().expect("a page").cursor.clone();
    index
        .apply([search_index::Change::Delete(whole[9].clone())], "2")
        .expect("applied");
    let second = page(&index, "plan", (100, Some(&last)));
    let second: Vec<String> = second.hits.into_iter().map(|hit| hit.id).collect();
    assert_eq!(second, whole[10..]);
}

#[test]
fn a_cursor_that_was_not_given_out_is_refused_in_words() {
    for text in [
        "",
        "a",
        "x3f8000005.5.1~p1",
        "a3f8",
        "azzzzzzzz5.5.1~p1",
        "a7fc000005.5.1~p1",
        "abf8000005.5.1~p1",
        "é",
        "a3f8000005.5.1~",
        "a3f8000005.5~p1",
        "a3f800000p1",
    ] {
        let error = Cursor::from_str(text).expect_err(text);
        assert!(matches!(error, Error::Cursor), "{text}");
    }
}

#[test]
fn a_total_is_exact_up_to_its_limit_and_says_when_it_is_not() {
    // Small words tell the language at a glance.
    let text = "What is the plan for the session?";
    let index = index_of((0..TOTAL_MAX).map(|i| post(&format!("{i:06}"), "", text)));
    let full = page(&index, "session", (1, None));
    assert_eq!((full.total, full.total_is_exact), (TOTAL_MAX, true));
    put(&index, [post("one more", "", text)]);
    let beyond = page(&index, "session", (1, None));
    assert_eq!((beyond.total, beyond.total_is_exact), (TOTAL_MAX, false));
}
