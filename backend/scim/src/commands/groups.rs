//! A directory says which groups there are, and who is in them.
use super::{Change, Precondition, apply_later, provisioning};
use crate::events::{GroupAct, GroupKept};
use crate::find::{group_by_id, with_members};
use crate::group::{KeptGroup, Members, WantedGroup, unknown_member};
use crate::kept::Kept;
use crate::patch::patch;
use crate::policy::Provision;
use crate::store;
use crate::tables::GroupRow;
use async_trait::async_trait;
use kernel::{
    Actor, ApiTokenId, Command, Error, Organisation, Permit, PersonId, Result, ScimGroupId, Tx,
};
use serde_json::Value;
use std::collections::BTreeSet;

type Leave = Permit<Provision, Organisation>;
type People = BTreeSet<PersonId>;

/// A group that the directory did not keep until now.
pub struct AddGroup {
    pub token: ApiTokenId,
    pub resource: Value,
}

#[async_trait]
impl Command for AddGroup {
    type Done = KeptGroup;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<KeptGroup> {
        let leave = provisioning(actor)?;
        let wanted = WantedGroup::read(&self.resource)?;
        alone(tx, &wanted, None).await?;
        let row = GroupRow {
            id: tx.id(),
            name_key: wanted.name.to_lowercase(),
            name: wanted.name,
            external_id: wanted.external_id,
            version: 1,
            created_at: tx.now(),
            changed_at: tx.now(),
        };
        let row = store::insert_group(tx, &leave, row).await?;
        let members = wanted.members.unwrap_or_default();
        let (added, removed) = fill(tx, &leave, row.id, (&People::new(), &members)).await?;
        apply_later(tx, &added).await?;
        let fact = GroupKept {
            group: row.id,
            token: self.token,
            did: GroupAct::Created,
            name: row.name.clone(),
            added: added.len(),
            removed: removed.len(),
        };
        tx.emit(actor, &fact).await?;
        Ok(KeptGroup {
            row,
            members: Some(members),
        })
    }
}

/// Writes a group anew, or changes some of it. Members that a whole one does not speak of stay.
pub struct ChangeGroup {
    pub token: ApiTokenId,
    /// As it stands in the address.
    pub id: String,
    pub change: Change,
    pub seen: Precondition,
}

#[async_trait]
impl Command for ChangeGroup {
    type Done = KeptGroup;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<KeptGroup> {
        let leave = provisioning(actor)?;
        let kept = group_by_id(&tx.conn(), &self.id, Members::Shown).await?;
        self.seen.holds(&kept.version())?;
        let wanted = match &self.change {
            Change::Whole(resource) => WantedGroup::read(resource)?,
            Change::Patch(request) => {
                let wanted = WantedGroup::read(&patch(kept.written(), request)?)?;
                // A list whose last value was removed is gone.
                let members = Some(wanted.members.unwrap_or_default());
                WantedGroup { members, ..wanted }
            }
        };
        alone(tx, &wanted, Some(kept.row.id)).await?;
        let before = kept.members.clone().unwrap_or_default();
        let after = wanted.members.unwrap_or_else(|| before.clone());
        let is_renamed = wanted.name != kept.row.name || wanted.external_id != kept.row.external_id;
        let (added, removed) = fill(tx, &leave, kept.row.id, (&before, &after)).await?;
        if !is_renamed && added.is_empty() && removed.is_empty() {
            return Ok(kept);
        }
        let touched: Vec<PersonId> = match is_renamed {
            true => before.union(&after).copied().collect(),
            false => added.iter().chain(&removed).copied().collect(),
        };
        apply_later(tx, &touched).await?;
        let row = GroupRow {
            name_key: wanted.name.to_lowercase(),
            name: wanted.name,
            external_id: wanted.external_id,
            version: kept.row.version.saturating_add(1),
            changed_at: tx.now(),
            ..kept.row
        };
        let row = store::update_group(tx, &leave, row).await?;
        let fact = GroupKept {
            group: row.id,
            token: self.token,
            did: GroupAct::Changed,
            name: row.name.clone(),
            added: added.len(),
            removed: removed.len(),
        };
        tx.emit(actor, &fact).await?;
        let now = with_members(&tx.conn(), vec![row], Members::Shown).await?;
        let now = now.into_iter().next();
        now.ok_or(Error::NotFound("group in the directory"))
    }
}

/// The directory keeps a group no more: what it gave is taken away.
pub struct DropGroup {
    pub token: ApiTokenId,
    pub id: String,
    pub seen: Precondition,
}

#[async_trait]
impl Command for DropGroup {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let leave = provisioning(actor)?;
        let kept = group_by_id(&tx.conn(), &self.id, Members::Shown).await?;
        self.seen.holds(&kept.version())?;
        store::delete_group(tx, &leave, kept.row.id).await?;
        let members: Vec<PersonId> = kept.members.into_iter().flatten().collect();
        apply_later(tx, &members).await?;
        let fact = GroupKept {
            group: kept.row.id,
            token: self.token,
            did: GroupAct::Removed,
            name: kept.row.name,
            added: 0,
            removed: members.len(),
        };
        tx.emit(actor, &fact).await
    }
}

/// No other group of the directory is called so: it finds them by their names.
async fn alone(tx: &Tx, wanted: &WantedGroup, own: Option<ScimGroupId>) -> Result<()> {
    let conn = tx.conn();
    let named = store::group_by_name(&conn, &wanted.name.to_lowercase()).await?;
    let numbered = match &wanted.external_id {
        Some(id) => store::group_by_external_id(&conn, id).await?,
        None => None,
    };
    let mut others = named.into_iter().chain(numbered);
    match others.any(|other| Some(other.id) != own) {
        true => Err(Error::conflict(
            "another group has this displayName or externalId",
        )),
        false => Ok(()),
    }
}

/// Has those in a group who are to be, and nobody else; answers who came and who left.
async fn fill(
    tx: &Tx,
    leave: &Leave,
    group: ScimGroupId,
    (before, after): (&People, &People),
) -> Result<(Vec<PersonId>, Vec<PersonId>)> {
    let added: Vec<PersonId> = after.difference(before).copied().collect();
    let removed: Vec<PersonId> = before.difference(after).copied().collect();
    if store::kept_among(&tx.conn(), &added).await?.len() < added.len() {
        return Err(unknown_member());
    }
    store::insert_members(tx, leave, (group, &added)).await?;
    store::delete_members(tx, leave, (group, &removed)).await?;
    Ok((added, removed))
}
