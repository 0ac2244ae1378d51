use super::{ModerationActObject, MuteObject};
use crate::context::Asked;
use crate::identity::PersonObject;
use ::moderation::{Appeal, See, appeal_seen};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{AppealId, Result, permit};

/// Somebody asks that a decision about them is looked at again.
#[derive(Clone)]
pub struct AppealObject {
    pub appeal: Appeal,
    /// Whether the post it is about was written without a name, when that is known without asking.
    pub nameless: Option<bool>,
}

impl From<Appeal> for AppealObject {
    fn from(appeal: Appeal) -> Self {
        Self {
            appeal,
            nameless: None,
        }
    }
}

impl AppealObject {
    /// The appeal, if it is the viewer's or they moderate where it was made.
    pub async fn find(ctx: &Context<'_>, id: AppealId) -> Result<Self> {
        let found = appeal_seen(&ctx.conn(), ctx.actor(), id).await?;
        let found = permit::<See, _>(ctx.actor(), found)?;
        Ok(found.into_subject().appeal.into())
    }

    /// Who wrote without a name appeals without one.
    async fn is_nameless(&self, ctx: &Context<'_>) -> Result<bool> {
        if let Some(nameless) = self.nameless {
            return Ok(nameless);
        }
        let act: Vec<_> = self.appeal.act_id.into_iter().collect();
        let acts = ::moderation::acts_by_ids(&ctx.conn(), &act).await?;
        let Some(post) = acts.first().and_then(|act| act.post_id) else {
            return Ok(false);
        };
        let post = ::channels::post_seen(&ctx.conn(), ctx.actor(), post).await?;
        Ok(post.post.nameless)
    }
}

#[Object(name = "Appeal")]
impl AppealObject {
    /// Its id.
    pub async fn id(&self) -> AppealId {
        self.appeal.id
    }

    /// Who asks; nobody where they wrote without a name, but for themself.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        let own = ctx.actor().person() == Some(self.appeal.person_id);
        match own || !self.is_nameless(ctx).await? {
            true => PersonObject::beside(ctx, self.appeal.person_id).await,
            false => Ok(None),
        }
    }

    /// What was overlooked.
    async fn words(&self) -> &str {
        &self.appeal.words
    }

    /// The decision that it is against, where it is one.
    async fn against(&self, ctx: &Context<'_>) -> Result<Option<ModerationActObject>> {
        let act: Vec<_> = self.appeal.act_id.into_iter().collect();
        let mut acts = ::moderation::acts_by_ids(&ctx.conn(), &act).await?;
        Ok(acts.pop().map(ModerationActObject))
    }

    /// The mute that it is against, where it is one.
    async fn mute(&self, ctx: &Context<'_>) -> Result<Option<MuteObject>> {
        match self.appeal.mute_id {
            Some(mute) => {
                let mute = ::communities::mute_by_id(&ctx.conn(), mute).await?;
                Ok(mute.map(MuteObject))
            }
            None => Ok(None),
        }
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.appeal.created_at
    }

    /// What a moderator answered.
    async fn answer(&self) -> Option<&str> {
        self.appeal.answer.as_deref()
    }

    /// When it was answered.
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.appeal.answered_at
    }

    /// Whether it was right; nothing before it is answered.
    async fn is_upheld(&self) -> Option<bool> {
        self.appeal.upheld
    }
}
