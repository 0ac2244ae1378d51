//! A community rests, and comes back.
use crate::{Community, CommunityArchived, CommunityRestored, CommunitySeen, Lead, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, CommunityId, Permit, Result, Tx, permit};

/// Closes a community to every change. Its members go on reading; nothing in it is lost.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ArchiveCommunityInput")]
pub struct ArchiveCommunity {
    /// Which one.
    pub community: CommunityId,
}

#[async_trait]
impl Command for ArchiveCommunity {
    type Done = Community;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Community> {
        let before = led(tx, actor, self.community).await?;
        if before.archived_at.is_some() {
            return Ok(before);
        }
        let archived_at = Some(tx.now());
        let archived = Community {
            archived_at,
            ..before
        };
        let community = store::update_community(tx, archived).await?;
        let fact = CommunityArchived {
            community: community.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(community)
    }
}

/// Brings an archived community back as it was.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RestoreCommunityInput")]
pub struct RestoreCommunity {
    /// Which one.
    pub community: CommunityId,
}

#[async_trait]
impl Command for RestoreCommunity {
    type Done = Community;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Community> {
        let before = led(tx, actor, self.community).await?;
        if before.archived_at.is_none() {
            return Ok(before);
        }
        let restored = Community {
            archived_at: None,
            ..before
        };
        let community = store::update_community(tx, restored).await?;
        let fact = CommunityRestored {
            community: community.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(community)
    }
}

async fn led(tx: &Tx, actor: Actor, id: CommunityId) -> Result<Community> {
    let seen = store::community_seen(&tx.conn(), actor, id).await?;
    let seen: Permit<Lead, CommunitySeen> = permit(actor, seen)?;
    Ok(seen.into_subject().community)
}
