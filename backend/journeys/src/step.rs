//! The steps of a journey: when each happens, for whom, and what it does. Pure.
mod check;
mod input;

pub use input::{JourneyStepInput, read_steps};

use async_graphql::Enum;
use chrono::NaiveTime;
use communities::DayUnit;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One step, as a template and a journey keep it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Names the step among its journey's.
    pub key: String,
    /// What people who plan call it.
    pub title: String,
    pub anchor: Anchor,
    pub offset: Offset,
    pub condition: Option<Condition>,
    /// The kind of its action.
    pub action: String,
    /// What the action was told, as it read it.
    pub settings: Value,
}

/// What a step counts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    SessionStart,
    /// Waits, whatever its time, until the session is closed.
    SessionEnd,
    /// The day each person joined: such a step happens once for each.
    Enrolment,
    /// When another step is due, by its key.
    Step(String),
}

/// How far from its anchor a step is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offset {
    /// So many days on, at a local time; without one, at that of the anchor.
    Days {
        days: i32,
        unit: DayUnit,
        at: Option<NaiveTime>,
    },
    Minutes(i32),
}

/// Whom a step is for, of those who could be meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    Attended,
    Missed,
    /// Has not answered the prompt of another step, by its key.
    NotAnswered(String),
}

/// What a step counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JourneyAnchor {
    /// The start of the session's first part.
    SessionStart,
    /// The end of the session's last part. The step waits until the session is closed.
    SessionEnd,
    /// When each person joined. The step happens once for each.
    Enrolment,
    /// When another step is due.
    Step,
}

/// Whom a step is for, of those who could be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JourneyCondition {
    /// Who was at the session, also in part.
    Attended,
    /// Who was absent.
    Missed,
    /// Who has not answered the prompt of another step.
    NotAnswered,
}

impl Anchor {
    pub fn kind(&self) -> JourneyAnchor {
        match self {
            Self::SessionStart => JourneyAnchor::SessionStart,
            Self::SessionEnd => JourneyAnchor::SessionEnd,
            Self::Enrolment => JourneyAnchor::Enrolment,
            Self::Step(_) => JourneyAnchor::Step,
        }
    }
}

impl Condition {
    pub fn kind(&self) -> JourneyCondition {
        match self {
            Self::Attended => JourneyCondition::Attended,
            Self::Missed => JourneyCondition::Missed,
            Self::NotAnswered(_) => JourneyCondition::NotAnswered,
        }
    }
}

/// The step with this key.
pub fn step_named<'a>(steps: &'a [Step], key: &str) -> Option<&'a Step> {
    steps.iter().find(|step| step.key == key)
}

/// What a step counts from in the end, through the steps between.
pub fn root_of<'a>(steps: &'a [Step], step: &'a Step) -> &'a Anchor {
    let mut at = step;
    // Steps that were read form no circle, so each is passed once at most.
    for _ in steps {
        match &at.anchor {
            Anchor::Step(key) => match step_named(steps, key) {
                Some(next) => at = next,
                None => break,
            },
            root => return root,
        }
    }
    &at.anchor
}

/// Whether a step is due with a session, directly or through the steps between.
pub fn counts_from_session(steps: &[Step], step: &Step) -> bool {
    matches!(
        root_of(steps, step),
        Anchor::SessionStart | Anchor::SessionEnd
    )
}
