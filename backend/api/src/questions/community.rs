use super::session::parked;
use crate::channels::{PostObject, ThreadObject};
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use ::channels::{Listing, ThreadKind, ThreadsIn};
use ::questions::QuestionFilter;
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use communities::{CommunitySeen, Moderate};
use kernel::{CommunityId, First, Result, SessionId, ThreadId, permit};
use std::sync::Arc;

/// The fields of a community that are about questions, resources and stories.
pub struct QuestionsOfCommunity(pub Arc<CommunitySeen>);

impl QuestionsOfCommunity {
    fn id(&self) -> CommunityId {
        self.0.community.id
    }
}

#[Object]
impl QuestionsOfCommunity {
    /// What was asked in it, the one with the newest post first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn questions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "QuestionFilter::All")] filter: QuestionFilter,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<ThreadObject>> {
        let since = match filter {
            QuestionFilter::Interlude => self.latest_end(ctx).await?,
            _ => None,
        };
        let corrected = match filter {
            QuestionFilter::Corrected => self.corrected(ctx).await?,
            _ => Vec::new(),
        };
        let place = (self.id(), filter);
        let listing =
            ::questions::listing_of(&ctx.conn(), ctx.actor(), place, (since, corrected)).await?;
        listed(ctx, &listing, (first, after)).await
    }

    /// The questions that will be covered in one of its sessions, the oldest first.
    #[graphql(complexity = "20 * child_complexity")]
    async fn parked_questions(
        &self,
        ctx: &Context<'_>,
        session: SessionId,
    ) -> Result<Vec<ThreadObject>> {
        let mut threads = parked(ctx, session).await?;
        threads.retain(|it| it.0.thread.community_id == self.id());
        Ok(threads)
    }

    /// What is useful, the one with the newest post first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn resources(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<ThreadObject>> {
        self.of_kind(ctx, ThreadKind::Resource, (first, after))
            .await
    }

    /// What people did at their work with what they learned, the one with the newest post first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn stories(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<ThreadObject>> {
        self.of_kind(ctx, ThreadKind::Story, (first, after)).await
    }

    /// Verified answers and resources whose day to look again has come, the longest due first; for those
    /// who moderate.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn reviews_due(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<PostObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let leave = permit::<Moderate, _>(ctx.actor(), CommunitySeen::clone(&self.0))?;
        let now = ctx.db().now();
        let due = ::questions::reviews_due(&ctx.conn(), &leave, now, page).await?;
        Ok(connected(due, PostObject::from))
    }
}

impl QuestionsOfCommunity {
    async fn of_kind(
        &self,
        ctx: &Context<'_>,
        kind: ThreadKind,
        page: (i32, Option<String>),
    ) -> Result<Connected<ThreadObject>> {
        let listing = Listing {
            kind: Some(kind),
            ..Listing::of(ThreadsIn::Community(self.id()))
        };
        listed(ctx, &listing, page).await
    }

    /// When the latest session that is over ended.
    async fn latest_end(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        let now = ctx.db().now();
        let sessions = ::sessions::sessions_of(&ctx.conn(), ctx.actor(), self.id()).await?;
        let ends = sessions.iter().map(|seen| seen.session.ends_at);
        Ok(ends.filter(|end| *end <= now).max())
    }

    /// The conversations in which something was corrected.
    async fn corrected(&self, ctx: &Context<'_>) -> Result<Vec<ThreadId>> {
        ::misconceptions::corrected_threads(&ctx.conn(), ctx.actor(), self.id()).await
    }
}

async fn listed(
    ctx: &Context<'_>,
    listing: &Listing,
    page: (i32, Option<String>),
) -> Result<Connected<ThreadObject>> {
    let page = (First::parse(page.0)?, page.1.as_deref());
    let threads = ::channels::threads_listed(&ctx.conn(), ctx.actor(), listing, page).await?;
    Ok(connected(threads, |seen| ThreadObject(Arc::new(seen))))
}
