//! What a conversation is beyond its posts: a question, a resource, a story.
use super::query::similar_to;
use super::question::QuestionObject;
use super::resource::{ResourceObject, StoryObject};
use crate::channels::ThreadObject;
use crate::connection::cost;
use crate::context::Asked;
use ::channels::{ThreadKind, ThreadSeen};
use async_graphql::{Context, Object};
use kernel::{First, Result};
use std::sync::Arc;

/// The fields of a thread that are about questions.
pub struct AskedInThread(pub Arc<ThreadSeen>);

#[Object]
impl AskedInThread {
    /// What it is as a question, if it is one.
    async fn question(&self, ctx: &Context<'_>) -> Result<Option<QuestionObject>> {
        match self.0.thread.kind {
            ThreadKind::Question => QuestionObject::of(ctx, &self.0).await.map(Some),
            _ => Ok(None),
        }
    }

    /// What is shared in it, if that is a resource.
    async fn resource(&self, ctx: &Context<'_>) -> Result<Option<ResourceObject>> {
        match self.0.thread.kind {
            ThreadKind::Resource => ResourceObject::of(ctx, &self.0).await,
            _ => Ok(None),
        }
    }

    /// What is told in it, if that is a story.
    async fn story(&self, ctx: &Context<'_>) -> Result<Option<StoryObject>> {
        match self.0.thread.kind {
            ThreadKind::Story => StoryObject::of(ctx, &self.0).await,
            _ => Ok(None),
        }
    }

    /// Questions like this one that the viewer may read, also elsewhere, answered ones first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn similar(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
    ) -> Result<Vec<ThreadObject>> {
        let first = First::parse(first)?;
        let mut threads = similar_to(ctx, &self.0.thread.title, first).await?;
        threads.retain(|it| it.0.thread.id != self.0.thread.id);
        Ok(threads)
    }

    /// Conversations of any kind about the same that the viewer may read, also elsewhere, the closest first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn related(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
    ) -> Result<Vec<ThreadObject>> {
        let most = usize::try_from(First::parse(first)?.get()).unwrap_or(1);
        let mut words = vec![self.0.thread.title.clone()];
        words.extend(self.0.thread.tag_words());
        let (app, words) = (ctx.app(), words.join(" "));
        let asked = (words.as_str(), app.db.now());
        let threads = app
            .searcher
            .conversations_like(&ctx.conn(), ctx.actor(), asked)
            .await?;
        let others = threads
            .into_iter()
            .filter(|it| it.thread.id != self.0.thread.id);
        Ok(others.take(most).map(ThreadObject).collect())
    }
}
