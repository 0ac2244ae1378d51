//! One thing is planned around a session, without a template.
use super::apply::counts;
use super::{Acting, settle_in};
use crate::step::{JourneyStepInput, read_steps};
use crate::store::{self, Scene};
use crate::tables::Steps;
use crate::{Journey, JourneyApplied, JourneySeen, Steer};
use async_graphql::InputObject;
use async_trait::async_trait;
use communities::community_seen;
use kernel::{Actor, Command, Error, Permit, Result, SessionId, Tx, permit};
use sessions::session_seen;

/// Plans one thing around a session: it becomes a journey of one step, and moves with the session.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "PlanStepInput")]
pub struct PlanStep {
    /// The session that it prepares or looks back on.
    pub session: SessionId,
    /// What happens, and how long before or after the session.
    pub step: JourneyStepInput,
}

#[async_trait]
impl Command for Acting<PlanStep> {
    type Done = JourneySeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<JourneySeen> {
        let conn = tx.conn();
        let steps = read_steps(std::slice::from_ref(&self.input.step), &self.actions)?;
        counts(&steps, Some(self.input.session))?;
        let session = session_seen(&conn, actor, self.input.session).await?;
        let session = permit::<sessions::Plan, _>(actor, session)?;
        let journey = Journey {
            id: tx.id(),
            community_id: session.session.community_id,
            session_id: Some(session.session.id),
            template_id: None,
            name: self.input.step.title.clone(),
            steps: Steps(steps),
            applied_by: actor.person(),
            applied_at: tx.now(),
            paused_at: None,
            withdrawn_at: None,
        };
        let community = community_seen(&conn, actor, journey.community_id).await?;
        let seen: Permit<Steer, JourneySeen> = permit(actor, JourneySeen { journey, community })?;
        once(tx, &seen.journey).await?;
        let community = &seen.community.community;
        let scene = store::scene_with_learners(&conn, community, seen.journey.session_id).await?;
        ahead(tx, &scene, &seen.journey)?;

        let journey = store::insert_journey(tx, &seen, seen.journey.clone()).await?;
        let fact = JourneyApplied {
            journey: journey.id,
            community: journey.community_id,
        };
        tx.emit(actor, &fact).await?;
        settle_in(tx, actor, (&scene, &journey)).await?;
        Ok(JourneySeen {
            journey,
            ..seen.into_subject()
        })
    }
}

/// Planned twice, it would be said to everybody twice.
async fn once(tx: &Tx, wanted: &Journey) -> Result<()> {
    let twin = store::within(&tx.conn(), wanted.community_id)
        .await?
        .into_iter()
        .any(|it| it.session_id == wanted.session_id && it.steps == wanted.steps);
    match twin {
        true => Err(Error::invalid("step", "this is planned already")
            .hint("change what is planned, or take it back first")),
        false => Ok(()),
    }
}

/// What is planned lies ahead; what should happen at once is done at once.
fn ahead(tx: &Tx, scene: &Scene, journey: &Journey) -> Result<()> {
    let reckoning = scene.circumstances.reckon(journey, Vec::new(), tx.now());
    match reckoning.new.iter().any(|item| item.due_at <= tx.now()) {
        true => Err(Error::invalid("days", "this moment has passed")
            .hint("choose a later one, or do it now")),
        false => Ok(()),
    }
}
