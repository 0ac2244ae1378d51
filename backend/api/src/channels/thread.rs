use super::channel::ChannelObject;
use super::post::PostObject;
use crate::communities::CommunityObject;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::errors::seen;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::misconceptions::{MisconceptionObject, corrections_of_title, of_thread};
use crate::prompts::PromptObject;
use crate::questions::AskedInThread;
use ::channels::{
    Edit, Follow, Moderate, Read, ThreadFilter, ThreadKind, ThreadSeen, ThreadsIn, Write,
};
use async_graphql::{Context, Enum, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{Error, First, PersonId, Policy, PostId, Result, ThreadId, permit};
use std::sync::Arc;

/// A conversation: a title, the post that opens it, and what was replied.
#[derive(Clone)]
pub struct ThreadObject(pub Arc<ThreadSeen>);

impl ThreadObject {
    pub async fn find(ctx: &Context<'_>, id: ThreadId) -> Result<Self> {
        let actor = ctx.signed_in()?;
        let seen = ::channels::thread_seen(&ctx.conn(), actor, id).await?;
        Ok(Self(Arc::new(
            permit::<Read, ThreadSeen>(actor, seen)?.into_subject(),
        )))
    }
}

/// Why something is not shown yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum WithheldReason {
    /// Everybody answers from their own experience before they read what others answered.
    AnswerFirst,
}

/// Posts that are not shown to the viewer yet.
#[derive(SimpleObject)]
pub struct Withheld {
    /// Why.
    reason: WithheldReason,
    /// How many there are.
    count: i32,
}

/// What the viewer may do in a conversation.
#[derive(SimpleObject)]
pub struct ThreadPermissions {
    /// Reply in it.
    reply: bool,
    /// Change its title and tags.
    edit: bool,
    /// Lock it, and act on what others wrote.
    moderate: bool,
}

#[Object(name = "Thread")]
impl ThreadObject {
    /// Its id.
    pub async fn id(&self) -> ThreadId {
        self.0.thread.id
    }

    /// A discussion, or a question with answers.
    async fn kind(&self) -> ThreadKind {
        self.0.thread.kind
    }

    /// What it is about.
    async fn title(&self, ctx: &Context<'_>) -> &str {
        self.0.title_for(&ctx.actor())
    }

    /// Whether a moderator withholds its title with its opening.
    async fn is_title_hidden(&self) -> bool {
        self.0.thread.hidden_title.is_some()
    }

    /// The readable part of its address, made from the title; it may be empty.
    async fn slug(&self) -> String {
        kernel::slug(&self.0.thread.title)
    }

    /// The channel it stands in.
    async fn channel(&self) -> ChannelObject {
        self.0.channel.clone().into()
    }

