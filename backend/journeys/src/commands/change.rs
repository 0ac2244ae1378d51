//! A journey that was applied is changed.
use super::{Acting, settle_in, tell};
use crate::step::{Anchor, JourneyStepInput, Step, read_steps, root_of};
use crate::tables::Steps;
use crate::{Journey, JourneySeen, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{Actor, Command, Error, JourneyId, Result, Tx, line, permit};

const NAME_CHARS_MAX: usize = 80;

/// Changes what is given; the rest stays. What happened stays as it happened, what is taken out does
/// not happen any more.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateJourneyInput")]
pub struct UpdateJourney {
    /// Which one.
    pub journey: JourneyId,
    /// 1 to 80 characters.
    pub name: Option<String>,
    /// All of its steps, 1 to 50. A step keeps its items as long as it keeps its key.
    pub steps: Option<Vec<JourneyStepInput>>,
}

#[async_trait]
impl Command for Acting<UpdateJourney> {
    type Done = JourneySeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<JourneySeen> {
        let input = &self.input;
        let name = match &input.name {
            Some(name) => Some(line("name", name, NAME_CHARS_MAX)?),
            None => None,
        };
        let steps = match &input.steps {
            Some(steps) => Some(Steps(read_steps(steps, &self.actions)?)),
            None => None,
        };
        let seen = store::journey_seen(&tx.conn(), actor, input.journey).await?;
        let seen = permit(actor, seen)?;
        let before = seen.journey.clone();
        let changed = Journey {
            name: name.unwrap_or(before.name),
            steps: steps.unwrap_or(before.steps),
            ..before
        };
        super::apply::counts(&changed.steps.0, changed.session_id)?;
        let journey = store::update_journey(tx, &seen, changed).await?;
        tell(tx, actor, &journey).await?;
        super::settle(tx, actor, &journey).await?;
        Ok(JourneySeen {
            journey,
            ..seen.into_subject()
        })
    }
}

/// Puts a step of a journey at another time. It goes on counting from what it counted from, so it
/// still moves with the session.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MoveStepInput")]
pub struct MoveStep {
    pub journey: JourneyId,
    /// Its key.
    pub step: String,
    /// When it should be due.
    pub to: DateTime<Utc>,
}

#[async_trait]
impl Command for MoveStep {
    type Done = JourneySeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<JourneySeen> {
        let seen = store::journey_seen(&tx.conn(), actor, self.journey).await?;
        let seen = permit(actor, seen)?;
        let community = &seen.community.community;
        let scene =
            store::scene_with_learners(&tx.conn(), community, seen.journey.session_id).await?;
        let mut steps = seen.journey.steps.0.clone();
        let missing = || Error::invalid("step", "this journey has no such step");
        let at = steps
            .iter()
            .position(|step| step.key == self.step)
            .ok_or_else(missing)?;
        if *root_of(&steps, &steps[at]) == Anchor::Enrolment {
            return Err(Error::invalid(
                "to",
                "this step has a time of its own for each person; change how it counts instead",
            ));
        }
        let schedule = scene.circumstances.schedule(&steps);
        let offset = schedule
            .offset_to(&steps[at], self.to)
            .ok_or_else(missing)?;
        steps[at] = Step {
            offset,
            ..steps[at].clone()
        };
        let changed = Journey {
            steps: Steps(steps),
            ..seen.journey.clone()
        };
        let journey = store::update_journey(tx, &seen, changed).await?;
        tell(tx, actor, &journey).await?;
        settle_in(tx, actor, (&scene, &journey)).await?;
        Ok(JourneySeen {
            journey,
            ..seen.into_subject()
        })
    }
}
