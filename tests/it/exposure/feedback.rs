//! How the fields of feedback are asked, and what they answer whom.
use super::table::Answer::{self, NotFound, Nothing, Own, SignIn};
use ::feedback::{CreateFeedbackRound, CriterionInput, SubmitEvidence};
use channels::Channel;
use communities::Community;
use tests::{Person, Stage};

/// What there is to ask about. Nobody is asked for feedback: an id of none is as good as any.
pub struct Rounds {
    round: String,
    evidence: String,
    feedback: String,
}

impl Rounds {
    /// A round, and what its lead handed in.
    pub async fn of(
        stage: &Stage,
        lead: &Person<'_>,
        (community, channel): (&Community, &Channel),
    ) -> Self {
        let criterion = |title: &str| CriterionInput {
            title: title.to_owned(),
            levels: ["Not yet", "Partly", "Fully"].map(str::to_owned).to_vec(),
        };
        let open = CreateFeedbackRound {
            community: community.id,
            channel: channel.id,
            session: None,
            objectives: Vec::new(),
            title: "A secret title".to_owned(),
            body: "the secret word".to_owned(),
            criteria: vec![criterion("Asked first"), criterion("Waited")],
            each: 2,
            days: 5,
            closes_at: None,
            nonce: "a round".to_owned(),
        };
        let round = lead.does(open).await.expect("a round").id;
        let submit = SubmitEvidence {
            round,
            thread: None,
            title: Some("A secret title of mine".to_owned()),
            body: Some("the secret word".to_owned()),
            attachments: Vec::new(),
            nonce: "an evidence".to_owned(),
            begin: None,
        };
        let evidence = lead.does(submit).await.expect("an evidence").id;
        stage.settle().await;
        Self {
            round: round.to_string(),
            evidence: evidence.to_string(),
            feedback: Self::imagined().feedback,
        }
    }

    /// As there are, of which none exists.
    pub fn imagined() -> Self {
        let id = |kind: &str| format!("{kind}_01h455vb4pex5vsknk084sn02q");
        Self {
            round: id("feedbackround"),
            evidence: id("evidence"),
            feedback: id("feedback"),
        }
    }
}

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows(of: &Rounds, (community, channel): (&str, &str)) -> Vec<Row> {
    let finds = |field: &'static str, id: &str, more: &str| -> Row {
        let ask = format!("{{ {field}(id: \"{id}\") {{ id {more} }} }}");
        (field, ask, SignIn, Nothing)
    };
    let does = |field: &'static str, input: String| -> Row {
        let ask = format!("mutation {{ {field}(input: {{ {input} }}) {{ id }} }}");
        (field, ask, SignIn, NotFound)
    };
    let round = format!("round: \"{}\"", of.round);
    let evidence = format!("evidence: \"{}\"", of.evidence);
    let feedback = format!("feedback: \"{}\"", of.feedback);
    let levels = "levels: [\"a\", \"b\", \"c\"]";
    let criteria =
        format!("criteria: [{{ title: \"A\", {levels} }}, {{ title: \"B\", {levels} }}]");
    vec![
        finds("feedbackRound", &of.round, "title body"),
        finds("evidence", &of.evidence, "thread { title }"),
        finds("feedback", &of.feedback, "marks"),
        ("feedbackDue", "{ feedbackDue { id } }".into(), SignIn, Own),
        does(
            "createFeedbackRound",
            format!(
                "community: \"{community}\", channel: \"{channel}\", title: \"T\", body: \"B\", \
                 {criteria}, nonce: \"n\""
            ),
        ),
        does("updateFeedbackRound", format!("{round}, title: \"T\"")),
        does("closeFeedbackRound", round.clone()),
        does("reopenFeedbackRound", round.clone()),
        does("cancelFeedbackRound", round.clone()),
        does(
            "submitEvidence",
            format!("{round}, title: \"T\", body: \"B\", nonce: \"n\""),
        ),
        does("withdrawEvidence", evidence.clone()),
        does(
            "giveFeedback",
            format!("{feedback}, marks: [0, 1], body: \"B\", nonce: \"n\""),
        ),
        does("markFeedback", format!("{feedback}, marks: [0, 1]")),
        does("declineFeedback", feedback.clone()),
        does(
            "askForFeedback",
            format!("{evidence}, person: \"person_01h455vb4pex5vsknk084sn02q\""),
        ),
    ]
}
