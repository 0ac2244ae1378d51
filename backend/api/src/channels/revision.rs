use super::thread::named;
use crate::identity::PersonObject;
use crate::misconceptions::{CorrectionObject, corrections_of};
use ::channels::{Chunk, ChunkKind, PostSeen, Revision};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{Error, PersonId, Result};

/// How a post read before an edit.
#[derive(Clone)]
pub struct RevisionObject {
    pub revision: Revision,
    /// Who made the edit, as far as the viewer may know.
    pub editor: Option<PersonId>,
    pub next: String,
    /// The post as it reads now.
    pub of: PostSeen,
}

/// A run of words that shares one fate in an edit.
#[derive(SimpleObject)]
pub struct DiffChunk {
    /// Kept, added or removed.
    kind: ChunkKind,
    /// The words.
    text: String,
}

#[Object(name = "Revision")]
impl RevisionObject {
    /// 1 is as first written.
    async fn number(&self) -> i32 {
        self.revision.number
    }

    /// The words before the edit.
    async fn body(&self) -> &str {
        &self.revision.body
    }

    /// Who made the edit; nobody where the author, who has no name there, did.
    async fn edited_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        named(ctx, self.editor).await
    }

    /// When the edit was made.
    async fn edited_at(&self) -> DateTime<Utc> {
        self.revision.edited_at
    }

    /// Why, if it was said.
    async fn reason(&self) -> Option<&str> {
        self.revision.reason.as_deref()
    }

    /// What is corrected of the post: how it read before may say what is wrong.
    async fn corrections(&self, ctx: &Context<'_>) -> Result<Vec<CorrectionObject>> {
        corrections_of(ctx, &self.of).await
    }

    /// What the edit changed, in reading order.
    async fn diff(&self) -> Result<Vec<DiffChunk>> {
        let (earlier, later) = (self.revision.body.clone(), self.next.clone());
        let comparing = tokio::task::spawn_blocking(move || ::channels::diff(&earlier, &later));
        let chunks = comparing.await.map_err(Error::internal)?;
        Ok(chunks
            .into_iter()
            .map(|Chunk { kind, text }| DiffChunk { kind, text })
            .collect())
    }
}
