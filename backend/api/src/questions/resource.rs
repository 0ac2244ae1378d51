use super::question::words_of;
use crate::channels::PostObject;
use crate::context::Asked;
use crate::loaders::failed;
use crate::misconceptions::{CorrectionObject, corrections_of};
use ::channels::{PostSeen, ThreadSeen};
use ::questions::{Resource, ResourceWords, Review, StoryWords};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::Result;

/// Something useful: a page or a file, and why it is.
pub struct ResourceObject {
    resource: Resource,
    why: String,
    post: PostSeen,
    review: Option<Review>,
}

impl ResourceObject {
    /// The resource of a thread, while the viewer reads its words.
    pub async fn of(ctx: &Context<'_>, thread: &ThreadSeen) -> Result<Option<Self>> {
        let loaders = &ctx.loaders().questions;
        let found = loaders.resources.load_one(thread.thread.id).await;
        let Some(resource) = found.map_err(failed)? else {
            return Ok(None);
        };
        let post = loaders.posts.load_one(resource.post_id).await;
        let Some(post) = post.map_err(failed)? else {
            return Ok(None);
        };
        let Some(words) = words_of(ctx, &post) else {
            return Ok(None);
        };
        let review = loaders.reviews.load_one(resource.post_id).await;
        Ok(Some(Self {
            why: ResourceWords::why(&words, resource.url.as_deref()),
            review: review.map_err(failed)?,
            resource,
            post,
        }))
    }
}

#[Object(name = "Resource")]
impl ResourceObject {
    /// The address of the page; nothing when it is a file attached to its post.
    async fn url(&self) -> Option<&str> {
        self.resource.url.as_deref()
    }

    /// Why it is useful, in Markdown.
    async fn why(&self) -> &str {
        &self.why
    }

    /// The corrections of what is said there.
    async fn corrections(&self, ctx: &Context<'_>) -> Result<Vec<CorrectionObject>> {
        corrections_of(ctx, &self.post).await
    }

    /// The post that shares it; a file is attached to it.
    async fn post(&self) -> PostObject {
        PostObject::from(self.post.clone())
    }

    /// How many people used it.
    async fn used_it_count(&self) -> i32 {
        self.post.post.used_it
    }

    /// When somebody should look whether it still holds.
    async fn review_at(&self) -> Option<DateTime<Utc>> {
        self.review.as_ref().and_then(|review| review.review_at)
    }

    /// Whether that day has come.
    async fn is_review_due(&self, ctx: &Context<'_>) -> bool {
        let review = self.review.as_ref();
        review.is_some_and(|review| review.is_due(ctx.db().now()))
    }

    /// Since when it does not hold any more.
    async fn obsolete_at(&self) -> Option<DateTime<Utc>> {
        self.review.as_ref().and_then(|review| review.obsolete_at)
    }
}

/// What somebody did at their work with what they learned.
pub struct StoryObject {
    words: StoryWords,
    post: PostSeen,
}

impl StoryObject {
    /// The story of a thread, while the viewer reads its words.
    pub async fn of(ctx: &Context<'_>, thread: &ThreadSeen) -> Result<Option<Self>> {
        let loaders = &ctx.loaders().questions;
        let found = loaders.stories.load_one(thread.thread.id).await;
        let Some(story) = found.map_err(failed)? else {
            return Ok(None);
        };
        let post = loaders.posts.load_one(story.post_id).await;
        let Some(post) = post.map_err(failed)? else {
            return Ok(None);
        };
        let words = words_of(ctx, &post);
        Ok(words.map(|words| Self {
            words: StoryWords::read(&words),
            post,
        }))
    }
}

#[Object(name = "Story")]
impl StoryObject {
    /// What the situation was, in Markdown.
    async fn situation(&self) -> &str {
        &self.words.situation
    }

    /// What was used of what was learned, in Markdown.
    async fn used(&self) -> &str {
        &self.words.used
    }

    /// What happened, in Markdown.
    async fn happened(&self) -> &str {
        &self.words.happened
    }

    /// Whether they would do it again, in Markdown.
    async fn again(&self) -> &str {
        &self.words.again
    }

    /// The corrections of what is said there.
    async fn corrections(&self, ctx: &Context<'_>) -> Result<Vec<CorrectionObject>> {
        corrections_of(ctx, &self.post).await
    }
}
