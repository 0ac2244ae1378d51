//! How what belongs to searching is asked, and what it answers whom.
use super::table::Answer::{self, NotFound, Own, SignIn};

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows(community: &str) -> Vec<Row> {
    let on = |field: &'static str, input: String| -> Row {
        let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ id }} }}");
        (field, ask, SignIn, NotFound)
    };
    let saved = "search: \"savedsearch_01h455vb4pex5vsknk084sn02q\"";
    let group = "synonyms: \"synonyms_01h455vb4pex5vsknk084sn02q\"";
    let words = "words: [\"a\", \"b\"]";
    let there = format!("community: \"{community}\"");
    vec![
        (
            "savedSearches",
            "{ savedSearches { id } }".into(),
            SignIn,
            Own,
        ),
        on(
            "saveSearch",
            format!("query: \"secret\", tells: false, {there}"),
        ),
        on("updateSavedSearch", format!("{saved}, tells: true")),
        on("removeSavedSearch", saved.into()),
        ("synonyms", "{ synonyms { id } }".into(), SignIn, NotFound),
        on("addSynonyms", words.into()),
        on("updateSynonyms", format!("{group}, {words}")),
        on("removeSynonyms", group.into()),
        (
            "askedInVain",
            format!("{{ askedInVain({there}) {{ words }} }}"),
            SignIn,
            NotFound,
        ),
        on("noteNothingFound", format!("query: \"secret\", {there}")),
        on("forgetAskedInVain", format!("words: \"secret\", {there}")),
    ]
}
