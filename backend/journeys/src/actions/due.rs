//! Until when something that a journey brings is to be done: so many days from the session.
use super::settings::{Field, FieldKind};
use crate::occasion::Occasion;
use chrono::{DateTime, Utc};
use communities::DayUnit;
use kernel::{Error, Result};
use prompts::DueRule;
use serde::{Deserialize, Serialize};

/// The settings that say it; all or none of them.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DueSettings {
    due_days: Option<i32>,
    #[serde(default = "calendar_days")]
    due_unit: DayUnit,
    due_at: Option<String>,
}

fn calendar_days() -> DayUnit {
    DayUnit::Calendar
}

pub const DAYS: Field = Field {
    name: "dueDays",
    kind: FieldKind::Number,
    needed: false,
    about: "How many days after the day of the session it is due, before it when negative.",
};
pub const UNIT: Field = Field {
    name: "dueUnit",
    kind: FieldKind::DayUnit,
    needed: false,
    about: "In which days that is counted; without it, in all.",
};
pub const AT: Field = Field {
    name: "dueAt",
    kind: FieldKind::Time,
    needed: false,
    about: "At what local time it is due.",
};

impl DueSettings {
    /// # Errors
    /// `Invalid` when the day is given without its time, or cannot be.
    pub fn rule(&self) -> Result<Option<DueRule>> {
        let rule = match (self.due_days, &self.due_at) {
            (None, None) => return Ok(None),
            (Some(days), Some(at)) => DueRule {
                days,
                unit: self.due_unit,
                at: at.clone(),
            },
            _ => {
                return Err(Error::invalid(
                    "settings",
                    "when it is due takes both: dueDays and dueAt",
                ));
            }
        };
        rule.checked().map(Some)
    }

    /// When it would be due.
    pub fn instant(&self, occasion: &Occasion) -> Option<DateTime<Utc>> {
        let rule = self.rule().ok()??;
        let start = occasion.session.as_ref()?.span.start;
        rule.instant(start, &occasion.calendar).ok()
    }

    /// Until when it helps: until it is due; with no such time, until the session if it prepares one.
    pub fn useful_until(&self, occasion: &Occasion) -> Option<DateTime<Utc>> {
        let due = self.instant(occasion);
        due.or_else(|| occasion.session_start_ahead())
    }

    /// # Errors
    /// `Invalid` when it counts from a session and there is none.
    pub fn fits(&self, occasion: &Occasion) -> Result<()> {
        match (self.due_days, &occasion.session) {
            (Some(_), None) => Err(Error::invalid(
                "settings",
                "when it is due counts from a session, and this journey has none",
            )),
            _ => Ok(()),
        }
    }
}
