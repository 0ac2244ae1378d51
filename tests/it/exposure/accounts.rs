//! How accounts of others are asked for and looked after, and what that answers whom.
use super::table::Answer::{self, NotFound, SignIn};

type Row = (&'static str, String, Answer, Answer);

const LIST: &str = "invitelist_01h455vb4pex5vsknk084sn02q";
const INVITATION: &str = "invitation_01h455vb4pex5vsknk084sn02q";

/// The rows of the table.
pub fn rows(person: &str) -> Vec<Row> {
    let i = |field: &'static str, input: String| -> Row {
        let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ id }} }}");
        (field, ask, SignIn, NotFound)
    };
    let m = |field: &'static str| -> Row {
        let ask = format!("mutation {{ {field}(input: {{ person: \"{person}\" }}) {{ id }} }}");
        (field, ask, SignIn, NotFound)
    };
    vec![
        (
            "accounts",
            "{ accounts(first: 5, filter: { query: \"ada\" }) { edges { node { email } } } }"
                .into(),
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
        (
            "inviteList",
            format!("{{ inviteList(id: \"{LIST}\") {{ id }} }}"),
            SignIn,
            NotFound,
        ),
        (
            "openInvitations",
            "{ openInvitations(first: 5) { edges { node { email } } } }".into(),
            SignIn,
            NotFound,
        ),
        i("previewInvites", "text: \"ruth@example.org\"".into()),
        i("sendInvites", format!("list: \"{LIST}\"")),
        i(
            "sendInvitationAgain",
            format!("invitation: \"{INVITATION}\""),
        ),
        i(
            "withdrawInvitation",
            format!("invitation: \"{INVITATION}\""),
        ),
        m("appointAdministrator"),
        m("dismissAdministrator"),
        m("endSignIns"),
        m("sendPasswordReset"),
    ]
}
