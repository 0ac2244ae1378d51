//! How the fields of consultations are asked, and what they answer whom.
use super::table::Answer::{self, NotFound, Nothing, Open, Own, SignIn};
use ::consultations::AssignConsultations;
use communities::Community;
use tests::{Person, Stage};

/// What there is to ask about.
pub struct Consultations {
    consultation: String,
}

impl Consultations {
    /// One that a plan asks for.
    pub async fn of(stage: &Stage, lead: &Person<'_>, community: &Community) -> Self {
        let assign = AssignConsultations {
            community: community.id,
            session: None,
            people: vec![lead.record.id],
            note: Some("a secret title".to_owned()),
            due_at: None,
            nonce: "a consultation".to_owned(),
        };
        lead.does(assign).await.expect("a consultation");
        let page = (kernel::First::parse(1).expect("one"), None);
        let own = ::consultations::consultations_of(&stage.db().read(), lead.actor(), page).await;
        let own = own.expect("a page");
        let seen = own.nodes().next().expect("a consultation");
        Self {
            consultation: seen.consultation.id.to_string(),
        }
    }

    /// As there are, of which none exists.
    pub fn imagined() -> Self {
        Self {
            consultation: "consultation_01h455vb4pex5vsknk084sn02q".to_owned(),
        }
    }
}

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows(of: &Consultations, community: &str) -> Vec<Row> {
    let id = &of.consultation;
    let on = |field: &'static str, more: &str| -> Row {
        let select = match field {
            "declineConsultation" => "done",
            _ => "id",
        };
        let input = format!("consultation: \"{id}\" {more}");
        let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ {select} }} }}");
        (field, ask, SignIn, NotFound)
    };
    let whom = "colleague: { email: \"kofi@example.org\", name: \"Kofi\" }";
    let by_link = |field: &'static str| -> Row {
        let ask = format!("mutation {{ {field}(input: {{ token: \"guessed\" }}) {{ done }} }}");
        (field, ask, Open, Open)
    };
    vec![
        (
            "consultation",
            format!("{{ consultation(id: \"{id}\") {{ id note }} }}"),
            SignIn,
            Nothing,
        ),
        (
            "consultations",
            "{ consultations(first: 1) { edges { cursor } } }".into(),
            SignIn,
            Own,
        ),
        (
            "consultationsDue",
            "{ consultationsDue { id } }".into(),
            SignIn,
            Own,
        ),
        (
            "consultationLink",
            "{ consultationLink(token: \"guessed\") { state question } }".into(),
            Open,
            Open,
        ),
        (
            "consultColleague",
            format!(
                "mutation {{ consultColleague(input: {{ community: \"{community}\", {whom}, \
                 question: \"So?\", nonce: \"n\" }}) {{ id }} }}"
            ),
            SignIn,
            NotFound,
        ),
        on("changeConsultedColleague", &format!(", {whom}")),
        on("resendConsultation", ""),
        on("withdrawConsultation", ""),
        on("concludeConsultation", ", change: \"all\""),
        on("shareConsultation", ", visibility: COHORT"),
        on("confirmConsultation", ""),
        on("declineConsultation", ""),
        by_link("confirmConsultationByLink"),
        by_link("declineConsultationByLink"),
    ]
}
