//! How tokens of programs are asked for, and what they answer whom.
use super::table::Answer::{self, NotFound, Own, SignIn};

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows() -> Vec<Row> {
    let on = |field: &'static str, input: &str, select: &str| {
        format!("mutation {{ {field}(input: {{ {input} }}) {{ {select} }} }}")
    };
    let own = "name: \"a program\", scopes: [READ]";
    let token = "token: \"apitoken_01h455vb4pex5vsknk084sn02q\"";
    vec![
        (
            "apiTokens",
            "{ apiTokens(first: 5) { edges { node { id } } } }".into(),
            SignIn,
            NotFound,
        ),
        (
            "createApiToken",
            on("createApiToken", own, "apiToken { id }"),
            SignIn,
            Own,
        ),
        (
            "createServiceToken",
            on("createServiceToken", "name: \"a directory\"", "secret"),
            SignIn,
            NotFound,
        ),
        (
            "revokeApiToken",
            on("revokeApiToken", token, "id"),
            SignIn,
            NotFound,
        ),
    ]
}
