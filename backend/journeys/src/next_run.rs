//! A cohort runs again, with all that was set up for it.
use crate::{JourneyTemplate, Owner, Steer, TemplateChanged, store};
use async_trait::async_trait;
use channels::copy_channels;
use communities::{CloneCohort, Community, community_seen};
use kernel::{Actor, Change, Command, CommunityId, Permit, Result, Tx, permit};
use sessions::{DeliverProgram, delivery_of};

/// Founds the next run of a cohort together with what it is taught in: its channels, the version of the
/// program that it runs, and its own templates of journeys.
pub struct FoundNextRun(pub CloneCohort);

#[async_trait]
impl Command for FoundNextRun {
    type Done = Community;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Community> {
        let next = self.0.run(tx, actor).await?;
        let both = (self.0.community, next.id);
        copy_channels(tx, actor, both).await?;
        if let Some(delivery) = delivery_of(&tx.conn(), both.0).await? {
            let deliver = DeliverProgram {
                community: next.id,
                version: delivery.version_id,
            };
            deliver.run(tx, actor).await?;
        }
        copy_templates(tx, actor, both).await?;
        Ok(next)
    }
}

async fn copy_templates(
    tx: &Tx,
    actor: Actor,
    (from, to): (CommunityId, CommunityId),
) -> Result<()> {
    let templates = store::templates_of_community(&tx.conn(), actor, from).await?;
    let own = templates
        .into_iter()
        .filter(|seen| seen.template.community_id == Some(from));
    for seen in own {
        let owner = Owner::Community(community_seen(&tx.conn(), actor, to).await?);
        let owner: Permit<Steer, Owner> = permit(actor, owner)?;
        let row = JourneyTemplate {
            id: tx.id(),
            created_at: tx.now(),
            updated_at: tx.now(),
            ..seen.template
        };
        let template = store::insert_template(tx, &owner, row).await?;
        let fact = TemplateChanged {
            template: template.id,
            community: template.community_id,
            change: Change::default(),
        };
        tx.emit(actor, &fact).await?;
    }
    Ok(())
}
