//! Asks everybody something, before or after a session.
use super::aims::served;
use super::due::{self, DueSettings};
use super::people::of_roles;
use super::room::{self, Words};
use super::settings::{Field, FieldKind, kept, read};
use super::{Action, Effect, Outcome, POST_PROMPT, Reach, Working, within};
use crate::occasion::Occasion;
use chrono::{DateTime, Utc};
use communities::Role;
use kernel::{Actor, Conn, Error, Result, Tx, body, line};
use prompts::{PostPrompt, WithdrawPrompt};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Posts a prompt of the session's.
pub struct Prompt;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Settings {
    channel: Option<String>,
    title: String,
    body: String,
    #[serde(default)]
    answer_first: bool,
    minutes: Option<i32>,
    audience: Option<Vec<Role>>,
    #[serde(flatten)]
    due: DueSettings,
}

const FIELDS: [Field; 9] = [
    room::CHANNEL,
    Field {
        name: "title",
        kind: FieldKind::Line,
        needed: true,
        about: "What it is about, 1 to 150 characters.",
    },
    Field {
        name: "body",
        kind: FieldKind::Text,
        needed: true,
        about: "What is asked.",
    },
    Field {
        name: "answerFirst",
        kind: FieldKind::YesNo,
        needed: false,
        about: "Whether everybody answers before they read what others answered.",
    },
    Field {
        name: "minutes",
        kind: FieldKind::Number,
        needed: false,
        about: "How long it takes, 1 to 600 minutes.",
    },
    Field {
        name: "audience",
        kind: FieldKind::Roles,
        needed: false,
        about: "Who is asked; without it, the learners.",
    },
    due::DAYS,
    due::UNIT,
    due::AT,
];

impl Action for Prompt {
    fn kind(&self) -> &'static str {
        POST_PROMPT
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
            if settings.audience.as_ref().is_some_and(Vec::is_empty) {
                return Err(Error::invalid("audience", "name at least one role"));
            }
            settings.due.rule().map(|_| ())
        })
    }

    /// A prompt that comes late still helps until it is due.
    fn useful_until(&self, occasion: &Occasion) -> Option<DateTime<Utc>> {
        let settings: Settings = kept(&occasion.step.settings).ok()?;
        settings.due.useful_until(occasion)
    }

    fn describe<'a>(&'a self, conn: &'a Conn<'a>, occasion: &'a Occasion) -> Working<'a, Effect> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            settings.due.fits(occasion)?;
            let people = of_roles(conn, occasion, settings.audience.as_deref()).await?;
            let words = Words {
                channel: settings.channel,
                title: settings.title,
                body: settings.body,
            };
            let effect = room::describe(conn, occasion, words).await?;
            Ok(Effect { people, ..effect })
        })
    }

    fn perform<'a>(&'a self, tx: &'a Tx, occasion: &'a Occasion) -> Working<'a, Outcome> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            settings.due.fits(occasion)?;
            let channel = room::find(&tx.conn(), occasion, settings.channel.as_deref()).await?;
            let command = PostPrompt {
                channel: channel.id,
                title: room::title(occasion, &settings.title),
                body: occasion.fill(&settings.body),
                session: occasion.session.as_ref().map(|session| session.id),
                objectives: served(&tx.conn(), occasion).await?,
                due_at: None,
                due: settings.due.rule()?,
                minutes: settings.minutes,
                audience: settings.audience,
                answer_first: settings.answer_first,
                attachments: Vec::new(),
                nonce: room::nonce(occasion),
                begin: None,
            };
            let prompt = within(tx, occasion.speaker()?, command).await?;
            Ok(Outcome {
                thread: Some(prompt.thread_id),
                prompt: Some(prompt.id),
                ..Outcome::default()
            })
        })
    }

    fn take_back<'a>(&'a self, tx: &'a Tx, by: Actor, done: &'a Outcome) -> Working<'a, ()> {
        Box::pin(async move {
            let nothing = || Error::forbidden("there is nothing left to take back");
            let withdraw = WithdrawPrompt {
                prompt: done.prompt.ok_or_else(nothing)?,
                withdrawn: true,
            };
            within(tx, by, withdraw).await.map(|_| ())
        })
    }
}
