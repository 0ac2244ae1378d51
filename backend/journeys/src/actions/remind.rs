//! Reminds people of what is ahead, each by themself.
use super::people::meant;
use super::settings::{Field, FieldKind, kept, read};
use super::{Action, Effect, Outcome, Reach, Working};
use crate::Reminded;
use crate::occasion::Occasion;
use chrono::{DateTime, TimeDelta, Utc};
use communities::Role;
use kernel::{Actor, Conn, Error, Result, Tx, line};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Puts a word into the inbox of each whom it is for.
pub struct Remind;

const TEXT_CHARS_MAX: usize = 300;
/// How long a reminder helps that comes before nothing: a day.
const USEFUL: TimeDelta = TimeDelta::hours(24);

#[derive(Serialize, Deserialize)]
struct Settings {
    text: String,
    #[serde(default = "learners")]
    roles: Vec<Role>,
}

fn learners() -> Vec<Role> {
    vec![Role::Learner]
}

const FIELDS: [Field; 2] = [
    Field {
        name: "text",
        kind: FieldKind::Line,
        needed: true,
        about: "What it says, 1 to 300 characters.",
    },
    Field {
        name: "roles",
        kind: FieldKind::Roles,
        needed: false,
        about: "Who is reminded; without it, the learners.",
    },
];

impl Action for Remind {
    fn kind(&self) -> &'static str {
        "remind"
    }

    fn reach(&self) -> Reach {
        Reach::Each
    }

    fn fields(&self) -> &'static [Field] {
        &FIELDS
    }

    fn read(&self, settings: &Value) -> Result<Value> {
        read::<Settings>(settings, |settings| {
            settings.text = line("text", &settings.text, TEXT_CHARS_MAX)?;
            if settings.roles.is_empty() {
                return Err(Error::invalid("roles", "name at least one role"));
            }
            Ok(())
        })
    }

    fn useful_until(&self, occasion: &Occasion) -> Option<DateTime<Utc>> {
        let start = occasion.session_start_ahead();
        Some(start.unwrap_or(occasion.due_at + USEFUL))
    }

    fn describe<'a>(&'a self, conn: &'a Conn<'a>, occasion: &'a Occasion) -> Working<'a, Effect> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            Ok(Effect {
                title: Some(occasion.fill(&settings.text)),
                people: meant(conn, occasion, &settings.roles).await?,
                ..Effect::default()
            })
        })
    }

    fn perform<'a>(&'a self, tx: &'a Tx, occasion: &'a Occasion) -> Working<'a, Outcome> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            let item = occasion
                .item
                .ok_or_else(|| Error::internal("a reminder without an item"))?;
            let people = meant(&tx.conn(), occasion, &settings.roles).await?;
            let text = occasion.fill(&settings.text);
            for person in &people {
                let fact = Reminded {
                    community: occasion.community.id,
                    person: *person,
                    item,
                    session: occasion.session.as_ref().map(|session| session.id),
                    prompt: occasion.prompt,
                    text: text.clone(),
                };
                tx.emit(Actor::System, &fact).await?;
            }
            Ok(Outcome {
                people: people.len(),
                ..Outcome::default()
            })
        })
    }
}
