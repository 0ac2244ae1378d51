//! Opens a round in which people hand in what they applied, and look at what others did.
use super::people::of_roles;
use super::room;
use super::settings::{Field, FieldKind, kept, read};
use super::{Action, Effect, Outcome, Reach, Working, within};
use crate::occasion::Occasion;
use ::feedback::{CancelFeedbackRound, CreateFeedbackRound, CriterionInput, Rubric};
use chrono::{DateTime, TimeDelta, Utc};
use communities::Role;
use kernel::{Actor, Conn, Error, Result, Tx, body, line};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Opens a round of feedback, with a rubric that is written in lines.
pub struct Feedback;

const EACH: i32 = 2;
const DAYS: i32 = 5;
/// As long as it takes to try something at work, and to write it down.
const DAYS_OPEN: i64 = 14;
const DAYS_OPEN_MAX: i64 = 90;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Settings {
    channel: Option<String>,
    title: String,
    body: String,
    criteria: String,
    each: Option<i32>,
    days: Option<i32>,
    days_open: Option<i64>,
}

const FIELDS: [Field; 7] = [
    room::CHANNEL,
    Field {
        name: "title",
        kind: FieldKind::Line,
        needed: true,
        about: "What the round is called, 1 to 150 characters.",
    },
    Field {
        name: "body",
        kind: FieldKind::Text,
        needed: true,
        about: "What to hand in.",
    },
    Field {
        name: "criteria",
        kind: FieldKind::Text,
        needed: true,
        about: "One criterion a line, 2 to 6: what is looked at, then ::, then what its 3 to 5 levels look like from the least on, with | between them.",
    },
    Field {
        name: "each",
        kind: FieldKind::Number,
        needed: false,
        about: "How much feedback each gives and gets, 1 to 4; without it, 2.",
    },
    Field {
        name: "days",
        kind: FieldKind::Number,
        needed: false,
        about: "Working days within which feedback is given, 1 to 30; without it, 5.",
    },
    Field {
        name: "daysOpen",
        kind: FieldKind::Number,
        needed: false,
        about: "For how many days something can be handed in, 1 to 90; without it, 14.",
    },
];

impl Settings {
    fn criteria(&self) -> Vec<CriterionInput> {
        let lines = self.criteria.lines().filter(|it| !it.trim().is_empty());
        let criterion = |typed: &str| {
            let (title, levels) = typed.split_once("::").unwrap_or((typed, ""));
            CriterionInput {
                title: title.trim().to_owned(),
                levels: levels.split('|').map(|it| it.trim().to_owned()).collect(),
            }
        };
        lines.map(criterion).collect()
    }

    fn days_open(&self) -> i64 {
        self.days_open.unwrap_or(DAYS_OPEN)
    }
}

impl Action for Feedback {
    fn kind(&self) -> &'static str {
        "open_feedback"
    }

    fn reach(&self) -> Reach {
        Reach::Everybody
    }

    fn fields(&self) -> &'static [Field] {
        &FIELDS
    }

    fn read(&self, settings: &Value) -> Result<Value> {
        read::<Settings>(settings, |settings| {
            settings.title = line("title", &settings.title, room::TITLE_CHARS_MAX)?;
            settings.body = body("body", &settings.body)?;
            Rubric::parse(&settings.criteria())?;
            if !(1..=4).contains(&settings.each.unwrap_or(EACH)) {
                return Err(Error::invalid("each", "1 to 4 times"));
            }
            if !(1..=30).contains(&settings.days.unwrap_or(DAYS)) {
                return Err(Error::invalid("days", "1 to 30 days"));
            }
            match (1..=DAYS_OPEN_MAX).contains(&settings.days_open()) {
                true => Ok(()),
                false => {
                    let words = format!("1 to {DAYS_OPEN_MAX} days");
                    Err(Error::invalid("daysOpen", words))
                }
            }
        })
    }

    /// What was learned can be applied later, too.
    fn useful_until(&self, _: &Occasion) -> Option<DateTime<Utc>> {
        None
    }

    fn describe<'a>(&'a self, conn: &'a Conn<'a>, occasion: &'a Occasion) -> Working<'a, Effect> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            occasion.speaker()?;
            let channel = settings.channel.as_deref();
            Ok(Effect {
                title: Some(occasion.fill(&settings.title)),
                body: Some(occasion.fill(&settings.body)),
                channel: Some(room::find(conn, occasion, channel).await?),
                people: of_roles(conn, occasion, Some(&[Role::Learner])).await?,
            })
        })
    }

    fn perform<'a>(&'a self, tx: &'a Tx, occasion: &'a Occasion) -> Working<'a, Outcome> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            let channel = settings.channel.as_deref();
            let open = CreateFeedbackRound {
                community: occasion.community.id,
                channel: room::find(&tx.conn(), occasion, channel).await?.id,
                session: occasion.session.as_ref().map(|session| session.id),
                objectives: Vec::new(),
                title: room::title(occasion, &settings.title),
                body: occasion.fill(&settings.body),
                criteria: settings.criteria(),
                each: settings.each.unwrap_or(EACH),
                days: settings.days.unwrap_or(DAYS),
                closes_at: Some(tx.now() + TimeDelta::days(settings.days_open())),
                nonce: room::nonce(occasion),
            };
            let round = within(tx, occasion.speaker()?, open).await?;
            Ok(Outcome {
                feedback: Some(round.id),
                ..Outcome::default()
            })
        })
    }

    fn take_back<'a>(&'a self, tx: &'a Tx, by: Actor, done: &'a Outcome) -> Working<'a, ()> {
        Box::pin(async move {
            let nothing = || Error::forbidden("there is nothing left to take back");
            let cancel = CancelFeedbackRound {
                round: done.feedback.ok_or_else(nothing)?,
            };
            within(tx, by, cancel).await.map(|_| ())
        })
    }
}
