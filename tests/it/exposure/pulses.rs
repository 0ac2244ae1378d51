//! How the fields of pulses are asked, and what they answer whom.
use super::table::Answer::{self, NotFound, Open, Own, SignIn};
use ::pulses::{DefinePulse, PulseKind};
use communities::Community;
use tests::{Person, Stage};

/// What there is to ask about.
pub struct Pulses {
    pulse: String,
}

impl Pulses {
    /// A pulse that is to come.
    pub async fn of(stage: &Stage, lead: &Person<'_>, community: &Community) -> Self {
        let define = DefinePulse {
            community: community.id,
            kind: PulseKind::Transfer,
            session: None,
            title: Some("a secret pulse".to_owned()),
            questions: None,
            audience: None,
            opens_at: Some(stage.db().now()),
            days_after_session: None,
            days_open: None,
            follow_ups: None,
            cut: None,
            enough: None,
            ask_at_most: None,
            nonce: "a pulse".to_owned(),
        };
        let row = lead.does(define).await.expect("a pulse");
        Self {
            pulse: row.id.to_string(),
        }
    }

    /// As there are, of which none exists.
    pub fn imagined() -> Self {
        Self {
            pulse: "pulse_01h455vb4pex5vsknk084sn02q".to_owned(),
        }
    }
}

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows(of: &Pulses, community: &str) -> Vec<Row> {
    let change = |field: &'static str, input: String| -> Row {
        let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ id }} }}");
        (field, ask, SignIn, NotFound)
    };
    let on = |field, more: &str| change(field, format!("pulse: \"{}\" {more}", of.pulse));
    let open = |field: &'static str, ask: &str| -> Row { (field, ask.to_owned(), Open, Open) };
    let by_link =
        "mutation { answerPulseByLink(input: { token: \"guessed\", answers: [] }) { sent } }";
    let reaction = "mutation { answerReaction(input: { token: \"guessed\",
        seat: \"sixteen-letters-\", answers: [] }) { sent } }";
    vec![
        (
            "pulseTemplates",
            format!("{{ pulseTemplates(community: \"{community}\") {{ title }} }}"),
            SignIn,
            NotFound,
        ),
        ("pulsesDue", "{ pulsesDue { id } }".into(), SignIn, Own),
        open(
            "pulseByLink",
            "{ pulseByLink(token: \"guessed\") { state title } }",
        ),
        open(
            "reactionForm",
            "{ reactionForm(token: \"guessed\") { state title } }",
        ),
        change(
            "definePulse",
            format!("community: \"{community}\", kind: TRANSFER, nonce: \"n\""),
        ),
        on("updatePulse", ", title: \"b\""),
        on("cancelPulse", ""),
        on("closePulse", ""),
        on("sharePulseResults", ""),
        on("exportPulseResults", ""),
        on("answerPulse", ", answers: []"),
        on("skipPulse", ""),
        open("answerPulseByLink", by_link),
        open("answerReaction", reaction),
    ]
}
