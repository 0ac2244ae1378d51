//! How the fields of journeys are asked, and what they answer whom.
use super::table::Answer::{self, NotFound, Open, Own, SignIn};
use ::journeys::{Acting, ApplyJourney, CreateTemplate, JourneyAnchor, JourneyStepInput};
use communities::{Community, DayUnit};
use kernel::{Actor, Id, SessionId};
use tests::{Person, Stage};

/// What there is to ask about.
pub struct Journeys {
    template: String,
    journey: String,
    item: String,
    session: String,
}

impl Journeys {
    /// A template of a community, applied to this session.
    pub async fn of(
        stage: &Stage,
        lead: &Person<'_>,
        (community, session): (&Community, &str),
    ) -> Self {
        let step = JourneyStepInput {
            key: "secret".to_owned(),
            title: "A secret title".to_owned(),
            anchor: JourneyAnchor::SessionStart,
            after: None,
            days: Some(-1),
            unit: DayUnit::Calendar,
            at: None,
            minutes: None,
            condition: None,
            about: None,
            action: "announce".to_owned(),
            settings: serde_json::json!({ "title": "A secret title", "body": "the secret word" }),
        };
        let input = CreateTemplate {
            program: None,
            community: Some(community.id),
            name: "A secret title".to_owned(),
            purpose: String::new(),
            steps: vec![step],
            for_each_session: false,
        };
        let actions = stage.app.actions.clone();
        let template = lead.does(Acting { input, actions }).await;
        let template = template.expect("a template").template.id;
        let apply = ApplyJourney {
            template,
            session: Some(SessionId::parse(session).expect("a session")),
            community: None,
            name: None,
        };
        let applied = lead.does(apply).await.expect("a journey");
        let conn = stage.db().read();
        let seen = kernel::permit(Actor::System, applied).expect("leave");
        let page = (kernel::First::parse(1).expect("one"), None);
        let items = ::journeys::items_page(&conn, &seen, ::journeys::ItemFilter::All, page).await;
        let items = items.expect("items");
        Self {
            template: template.to_string(),
            journey: seen.journey.id.to_string(),
            item: items.nodes().next().expect("an item").id.to_string(),
            session: session.to_owned(),
        }
    }

    /// As there are, of which none exists.
    pub fn imagined() -> Self {
        let id = |kind: &str| format!("{kind}_01h455vb4pex5vsknk084sn02q");
        Self {
            template: id("template"),
            journey: id("journey"),
            item: id("item"),
            session: id("session"),
        }
    }
}

type Row = (&'static str, String, Answer, Answer);

fn change(field: &'static str, input: String) -> Row {
    let answer = match field {
        "rescheduleSession" => "session { title }",
        _ => "id",
    };
    let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ {answer} }} }}");
    (field, ask, SignIn, NotFound)
}

/// The rows of the table.
pub fn rows(of: &Journeys, community: &str) -> Vec<Row> {
    let Journeys {
        template,
        journey,
        item,
        session,
    } = of;
    let step = "{ key: \"mine\", title: \"Mine\", anchor: ENROLMENT, days: 1, action: \"remind\",
        settings: { text: \"Mine\" } }";
    let this = format!("journey: \"{journey}\"");
    let this_item = format!("item: \"{item}\"");
    let around = format!("template: \"{template}\", session: \"{session}\"");
    vec![
        (
            "journeyActions",
            "{ journeyActions { kind } }".into(),
            SignIn,
            Open,
        ),
        (
            "previewJourney",
            format!("{{ previewJourney(input: {{ {around} }}) {{ title }} }}"),
            SignIn,
            NotFound,
        ),
        (
            "jobs",
            "{ jobs(first: 5) { edges { node { problem } } } }".into(),
            SignIn,
            Own,
        ),
        change(
            "createJourneyTemplate",
            format!("community: \"{community}\", name: \"Mine\", steps: [{step}]"),
        ),
        change(
            "updateJourneyTemplate",
            format!("template: \"{template}\", name: \"Mine\""),
        ),
        change(
            "archiveJourneyTemplate",
            format!("template: \"{template}\", archived: true"),
        ),
        change("applyJourney", around),
        change("planStep", format!("session: \"{session}\", step: {step}")),
        change("updateJourney", format!("{this}, name: \"Mine\"")),
        change(
            "moveStep",
            format!("{this}, step: \"secret\", to: \"2026-01-10T10:00:00Z\""),
        ),
        change("pauseJourney", this.clone()),
        change("resumeJourney", this.clone()),
        change("withdrawJourney", this),
        change("skipItem", this_item.clone()),
        change("runItemNow", this_item.clone()),
        change("undoItem", this_item),
        change(
            "rescheduleSession",
            format!(
                "session: \"{session}\", dryRun: true,
                parts: [{{ starts: \"2026-01-13T10:00\", ends: \"2026-01-13T11:00\" }}]"
            ),
        ),
        change("runJobAgain", format!("job: \"{item}\"")),
    ]
}
