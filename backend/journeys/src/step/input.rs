//! Steps as they are typed.
use super::{Anchor, Condition, JourneyAnchor, JourneyCondition, Offset, Step, check};
use crate::actions::{Actions, known};
use async_graphql::InputObject;
use chrono::NaiveTime;
use communities::DayUnit;
use kernel::{Error, Result, clean_line, line};
use serde::Deserialize;
use serde_json::Value;

const STEPS_MAX: usize = 50;
const TITLE_CHARS_MAX: usize = 100;
const KEY_CHARS_MAX: usize = 40;
const DAYS_MAX: i32 = 366;
const MINUTES_MAX: i32 = 366 * 24 * 60;

/// A step of a journey.
#[derive(Clone, Debug, InputObject, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JourneyStepInput {
    /// Names the step among the others: 1 to 40 letters a to z, digits and hyphens.
    pub key: String,
    /// What people who plan call it, 1 to 100 characters.
    pub title: String,
    /// What it counts from.
    pub anchor: JourneyAnchor,
    /// The key of the step that it counts from, when it counts from one.
    pub after: Option<String>,
    /// How many days after the anchor; before it when negative. Either this or `minutes`.
    pub days: Option<i32>,
    /// In which days.
    #[graphql(default_with = "DayUnit::Calendar")]
    #[serde(default = "every_day")]
    pub unit: DayUnit,
    /// At what local time of that day, as 09:00; without it, at the time of the anchor.
    pub at: Option<String>,
    /// How many minutes after the anchor; before it when negative.
    pub minutes: Option<i32>,
    /// Whom of the members it is for; without it, all.
    pub condition: Option<JourneyCondition>,
    /// The key of the step whose prompt has not been answered, for that condition.
    pub about: Option<String>,
    /// What it does: the kind of one of `journeyActions`.
    pub action: String,
    /// What the action needs to know, as it says of itself.
    pub settings: Value,
}

fn every_day() -> DayUnit {
    DayUnit::Calendar
}

/// Reads the steps of a journey, and checks them against each other.
///
/// # Errors
/// `Invalid` on `steps`, naming the step by its place and what is wrong with it.
pub fn read_steps(typed: &[JourneyStepInput], actions: &Actions) -> Result<Vec<Step>> {
    if typed.is_empty() || typed.len() > STEPS_MAX {
        let message = format!("a journey has 1 to {STEPS_MAX} steps");
        return Err(Error::invalid("steps", message));
    }
    let mut steps = Vec::with_capacity(typed.len());
    for (at, step) in typed.iter().enumerate() {
        let step = read_step(step, actions).map_err(|error| check::in_step(at, error))?;
        steps.push(step);
    }
    check::check(&steps, actions)?;
    Ok(steps)
}

fn read_step(typed: &JourneyStepInput, actions: &Actions) -> Result<Step> {
    let action = clean_line(&typed.action);
    let acts = actions.of(&action)?;
    known(&typed.settings, acts.fields())?;
    Ok(Step {
        key: key("key", &typed.key)?,
        title: line("title", &typed.title, TITLE_CHARS_MAX)?,
        anchor: anchor(typed)?,
        offset: offset(typed)?,
        condition: condition(typed)?,
        settings: acts.read(&typed.settings)?,
        action,
    })
}

fn key(field: &'static str, typed: &str) -> Result<String> {
    let key = line(field, typed, KEY_CHARS_MAX)?;
    if kernel::slug(&key) != key {
        return Err(
            Error::invalid(field, "a key has letters a to z, digits and hyphens")
                .hint("for example first-prompt"),
        );
    }
    Ok(key)
}

fn other(field: &'static str, typed: Option<&str>) -> Result<String> {
    match typed {
        Some(typed) => key(field, typed),
        None => Err(Error::invalid(field, "name the other step by its key")),
    }
}

fn anchor(typed: &JourneyStepInput) -> Result<Anchor> {
    Ok(match typed.anchor {
        JourneyAnchor::SessionStart => Anchor::SessionStart,
        JourneyAnchor::SessionEnd => Anchor::SessionEnd,
        JourneyAnchor::Enrolment => Anchor::Enrolment,
        JourneyAnchor::Step => Anchor::Step(other("after", typed.after.as_deref())?),
    })
}

fn condition(typed: &JourneyStepInput) -> Result<Option<Condition>> {
    Ok(match typed.condition {
        None => None,
        Some(JourneyCondition::Attended) => Some(Condition::Attended),
        Some(JourneyCondition::Missed) => Some(Condition::Missed),
        Some(JourneyCondition::NotAnswered) => Some(Condition::NotAnswered(other(
            "about",
            typed.about.as_deref(),
        )?)),
    })
}

fn offset(typed: &JourneyStepInput) -> Result<Offset> {
    match (typed.days, typed.minutes) {
        (Some(days), None) if days.abs() > DAYS_MAX => Err(too_far("days")),
        (Some(days), None) => Ok(Offset::Days {
            days,
            unit: typed.unit,
            at: typed.at.as_deref().map(local_time).transpose()?,
        }),
        (None, Some(minutes)) if minutes.abs() > MINUTES_MAX => Err(too_far("minutes")),
        (None, Some(minutes)) if typed.at.is_none() => Ok(Offset::Minutes(minutes)),
        (None, Some(_)) => Err(Error::invalid(
            "at",
            "a local time goes with days; leave it out, or count in days",
        )),
        (None, None) | (Some(_), Some(_)) => Err(Error::invalid(
            "days",
            "say how far it is from its anchor: in days or in minutes",
        )),
    }
}

fn too_far(field: &'static str) -> Error {
    Error::invalid(field, format!("{DAYS_MAX} days is the farthest"))
}

fn local_time(typed: &str) -> Result<NaiveTime> {
    NaiveTime::parse_from_str(clean_line(typed).as_str(), "%H:%M").map_err(|_| {
        Error::invalid("at", "this is no time of day").hint("write hours and minutes, as 09:00")
    })
}
