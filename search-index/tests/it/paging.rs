use std::str::FromStr;

use search_index::{Cursor, Error, Index, Page, Query, TOTAL_MAX};

use crate::{LEARNER, audience, index_of, post, put};

fn page(index: &Index, text: &str, (limit, after): (usize, Option<&Cursor>)) -> Page {
    let audience = audience(&LEARNER);
    let query = Query {
        text,
        audience: &audience,
        community: None,
        limit,
        after,
    };
    index.search(&query).expect("searched")
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
    for part in 0..4 {
        put(
            &index,
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
    index
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
fn a_result_that_goes_between_pages_takes_no_other_with_it() {
    let index = sessions();
    let whole = walk(&index, "plan", 100);
    let first = page(&index, "plan", (10, None));
    let last = first.hits.last().expect("a page").cursor.clone();
    index
        .apply([search_index::Change::Delete(whole[9].clone())], "2")
        .expect("applied");
    // Fewer documents weigh the word anew, so the place is kept to within what scores the same.
    let second = page(&index, "plan", (100, Some(&last)));
    assert!(
        second
            .hits
            .iter()
            .all(|hit| !whole[..9].contains(&hit.id) || second.total == 39)
    );
}

#[test]
fn a_cursor_that_was_not_given_out_is_refused_in_words() {
    for text in [
        "",
        "a",
        "x3f800000p1",
        "a3f8",
        "azzzzzzzzp1",
        "a7fc00000p1",
        "abf800000p1",
        "é",
        "a3f800000",
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
