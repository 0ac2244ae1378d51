//! Opens a channel for questions, which moderators look after, and says where it is.
mod words;

use super::room::{self, Words};
use super::settings::{Field, FieldKind, kept, read};
use super::{Action, Effect, Outcome, Reach, Working, within};
use crate::occasion::Occasion;
use channels::{Channel, ChannelKind, CreateChannel, channels_visible_to};
use checkins::Language;
use chrono::{DateTime, Utc};
use kernel::{Actor, Conn, Error, Result, Tx, line};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Opens a channel for questions, unless there is one, and says so where people talk.
pub struct Questions;

const NAME_CHARS_MAX: usize = 60;

#[derive(Serialize, Deserialize)]
struct Settings {
    channel: Option<String>,
    name: Option<String>,
    title: Option<String>,
    body: Option<String>,
}

const FIELDS: [Field; 4] = [
    room::CHANNEL,
    Field {
        name: "name",
        kind: FieldKind::Line,
        needed: false,
        about: "What the channel for questions is called if there is none yet, at most 60 characters.",
    },
    Field {
        name: "title",
        kind: FieldKind::Line,
        needed: false,
        about: "The title of what is said about it, at most 150 characters; without it, one with the session's name.",
    },
    Field {
        name: "body",
        kind: FieldKind::Text,
        needed: false,
        about: "What is said about it; without it, that everybody may ask there, and who answers.",
    },
];

/// The channel for questions that is open, if one is.
async fn open(conn: &Conn<'_>, occasion: &Occasion) -> Result<Option<Channel>> {
    let community = [occasion.community.id];
    let channels = channels_visible_to(conn, Actor::System, &community).await?;
    Ok(channels
        .into_iter()
        .find(|it| it.archived_at.is_none() && it.kind == ChannelKind::Questions))
}

impl Settings {
    fn name(&self, language: Language) -> String {
        let own = || words::name(language).to_owned();
        self.name.clone().unwrap_or_else(own)
    }

    /// What is said, with the channel named.
    fn words(self, language: Language, channel: &str) -> Words {
        let body = self
            .body
            .unwrap_or_else(|| words::body(language).to_owned());
        let title = || words::title(language).to_owned();
        Words {
            channel: self.channel,
            title: self.title.unwrap_or_else(title),
            body: body.replace("{channel}", channel),
        }
    }
}

impl Action for Questions {
    fn kind(&self) -> &'static str {
        "open_questions"
    }

    fn reach(&self) -> Reach {
        Reach::Everybody
    }

    fn fields(&self) -> &'static [Field] {
        &FIELDS
    }

    fn read(&self, settings: &Value) -> Result<Value> {
        read::<Settings>(settings, |settings| {
            if let Some(name) = &mut settings.name {
                *name = line("name", name, NAME_CHARS_MAX)?;
            }
            if let Some(title) = &mut settings.title {
                *title = line("title", title, room::TITLE_CHARS_MAX)?;
            }
            match &mut settings.body {
                Some(body) => {
                    *body = kernel::body("body", body)?;
                    Ok(())
                }
                None => Ok(()),
            }
        })
    }

    /// Asking is never too late.
    fn useful_until(&self, _: &Occasion) -> Option<DateTime<Utc>> {
        None
    }

    fn describe<'a>(&'a self, conn: &'a Conn<'a>, occasion: &'a Occasion) -> Working<'a, Effect> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            let name = match open(conn, occasion).await? {
                Some(channel) => channel.name,
                None => settings.name(occasion.language),
            };
            room::describe(conn, occasion, settings.words(occasion.language, &name)).await
        })
    }

    fn perform<'a>(&'a self, tx: &'a Tx, occasion: &'a Occasion) -> Working<'a, Outcome> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            let channel = match open(&tx.conn(), occasion).await? {
                Some(channel) => channel,
                None => create(tx, occasion, settings.name(occasion.language)).await?,
            };
            let words = settings.words(occasion.language, &channel.name);
            room::begin(tx, occasion, words).await
        })
    }

    /// What was said is taken back; the channel stays, as somebody may have asked in it.
    fn take_back<'a>(&'a self, tx: &'a Tx, by: Actor, done: &'a Outcome) -> Working<'a, ()> {
        Box::pin(room::take_back(tx, by, done.thread))
    }
}

async fn create(tx: &Tx, occasion: &Occasion, name: String) -> Result<Channel> {
    let command = CreateChannel {
        community: occasion.community.id,
        name,
        slug: None,
        purpose: words::purpose(occasion.language).to_owned(),
        kind: ChannelKind::Questions,
    };
    match within(tx, occasion.speaker()?, command).await {
        Err(Error::Invalid { field: "name", .. }) => Err(Error::invalid(
            "settings",
            "there is a channel of this name already, and it is for no questions; name another",
        )),
        created => created,
    }
}
