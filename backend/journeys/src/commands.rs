//! What can be done with journeys, one struct for each verb.
mod apply;
mod change;
mod move_session;
mod plan;
mod steer;
mod templates;

pub use apply::ApplyJourney;
pub(crate) use apply::imagine;
pub use change::{MoveStep, UpdateJourney};

pub use move_session::{Consequence, Move, Reschedule};
pub use plan::PlanStep;
pub use steer::{PauseJourney, ResumeJourney, RunItemNow, SkipItem, UndoItem, WithdrawJourney};
pub use templates::{ArchiveTemplate, CreateTemplate, UpdateTemplate};

use crate::actions::Actions;
use crate::store::{self, Scene};
use crate::{Journey, JourneyChanged, JourneyItem};
use kernel::{Actor, Result, Tx};
use std::sync::Arc;

/// A command that needs to know what steps can do.
pub struct Acting<Input> {
    pub input: Input,
    pub actions: Arc<Actions>,
}

/// Brings a journey's items to what they should be, as its circumstances stand now. Done again, it
/// changes nothing.
pub(crate) async fn settle(tx: &Tx, actor: Actor, journey: &Journey) -> Result<()> {
    let conn = tx.conn();
    let community = communities::community_by_id(&conn, journey.community_id)
        .await?
        .ok_or(kernel::Error::NotFound("community"))?;
    let scene = store::scene_with_learners(&conn, &community, journey.session_id).await?;
    settle_in(tx, actor, (&scene, journey)).await
}

pub(crate) async fn settle_in(
    tx: &Tx,
    actor: Actor,
    (scene, journey): (&Scene, &Journey),
) -> Result<()> {
    let items = store::items_of(&tx.conn(), journey.id).await?;
    let reckoning = scene.circumstances.reckon(journey, items, tx.now());
    let zone = scene.circumstances.calendar.zone();
    let mut changed = !reckoning.new.is_empty();
    store::insert_items(tx, journey, (zone.name(), &reckoning.new)).await?;
    for (item, should) in reckoning.kept {
        if !should.changes(&item) {
            continue;
        }
        changed = true;
        let moved = should.due_at != item.due_at;
        let row = JourneyItem {
            due_at: should.due_at,
            zone: zone.name().to_owned(),
            state: should.state,
            why: should.why,
            run_after: should.run_after,
            // At another time it is tried anew.
            attempts: if moved { 0 } else { item.attempts },
            last_error: item.last_error.clone().filter(|_| !moved),
            ..item
        };
        store::update_item(tx, row).await?;
    }
    if changed {
        tell(tx, actor, journey).await?;
    }
    Ok(())
}

async fn tell(tx: &Tx, actor: Actor, journey: &Journey) -> Result<()> {
    let fact = JourneyChanged {
        journey: journey.id,
        community: journey.community_id,
    };
    tx.emit(actor, &fact).await
}
