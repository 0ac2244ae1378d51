//! How the fields of second factors are asked, and what they answer whom.
use super::table::Answer::{self, Invalid, NotFound, Open, Own, SignIn};

const PASSKEY: &str = "passkey: \"passkey_01h455vb4pex5vsknk084sn02q\"";

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows(person: &str) -> Vec<Row> {
    let m = |field: &'static str, ask: String, stranger| -> Row {
        (
            field,
            format!("mutation {{ {field}{ask} }}"),
            SignIn,
            stranger,
        )
    };
    let open = |field: &'static str, ask: &str, heard: Answer| -> Row {
        (
            field,
            format!("mutation {{ {field}(input: {{ {ask} }}) {{ email }} }}"),
            heard,
            heard,
        )
    };
    let code = "(input: { code: \"123456\" })";
    vec![
        open("requestSignInLink", "email: \"nobody@example.org\"", Open),
        open("signInByLink", "token: \"guess\"", Invalid),
        (
            "secondFactorRule",
            "{ secondFactorRule { askedOf } }".into(),
            SignIn,
            NotFound,
        ),
        m(
            "setSecondFactorRule",
            "(input: { askedOf: NOBODY, graceDays: 7 }) { askedOf }".into(),
            NotFound,
        ),
        m("beginSecondFactor", " { uri }".into(), Own),
        m(
            "confirmSecondFactor",
            format!("{code} {{ codes }}"),
            Invalid,
        ),
        open("signInByPasskey", "credential: \"{}\"", Invalid),
        (
            // What is asked is drawn anew each time; what it asks for tells of nobody.
            "beginShowingPasskey",
            "mutation { beginShowingPasskey { __typename } }".into(),
            Open,
            Open,
        ),
        m("beginPasskey", " { options }".into(), Own),
        m(
            "addPasskey",
            "(input: { name: \"Phone\", credential: \"{}\" }) { recoveryCodes }".into(),
            Invalid,
        ),
        m(
            "renamePasskey",
            format!("(input: {{ {PASSKEY}, name: \"Phone\" }}) {{ id }}"),
            NotFound,
        ),
        m(
            "removePasskey",
            format!("(input: {{ {PASSKEY} }}) {{ email }}"),
            NotFound,
        ),
        m("renewRecoveryCodes", " { codes }".into(), Invalid),
        m("removeSecondFactor", format!("{code} {{ email }}"), Invalid),
        m("confirmSignIn", format!("{code} {{ email }}"), Invalid),
        m(
            "resetSecondFactor",
            format!("(input: {{ person: \"{person}\", reason: \"no\" }}) {{ id }}"),
            NotFound,
        ),
    ]
}
