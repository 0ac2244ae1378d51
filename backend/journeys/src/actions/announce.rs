//! Says something in a channel.
use super::room::{self, Words};
use super::settings::{Field, FieldKind, kept, read};
use super::{Action, Effect, Outcome, Reach, Working};
use crate::occasion::Occasion;
use chrono::{DateTime, Utc};
use kernel::{Actor, Conn, Result, Tx, body, line};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Begins a conversation with words of its own.
pub struct Announce;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    channel: Option<String>,
    title: String,
    body: String,
}

impl From<Settings> for Words {
    fn from(settings: Settings) -> Self {
        Self {
            channel: settings.channel,
            title: settings.title,
            body: settings.body,
        }
    }
}

const FIELDS: [Field; 3] = [
    room::CHANNEL,
    Field {
        name: "title",
        kind: FieldKind::Line,
        needed: true,
        about: "Its title, 1 to 150 characters.",
    },
    Field {
        name: "body",
        kind: FieldKind::Text,
        needed: true,
        about: "What it says.",
    },
];

impl Action for Announce {
    fn kind(&self) -> &'static str {
        "announce"
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
            Ok(())
        })
    }

    /// What is said before a session is of no use once it has begun.
    fn useful_until(&self, occasion: &Occasion) -> Option<DateTime<Utc>> {
        occasion.session_start_ahead()
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
