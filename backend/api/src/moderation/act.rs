use crate::channels::{PostObject, ThreadObject};
use crate::communities::CommunityObject;
use crate::connection::{Connected, connected};
use crate::context::Asked;
use crate::errors::seen;
use crate::identity::PersonObject;
use ::communities::{CommunitySeen, Oversee};
use ::moderation::{Act, ActKind};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{First, ModerationActId, PersonId, Result, permit};

/// Something that a moderator did.
#[derive(Clone)]
pub struct ModerationActObject(pub Act);

async fn person(ctx: &Context<'_>, id: Option<PersonId>) -> Result<Option<PersonObject>> {
    match id {
        Some(person) => PersonObject::beside(ctx, person).await,
        None => Ok(None),
    }
}

#[Object(name = "ModerationAct")]
impl ModerationActObject {
    /// Its id.
    pub async fn id(&self) -> ModerationActId {
        self.0.id
    }

    /// When it was done.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// Who did it; nobody where the platform did.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        person(ctx, self.0.by_id).await
    }

    /// What was done.
    async fn kind(&self) -> ActKind {
        self.0.kind
    }

    /// The post it was done to.
    async fn post(&self, ctx: &Context<'_>) -> Result<Option<PostObject>> {
        match self.0.post_id {
            Some(post) => seen(PostObject::find(ctx, post).await),
            None => Ok(None),
        }
    }

    /// The conversation it was done to, or in which the post stands.
    async fn thread(&self, ctx: &Context<'_>) -> Result<Option<ThreadObject>> {
        match self.0.thread_id {
            Some(thread) => seen(ThreadObject::find(ctx, thread).await),
            None => Ok(None),
        }
    }

    /// The person it was done to.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        person(ctx, self.0.person_id).await
    }

    /// Why, as it was said then.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// When it was taken back.
    async fn undone_at(&self) -> Option<DateTime<Utc>> {
        self.0.undone_at
    }

    /// Who took it back.
    async fn undone_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        person(ctx, self.0.undone_by).await
    }
}

/// What moderators did in a community, the latest first, for those who moderate it.
pub async fn log_of_community(
    ctx: &Context<'_>,
    community: &CommunityObject,
    (first, after): (i32, Option<String>),
) -> Result<Connected<ModerationActObject>> {
    let page = (First::parse(first)?, after.as_deref());
    let seen = permit::<Oversee, _>(ctx.actor(), CommunitySeen::clone(&community.0))?;
    let acts = ::moderation::acts_page(&ctx.conn(), &seen, page).await?;
    Ok(connected(acts, ModerationActObject))
}
