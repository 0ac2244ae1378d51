//! Journeys and their items are paused, skipped, run and taken back.
use super::{Acting, settle, tell};
use crate::engine;
use crate::{
    ItemSeen, ItemSettled, Journey, JourneyItem, JourneyItemState, JourneyItemWhy, JourneySeen,
    Steer, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Error, JourneyId, JourneyItemId, Permit, Result, Tx, permit};

macro_rules! of_a_journey {
    ($($(#[$doc:meta])* $name:ident $input:literal $change:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, InputObject)]
        #[graphql(name = $input)]
        pub struct $name {
            /// Which one.
            pub journey: JourneyId,
        }

        #[async_trait]
        impl Command for $name {
            type Done = JourneySeen;

            async fn run(&self, tx: &Tx, actor: Actor) -> Result<JourneySeen> {
                let change: fn(&Tx, &Journey) -> Journey = $change;
                steer(tx, actor, (self.journey, change)).await
            }
        }
    )+};
}

of_a_journey! {
    /// Holds a journey: nothing of it happens until it is resumed.
    PauseJourney "PauseJourneyInput" |tx, journey| Journey {
        paused_at: journey.paused_at.or(Some(tx.now())),
        ..journey.clone()
    };
    /// Lets a journey go on. What was due meanwhile is done if it still helps somebody.
    ResumeJourney "ResumeJourneyInput" |_, journey| Journey {
        paused_at: None,
        ..journey.clone()
    };
    /// Takes a journey back: what has not happened does not happen. What happened stays.
    WithdrawJourney "WithdrawJourneyInput" |tx, journey| Journey {
        withdrawn_at: journey.withdrawn_at.or(Some(tx.now())),
        ..journey.clone()
    };
}

async fn steer(
    tx: &Tx,
    actor: Actor,
    (id, change): (JourneyId, fn(&Tx, &Journey) -> Journey),
) -> Result<JourneySeen> {
    let seen = store::journey_seen(&tx.conn(), actor, id).await?;
    let seen = permit(actor, seen)?;
    let changed = change(tx, &seen.journey);
    let journey = store::update_journey(tx, &seen, changed).await?;
    tell(tx, actor, &journey).await?;
    settle(tx, actor, &journey).await?;
    Ok(JourneySeen {
        journey,
        ..seen.into_subject()
    })
}

/// Leaves an item out. It can be put back.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SkipItemInput")]
pub struct SkipItem {
    /// Which one.
    pub item: JourneyItemId,
}

#[async_trait]
impl Command for SkipItem {
    type Done = ItemSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<ItemSeen> {
        let seen = held(tx, actor, self.item).await?;
        if seen.item.state == JourneyItemState::Done {
            return Err(Error::conflict(
                "this has happened already; take it back instead",
            ));
        }
        let skipped = JourneyItem {
            state: JourneyItemState::Skipped,
            why: Some(JourneyItemWhy::ByHand),
            run_after: None,
            ..seen.item.clone()
        };
        settled(tx, actor, (seen, skipped)).await
    }
}

/// Does an item now, whatever its time, also in a journey that is paused. One that was skipped or too
/// late is done as well.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RunItemNowInput")]
pub struct RunItemNow {
    /// Which one.
    pub item: JourneyItemId,
}

#[async_trait]
impl Command for Acting<RunItemNow> {
    type Done = ItemSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<ItemSeen> {
        let seen = held(tx, actor, self.input.item).await?;
        if seen.item.state == JourneyItemState::Done {
            return Err(Error::conflict("this has happened already"));
        }
        if seen.journey.journey.withdrawn_at.is_some() {
            return Err(Error::conflict(
                "this journey was taken back; apply it again",
            ));
        }
        let journey = &seen.journey.journey;
        let done = engine::perform(tx, &self.actions, (journey, seen.item.clone())).await?;
        settled(tx, actor, (seen, done)).await
    }
}

/// Undoes what was last decided about an item: what was skipped is put back, what happened is taken
/// back if that is possible.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UndoItemInput")]
pub struct UndoItem {
    /// Which one.
    pub item: JourneyItemId,
}

#[async_trait]
impl Command for Acting<UndoItem> {
    type Done = ItemSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<ItemSeen> {
        let seen = held(tx, actor, self.input.item).await?;
        match (seen.item.state, seen.item.why) {
            (JourneyItemState::Skipped, Some(JourneyItemWhy::ByHand)) => {
                self.put_back(tx, actor, seen).await
            }
            (JourneyItemState::Done, _) => self.take_back(tx, actor, seen).await,
            _ => Err(Error::conflict("there is nothing to undo here")),
        }
    }
}

impl Acting<UndoItem> {
    async fn put_back(
        &self,
        tx: &Tx,
        actor: Actor,
        seen: Permit<Steer, ItemSeen>,
    ) -> Result<ItemSeen> {
        let pending = JourneyItem {
            state: JourneyItemState::Pending,
            why: None,
            attempts: 0,
            last_error: None,
            ..seen.item.clone()
        };
        let mut seen = settled(tx, actor, (seen, pending)).await?;
        settle(tx, actor, &seen.journey.journey).await?;
        let now = store::item_by_id(&tx.conn(), seen.item.id).await?;
        seen.item = now.ok_or(Error::NotFound("item"))?;
        Ok(seen)
    }

    async fn take_back(
        &self,
        tx: &Tx,
        actor: Actor,
        seen: Permit<Steer, ItemSeen>,
    ) -> Result<ItemSeen> {
        let steps = &seen.journey.journey.steps.0;
        let step = crate::step::step_named(steps, &seen.item.step)
            .ok_or_else(|| Error::conflict("its step was taken out of the journey"))?;
        let outcome = seen.item.outcome.clone().unwrap_or_default();
        let action = self.actions.of(&step.action)?;
        action.take_back(tx, actor, &outcome).await?;
        let back = JourneyItem {
            state: JourneyItemState::Skipped,
            why: Some(JourneyItemWhy::TakenBack),
            run_after: None,
            ..seen.item.clone()
        };
        settled(tx, actor, (seen, back)).await
    }
}

/// An item that nobody else changes meanwhile, with leave to steer it.
async fn held(tx: &Tx, actor: Actor, id: JourneyItemId) -> Result<Permit<Steer, ItemSeen>> {
    let seen = permit(actor, store::item_seen(&tx.conn(), actor, id).await?)?;
    store::hold_item(tx, id).await?;
    Ok(seen)
}

async fn settled(
    tx: &Tx,
    actor: Actor,
    (seen, changed): (Permit<Steer, ItemSeen>, JourneyItem),
) -> Result<ItemSeen> {
    let item = store::update_item(tx, changed).await?;
    let fact = ItemSettled {
        item: item.id,
        journey: item.journey_id,
        community: item.community_id,
    };
    tx.emit(actor, &fact).await?;
    Ok(ItemSeen {
        item,
        ..seen.into_subject()
    })
}
