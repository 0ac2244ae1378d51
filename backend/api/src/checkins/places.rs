use super::check_in::CheckInObject;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::loaders::failed;
use ::checkins::CheckInFilter;
use async_graphql::{Context, Object};
use communities::CommunitySeen;
use kernel::{First, Result, SessionId};
use std::sync::Arc;

/// The fields of a community that are about check-ins.
pub struct CheckInsOfCommunity(pub Arc<CommunitySeen>);

#[Object]
impl CheckInsOfCommunity {
    /// Its check-ins, the latest to open first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn check_ins(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "CheckInFilter::Current")] filter: CheckInFilter,
        #[graphql(desc = "1 to 100.", default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<Connected<CheckInObject>> {
        let place = (self.0.community.id, filter, ctx.db().now());
        let page = (First::parse(first)?, after.as_deref());
        let found = ::checkins::check_ins_in(&ctx.conn(), ctx.actor(), place, page).await?;
        Ok(connected(found, CheckInObject::from))
    }
}

/// The fields of a session that are about check-ins.
pub struct CheckInsOfSession(pub SessionId);

#[Object]
impl CheckInsOfSession {
    /// What is asked after it, in the order of its opening.
    #[graphql(complexity = "5 * child_complexity")]
    async fn check_ins(&self, ctx: &Context<'_>) -> Result<Vec<CheckInObject>> {
        let found = ctx.loaders().checkins.of_sessions.load_one(self.0).await;
        let found = found.map_err(failed)?.unwrap_or_default();
        Ok(found.into_iter().map(CheckInObject::from).collect())
    }
}
