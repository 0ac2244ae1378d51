//! Who has what waits, and what stands when two come at once.
use crate::policy::{Decide, ItemSeen};
use crate::{Item, ItemChanged, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Actor, Command, Error, ModerationItemId, Permit, PersonId, Result, Tx, permit};

/// Who takes something on and does nothing for so long has it no longer.
const CLAIM_LASTS: TimeDelta = TimeDelta::minutes(15);

impl Item {
    /// Who has it now.
    pub fn claimant(&self, now: DateTime<Utc>) -> Option<PersonId> {
        let lasts = self.claimed_at.is_some_and(|at| now < at + CLAIM_LASTS);
        self.claimed_by.filter(|_| lasts)
    }
}

/// Takes on something that waits: the others see who has it, for 15 minutes.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ClaimModerationItemInput")]
pub struct ClaimModerationItem {
    pub item: ModerationItemId,
}

#[async_trait]
impl Command for ClaimModerationItem {
    type Done = Item;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Item> {
        let person = actor.person().ok_or(Error::SignInFirst)?;
        let seen = store::item_seen(&tx.conn(), actor, self.item).await?;
        let seen = permit::<Decide, _>(actor, seen)?;
        still_open(tx, &seen).await?;
        let item = store::set_claim(tx, &seen, Some(person)).await?;
        tell(tx, &seen).await?;
        Ok(item)
    }
}

/// Lets others have what one has taken on.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ReleaseModerationItemInput")]
pub struct ReleaseModerationItem {
    pub item: ModerationItemId,
}

#[async_trait]
impl Command for ReleaseModerationItem {
    type Done = Item;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Item> {
        let seen = store::item_seen(&tx.conn(), actor, self.item).await?;
        let seen = permit::<Decide, _>(actor, seen)?;
        if seen.item.claimed_by != actor.person() {
            return Ok(seen.into_subject().item);
        }
        let item = store::set_claim(tx, &seen, None).await?;
        tell(tx, &seen).await?;
        Ok(item)
    }
}

async fn tell(tx: &Tx, seen: &Permit<Decide, ItemSeen>) -> Result<()> {
    let fact = ItemChanged {
        community: seen.item.community_id,
        item: seen.item.id,
    };
    tx.emit(seen.actor(), &fact).await
}

/// Whether it waits still, and nobody else has it.
///
/// # Errors
/// `Conflict` otherwise, with what stands now.
pub(super) async fn still_open(tx: &Tx, seen: &Permit<Decide, ItemSeen>) -> Result<()> {
    let item = &seen.item;
    if item.settled_at.is_some() {
        return Err(stands(tx, item, "somebody decided this meanwhile").await?);
    }
    match item.claimant(tx.now()) {
        Some(other) if Some(other) != seen.actor().person() => {
            Err(stands(tx, item, "somebody else has this already").await?)
        }
        Some(_) | None => Ok(()),
    }
}

/// A conflict that carries what stands now, with the names that moderators know.
pub(super) async fn stands(tx: &Tx, item: &Item, message: &'static str) -> Result<Error> {
    let claimed_by = item.claimant(tx.now());
    let known: Vec<PersonId> = claimed_by.into_iter().chain(item.decided_by).collect();
    let people = identity::people_by_ids(&tx.conn(), &known).await?;
    let name = |id: Option<PersonId>| {
        let person = people.iter().find(|person| Some(person.id) == id);
        person.map(|person| person.name.clone())
    };
    Ok(Error::Conflict {
        message: message.into(),
        current: Some(serde_json::json!({
            "version": item.version,
            "decision": item.decision.map(|decision| serde_json::to_value(decision).map(shout)).transpose()?,
            "decidedBy": name(item.decided_by),
            "claimedBy": name(claimed_by),
        })),
    })
}

/// A stored word as GraphQL writes it.
fn shout(word: serde_json::Value) -> String {
    word.as_str().unwrap_or_default().to_uppercase()
}
