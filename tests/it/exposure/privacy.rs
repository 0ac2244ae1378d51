//! How what is held about people is asked for, and what it answers whom.
use super::table::Answer::{self, NotFound, Own, SignIn};

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows(person: &str) -> Vec<Row> {
    let ask = format!(
        "mutation {{ askForPersonalExport(input: {{ person: \"{person}\", reason: \"why\" }}) {{ id }} }}"
    );
    vec![
        (
            "personalExports",
            "{ personalExports { id } }".into(),
            SignIn,
            Own,
        ),
        (
            "allPersonalExports",
            "{ allPersonalExports(first: 5) { edges { node { id } } } }".into(),
            SignIn,
            NotFound,
        ),
        ("askForPersonalExport", ask, SignIn, NotFound),
    ]
}
