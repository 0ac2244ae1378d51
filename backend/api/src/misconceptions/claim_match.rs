use super::MisconceptionObject;
use crate::channels::PostObject;
use crate::connection::{Connected, connected};
use crate::context::Asked;
use ::misconceptions::{ClaimMatch, ClaimMatchSeen, Steer, claim_match_seen, claim_matches};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{ClaimMatchId, CommunityId, First, Result, permit};

/// A post that resembles a misconception: a suggestion to those who moderate. Nothing is hidden by it.
#[derive(Clone)]
pub struct ClaimMatchObject(pub ClaimMatch);

impl ClaimMatchObject {
    pub async fn find(ctx: &Context<'_>, id: ClaimMatchId) -> Result<Self> {
        let seen = claim_match_seen(&ctx.conn(), ctx.actor(), id).await?;
        let seen = permit::<Steer, ClaimMatchSeen>(ctx.actor(), seen)?;
        Ok(Self(seen.into_subject().claim_match))
    }
}

/// A page of what waits to be decided in a community.
pub async fn claim_matches_page(
    ctx: &Context<'_>,
    community: CommunityId,
    (first, after): (i32, Option<String>),
) -> Result<Connected<ClaimMatchObject>> {
    let page = (First::parse(first)?, after.as_deref());
    let found = claim_matches(&ctx.conn(), ctx.actor(), community, page).await?;
    Ok(connected(found, |seen| ClaimMatchObject(seen.claim_match)))
}

#[Object(name = "ClaimMatch")]
impl ClaimMatchObject {
    /// Its id.
    pub async fn id(&self) -> ClaimMatchId {
        self.0.id
    }

    /// What the post resembles.
    async fn misconception(&self, ctx: &Context<'_>) -> Result<MisconceptionObject> {
        MisconceptionObject::find(ctx, self.0.misconception_id).await
    }

    /// The post.
    async fn post(&self, ctx: &Context<'_>) -> Result<PostObject> {
        PostObject::find(ctx, self.0.post_id).await
    }

    /// How much it does, from 0 to 1.
    async fn score(&self) -> f64 {
        self.0.score
    }

    /// The part of the post that does.
    async fn passage(&self) -> &str {
        &self.0.passage
    }

    /// When that was found.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When a moderator decided.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }

    /// Whether it says it indeed; nothing before that was decided.
    async fn is_confirmed(&self) -> Option<bool> {
        self.0.is_confirmed
    }

    /// Until when what was decided can be taken back.
    async fn undoable_until(&self) -> Option<DateTime<Utc>> {
        self.0.undoable_until()
    }
}
