use crate::channels::{PostObject, ThreadObject};
use crate::communities::CommunityObject;
use crate::context::Asked;
use crate::errors::seen;
use crate::misconceptions::{MisconceptionObject, corrections_of_title};
use crate::pairings::PairObject;
use ::moderation::{Decision, Message};
use ::notifications::{Keep, Notice, NoticeKind, notice_seen};
use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use kernel::{MisconceptionId, NoticeId, PairId, Result, permit};

/// Something the viewer is told that is no conversation. There is one for each thing: what is told
/// later takes the place of what was told before.
#[derive(Clone)]
pub struct NoticeObject(pub Notice);

impl NoticeObject {
    /// The notice, if it is the viewer's and they still belong to its community.
    pub async fn find(ctx: &Context<'_>, id: NoticeId) -> Result<Self> {
        let seen = notice_seen(&ctx.conn(), ctx.actor(), id).await?;
        Ok(Self(
            permit::<Keep, _>(ctx.actor(), seen)?.into_subject().notice,
        ))
    }
}

#[Object(name = "Notice")]
impl NoticeObject {
    /// Its id.
    pub async fn id(&self) -> NoticeId {
        self.0.id
    }

    /// What it tells.
    async fn kind(&self) -> NoticeKind {
        self.0.kind
    }

    /// The id of the session, prompt, pre-work, conversation, misconception or saved search it is about; that of the
    /// community when it is about none of these. `node` finds it.
    /// Of a decision, what an appeal is made against.
    async fn about(&self) -> ID {
        match self.0.kind {
            NoticeKind::Moderation => ID(self.0.about.clone()),
            _ => ID(self.0.leads_to()),
        }
    }

    /// The community it is from.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.0.community_id).await
    }

    /// The conversation in which it is answered, where there is one.
    async fn thread(&self, ctx: &Context<'_>) -> Result<Option<ThreadObject>> {
        match self.0.thread_id {
            Some(thread) => seen(ThreadObject::find(ctx, thread).await),
            None => Ok(None),
        }
    }

    /// What it is about was called so when it was told.
    async fn title(&self) -> &str {
        &self.0.facts.title
    }

    /// What is corrected of that, where it is the title of a conversation.
    async fn title_corrections(&self, ctx: &Context<'_>) -> Result<Vec<MisconceptionObject>> {
        match self.0.thread_id {
            Some(thread) => corrections_of_title(ctx, (thread, &self.0.facts.title)).await,
            None => Ok(Vec::new()),
        }
    }

    /// When what it is about begins, or is due.
    async fn happens_at(&self) -> Option<DateTime<Utc>> {
        self.0.facts.at
    }

    /// When it was to begin before it was moved.
    async fn was_to_happen_at(&self) -> Option<DateTime<Utc>> {
        self.0.facts.before
    }

    /// How many minutes it takes.
    async fn minutes(&self) -> Option<i32> {
        self.0.facts.minutes
    }

    /// Why, or what else there is to say.
    async fn words(&self) -> Option<&str> {
        self.0.facts.words.as_deref()
    }

    /// The misconception whose correction it tells of, if it tells of one that the viewer may see.
    async fn misconception(&self, ctx: &Context<'_>) -> Result<Option<MisconceptionObject>> {
        match self.0.about.parse::<MisconceptionId>() {
            Ok(id) => seen(MisconceptionObject::find(ctx, id).await),
            Err(_) => Ok(None),
        }
    }

    /// The pair it is about, if the viewer may know it.
    async fn pair(&self, ctx: &Context<'_>) -> Result<Option<PairObject>> {
        match self.0.about.parse::<PairId>() {
            Ok(id) => seen(PairObject::find(ctx, id).await),
            Err(_) => Ok(None),
        }
    }

    /// What moderators decided, for a notice of that.
    async fn message(&self) -> Option<Message> {
        self.0.facts.message
    }

    /// Which decision it was, for a notice of that.
    async fn decision(&self) -> Option<Decision> {
        self.0.facts.decision
    }

    /// The post that moderators decided about, if the viewer may read it.
    async fn post(&self, ctx: &Context<'_>) -> Result<Option<PostObject>> {
        match self.0.facts.post {
            Some(post) => seen(PostObject::find(ctx, post).await),
            None => Ok(None),
        }
    }

    /// Until when it is so.
    async fn until(&self) -> Option<DateTime<Utc>> {
        self.0.facts.until
    }

    /// Who left the viewer's pair, where it tells what became of that.
    async fn gone(&self) -> Option<&str> {
        self.0.facts.gone.as_deref()
    }

    /// How many wait for a moderator, or were found.
    async fn count(&self) -> Option<i32> {
        self.0.facts.count
    }

    /// When it was told.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// Since when it is dealt with.
    async fn done_at(&self) -> Option<DateTime<Utc>> {
        self.0.done_at
    }
}
