//! Opens a pulse: a few questions whose answers nobody can be named by.
use super::people::of_roles;
use super::room;
use super::settings::{Field, FieldKind, kept, read};
use super::{Action, Effect, Outcome, Reach, Working, within};
use crate::occasion::Occasion;
use chrono::{DateTime, Utc};
use communities::Role;
use kernel::{Actor, Conn, Error, Result, Tx, line};
use pulses::{CancelPulse, DefinePulse, PulseKind};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Opens a pulse with the questions of its template.
pub struct Pulse;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Settings {
    kind: PulseKind,
    title: Option<String>,
    days_open: Option<i32>,
    audience: Option<Vec<Role>>,
}

const FIELDS: [Field; 4] = [
    Field {
        name: "kind",
        kind: FieldKind::Line,
        needed: true,
        about: "What it asks: reaction, transfer or baseline.",
    },
    Field {
        name: "title",
        kind: FieldKind::Line,
        needed: false,
        about: "What it is called, 1 to 150 characters; without it, the template's title.",
    },
    Field {
        name: "daysOpen",
        kind: FieldKind::Number,
        needed: false,
        about: "How many days it stays open, 1 to 60; without it, as many as the template says.",
    },
    Field {
        name: "audience",
        kind: FieldKind::Roles,
        needed: false,
        about: "Whom it asks; without it, the learners.",
    },
];

impl Action for Pulse {
    fn kind(&self) -> &'static str {
        "open_pulse"
    }

    fn reach(&self) -> Reach {
        Reach::Everybody
    }

    fn fields(&self) -> &'static [Field] {
        &FIELDS
    }

    fn read(&self, settings: &Value) -> Result<Value> {
        read::<Settings>(settings, |settings| {
            if settings.kind == PulseKind::FollowUp {
                let words = "follow-ups come with a baseline";
                return Err(Error::invalid("kind", words));
            }
            if let Some(title) = &settings.title {
                settings.title = Some(line("title", title, room::TITLE_CHARS_MAX)?);
            }
            if settings.audience.as_ref().is_some_and(Vec::is_empty) {
                return Err(Error::invalid("audience", "name at least one role"));
            }
            match settings.days_open {
                Some(days) if !(1..=60).contains(&days) => {
                    Err(Error::invalid("daysOpen", "1 to 60 days"))
                }
                Some(_) | None => Ok(()),
            }
        })
    }

    /// Looking back is never too late.
    fn useful_until(&self, _: &Occasion) -> Option<DateTime<Utc>> {
        None
    }

    fn describe<'a>(&'a self, conn: &'a Conn<'a>, occasion: &'a Occasion) -> Working<'a, Effect> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            occasion.speaker()?;
            Ok(Effect {
                title: settings.title.as_deref().map(|it| occasion.fill(it)),
                people: of_roles(conn, occasion, settings.audience.as_deref()).await?,
                ..Effect::default()
            })
        })
    }

    fn perform<'a>(&'a self, tx: &'a Tx, occasion: &'a Occasion) -> Working<'a, Outcome> {
        Box::pin(async {
            let settings: Settings = kept(&occasion.step.settings)?;
            let title = settings.title.as_deref();
            let command = DefinePulse {
                community: occasion.community.id,
                kind: settings.kind,
                session: occasion.session.as_ref().map(|session| session.id),
                title: title.map(|it| room::title(occasion, it)),
                questions: None,
                audience: settings.audience.clone(),
                opens_at: Some(tx.now()),
                days_after_session: None,
                days_open: settings.days_open,
                follow_ups: None,
                cut: None,
                enough: None,
                ask_at_most: None,
                nonce: room::nonce(occasion),
            };
            let defined = within(tx, occasion.speaker()?, command).await?;
            Ok(Outcome {
                pulse: Some(defined.id),
                ..Outcome::default()
            })
        })
    }

    fn take_back<'a>(&'a self, tx: &'a Tx, by: Actor, done: &'a Outcome) -> Working<'a, ()> {
        Box::pin(async move {
            let nothing = || Error::forbidden("there is nothing left to take back");
            let cancel = CancelPulse {
                pulse: done.pulse.ok_or_else(nothing)?,
            };
            within(tx, by, cancel).await.map(|_| ())
        })
    }
}
