//! What the groups of the directory give, kept as they change.
use super::provisioning;
use crate::jobs::{ApplyGroups, Whom};
use crate::store;
use async_trait::async_trait;
use identity::person_by_id;
use kernel::{Actor, Command, PersonId, Result, Tx};

/// How many people one job looks at.
const A_HANDFUL: usize = 100;

/// Sees to it that these people are given what their groups give. It is done after the change: a group may be of
/// thousands, and each of them may come into many communities.
pub(crate) async fn apply_later(tx: &Tx, people: &[PersonId]) -> Result<()> {
    for some in people.chunks(A_HANDFUL) {
        let whom = Whom::These(some.to_vec());
        tx.enqueue(&ApplyGroups { whom }).await?;
    }
    Ok(())
}

/// Gives somebody what their groups give now, and takes what they no longer do.
pub(crate) struct ApplyTo(pub PersonId);

#[async_trait]
impl Command for ApplyTo {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let _ = provisioning(actor)?;
        let Some(person) = person_by_id(&tx.conn(), self.0).await? else {
            return Ok(());
        };
        let groups = store::groups_of(&tx.conn(), &[self.0]).await?;
        // A rule may name a group as people do, or as the directory does.
        let names = groups.into_values().flatten();
        let names = names.flat_map(|group| [Some(group.name), group.external_id]);
        let names: Vec<String> = names.flatten().collect();
        sso::apply_directory_groups(tx, actor, (person, &names)).await?;
        Ok(())
    }
}

/// Has everybody whom the directory keeps looked at anew, a handful at a time.
pub(crate) struct Spread {
    pub after: Option<PersonId>,
}

#[async_trait]
impl Command for Spread {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let _ = provisioning(actor)?;
        let stretch = (self.after, A_HANDFUL as u64);
        let people = store::people_after(&tx.conn(), stretch).await?;
        apply_later(tx, &people).await?;
        match people.last() {
            Some(last) if people.len() == A_HANDFUL => {
                let whom = Whom::AllAfter(Some(*last));
                tx.enqueue(&ApplyGroups { whom }).await
            }
            _ => Ok(()),
        }
    }
}
