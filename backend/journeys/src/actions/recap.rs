//! Opens a conversation in which a session is looked back on.
use super::room::{self, Words};
use super::settings::{Field, FieldKind, kept, read};
use super::{Action, Effect, Outcome, Reach, Working};
use crate::occasion::Occasion;
use chrono::{DateTime, Utc};
use kernel::{Actor, Conn, Result, Tx, body, line};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Begins the conversation about a session that is over; its title names the session by itself.
pub struct RecapThread;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    channel: Option<String>,
    title: Option<String>,
    body: String,
}

const TITLE: &str = "{session}: what we take with us";

impl From<Settings> for Words {
    fn from(settings: Settings) -> Self {
        Self {
            channel: settings.channel,
            title: settings.title.unwrap_or_else(|| TITLE.to_owned()),
            body: settings.body,
        }
    }
}

const FIELDS: [Field; 3] = [
    room::CHANNEL,
    Field {
        name: "title",
        kind: FieldKind::Line,
        needed: false,
        about: "Its title, 1 to 150 characters; without it, one with the session's name.",
    },
    Field {
        name: "body",
        kind: FieldKind::Text,
        needed: true,
        about: "What it asks people to look back on.",
    },
];

impl Action for RecapThread {
    fn kind(&self) -> &'static str {
        "recap_thread"
    }

    fn reach(&self) -> Reach {
        Reach::Everybody
    }

    fn fields(&self) -> &'static [Field] {
        &FIELDS
    }

    fn read(&self, settings: &Value) -> Result<Value> {
        read::<Settings>(settings, |settings| {
            if let Some(title) = &mut settings.title {
                *title = line("title", title, room::TITLE_CHARS_MAX)?;
            }
            settings.body = body("body", &settings.body)?;
            Ok(())
        })
    }

    /// Looking back is never too late.
    fn useful_until(&self, _: &Occasion) -> Option<DateTime<Utc>> {
        None
    }

    fn describe<'a>(&'a self, conn: &'a Conn<'a>, occasion: &'a Occasion) -> Working<'a, Effect> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            room::describe(conn, occasion, settings.into()).await
        })
    }

    fn perform<'a>(&'a self, tx: &'a Tx, occasion: &'a Occasion) -> Working<'a, Outcome> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            room::begin(tx, occasion, settings.into()).await
        })
    }

    fn take_back<'a>(&'a self, tx: &'a Tx, by: Actor, done: &'a Outcome) -> Working<'a, ()> {
        Box::pin(room::take_back(tx, by, done.thread))
    }
}
