//! How the fields of check-ins are asked, and what they answer whom.
use super::table::Answer::{self, NotFound, Open, Own, SignIn};
use ::checkins::{CreateTheme, DefineCheckIn, QuestionInput, QuestionKind, Visibility};
use communities::Community;
use tests::{Person, Stage};

/// What there is to ask about.
pub struct CheckIns {
    check_in: String,
    theme: String,
}

impl CheckIns {
    /// A check-in that is to come, with a theme.
    pub async fn of(stage: &Stage, lead: &Person<'_>, community: &Community) -> Self {
        let define = DefineCheckIn {
            community: community.id,
            session: None,
            title: "a secret check-in".to_owned(),
            questions: vec![QuestionInput {
                kind: QuestionKind::ShortText,
                words: "a secret question".to_owned(),
                options: Vec::new(),
                visibility: Visibility::Cohort,
                optional: false,
                misconception: None,
                mistaken: None,
            }],
            audience: None,
            opens_at: Some(stage.db().now()),
            days_after_session: None,
            rrule: None,
            days_open: None,
            nonce: "a check-in".to_owned(),
        };
        let row = lead.does(define).await.expect("a check-in");
        let theme = CreateTheme {
            check_in: row.id,
            title: "a secret theme".to_owned(),
            answers: Vec::new(),
        };
        let theme = lead.does(theme).await.expect("a theme");
        Self {
            check_in: row.id.to_string(),
            theme: theme.id.to_string(),
        }
    }

    /// As there are, of which none exists.
    pub fn imagined() -> Self {
        let id = |kind: &str| format!("{kind}_01h455vb4pex5vsknk084sn02q");
        Self {
            check_in: id("checkin"),
            theme: id("theme"),
        }
    }
}

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows(of: &CheckIns, community: &str) -> Vec<Row> {
    let CheckIns { check_in, theme } = of;
    let change = |field: &'static str, input: String| -> Row {
        let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ id }} }}");
        (field, ask, SignIn, NotFound)
    };
    let on = |field, more: &str| change(field, format!("checkIn: \"{check_in}\" {more}"));
    let question = "questions: [{ kind: SHORT_TEXT, words: \"So?\" }]";
    let when = "opensAt: \"2027-01-01T09:00:00Z\"";
    vec![
        (
            "checkInDiary",
            "{ checkInDiary(first: 1) { edges { cursor } } }".into(),
            SignIn,
            Own,
        ),
        ("checkInsDue", "{ checkInsDue { id } }".into(), SignIn, Own),
        ("awayUntil", "{ awayUntil }".into(), SignIn, Own),
        (
            "checkInByLink",
            "{ checkInByLink(token: \"guessed\") { state title } }".into(),
            Open,
            Open,
        ),
        (
            "previewCheckInSchedule",
            format!(
                "{{ previewCheckInSchedule(input: {{ community: \"{community}\", {when} }}) }}"
            ),
            SignIn,
            NotFound,
        ),
        change(
            "defineCheckIn",
            format!("community: \"{community}\", title: \"a\", {question}, {when}, nonce: \"n\""),
        ),
        on("updateCheckIn", ", title: \"b\""),
        on("cancelCheckIn", ""),
        on("closeCheckIn", ""),
        on("saveCheckIn", ", answers: []"),
        on("answerCheckIn", ""),
        on("skipCheckIn", ", because: \"so\""),
        (
            "setAway",
            "mutation { setAway(input: {}) }".into(),
            SignIn,
            Own,
        ),
        on("nudgeCheckIn", ""),
        on("createCheckInTheme", ", title: \"a\""),
        change(
            "updateCheckInTheme",
            format!("theme: \"{theme}\", title: \"b\""),
        ),
        change("removeCheckInTheme", format!("theme: \"{theme}\"")),
        on("takeIntoSession", &format!(", theme: \"{theme}\"")),
        (
            "saveCheckInByLink",
            "mutation { saveCheckInByLink(input: { token: \"guessed\", answers: [] }) { saved } }"
                .into(),
            Open,
            Open,
        ),
        (
            "answerCheckInByLink",
            "mutation { answerCheckInByLink(input: { token: \"guessed\", answers: [] }) { sent } }"
                .into(),
            Open,
            Open,
        ),
    ]
}
