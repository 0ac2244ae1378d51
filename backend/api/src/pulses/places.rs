use super::pulse::PulseObject;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::loaders::failed;
use ::pulses::PulseFilter;
use async_graphql::{Context, Object};
use communities::CommunitySeen;
use kernel::{First, Result, SessionId};
use std::sync::Arc;

/// The fields of a community that are about pulses.
pub struct PulsesOfCommunity(pub Arc<CommunitySeen>);

#[Object]
impl PulsesOfCommunity {
    /// Its pulses, the latest to open first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn pulses(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "PulseFilter::Current")] filter: PulseFilter,
        #[graphql(desc = "1 to 100.", default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<Connected<PulseObject>> {
        let place = (self.0.community.id, filter, ctx.db().now());
        let page = (First::parse(first)?, after.as_deref());
        let found = ::pulses::pulses_in(&ctx.conn(), ctx.actor(), place, page).await?;
        Ok(connected(found, PulseObject::from))
    }
}

/// The fields of a session that are about pulses.
pub struct PulsesOfSession(pub SessionId);

#[Object]
impl PulsesOfSession {
    /// The pulses that follow it, in the order of their opening.
    #[graphql(complexity = "5 * child_complexity")]
    async fn pulses(&self, ctx: &Context<'_>) -> Result<Vec<PulseObject>> {
        let found = ctx.loaders().pulses.of_sessions.load_one(self.0).await;
        let found = found.map_err(failed)?.unwrap_or_default();
        Ok(found.into_iter().map(PulseObject::from).collect())
    }
}
