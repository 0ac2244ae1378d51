//! What steps must keep towards each other.
use super::{Anchor, Condition, Offset, Step, root_of, step_named};
use crate::actions::{Actions, POST_PROMPT, Reach};
use kernel::{Error, Result};
use std::collections::HashSet;

/// # Errors
/// `Invalid` on `steps`, naming the step.
pub fn check(steps: &[Step], actions: &Actions) -> Result<()> {
    let mut keys = HashSet::new();
    for (at, step) in steps.iter().enumerate() {
        if !keys.insert(&step.key) {
            return Err(wrong(
                at,
                format!("another step is called {} too", step.key),
            ));
        }
        named(steps, step).map_err(|error| in_step(at, error))?;
    }
    for (at, step) in steps.iter().enumerate() {
        no_circle(steps, step).map_err(|error| in_step(at, error))?;
        not_before_enrolment(steps, step).map_err(|error| in_step(at, error))?;
        reach_fits(steps, step, actions).map_err(|error| in_step(at, error))?;
        condition_fits(steps, step, actions).map_err(|error| in_step(at, error))?;
    }
    Ok(())
}

/// The same error, said of the step at this place.
pub fn in_step(at: usize, error: Error) -> Error {
    match error {
        Error::Invalid { message, hint, .. } => {
            let said = wrong(at, message.into_owned());
            match hint {
                Some(hint) => said.hint(hint),
                None => said,
            }
        }
        error => error,
    }
}

fn wrong(at: usize, message: String) -> Error {
    Error::invalid("steps", format!("step {}: {message}", at + 1))
}

fn refused(message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::invalid("steps", message)
}

fn named(steps: &[Step], step: &Step) -> Result<()> {
    let mut others = Vec::new();
    if let Anchor::Step(key) = &step.anchor {
        others.push(key);
    }
    if let Some(Condition::NotAnswered(key)) = &step.condition {
        others.push(key);
    }
    for key in others {
        if step_named(steps, key).is_none() {
            return Err(refused(format!("there is no step called {key}")));
        }
    }
    Ok(())
}

fn no_circle(steps: &[Step], step: &Step) -> Result<()> {
    let mut way = vec![step.key.as_str()];
    let mut at = step;
    while let Anchor::Step(key) = &at.anchor {
        way.push(key);
        if *key == step.key {
            let way = way.join(" waits for ");
            return Err(refused(format!("these steps wait for each other: {way}"))
                .hint("let one of them count from the session"));
        }
        if way.len() > steps.len() + 1 {
            return Ok(()); // a circle further on: its own steps will say so
        }
        match step_named(steps, key) {
            Some(next) => at = next,
            None => return Ok(()),
        }
    }
    Ok(())
}

/// From the moment somebody joins, a journey only counts forwards.
fn not_before_enrolment(steps: &[Step], step: &Step) -> Result<()> {
    if *root_of(steps, step) != Anchor::Enrolment {
        return Ok(());
    }
    let before = match step.offset {
        Offset::Minutes(minutes) => minutes < 0,
        Offset::Days { days, at, .. } => days < 0 || (days == 0 && at.is_some()),
    };
    match before {
        true => Err(refused("this may lie before a person joins")
            .hint("count forwards: at least one day for a time of day, or minutes")),
        false => Ok(()),
    }
}

/// What speaks to everybody is not said once for each who joins.
fn reach_fits(steps: &[Step], step: &Step, actions: &Actions) -> Result<()> {
    let everybody = actions.of(&step.action)?.reach() == Reach::Everybody;
    match everybody && *root_of(steps, step) == Anchor::Enrolment {
        true => Err(
            refused("this action speaks to everybody, not to each who joins")
                .hint("remind people instead, or count from the session"),
        ),
        false => Ok(()),
    }
}

fn condition_fits(steps: &[Step], step: &Step, actions: &Actions) -> Result<()> {
    let Some(condition) = &step.condition else {
        return Ok(());
    };
    if actions.of(&step.action)?.reach() == Reach::Everybody {
        return Err(
            refused("this action speaks to everybody, so it takes no condition")
                .hint("remind some of them instead"),
        );
    }
    match condition {
        Condition::NotAnswered(key) => {
            let prompts = step_named(steps, key).is_some_and(|it| it.action == POST_PROMPT);
            match prompts {
                true => Ok(()),
                false => Err(refused(format!(
                    "{key} posts no prompt that could be answered"
                ))),
            }
        }
        Condition::Attended | Condition::Missed => match root_of(steps, step) {
            Anchor::SessionEnd => Ok(()),
            _ => Err(refused("who was there is known once the session is closed")
                .hint("count from the end of the session")),
        },
    }
}
