//! How accounts of others are asked for and looked after, and what that answers whom.
use super::table::Answer::{self, NotFound, SignIn};

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows(person: &str) -> Vec<Row> {
    let m = |field: &'static str| -> Row {
        let ask = format!("mutation {{ {field}(input: {{ person: \"{person}\" }}) {{ id }} }}");
        (field, ask, SignIn, NotFound)
    };
    vec![
        (
            "accounts",
            "{ accounts(first: 5, query: \"ada\") { edges { node { email } } } }".into(),
            SignIn,
            NotFound,
        ),
        (
            "account",
            format!("{{ account(id: \"{person}\") {{ email }} }}"),
            SignIn,
            NotFound,
        ),
        (
            "rolePermissions",
            "{ rolePermissions { act } }".into(),
            SignIn,
            NotFound,
        ),
        m("appointAdministrator"),
        m("dismissAdministrator"),
        m("endSignIns"),
        m("sendPasswordReset"),
    ]
}