    /// The community it belongs to.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.0.thread.community_id).await
    }

    /// Who began it; nobody where that was done without a name, but for its author.
    async fn author(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        named(ctx, self.0.thread.byline(ctx.actor())).await
    }

    /// Whether it was begun without a name.
    async fn is_nameless(&self) -> bool {
        self.0.thread.nameless
    }

    /// Whether the viewer began it.
    async fn viewer_is_author(&self, ctx: &Context<'_>) -> bool {
        self.0.thread.is_by(ctx.actor())
    }

    /// Since when its author asks it no longer. What was answered stays.
    async fn withdrawn_at(&self) -> Option<DateTime<Utc>> {
        self.0.thread.withdrawn_at
    }

    /// The conversation that took in what was said here.
    async fn moved_to(&self, ctx: &Context<'_>) -> Result<Option<ThreadObject>> {
        match self.0.thread.moved_to {
            Some(id) => seen(ThreadObject::find(ctx, id).await),
            None => Ok(None),
        }
    }

    /// When it was begun.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.thread.created_at
    }

    /// When its newest post was written.
    async fn last_post_at(&self) -> DateTime<Utc> {
        self.0.thread.last_post_at
    }

    /// Who wrote its newest post, of those that the viewer may read; nobody where that was done without a
    /// name, but for its author.
    async fn last_author(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        named(ctx, self.0.last_byline(ctx.actor())).await
    }

    /// How many replies can be read.
    async fn reply_count(&self) -> i32 {
        self.0.thread.reply_count
    }

    /// Words it can be found by.
    async fn tags(&self) -> Vec<String> {
        self.0.thread.tag_words()
    }

    /// Since when only moderators write in it.
    async fn locked_at(&self) -> Option<DateTime<Utc>> {
        self.0.thread.locked_at
    }

    /// Whether a question has an answer that helped its asker.
    async fn is_answered(&self) -> bool {
        self.0.thread.accepted_post_id.is_some()
    }

    /// The answer that helped its asker.
    async fn accepted_post_id(&self) -> Option<PostId> {
        self.0.thread.accepted_post_id
    }

    /// The number of the last post the viewer read; 0 when none.
    async fn read_through(&self) -> i32 {
        self.0.read_through()
    }

    /// How many posts came after that, deleted ones too; none in a muted conversation.
    async fn unread_count(&self) -> i32 {
        self.0.unread_count()
    }

    /// How much the viewer wants to hear of it.
    async fn follow(&self) -> Follow {
        self.0
            .reader
            .as_ref()
            .map_or(Follow::Normal, |reader| reader.follow)
    }

    /// The conversation that asked the same before, if the viewer may see it.
    async fn duplicate_of(&self, ctx: &Context<'_>) -> Result<Option<ThreadObject>> {
        let Some(id) = self.0.thread.duplicate_of else {
            return Ok(None);
        };
        seen(ThreadObject::find(ctx, id).await)
    }

    /// What is not shown to the viewer yet, and why; nothing when all of it is.
    async fn withheld(&self) -> Option<Withheld> {
        self.0.withholds().then(|| Withheld {
            reason: WithheldReason::AnswerFirst,
            count: self.0.thread.reply_count,
        })
    }

    /// The prompt whose conversation it is, if it is one's.
    async fn prompt(&self, ctx: &Context<'_>) -> Result<Option<PromptObject>> {
        if self.0.thread.kind != ThreadKind::Prompt {
            return Ok(None);
        }
        let by_thread = &ctx.loaders().prompts.by_thread;
        let found = by_thread.load_one(self.0.thread.id).await.map_err(failed)?;
        Ok(found.map(PromptObject))
    }

    #[graphql(flatten)]
    async fn asked(&self) -> AskedInThread {
        AskedInThread(self.0.clone())
    }

    /// Misconceptions that occur in it and were corrected.
    async fn corrections(&self, ctx: &Context<'_>) -> Result<Vec<MisconceptionObject>> {
        of_thread(ctx, self.0.thread.id).await
    }

    /// Of those, what its title itself says: it stands beside the title wherever that is shown.
    async fn title_corrections(&self, ctx: &Context<'_>) -> Result<Vec<MisconceptionObject>> {
        let title = self.0.title_for(&ctx.actor());
        corrections_of_title(ctx, (self.0.thread.id, title)).await
    }

    /// What the viewer may do in it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> ThreadPermissions {
        let (seen, actor) = (&*self.0, ctx.actor());
        ThreadPermissions {
            reply: Policy::<Write>::verdict(seen, &actor).allows(),
            edit: Policy::<Edit>::verdict(seen, &actor).allows(),
            moderate: Policy::<Moderate>::verdict(seen, &actor).allows(),
        }
    }

    /// The first few people who wrote in it.
    async fn participants(&self, ctx: &Context<'_>) -> Result<Vec<PersonObject>> {
        let loaders = ctx.loaders();
        let ids = loaders
            .participants
            .load_one(self.0.thread.id)
            .await
            .map_err(failed)?;
        let ids = ids.unwrap_or_default();
        let mut people = loaders
            .people
            .load_many(ids.iter().copied())
            .await
            .map_err(failed)?;
        Ok(ids
            .iter()
            .filter_map(|id| people.remove(id))
            .map(PersonObject)
            .collect())
    }

    /// The post that opens it.
    async fn opening(&self, ctx: &Context<'_>) -> Result<PostObject> {
        let page = self.page(ctx, (1, None)).await?;
        let opening = page.edges.into_iter().next();
        opening.map(|edge| edge.node).ok_or(Error::NotFound("post"))
    }

    /// Its posts in reading order: the opening, then each reply followed by the replies to it.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn posts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<PostObject>> {
        self.page(ctx, (first, after)).await
    }
}

impl ThreadObject {
    async fn page(
        &self,
        ctx: &Context<'_>,
        page: (i32, Option<String>),
    ) -> Result<Connected<PostObject>> {
        let first = First::parse(page.0)?;
        let page = (first, page.1.as_deref());
        // What was said here stands in another conversation now.
        let thread = match self.0.thread.moved_to {
            Some(into) => ThreadObject::find(ctx, into).await?.0,
            None => self.0.clone(),
        };
        let posts = ::channels::posts_of_thread(&ctx.conn(), ctx.actor(), &thread, page).await?;
        Ok(connected(posts, PostObject::from))
    }
}

/// The person of a byline, beside what it stands under.
pub async fn named(ctx: &Context<'_>, person: Option<PersonId>) -> Result<Option<PersonObject>> {
    match person {
        Some(person) => PersonObject::beside(ctx, person).await,
        None => Ok(None),
    }
}

/// A page of the threads of a place.
pub async fn threads_page(
    ctx: &Context<'_>,
    place: (ThreadsIn, ThreadFilter),
    page: (i32, Option<String>),
) -> Result<Connected<ThreadObject>> {
    let page = (First::parse(page.0)?, page.1.as_deref());
    let threads = ::channels::threads_in(&ctx.conn(), ctx.actor(), place, page).await?;
    Ok(connected(threads, |seen| ThreadObject(Arc::new(seen))))
}
