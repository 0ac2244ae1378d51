//! Says something in a channel: before a session, or to look back on it.
use super::room::{self, Words};
use super::settings::{Field, FieldKind, kept, read};
use super::{Action, Effect, Outcome, Reach, Working};
use crate::occasion::Occasion;
use checkins::Language;
use chrono::{DateTime, Utc};
use kernel::{Actor, Conn, Error, Result, Tx, body, line};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Begins a conversation.
pub struct Speak {
    kind: &'static str,
    fields: &'static [Field],
    /// Its title when the step gives none; nothing when the step has to.
    title: Option<fn(Language) -> &'static str>,
    useful_until: fn(&Occasion) -> Option<DateTime<Utc>>,
}

#[derive(Serialize, Deserialize)]
struct Settings {
    channel: Option<String>,
    title: Option<String>,
    body: String,
}

const ANNOUNCED: [Field; 3] = [
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

const LOOKED_BACK: [Field; 3] = [
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

impl Speak {
    /// With words of its own. What is said before a session is of no use once it has begun.
    pub const ANNOUNCE: Self = Self {
        kind: "announce",
        fields: &ANNOUNCED,
        title: None,
        useful_until: Occasion::session_start_ahead,
    };

    /// About a session that is over, which its title names by itself. Looking back is never too late.
    pub const RECAP: Self = Self {
        kind: "recap_thread",
        fields: &LOOKED_BACK,
        title: Some(|language| match language {
            Language::English => "{session}: what we take with us",
            Language::German => "{session}: was wir mitnehmen",
        }),
        useful_until: |_| None,
    };

    fn words(&self, occasion: &Occasion) -> Result<Words> {
        let settings: Settings = kept(&occasion.step.settings)?;
        let untold = || self.title.map(|title| title(occasion.language).to_owned());
        let title = settings.title.or_else(untold);
        Ok(Words {
            channel: settings.channel,
            title: title.ok_or_else(untitled)?,
            body: settings.body,
        })
    }
}

fn untitled() -> Error {
    Error::invalid("settings", "this needs a title")
}

impl Action for Speak {
    fn kind(&self) -> &'static str {
        self.kind
    }

    fn reach(&self) -> Reach {
        Reach::Everybody
    }

    fn fields(&self) -> &'static [Field] {
        self.fields
    }

    fn read(&self, settings: &Value) -> Result<Value> {
        read::<Settings>(settings, |settings| {
            match &mut settings.title {
                Some(title) => *title = line("title", title, room::TITLE_CHARS_MAX)?,
                None if self.title.is_none() => return Err(untitled()),
                None => {}
            }
            settings.body = body("body", &settings.body)?;
            Ok(())
        })
    }

    fn useful_until(&self, occasion: &Occasion) -> Option<DateTime<Utc>> {
        (self.useful_until)(occasion)
    }

    fn describe<'a>(&'a self, conn: &'a Conn<'a>, occasion: &'a Occasion) -> Working<'a, Effect> {
        Box::pin(async { room::describe(conn, occasion, self.words(occasion)?).await })
    }

    fn perform<'a>(&'a self, tx: &'a Tx, occasion: &'a Occasion) -> Working<'a, Outcome> {
        Box::pin(async { room::begin(tx, occasion, self.words(occasion)?).await })
    }

    fn take_back<'a>(&'a self, tx: &'a Tx, by: Actor, done: &'a Outcome) -> Working<'a, ()> {
        Box::pin(room::take_back(tx, by, done.thread))
    }
}
