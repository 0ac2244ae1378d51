use crate::communities::CommunityObject;
use crate::context::Asked;
use crate::identity::PersonObject;
use ::communities::{CommunitySeen, Membership, Mute, Oversee, allows};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{Error, MuteId, Result, permit};

/// A member who reads in a community, and does not write for a time.
#[derive(Clone)]
pub struct MuteObject(pub Mute);

#[Object(name = "Mute")]
impl MuteObject {
    /// Its id.
    pub async fn id(&self) -> MuteId {
        self.0.id
    }

    /// Who is muted.
    async fn person(&self, ctx: &Context<'_>) -> Result<PersonObject> {
        let person = PersonObject::beside(ctx, self.0.person_id).await?;
        person.ok_or(Error::NotFound("person"))
    }

    /// When they write again.
    async fn until(&self) -> DateTime<Utc> {
        self.0.until
    }

    /// Why, as they read it.
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// Who muted them.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match self.0.by_id {
            Some(person) => PersonObject::beside(ctx, person).await,
            None => Ok(None),
        }
    }

    /// Since when.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// Since when it is over: its time passed, or somebody ended it.
    async fn lifted_at(&self) -> Option<DateTime<Utc>> {
        self.0.lifted_at
    }
}

/// The mutes that stand in a community, for those who moderate it.
pub async fn mutes_of_community(
    ctx: &Context<'_>,
    community: &CommunityObject,
) -> Result<Vec<MuteObject>> {
    let seen = permit::<Oversee, _>(ctx.actor(), CommunitySeen::clone(&community.0))?;
    let mutes = ::communities::mutes_in(&ctx.conn(), &seen).await?;
    Ok(mutes.into_iter().map(MuteObject).collect())
}

/// The mute of a member, for themself and for those who moderate.
pub async fn mute_of(
    ctx: &Context<'_>,
    member: (&Membership, &CommunitySeen),
) -> Result<Option<MuteObject>> {
    let (membership, seen) = member;
    let own = ctx.actor().person() == Some(membership.person_id);
    let may_know = own || allows::<Oversee, CommunitySeen>(ctx.actor(), seen);
    if membership.muted_until.is_none() || !may_know {
        return Ok(None);
    }
    let place = (membership.community_id, membership.person_id);
    let mutes = &ctx.loaders().communities.mutes;
    let mute = mutes.load_one(place).await;
    Ok(mute.map_err(crate::loaders::failed)?.map(MuteObject))
}
