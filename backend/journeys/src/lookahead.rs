//! What a journey would do, to whom and when: nothing is changed.
use crate::actions::{Actions, Effect};
use crate::commands::{ApplyJourney, imagine};
use crate::reckon::Reckoned;
use crate::schedule::{Fate, fate};
use crate::step::{Step, step_named};
use crate::store::{self, Scene};
use crate::{Journey, JourneyItemState, JourneySeen, Look};
use async_graphql::Enum;
use chrono::{DateTime, Utc};
use kernel::{Actor, Conn, Error, Permit, PersonId, Result};
use std::collections::HashMap;

/// What would become of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum Prospect {
    /// It happens when it is due.
    WhenDue,
    /// It is due already, still helps, and happens at once.
    AtOnce,
    /// Its time has passed: it does not happen.
    TooLate,
    /// It happens when it is due, and not before the session is published or closed.
    Waits,
    /// It does not happen.
    Never,
}

/// Something that would happen.
#[derive(Clone, Debug)]
pub struct Ahead {
    pub step: Step,
    pub person: Option<PersonId>,
    pub due_at: DateTime<Utc>,
    /// The zone in which it was reckoned.
    pub zone: String,
    pub prospect: Prospect,
    pub effect: Effect,
    /// How many people it would speak to, also where they are not named.
    pub people_count: usize,
    /// What would keep it from happening, in words.
    pub problem: Option<String>,
}

/// More than anybody reads of what is ahead.
const AHEAD_MAX: usize = 500;

/// What applying a template would bring, in the order of time.
///
/// # Errors
/// As applying it.
pub async fn preview(
    conn: &Conn<'_>,
    actor: Actor,
    (apply, actions, now): (&ApplyJourney, &Actions, DateTime<Utc>),
) -> Result<Vec<Ahead>> {
    let imagined = imagine(conn, actor, (apply, now)).await?;
    let journey = &imagined.seen.journey;
    let scene = &imagined.scene;
    let reckoning = scene.circumstances.reckon(journey, Vec::new(), now);
    let ahead = look_ahead(conn, (scene, journey, actions), (&reckoning.new, now)).await?;
    Ok(as_told_to(&imagined.seen, ahead))
}

/// What of a journey is still ahead, as its items stand.
pub async fn ahead_of(
    conn: &Conn<'_>,
    seen: &Permit<Look, JourneySeen>,
    (actions, now): (&Actions, DateTime<Utc>),
) -> Result<Vec<Ahead>> {
    let journey = &seen.journey;
    let community = &seen.community.community;
    let scene = store::scene_with_learners(conn, community, journey.session_id).await?;
    let items = store::items_of(conn, journey.id).await?;
    let ahead: Vec<Reckoned> = scene
        .circumstances
        .reckon(journey, items, now)
        .kept
        .into_iter()
        .map(|(_, reckoned)| reckoned)
        .filter(|it| {
            matches!(
                it.state,
                JourneyItemState::Pending | JourneyItemState::Waiting
            )
        })
        .collect();
    let ahead = look_ahead(conn, (&scene, journey, actions), (&ahead, now)).await?;
    Ok(as_told_to(seen, ahead))
}

/// Whom a condition is about tells who was there and who has answered, which is for members.
fn as_told_to<A>(seen: &Permit<A, JourneySeen>, mut ahead: Vec<Ahead>) -> Vec<Ahead> {
    if seen.community.membership.is_none() && seen.actor() != Actor::System {
        let conditional = ahead.iter_mut().filter(|it| it.step.condition.is_some());
        conditional.for_each(|it| it.effect.people.clear());
    }
    ahead
}

async fn look_ahead(
    conn: &Conn<'_>,
    (scene, journey, actions): (&Scene, &Journey, &Actions),
    (items, now): (&[Reckoned], DateTime<Utc>),
) -> Result<Vec<Ahead>> {
    let mut known: HashMap<&str, Ahead> = HashMap::new();
    let mut all = Vec::with_capacity(items.len().min(AHEAD_MAX));
    for item in items.iter().take(AHEAD_MAX) {
        // What a step says is the same for each person it counts for.
        let like = item.person.and_then(|_| known.get(item.step.as_str()));
        let ahead = match like {
            Some(like) => Ahead {
                person: item.person,
                due_at: item.due_at,
                people_count: 1,
                effect: Effect {
                    people: item.person.into_iter().collect(),
                    ..like.effect.clone()
                },
                ..like.clone()
            },
            None => one(conn, (scene, journey, actions), (item, now)).await?,
        };
        known.insert(item.step.as_str(), ahead.clone());
        all.push(ahead);
    }
    Ok(all)
}

/// What becomes of an item that helps until some moment.
pub(crate) fn prospect_of(
    item: &Reckoned,
    useful_until: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Prospect {
    match (item.state, fate(item.due_at, useful_until, now)) {
        (JourneyItemState::Skipped | JourneyItemState::Done | JourneyItemState::Failed, _) => {
            Prospect::Never
        }
        (JourneyItemState::Waiting, _) => Prospect::Waits,
        (JourneyItemState::Pending, Fate::Ahead) => Prospect::WhenDue,
        (JourneyItemState::Pending, Fate::Now) => Prospect::AtOnce,
        (JourneyItemState::Pending, Fate::TooLate) => Prospect::TooLate,
    }
}

async fn one(
    conn: &Conn<'_>,
    (scene, journey, actions): (&Scene, &Journey, &Actions),
    (item, now): (&Reckoned, DateTime<Utc>),
) -> Result<Ahead> {
    let step = step_named(&journey.steps.0, &item.step)
        .ok_or_else(|| Error::internal("an item without a step"))?;
    let when = (item.due_at, item.person);
    let occasion = scene.ahead(conn, (journey, step), when).await?;
    let action = actions.of(&step.action)?;
    let prospect = prospect_of(item, action.useful_until(&occasion), now);
    let (effect, problem) = match action.describe(conn, &occasion).await {
        Ok(effect) => (effect, None),
        Err(error @ (Error::Internal(_) | Error::Unavailable(_))) => return Err(error),
        Err(error) => (Effect::default(), Some(error.to_string())),
    };
    Ok(Ahead {
        step: step.clone(),
        person: item.person,
        due_at: item.due_at,
        zone: scene.circumstances.calendar.zone().name().to_owned(),
        prospect,
        people_count: effect.people.len(),
        effect,
        problem,
    })
}
