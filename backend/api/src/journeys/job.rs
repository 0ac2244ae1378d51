use super::item::JourneyItemObject;
use crate::context::Asked;
use ::journeys::{ItemSeen, JourneyItemState, Trouble, journey_seen};
use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use kernel::Result;

/// Something that was to be done, and failed.
pub struct JobObject(pub Trouble);

#[Object(name = "Job")]
impl JobObject {
    /// Its id: that of an item of a journey, or of a job of the platform.
    async fn id(&self) -> ID {
        match &self.0 {
            Trouble::Item(item) => item.id.to_string().into(),
            Trouble::Job(job) => job.id.to_string().into(),
        }
    }

    /// What it does: the key of a step, or the kind of a job.
    async fn kind(&self) -> &str {
        match &self.0 {
            Trouble::Item(item) => &item.step,
            Trouble::Job(job) => &job.kind,
        }
    }

    /// The item of a journey that it is; nothing for a job of the platform.
    async fn item(&self, ctx: &Context<'_>) -> Result<Option<JourneyItemObject>> {
        let Trouble::Item(item) = &self.0 else {
            return Ok(None);
        };
        let journey = journey_seen(&ctx.conn(), ctx.actor(), item.journey_id).await?;
        let item = item.clone();
        Ok(Some(ItemSeen { item, journey }.into()))
    }

    /// When it was to happen.
    async fn due_at(&self) -> DateTime<Utc> {
        self.0.at()
    }

    /// How often it was tried.
    async fn attempts(&self) -> i32 {
        match &self.0 {
            Trouble::Item(item) => item.attempts,
            Trouble::Job(job) => job.attempts,
        }
    }

    /// Why it could not be done, in words.
    async fn problem(&self) -> Option<&str> {
        match &self.0 {
            Trouble::Item(item) => item.last_error.as_deref(),
            Trouble::Job(job) => job.last_error.as_deref(),
        }
    }

    /// Whether it is no longer tried by itself.
    async fn given_up(&self) -> bool {
        match &self.0 {
            Trouble::Item(item) => item.state == JourneyItemState::Failed,
            Trouble::Job(job) => job.given_up_at.is_some(),
        }
    }

    /// From when on it is tried again by itself.
    async fn next_attempt_at(&self) -> Option<DateTime<Utc>> {
        match &self.0 {
            Trouble::Item(item) => item.run_after,
            Trouble::Job(job) => Some(job.run_at).filter(|_| job.given_up_at.is_none()),
        }
    }
}
