use ::channels::Draft;
use async_graphql::Object;
use chrono::{DateTime, Utc};

/// What is being written, kept by the server.
pub struct DraftObject(pub Draft);

#[Object(name = "Draft")]
impl DraftObject {
    /// Where it belongs: `reply:THREAD`, `reply:THREAD:POST`, `edit:POST` or `new:CHANNEL`.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// The title being written, where there is one.
    async fn title(&self) -> Option<&str> {
        self.0.title.as_deref()
    }

    /// What is written so far.
    async fn body(&self) -> &str {
        &self.0.body
    }

    /// Counts the saves; the next save continues it.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was last saved.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }

    /// Where to go on writing: a path of the web app.
    async fn path(&self) -> Option<String> {
        let place = self.0.key.split(':').nth(1)?;
        Some(format!("/go/{place}?draft={}", self.0.key))
    }
}
