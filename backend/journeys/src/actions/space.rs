//! Asks one question after another in the days after a session, ever more seldom.
use super::people::of_roles;
use super::room;
use super::settings::{Field, FieldKind, kept, read};
use super::{Action, Effect, Outcome, Reach, Working, within};
use crate::occasion::Occasion;
use chrono::{DateTime, Utc};
use communities::Role;
use kernel::{Actor, Conn, Error, Result, Tx, line};
use prompts::{CancelPromptSeries, SpacePrompts, SpacedKind, SpacedQuestionInput};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Asks in a series, with questions that are written in lines.
pub struct Space;

/// As many days are known without being named.
const QUESTIONS_MAX: usize = 5;

#[derive(Serialize, Deserialize)]
struct Settings {
    channel: Option<String>,
    title: String,
    questions: String,
    audience: Option<Vec<Role>>,
}

const FIELDS: [Field; 4] = [
    room::CHANNEL,
    Field {
        name: "title",
        kind: FieldKind::Line,
        needed: true,
        about: "What the series is called, 1 to 150 characters.",
    },
    Field {
        name: "questions",
        kind: FieldKind::Text,
        needed: true,
        about: "One question a line, at most 5: after 1, 3, 7, 14 and 30 days. Words after :: are what is to be recalled; without them it asks where it was applied.",
    },
    Field {
        name: "audience",
        kind: FieldKind::Roles,
        needed: false,
        about: "Who is asked; without it, the learners.",
    },
];

impl Settings {
    /// What is asked, with its places filled once there is an occasion.
    fn asked(&self, occasion: Option<&Occasion>) -> Result<Vec<SpacedQuestionInput>> {
        let fill = |text: &str| occasion.map_or(text.to_owned(), |it| it.fill(text));
        let mut asked = Vec::new();
        for typed in self.questions.lines().filter(|it| !it.trim().is_empty()) {
            let (words, expected) = match typed.split_once("::") {
                Some((words, expected)) => (words, Some(fill(expected.trim()))),
                None => (typed, None),
            };
            let words = line("questions", &fill(words), 300)?;
            asked.push(SpacedQuestionInput {
                kind: match expected {
                    Some(_) => SpacedKind::Recall,
                    None => SpacedKind::Apply,
                },
                title: words.chars().take(room::TITLE_CHARS_MAX).collect(),
                body: words,
                expected,
                days: None,
                minutes: None,
            });
        }
        match asked.is_empty() || asked.len() > QUESTIONS_MAX {
            true => {
                let words = format!("ask 1 to {QUESTIONS_MAX} questions");
                Err(Error::invalid("questions", words))
            }
            false => Ok(asked),
        }
    }
}

impl Action for Space {
    fn kind(&self) -> &'static str {
        "space_prompts"
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
            if settings.audience.as_ref().is_some_and(Vec::is_empty) {
                return Err(Error::invalid("audience", "name at least one role"));
            }
            settings.asked(None).map(|_| ())
        })
    }

    /// What comes late comes on later days.
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
                body: Some(occasion.fill(&settings.questions)),
                channel: Some(room::find(conn, occasion, channel).await?),
                people: of_roles(conn, occasion, settings.audience.as_deref()).await?,
            })
        })
    }

    fn perform<'a>(&'a self, tx: &'a Tx, occasion: &'a Occasion) -> Working<'a, Outcome> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            let nothing = || Error::invalid("settings", "a series follows a session");
            let session = occasion.session.as_ref().ok_or_else(nothing)?;
            let channel = settings.channel.as_deref();
            let command = SpacePrompts {
                session: session.id,
                channel: room::find(&tx.conn(), occasion, channel).await?.id,
                title: room::title(occasion, &settings.title),
                questions: settings.asked(Some(occasion))?,
                audience: settings.audience.clone(),
                nonce: room::nonce(occasion),
            };
            let series = within(tx, occasion.speaker()?, command).await?;
            Ok(Outcome {
                series: Some(series),
                ..Outcome::default()
            })
        })
    }

    fn take_back<'a>(&'a self, tx: &'a Tx, by: Actor, done: &'a Outcome) -> Working<'a, ()> {
        Box::pin(async move {
            let nothing = || Error::forbidden("there is nothing left to take back");
            let cancel = CancelPromptSeries {
                series: done.series.ok_or_else(nothing)?,
            };
            within(tx, by, cancel).await.map(|_| ())
        })
    }
}
