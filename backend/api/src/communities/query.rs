use super::{CommunityObject, InvitationObject};
use crate::context::Asked;
use crate::typed::typed;
use ::communities::{CommunitySeen, See};
use async_graphql::{Context, Object};
use kernel::{Error, Result, permit};
use std::sync::Arc;

#[derive(Default)]
pub struct CommunitiesQuery;

#[Object]
impl CommunitiesQuery {
    /// A community, if there is one the viewer may see.
    async fn community(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The community's place in addresses.")] slug: String,
    ) -> Result<Option<CommunityObject>> {
        let actor = ctx.signed_in()?;
        let slug = typed("slug", &slug)?;
        let found = ::communities::community_seen_by_slug(&ctx.conn(), actor, &slug).await;
        match found.and_then(|seen| permit::<See, CommunitySeen>(actor, seen)) {
            Ok(seen) => Ok(Some(CommunityObject(Arc::new(seen.into_subject())))),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What a link invites to; nothing when it was used, taken back or is too old.
    async fn invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The last part of the link.")] token: String,
    ) -> Result<Option<InvitationObject>> {
        let now = ctx.db().now();
        let seen = ::communities::invitation_seen(&ctx.conn(), &token, now).await?;
        Ok(seen.map(|seen| InvitationObject { seen, token: None }))
    }
}
