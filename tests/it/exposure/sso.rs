//! How signing in from elsewhere is asked about, and what it answers whom.
use super::table::Answer::{self, NotFound, Open, SignIn};

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows() -> Vec<Row> {
    let on = |field: &'static str, input: &str, answer: &str| -> Row {
        let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ {answer} }} }}");
        (field, ask, SignIn, NotFound)
    };
    let provider = "provider: \"ssoprovider_01h455vb4pex5vsknk084sn02q\"";
    let described =
        "slug: \"a\", name: \"A\", kind: OPEN_ID, issuer: \"https://a.example\", clientId: \"a\"";
    let changed = format!("{provider}, {described}");
    vec![
        // The only thing that a stranger learns: by which doors people come in.
        (
            "signInProviders",
            "{ signInProviders(email: \"ada@example.org\") { slug } }".into(),
            Open,
            Open,
        ),
        (
            "ssoProviders",
            "{ ssoProviders { id } }".into(),
            SignIn,
            NotFound,
        ),
        (
            "ssoProvider",
            "{ ssoProvider(id: \"ssoprovider_01h455vb4pex5vsknk084sn02q\") { id } }".into(),
            SignIn,
            NotFound,
        ),
        (
            "ssoTest",
            "{ ssoTest(id: \"ssotest_01h455vb4pex5vsknk084sn02q\") { id } }".into(),
            SignIn,
            NotFound,
        ),
        (
            "ssoCommunities",
            "{ ssoCommunities { id } }".into(),
            SignIn,
            NotFound,
        ),
        on("createSsoProvider", described, "id"),
        on("updateSsoProvider", &changed, "id"),
        on("switchSsoProvider", &format!("{provider}, on: true"), "id"),
        on("removeSsoProvider", provider, "provider"),
        on("beginSsoTest", provider, "url"),
        on("linkAccount", "slug: \"nowhere\"", "url"),
        on("stepUpBySso", "slug: \"nowhere\"", "url"),
        on(
            "unlinkAccount",
            "account: \"ssoaccount_01h455vb4pex5vsknk084sn02q\"",
            "email",
        ),
    ]
}
