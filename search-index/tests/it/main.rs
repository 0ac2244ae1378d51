//! The index as its owner and its askers meet it.

mod alike;
mod audience;
mod durability;
mod finding;
mod fuzz;
mod languages;
mod operators;
mod paging;
mod relevance;
mod spread;

use search_index::{Asked, Change, Count, Cursor, Document, Index, Page, Query};

/// A day in May 2026.
pub const NOW: i64 = 1_779_000_000_000;

/// The channels of "Leading change, autumn" that a learner is in.
pub const LEARNER: [&str; 2] = ["ch_welcome", "ch_practice"];

pub fn post(id: &str, title: &str, body: &str) -> Document {
    Document {
        id: id.into(),
        audience: vec!["ch_practice".into()],
        author: "person_amara".into(),
        community: "com_change".into(),
        channel: "ch_practice".into(),
        thread: format!("thread_{id}"),
        kind: "post".into(),
        title: title.into(),
        body: body.into(),
        created: 1_760_000_000_000,
        ..Document::default()
    }
}

pub fn index_of(documents: impl IntoIterator<Item = Document>) -> Index {
    let index = Index::in_memory().expect("an index in memory");
    put(&index, documents);
    index
}

pub fn put(index: &Index, documents: impl IntoIterator<Item = Document>) {
    index
        .apply(documents.into_iter().map(Change::from), "1")
        .expect("applied");
}

pub fn audience(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

pub fn search_as(index: &Index, text: &str, names: &[&str]) -> Page {
    let asked = Asked::read(text).expect("read");
    page_of(index, (&asked, names), (50, None))
}

pub fn page_of(
    index: &Index,
    (asked, names): (&Asked, &[&str]),
    (limit, after): (usize, Option<&Cursor>),
) -> Page {
    let query = Query {
        asked,
        audience: &audience(names),
        limit,
        after,
        now: NOW,
        count: Count::Facets,
    };
    index.search(&query).expect("searched")
}

/// What a learner finds.
pub fn search(index: &Index, text: &str) -> Page {
    search_as(index, text, &LEARNER)
}

/// What is shown of a hit, in the words of its document: the title or what it stands under, and what was said.
pub fn shown(page: &mut Page, at: usize, document: &Document) -> (String, String) {
    let hit = &page.hits[at];
    assert_eq!(hit.id, document.id, "another one was found there");
    let title = match document.title.as_str() {
        "" => &document.under,
        title => title,
    };
    let title = page.marker.title(hit, title).into_string();
    (title, page.marker.body(hit, &document.body).into_string())
}

pub fn ids(page: &Page) -> Vec<&str> {
    page.hits.iter().map(|hit| hit.id.as_str()).collect()
}

pub fn found(index: &Index, text: &str) -> Vec<String> {
    ids(&search(index, text))
        .into_iter()
        .map(str::to_owned)
        .collect()
}
