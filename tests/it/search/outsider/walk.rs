//! Every way that stands on the index or on the tables of searching, taken by somebody.
use communities::Community;
use serde_json::{Value, json};
use std::collections::HashMap;
use tests::Person;

const ASKED: &[&str] = &[
    "nightingale",
    "sang",
    "nightingale sang",
    "night",
    "quetzal",
    "\"quetzal sang\"",
    "\"sang at night\"",
    "quet*",
    "quetzla",
    "qetzal nightingail",
    "bulbul",
    "nightingale quetzal",
    "quetzal* -sang",
    "-quetzal",
    "sang -quetzal",
    "from:kofi",
    "sang from:kofi",
    "speaks from:jonas",
    "from:quetzalina",
    "in:quetzal-watch",
    "in:quetzal-circle sang",
    "tag:\"quetzal songs\"",
    "tag:\"song birds\"",
    "session:1",
    "session:quetzal",
    "kind:question night",
    "kind:reply",
    "is:unanswered",
    "has:file",
    "has:file quetzal",
    "booms",
    "after:2025",
    "after:2026-01 before:2026-02 -sang",
    "the of",
];
const TYPED: [&str; 8] = [
    "q",
    "quetzal",
    "song",
    "night",
    "kof",
    "from quet",
    "which",
    "…",
];
const TITLES: [&str; 3] = [
    "Which bird sings at night",
    "Which quetzal sings at night",
    "quetzal nightingale songs",
];
const WHOLE: &str = "query($query: String!, $after: String, $in: ID) {
    search(query: $query, first: 5, after: $after, community: $in) {
        totalCount totalIsExact isWarming filledPercent note didYouMean alsoSearched
        facets { of operator name count }
        edges { cursor snippet titleSnippet file node {
            id number body path createdAt isNameless author { name }
            thread { id title tags replyCount isAnswered } } }
        pageInfo { hasNextPage endCursor } } }";
const SUGGEST: &str =
    "query($query: String!, $in: ID) { suggest(query: $query, first: 20, community: $in) {
    kind title detail path titleCorrections { id } } }";
const SIMILAR: &str = "query($title: String!, $in: ID!) {
    similarQuestions(community: $in, title: $title, first: 10) { id title replyCount } }";
const BESIDE: &str = "query($id: ID!) { thread(id: $id) {
    title tags replyCount related(first: 10) { id title } similar(first: 10) { id title } } }";
const HEARD: &str = "{ savedSearches { id name query tells community { name } }
    viewer { notices(first: 50) { edges { node { kind title count at } } } } }";
const MISSED: &str = "query($in: ID!) { askedInVain(community: $in) { words people askedAt } }";

/// Which way was taken, what was asked on it, and the answer.
pub type Answered = (&'static str, String, String);

/// All that somebody is answered, asking in a place and looking at conversations.
pub async fn walk(person: &Person<'_>, place: &Community, read: &[Value]) -> Vec<Answered> {
    let place = json!(place.id.to_string());
    let mut answers = Vec::new();
    for &query in ASKED {
        for page in pages(person, json!({ "query": query })).await {
            answers.push(("search", query.to_owned(), page));
        }
    }
    for query in ["sang", "quetzal", "is:unanswered"] {
        for page in pages(person, json!({ "query": query, "in": place })).await {
            answers.push(("search", format!("{query}, here"), page));
        }
    }
    for query in TYPED {
        let everywhere = person.asks(SUGGEST, json!({ "query": query })).await;
        answers.push(("suggest", query.to_owned(), everywhere));
        let here = json!({ "query": query, "in": place });
        let here = person.asks(SUGGEST, here).await;
        answers.push(("suggest", format!("{query}, here"), here));
    }
    for title in TITLES {
        let like = person.asks(SIMILAR, json!({ "title": title, "in": place }));
        answers.push(("similar", title.to_owned(), like.await));
    }
    for thread in read {
        let beside = person.asks(BESIDE, json!({ "id": thread["id"] })).await;
        let title = beside["data"]["thread"]["title"].to_string();
        answers.push(("related", title, beside));
    }
    let mut own = person.asks(HEARD, json!({})).await;
    let told = own["data"]["viewer"]["notices"]["edges"].as_array_mut();
    let told = told.expect("notices");
    told.retain(|it| it["node"]["kind"] == "SEARCH_FOUND");
    // What is told at one moment has no order.
    told.sort_by_key(Value::to_string);
    answers.push(("alerts", String::new(), own));
    let missed = person.asks(MISSED, json!({ "in": place })).await;
    answers.push(("asked in vain", String::new(), missed));
    let alike = person.asks("{ synonyms { words } }", json!({})).await;
    answers.push(("synonyms", String::new(), alike));
    let mut known = HashMap::new();
    let plain = |(way, asked, answer)| (way, asked, without_ids(opened(answer), &mut known));
    answers.into_iter().map(plain).collect()
}

/// Every page of a search.
async fn pages(person: &Person<'_>, mut asked: Value) -> Vec<Value> {
    let mut pages = Vec::new();
    loop {
        let page = person.asks(WHOLE, asked.clone()).await;
        assert!(page.get("errors").is_none(), "{asked}: {page}");
        let info = page["data"]["search"]["pageInfo"].clone();
        pages.push(page);
        if info["hasNextPage"] != true {
            return pages;
        }
        asked["after"] = info["endCursor"].clone();
    }
}

/// With what its cursors say: they carry figures.
fn opened(answer: Value) -> Value {
    let read = |hex: &str| -> Option<String> {
        let bytes = (0..hex.len()).step_by(2);
        let bytes = bytes.map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok());
        String::from_utf8(bytes.collect::<Option<_>>()?).ok()
    };
    match answer {
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(name, value)| match value.as_str().and_then(read) {
                    Some(said) if name.to_lowercase().ends_with("cursor") => (name, json!(said)),
                    _ => (name, opened(value)),
                })
                .collect(),
        ),
        Value::Array(values) => values.into_iter().map(opened).collect(),
        other => other,
    }
}

/// Ids are others in each world: they are numbered as they come.
fn without_ids(answer: Value, known: &mut HashMap<String, usize>) -> String {
    let apart = |letter: char| !letter.is_ascii_alphanumeric() && letter != '_';
    let answer = answer.to_string();
    let named = answer.split_inclusive(apart).map(|piece| {
        let word = piece.trim_end_matches(apart);
        match word.rsplit_once('_') {
            Some((kind, id)) if id.len() == 26 => {
                let next = known.len();
                let number = *known.entry(word.to_owned()).or_insert(next);
                format!("{kind}#{number}{}", &piece[word.len()..])
            }
            _ => piece.to_owned(),
        }
    });
    named.collect()
}
