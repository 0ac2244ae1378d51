use super::PairObject;
use super::board::BoardObject;
use super::preferences::PreferencesObject;
use crate::communities::CommunityObject;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use ::pairings::{Oversee, PairSeen, Profile, TakePart};
use async_graphql::{Context, Enum, Object};
use chrono::{DateTime, Utc};
use communities::{CommunityKind, CommunitySeen, allows};
use kernel::{Error, First, Permit, Result, permit};
use std::sync::Arc;

/// The fields of a community that are about pairing.
pub struct PairingOfCommunity(pub Arc<CommunitySeen>);

#[Object]
impl PairingOfCommunity {
    /// Pairing here as it concerns the viewer; nothing for who does not take part.
    async fn pairing(&self, ctx: &Context<'_>) -> Option<PairingObject> {
        // What was is read also where nothing is changed any more.
        let mut seen = (*self.0).clone();
        seen.community.archived_at = None;
        let takes_part = allows::<TakePart, CommunitySeen>(ctx.actor(), &seen);
        takes_part.then(|| PairingObject(self.0.clone()))
    }

    /// Pairing here as who leads sees it, also where nothing goes on any more; nothing for everybody else.
    async fn pairing_board(&self, ctx: &Context<'_>) -> Option<BoardObject> {
        let seen: Result<Permit<Oversee, CommunitySeen>> = permit(ctx.actor(), (*self.0).clone());
        seen.ok().map(BoardObject)
    }

    /// Whose room it is, for the room of a pair.
    async fn pair_of(&self, ctx: &Context<'_>) -> Result<Option<PairObject>> {
        if self.0.community.kind != CommunityKind::Pair {
            return Ok(None);
        }
        let room = self.0.community.id;
        let found = ::pairings::pair_of_room(&ctx.conn(), ctx.actor(), room).await?;
        Ok(found.map(|seen| PairObject(Arc::new(seen))))
    }
}

/// Where the viewer stands with pairing in a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum PairingStanding {
    /// There is a pair, from now on or from a day to come.
    Paired,
    /// They take part and nobody was found: the facilitators know.
    Waiting,
    /// They take part; there is no round at the moment.
    Ready,
    /// They do not take part.
    OptedOut,
    /// Until a day.
    Snoozed,
    /// After silent rounds.
    Paused,
}

/// Pairing in a community as it concerns the viewer.
pub struct PairingObject(Arc<CommunitySeen>);

impl PairingObject {
    async fn profile(&self, ctx: &Context<'_>) -> Result<Profile> {
        let (_, viewer) = ctx.sign_in().ok_or(Error::SignInFirst)?;
        ::pairings::profile_of(&ctx.conn(), self.0.community.id, viewer).await
    }

    async fn own_pairs(&self, ctx: &Context<'_>) -> Result<Vec<PairSeen>> {
        ::pairings::own_pairs(&ctx.conn(), ctx.actor(), self.0.community.id).await
    }

    async fn is_left_out(&self, ctx: &Context<'_>) -> Result<bool> {
        let (conn, community) = (ctx.conn(), self.0.community.id);
        let Some(id) = ::pairings::current_round(&conn, community).await? else {
            return Ok(false);
        };
        let rounds = ::pairings::rounds_visible_to(&conn, ctx.actor(), &[id]).await?;
        let viewer = ctx.actor().person();
        let left = rounds.iter().flat_map(|seen| &seen.round.unpaired.0);
        let published = rounds.iter().all(|seen| seen.round.published_at.is_some());
        Ok(published && left.into_iter().any(|left| Some(left.person) == viewer))
    }
}

#[Object(name = "Pairing")]
impl PairingObject {
    /// Which community.
    async fn community(&self) -> CommunityObject {
        CommunityObject(self.0.clone())
    }

    /// Where the viewer stands.
    async fn standing(&self, ctx: &Context<'_>) -> Result<PairingStanding> {
        if !self.own_pairs(ctx).await?.is_empty() {
            return Ok(PairingStanding::Paired);
        }
        let profile = self.profile(ctx).await?;
        let today = ctx.db().now().date_naive();
        if profile.opted_out {
            return Ok(PairingStanding::OptedOut);
        }
        if profile.paused_at.is_some() {
            return Ok(PairingStanding::Paused);
        }
        if profile.snoozed_until.is_some_and(|until| until > today) {
            return Ok(PairingStanding::Snoozed);
        }
        match self.is_left_out(ctx).await? {
            true => Ok(PairingStanding::Waiting),
            false => Ok(PairingStanding::Ready),
        }
    }

    /// The viewer's pairs that are not over, the newest first: mostly one.
    #[graphql(complexity = "3 * child_complexity")]
    async fn pairs(&self, ctx: &Context<'_>) -> Result<Vec<PairObject>> {
        let pairs = self.own_pairs(ctx).await?.into_iter();
        Ok(pairs.map(|seen| PairObject(Arc::new(seen))).collect())
    }

    /// The viewer's pairs that are over, the newest first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn past_pairs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<PairObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let community = self.0.community.id;
        let page = ::pairings::past_pairs(&ctx.conn(), ctx.actor(), community, page).await?;
        Ok(connected(page, |seen| PairObject(Arc::new(seen))))
    }

    /// When the next round begins by itself, where one is planned.
    async fn next_round_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        let plan = ::pairings::plan_of(&ctx.conn(), self.0.community.id).await?;
        Ok(plan.and_then(|plan| plan.next_at))
    }

    /// What the viewer says of themself for it.
    async fn preferences(&self, ctx: &Context<'_>) -> Result<PreferencesObject> {
        self.profile(ctx).await.map(PreferencesObject)
    }
}
