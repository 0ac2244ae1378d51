//! How the fields of misconceptions are asked, and what they answer whom.
use super::table::Answer::{self, NotFound, Own, SignIn};
use ::misconceptions::{ConfirmMisconception, Passage, Severity, SuspectMisconception};
use channels::Channel;
use tests::{Person, Stage};

/// What there is to ask about.
pub struct Misconceptions {
    misconception: String,
    occurrence: String,
    claim_match: String,
    post: String,
}

impl Misconceptions {
    /// A passage of a post that is a misconception, and another post that resembles it.
    pub async fn of(stage: &Stage, lead: &Person<'_>, (post, lobby): (&str, &Channel)) -> Self {
        let suspect = SuspectMisconception {
            post: post.parse().expect("a post"),
            passage: Passage {
                quote: "the secret word".to_owned(),
                ..Passage::default()
            },
            claim: "the secret word is spread everywhere".to_owned(),
            community: None,
            objective: None,
            severity: Severity::Practice,
        };
        let record = lead.does(suspect).await.expect("a misconception");
        let misconception = record.id;
        let confirmed = lead.does(ConfirmMisconception { misconception }).await;
        confirmed.expect("confirmed");
        let again = "They say the secret word is spread everywhere.";
        lead.begins(lobby, "A secret title", again).await;
        stage.compares().await;
        let conn = stage.db().read();
        let page = (kernel::First::parse(1).expect("one"), None);
        let found =
            ::misconceptions::claim_matches(&conn, lead.actor(), record.community_id, page).await;
        let found = found.expect("matches");
        let passages =
            ::misconceptions::occurrences_of(&conn, lead.actor(), &[misconception]).await;
        Self {
            misconception: misconception.to_string(),
            occurrence: passages.expect("passages")[0].occurrence.id.to_string(),
            claim_match: found
                .nodes()
                .next()
                .expect("a match")
                .claim_match
                .id
                .to_string(),
            post: post.to_owned(),
        }
    }

    /// As there are, of which none exists.
    pub fn imagined() -> Self {
        let id = |kind: &str| format!("{kind}_01h455vb4pex5vsknk084sn02q");
        Self {
            misconception: id("misconception"),
            occurrence: id("occ"),
            claim_match: id("match"),
            post: id("post"),
        }
    }
}

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows(of: &Misconceptions) -> Vec<Row> {
    let Misconceptions {
        misconception,
        occurrence,
        claim_match,
        post,
    } = of;
    let change = |field: &'static str, input: String| -> Row {
        let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ id }} }}");
        (field, ask, SignIn, NotFound)
    };
    let step = |field| change(field, format!("misconception: \"{misconception}\""));
    let reasoned = |field| {
        let input = format!("misconception: \"{misconception}\", reason: \"so\"");
        change(field, input)
    };
    let passage = "passage: { quote: \"the secret word\" }";
    vec![
        (
            "correctionsToAnswer",
            "{ correctionsToAnswer(first: 1) { edges { cursor } } }".into(),
            SignIn,
            Own,
        ),
        change(
            "suspectMisconception",
            format!("post: \"{post}\", {passage}, claim: \"so\""),
        ),
        step("confirmMisconception"),
        reasoned("rejectMisconception"),
        reasoned("reopenMisconception"),
        step("closeMisconception"),
        change(
            "draftCorrection",
            format!(
                "misconception: \"{misconception}\", claim: \"a\", misses: \"b\", holds: \"c\", \
                 severity: PRACTICE"
            ),
        ),
        step("agreeToCorrection"),
        change(
            "askToAgree",
            format!(
                "misconception: \"{misconception}\", person: \"person_01h455vb4pex5vsknk084sn02q\""
            ),
        ),
        step("offerToAuthor"),
        step("publishCorrection"),
        step("undoCorrection"),
        change(
            "addOccurrence",
            format!("misconception: \"{misconception}\", post: \"{post}\", {passage}"),
        ),
        change("removeOccurrence", format!("occurrence: \"{occurrence}\"")),
        change(
            "acknowledgeCorrection",
            format!("misconception: \"{misconception}\", answer: GOT_IT"),
        ),
        change(
            "decideClaimMatch",
            format!("match: \"{claim_match}\", confirmed: true"),
        ),
        (
            "auditExposures",
            format!(
                "mutation {{ auditExposures(input: {{ misconception: \"{misconception}\", \
                 reason: \"so\" }}) {{ toldAt }} }}"
            ),
            SignIn,
            NotFound,
        ),
        change("undoClaimMatch", format!("match: \"{claim_match}\"")),
    ]
}
