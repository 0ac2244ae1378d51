//! How the fields of programs and sessions are asked, and what they answer whom.
use super::table::Answer::{self, NotFound, Nothing, Own, SignIn};
use ::sessions::{
    AddMaterial, CreateProgram, CreateSession, DeliverProgram, MaterialShown, ObjectivePlan,
    PartPlan, PublishProgramVersion, PublishSession, SessionFormat, WallTime,
};
use communities::Community;
use kernel::Actor;
use tests::{Person, Stage};

/// What there is to ask about.
pub struct Sessions {
    program: String,
    slug: String,
    version: String,
    pub session: String,
    part: String,
    material: String,
}

impl Sessions {
    /// A program that a cohort runs, and a published session of it.
    pub async fn of(stage: &Stage, lead: &Person<'_>, community: &Community) -> Self {
        let objective = ObjectivePlan {
            number: None,
            statement: "A secret title".to_owned(),
            measure: None,
        };
        let program = CreateProgram {
            title: "A secret title".to_owned(),
            slug: None,
            summary: None,
            objectives: vec![objective],
        };
        let program = stage.does(program).await.expect("a program");
        let publish = PublishProgramVersion {
            program: program.id,
        };
        let version = stage.does(publish).await.expect("a version");
        let deliver = DeliverProgram {
            community: community.id,
            version: version.id,
        };
        lead.does(deliver).await.expect("a delivery");
        let wall = |text: &str| WallTime(text.parse().expect("a wall time"));
        let plan = CreateSession {
            community: community.id,
            title: "A secret title".to_owned(),
            about: None,
            format: SessionFormat::Classroom,
            parts: vec![PartPlan {
                starts: wall("2026-01-12T10:00:00"),
                ends: wall("2026-01-12T12:00:00"),
                zone: None,
            }],
            capacity: None,
            place: None,
            join_url: None,
            join_minutes_before: None,
            join_minutes_after: None,
            lead: None,
            backup: None,
            objectives: None,
            about_html: String::new(),
        };
        let session = lead.does(plan).await.expect("a session").id;
        lead.does(PublishSession { session }).await.expect("shown");
        let material = AddMaterial {
            session,
            title: "The secret word".to_owned(),
            url: "https://example.org".to_owned(),
            shown: Some(MaterialShown::Always),
        };
        lead.does(material).await.expect("a material");
        let conn = stage.db().read();
        let seen = ::sessions::session_seen(&conn, Actor::System, session).await;
        let materials = ::sessions::materials_of(&conn, session).await;
        Self {
            program: program.id.to_string(),
            slug: program.slug,
            version: version.id.to_string(),
            session: session.to_string(),
            part: seen.expect("a session").parts[0].id.to_string(),
            material: materials.expect("materials")[0].id.to_string(),
        }
    }

    /// As there are, of which none exists.
    pub fn imagined() -> Self {
        let id = |kind: &str| format!("{kind}_01h455vb4pex5vsknk084sn02q");
        Self {
            program: id("program"),
            slug: "nowhere".to_owned(),
            version: id("version"),
            session: id("session"),
            part: id("part"),
            material: id("material"),
        }
    }
}

type Row = (&'static str, String, Answer, Answer);

fn read(field: &'static str, ask: String, stranger: Answer) -> Row {
    (field, format!("{{ {ask} }}"), SignIn, stranger)
}

fn change(field: &'static str, input: String) -> Row {
    let answer = match field {
        "deliverProgram" => "deliveredAt",
        _ => "id",
    };
    let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ {answer} }} }}");
    (field, ask, SignIn, NotFound)
}

/// The rows of the table.
pub fn rows(of: &Sessions, (community, person): (&str, &str)) -> Vec<Row> {
    let Sessions {
        program,
        slug,
        version,
        session,
        part,
        material,
    } = of;
    let times = "parts: [{ starts: \"2026-01-12T10:00\", ends: \"2026-01-12T11:00\" }]";
    let this = format!("session: \"{session}\"");
    vec![
        read(
            "program",
            format!("program(slug: \"{slug}\") {{ title }}"),
            Nothing,
        ),
        read(
            "programs",
            "programs(first: 5) { edges { node { title } } }".into(),
            Own,
        ),
        read(
            "session",
            format!("session(id: \"{session}\") {{ title }}"),
            Nothing,
        ),
        change("createProgram", "title: \"Mine\", objectives: []".into()),
        change(
            "updateProgram",
            format!("program: \"{program}\", title: \"Mine\""),
        ),
        change("publishProgramVersion", format!("program: \"{program}\"")),
        change(
            "deliverProgram",
            format!("community: \"{community}\", version: \"{version}\""),
        ),
        change(
            "createSession",
            format!("community: \"{community}\", title: \"Mine\", format: VIRTUAL, {times}"),
        ),
        change("updateSession", format!("{this}, title: \"Mine\"")),
        change("publishSession", this.clone()),
        change("startSession", this.clone()),
        change("closeSession", this.clone()),
        change("cancelSession", format!("{this}, reason: \"Mine\"")),
        change("setAgenda", format!("{this}, segments: []")),
        change(
            "addMaterial",
            format!("{this}, title: \"Mine\", url: \"https://example.org\""),
        ),
        change(
            "updateMaterial",
            format!("material: \"{material}\", title: \"Mine\""),
        ),
        change("removeMaterial", format!("material: \"{material}\"")),
        change(
            "recordAttendance",
            format!("part: \"{part}\", marks: [{{ person: \"{person}\", state: ABSENT }}]"),
        ),
        change("checkIn", format!("{this}, code: \"AAA-AAA\"")),
    ]
}
