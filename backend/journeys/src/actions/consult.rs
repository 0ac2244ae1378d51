//! Asks each to consult a colleague: whom they choose themselves.
use super::people::meant;
use super::room;
use super::settings::{Field, FieldKind, kept, read};
use super::{Action, Effect, Outcome, Reach, Working, within};
use crate::occasion::Occasion;
use chrono::{DateTime, TimeDelta, Utc};
use communities::Role;
use consultations::AssignConsultations;
use kernel::{Conn, Error, Result, Tx, line};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Asks each to consult a colleague.
pub struct Consult;

const NOTE_CHARS_MAX: usize = 300;
/// As long as it takes to find somebody, to speak, and to think about it.
const DAYS_TO_DO: i64 = 14;
const DAYS_MAX: i64 = 60;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Settings {
    note: Option<String>,
    days_to_do: Option<i64>,
    #[serde(default = "learners")]
    roles: Vec<Role>,
}

fn learners() -> Vec<Role> {
    vec![Role::Learner]
}

const FIELDS: [Field; 3] = [
    Field {
        name: "note",
        kind: FieldKind::Line,
        needed: false,
        about: "What it is about, at most 300 characters.",
    },
    Field {
        name: "daysToDo",
        kind: FieldKind::Number,
        needed: false,
        about: "In how many days it should be done, 1 to 60; without it, 14.",
    },
    Field {
        name: "roles",
        kind: FieldKind::Roles,
        needed: false,
        about: "Who is asked; without it, the learners.",
    },
];

impl Action for Consult {
    fn kind(&self) -> &'static str {
        "consult_colleague"
    }

    fn reach(&self) -> Reach {
        Reach::Each
    }

    fn fields(&self) -> &'static [Field] {
        &FIELDS
    }

    fn read(&self, settings: &Value) -> Result<Value> {
        read::<Settings>(settings, |settings| {
            if let Some(note) = &mut settings.note {
                *note = line("note", note, NOTE_CHARS_MAX)?;
            }
            let days = settings.days_to_do.unwrap_or(DAYS_TO_DO);
            if !(1..=DAYS_MAX).contains(&days) {
                let words = format!("1 to {DAYS_MAX} days");
                return Err(Error::invalid("daysToDo", words));
            }
            match settings.roles.is_empty() {
                true => Err(Error::invalid("roles", "name at least one role")),
                false => Ok(()),
            }
        })
    }

    /// A colleague can always be asked.
    fn useful_until(&self, _: &Occasion) -> Option<DateTime<Utc>> {
        None
    }

    fn describe<'a>(&'a self, conn: &'a Conn<'a>, occasion: &'a Occasion) -> Working<'a, Effect> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            occasion.speaker()?;
            Ok(Effect {
                title: settings.note.map(|note| occasion.fill(&note)),
                people: meant(conn, occasion, &settings.roles).await?,
                ..Effect::default()
            })
        })
    }

    fn perform<'a>(&'a self, tx: &'a Tx, occasion: &'a Occasion) -> Working<'a, Outcome> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            let days = settings.days_to_do.unwrap_or(DAYS_TO_DO);
            let people = meant(&tx.conn(), occasion, &settings.roles).await?;
            let assign = AssignConsultations {
                community: occasion.community.id,
                session: occasion.session.as_ref().map(|session| session.id),
                note: settings.note.map(|note| occasion.fill(&note)),
                due_at: Some(tx.now() + TimeDelta::days(days)),
                nonce: room::nonce(occasion),
                people: people.clone(),
            };
            within(tx, occasion.speaker()?, assign).await?;
            Ok(Outcome {
                people: people.len(),
                ..Outcome::default()
            })
        })
    }
}
