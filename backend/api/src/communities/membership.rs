use super::CommunityObject;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::moderation::{MuteObject, mute_of};
use crate::prompts::CatchUpObject;
use ::communities::{CommunitySeen, Lead, Membership, Provenance, Read, Role, Standing, allows};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use identity::Person;
use kernel::{Error, MembershipId, Result, permit};
use std::sync::Arc;

/// A person's place in a community.
#[derive(Clone)]
pub struct MembershipObject {
    membership: Membership,
    /// Whose place it is, when that is known without asking.
    person: Option<Person>,
    seen: Arc<CommunitySeen>,
}

impl MembershipObject {
    pub fn new(membership: Membership, seen: Arc<CommunitySeen>) -> Self {
        Self {
            membership,
            person: None,
            seen,
        }
    }

    pub fn of(membership: Membership, person: Person, seen: Arc<CommunitySeen>) -> Self {
        Self {
            membership,
            person: Some(person),
            seen,
        }
    }

    /// The membership, if the viewer may see who belongs to its community.
    pub async fn find(ctx: &Context<'_>, id: MembershipId) -> Result<Self> {
        let (membership, seen) =
            ::communities::membership_seen(&ctx.conn(), ctx.actor(), id).await?;
        match permit::<Read, CommunitySeen>(ctx.actor(), seen) {
            Ok(seen) => Ok(Self::new(membership, Arc::new(seen.into_subject()))),
            Err(Error::NotFound(_)) => Err(Error::NotFound("membership")),
            Err(error) => Err(error),
        }
    }

    /// A membership that the viewer has just changed.
    pub async fn changed(ctx: &Context<'_>, membership: Membership) -> Result<Self> {
        let community = CommunityObject::find(ctx, membership.community_id).await?;
        Ok(Self::new(membership, community.0))
    }
}

#[Object(name = "Membership")]
impl MembershipObject {
    /// Its id.
    pub async fn id(&self) -> MembershipId {
        self.membership.id
    }

    /// Who belongs.
    async fn person(&self, ctx: &Context<'_>) -> Result<PersonObject> {
        match &self.person {
            Some(person) => Ok(PersonObject(person.clone())),
            None => PersonObject::beside(ctx, self.membership.person_id)
                .await?
                .ok_or(Error::NotFound("person")),
        }
    }

    /// To what.
    async fn community(&self) -> CommunityObject {
        CommunityObject(self.seen.clone())
    }

    /// As what.
    async fn role(&self) -> Role {
        self.membership.role
    }

    /// What an alumnus was while the cohort ran; nothing for everybody else.
    async fn former_role(&self) -> Option<Role> {
        self.membership.former_role
    }

    /// Whether they came after the cohort's first day: they are late for nothing that closed before.
    async fn joined_late(&self) -> Result<bool> {
        ::communities::joined_late(&self.seen.community, &self.membership)
    }

    /// What the viewer finds when they came late; nothing when they did not, and of others.
    #[graphql(complexity = "20 * child_complexity")]
    async fn catch_up(&self, ctx: &Context<'_>) -> Result<Option<CatchUpObject>> {
        let own = ctx.actor().person() == Some(self.membership.person_id);
        if !own || !::communities::joined_late(&self.seen.community, &self.membership)? {
            return Ok(None);
        }
        let (conn, id) = (ctx.conn(), self.membership.community_id);
        let standing = Standing {
            role: self.membership.role,
            since: self.membership.joined_at,
            archived_at: self.seen.community.archived_at,
            muted_until: self.membership.muted_until,
        };
        let held = ::sessions::held_before(&conn, ctx.actor(), (id, standing.since)).await?;
        let way = ::prompts::catch_up(&conn, ctx.actor(), (id, standing)).await?;
        Ok(Some(CatchUpObject { way, held }))
    }

    /// Until when and why they read and do not write; for themself and those who moderate.
    async fn muted(&self, ctx: &Context<'_>) -> Result<Option<MuteObject>> {
        mute_of(ctx, (&self.membership, &self.seen)).await
    }

    /// How they came in.
    async fn provenance(&self) -> Provenance {
        self.membership.provenance
    }

    /// Who gave them the role, for administrators and those who lead; nobody where no person did, or it was not kept.
    async fn granted_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        let may_know = allows::<Lead, CommunitySeen>(ctx.actor(), &self.seen);
        match self.membership.granted_by_id.filter(|_| may_know) {
            Some(by) => PersonObject::beside(ctx, by).await,
            None => Ok(None),
        }
    }

    /// Since when.
    async fn joined_at(&self) -> DateTime<Utc> {
        self.membership.joined_at
    }

    /// When they said that they mean to keep the norms; for themself and those who manage members.
    async fn norms_acknowledged_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        let actor = ctx.actor();
        let own = actor.person() == Some(self.membership.person_id);
        let may_know = own || allows::<Lead, CommunitySeen>(actor, &self.seen);
        self.membership.norms_acknowledged_at.filter(|_| may_know)
    }
}
