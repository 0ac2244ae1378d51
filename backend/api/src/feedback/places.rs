//! Where rounds of feedback stand beside what they belong to.
use super::round::FeedbackRoundObject;
use crate::context::Asked;
use crate::loaders::failed;
use async_graphql::{Context, Object};
use communities::CommunitySeen;
use kernel::{Result, SessionId};
use std::sync::Arc;

/// The fields of a community that are about feedback.
pub struct FeedbackOfCommunity(pub Arc<CommunitySeen>);

#[Object]
impl FeedbackOfCommunity {
    /// Rounds in which people look at what others applied, the newest first; at most 50.
    #[graphql(complexity = "10 * child_complexity")]
    async fn feedback_rounds(&self, ctx: &Context<'_>) -> Result<Vec<FeedbackRoundObject>> {
        let place = self.0.community.id;
        let found = ::feedback::rounds_in(&ctx.conn(), ctx.actor(), place).await?;
        Ok(found.into_iter().map(FeedbackRoundObject::from).collect())
    }
}

/// The fields of a session that are about feedback.
pub struct FeedbackOfSession(pub SessionId);

#[Object]
impl FeedbackOfSession {
    /// Rounds of feedback that follow it.
    #[graphql(complexity = "5 * child_complexity")]
    async fn feedback_rounds(&self, ctx: &Context<'_>) -> Result<Vec<FeedbackRoundObject>> {
        let found = ctx.loaders().feedback.of_sessions.load_one(self.0).await;
        let found = found.map_err(failed)?.unwrap_or_default();
        Ok(found.into_iter().map(FeedbackRoundObject::from).collect())
    }
}
