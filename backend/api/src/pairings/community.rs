use super::PairObject;
use super::board::BoardObject;
use super::preferences::PreferencesObject;
use crate::communities::CommunityObject;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use ::pairings::{Oversee, PairMember, PairSeen, Profile, TakePart};
use async_graphql::{Context, Enum, Object};
use chrono::{DateTime, NaiveDate, Utc};
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
    /// They left their pair in a round that goes on; the next counts with them.
    Left,
    /// They take part; no round at the moment is with them.
    Ready,
    /// Rounds ask learners; them too, once they say something of themself.
    NotAsked,
    /// They do not take part.
    OptedOut,
    /// Until a day.
    Snoozed,
    /// After silent rounds.
    Paused,
}

impl PairingStanding {
    /// Why somebody does not take part who is asked.
    fn away(said: &Profile, today: NaiveDate) -> Option<Self> {
        if said.opted_out {
            return Some(Self::OptedOut);
        }
        if said.paused_at.is_some() {
            return Some(Self::Paused);
        }
        let asleep = said.snoozed_until.is_some_and(|until| until > today);
        asleep.then_some(Self::Snoozed)
    }
}

/// Pairing in a community as it concerns the viewer.
pub struct PairingObject(Arc<CommunitySeen>);

impl PairingObject {
    async fn profile(&self, ctx: &Context<'_>) -> Result<Profile> {
        let viewer = ctx.viewer().ok_or(Error::SignInFirst)?;
        ::pairings::profile_of(&ctx.conn(), self.0.community.id, viewer).await
    }

    async fn own_pairs(&self, ctx: &Context<'_>) -> Result<Vec<PairSeen>> {
        ::pairings::own_pairs(&ctx.conn(), ctx.actor(), self.0.community.id).await
    }

    /// Where who takes part and has no pair stands in what goes on.
    async fn beside(&self, ctx: &Context<'_>) -> Result<PairingStanding> {
        let (conn, viewer) = (ctx.conn(), ctx.actor().person());
        let rounds = ::pairings::running_rounds(&conn, self.0.community.id).await?;
        let mut waiting = rounds.iter().flat_map(|round| &round.unpaired.0);
        if waiting.any(|left| Some(left.person) == viewer) {
            return Ok(PairingStanding::Waiting);
        }
        let ids: Vec<_> = rounds.iter().map(|round| round.id).collect();
        let pairs = ::pairings::pairs_of_rounds(&conn, ctx.actor(), &ids).await?;
        let mut members = pairs.iter().flat_map(|seen| &seen.members);
        let left =
            |member: &PairMember| Some(member.person_id) == viewer && member.left_at.is_some();
        Ok(match members.any(left) {
            true => PairingStanding::Left,
            false => PairingStanding::Ready,
        })
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
        let viewer = ctx.viewer().ok_or(Error::SignInFirst)?;
        let said = ::pairings::said_by(&ctx.conn(), self.0.community.id, viewer.id).await?;
        let is_asked = |role| ::pairings::is_asked(role, said.as_ref());
        if !self.0.role().is_some_and(is_asked) {
            return Ok(PairingStanding::NotAsked);
        }
        let today = ctx.db().now().date_naive();
        if let Some(away) = said.and_then(|said| PairingStanding::away(&said, today)) {
            return Ok(away);
        }
        self.beside(ctx).await
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
