use super::{PlanObject, RoundObject};
use crate::communities::CommunityObject;
use crate::connection::{Connected, connected, cost, count};
use crate::context::Asked;
use crate::identity::PersonObject;
use ::pairings::Oversee;
use async_graphql::{Context, Object};
use communities::CommunitySeen;
use kernel::{First, Permit, Result};
use std::sync::Arc;

/// Pairing in a community as who leads sees it.
pub struct BoardObject(pub Permit<Oversee, CommunitySeen>);

impl BoardObject {
    async fn taking(&self, ctx: &Context<'_>) -> Result<(usize, usize)> {
        let (conn, community) = (ctx.conn(), self.0.community.id);
        let profiles = ::pairings::profiles_in(&conn, community).await?;
        let members = ::communities::everybody_in(&conn, community).await?;
        let now = ctx.db().now();
        Ok(::pairings::taking_part(&members, &profiles, now))
    }
}

#[Object(name = "PairingBoard")]
impl BoardObject {
    /// Which community.
    async fn community(&self) -> CommunityObject {
        let seen = CommunitySeen {
            community: self.0.community.clone(),
            membership: self.0.membership.clone(),
        };
        CommunityObject(Arc::new(seen))
    }

    /// The newest round that is solved or looked at; where none is, the newest that goes on.
    async fn current(&self, ctx: &Context<'_>) -> Result<Option<RoundObject>> {
        let current = ::pairings::current_round(&ctx.conn(), self.0.community.id).await?;
        match current {
            Some(round) => RoundObject::find(ctx, round).await.map(Some),
            None => Ok(None),
        }
    }

    /// The newest round, if no proposal came out of it: see its problem. Nothing once another is begun.
    async fn failed(&self, ctx: &Context<'_>) -> Result<Option<RoundObject>> {
        let failed = ::pairings::failed_round(&ctx.conn(), self.0.community.id).await?;
        match failed {
            Some(round) => RoundObject::find(ctx, round).await.map(Some),
            None => Ok(None),
        }
    }

    /// All rounds, the newest first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn rounds(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<RoundObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let page = ::pairings::rounds_page(&ctx.conn(), &self.0, page).await?;
        Ok(connected(page, |seen| RoundObject(Arc::new(seen))))
    }

    /// What is planned, if rounds begin by themselves.
    async fn plan(&self, ctx: &Context<'_>) -> Result<Option<PlanObject>> {
        let plan = ::pairings::plan_of(&ctx.conn(), self.0.community.id).await?;
        Ok(plan.map(PlanObject))
    }

    /// How many people would take part in a round now.
    async fn taking_part(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(count(self.taking(ctx).await?.0))
    }

    /// How many would not, though they could.
    async fn not_taking_part(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(count(self.taking(ctx).await?.1))
    }

    /// Who is paused after silent rounds, by name.
    async fn paused(&self, ctx: &Context<'_>) -> Result<Vec<PersonObject>> {
        let paused = ::pairings::paused_in(&ctx.conn(), self.0.community.id).await?;
        crate::prompts::people(ctx, paused).await
    }
}
