use super::thread::named;
use crate::identity::PersonObject;
use ::channels::Post;
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{PersonId, Result};

/// That a moderator withholds the words of a post.
pub struct HiddenObject {
    at: DateTime<Utc>,
    by: Option<PersonId>,
    reason: String,
}

impl HiddenObject {
    pub fn of(post: &Post) -> Option<Self> {
        Some(Self {
            at: post.hidden_at?,
            by: post.hidden_by,
            reason: post.hidden_reason.clone().unwrap_or_default(),
        })
    }
}

#[Object(name = "Hidden")]
impl HiddenObject {
    /// Since when.
    async fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// Which moderator.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        named(ctx, self.by).await
    }

    /// Why.
    async fn reason(&self) -> &str {
        &self.reason
    }
}
