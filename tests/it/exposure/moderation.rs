//! How the fields of moderation are asked, and what they answer whom.
use super::table::Answer::{self, NotFound, SignIn};

/// Field, how it is asked, what nobody hears, what a stranger hears.
pub fn rows((community, person): (&str, &str)) -> Vec<(&'static str, String, Answer, Answer)> {
    let m = |field: &'static str, input: String| {
        let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ id }} }}");
        (field, ask, SignIn, NotFound)
    };
    let whom = format!("community: \"{community}\", person: \"{person}\"");
    let until = "until: \"2026-01-12T09:00:00Z\", reason: \"no\"";
    vec![
        m("mutePerson", format!("{whom}, {until}")),
        m("unmutePerson", whom),
        m(
            "suspendPerson",
            format!("person: \"{person}\", reason: \"no\""),
        ),
        m("restorePerson", format!("person: \"{person}\"")),
    ]
}
