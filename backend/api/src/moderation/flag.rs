use crate::channels::PostObject;
use crate::context::Asked;
use crate::errors::seen;
use crate::identity::PersonObject;
use ::moderation::{Decision, Flag, FlagReason, FlagState, See, flag_seen};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{FlagId, Result, permit};

/// Somebody says that something is wrong with a post.
#[derive(Clone)]
pub struct FlagObject(pub Flag);

impl FlagObject {
    /// The flag, if it is the viewer's or they moderate where it was raised.
    pub async fn find(ctx: &Context<'_>, id: FlagId) -> Result<Self> {
        let found = flag_seen(&ctx.conn(), ctx.actor(), id).await?;
        let found = permit::<See, _>(ctx.actor(), found)?;
        Ok(Self(found.into_subject().flag))
    }
}

#[Object(name = "Flag")]
impl FlagObject {
    /// Its id.
    pub async fn id(&self) -> FlagId {
        self.0.id
    }

    /// The post, if the viewer may still read it.
    async fn post(&self, ctx: &Context<'_>) -> Result<Option<PostObject>> {
        seen(PostObject::find(ctx, self.0.post_id).await)
    }

    /// What is wrong.
    async fn reason(&self) -> FlagReason {
        self.0.reason
    }

    /// What else there is to say.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// What would be right instead.
    async fn proposal(&self) -> Option<&str> {
        self.0.proposal.as_deref()
    }

    /// Who raised it. Whoever sees a flag raised it or moderates there.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.person_id).await
    }

    /// When it was raised.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// What became of it.
    async fn state(&self) -> FlagState {
        self.0.state
    }

    /// What a moderator decided.
    async fn decision(&self) -> Option<Decision> {
        self.0.decision
    }

    /// What they wrote about it.
    async fn outcome(&self) -> Option<&str> {
        self.0.outcome.as_deref()
    }

    /// When that was.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }
}
