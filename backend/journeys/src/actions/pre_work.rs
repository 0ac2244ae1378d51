//! Opens something to read or to do that is no question.
use super::aims::served;
use super::due::{self, DueSettings};
use super::people::of_roles;
use super::room;
use super::settings::{Field, FieldKind, kept, read};
use super::{Action, Effect, Outcome, Reach, Working, within};
use crate::occasion::Occasion;
use chrono::{DateTime, Utc};
use communities::Role;
use kernel::{Actor, Conn, Error, Result, Tx, line};
use prompts::{OpenPreWork, WithdrawPreWork};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Opens pre-work of the session's: a page elsewhere, or a note that says what to do.
pub struct PreWork;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Settings {
    title: String,
    #[serde(default)]
    note: String,
    url: Option<String>,
    minutes: Option<i32>,
    audience: Option<Vec<Role>>,
    #[serde(flatten)]
    due: DueSettings,
}

const FIELDS: [Field; 8] = [
    Field {
        name: "title",
        kind: FieldKind::Line,
        needed: true,
        about: "What it is, 1 to 150 characters.",
    },
    Field {
        name: "note",
        kind: FieldKind::Text,
        needed: false,
        about: "What to do with it, or what to read.",
    },
    Field {
        name: "url",
        kind: FieldKind::Address,
        needed: false,
        about: "A page elsewhere. Either this or a note is needed.",
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
        about: "For whom it is; without it, the learners.",
    },
    due::DAYS,
    due::UNIT,
    due::AT,
];

impl Action for PreWork {
    fn kind(&self) -> &'static str {
        "open_pre_work"
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
            if settings.note.trim().is_empty() && settings.url.is_none() {
                return Err(Error::invalid("note", "say what to do, or give an address"));
            }
            if settings.audience.as_ref().is_some_and(Vec::is_empty) {
                return Err(Error::invalid("audience", "name at least one role"));
            }
            settings.due.rule().map(|_| ())
        })
    }

    fn useful_until(&self, occasion: &Occasion) -> Option<DateTime<Utc>> {
        let settings: Settings = kept(&occasion.step.settings).ok()?;
        settings.due.useful_until(occasion)
    }

    fn describe<'a>(&'a self, conn: &'a Conn<'a>, occasion: &'a Occasion) -> Working<'a, Effect> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            settings.due.fits(occasion)?;
            occasion.speaker()?;
            Ok(Effect {
                title: Some(occasion.fill(&settings.title)),
                body: settings.url.or(Some(occasion.fill(&settings.note))),
                channel: None,
                people: of_roles(conn, occasion, settings.audience.as_deref()).await?,
            })
        })
    }

    fn perform<'a>(&'a self, tx: &'a Tx, occasion: &'a Occasion) -> Working<'a, Outcome> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            settings.due.fits(occasion)?;
            let command = OpenPreWork {
                community: occasion.community.id,
                session: occasion.session.as_ref().map(|session| session.id),
                title: room::title(occasion, &settings.title),
                note: occasion.fill(&settings.note),
                url: settings.url,
                file: None,
                objectives: served(&tx.conn(), occasion).await?,
                due_at: None,
                due: settings.due.rule()?,
                minutes: settings.minutes,
                audience: settings.audience,
            };
            let opened = within(tx, occasion.speaker()?, command).await?;
            Ok(Outcome {
                pre_work: Some(opened.id),
                ..Outcome::default()
            })
        })
    }

    fn take_back<'a>(&'a self, tx: &'a Tx, by: Actor, done: &'a Outcome) -> Working<'a, ()> {
        Box::pin(async move {
            let nothing = || Error::forbidden("there is nothing left to take back");
            let withdraw = WithdrawPreWork {
                pre_work: done.pre_work.ok_or_else(nothing)?,
                withdrawn: true,
            };
            within(tx, by, withdraw).await.map(|_| ())
        })
    }
}
