use crate::channels::ThreadObject;
use crate::context::Asked;
use crate::loaders::failed;
use async_graphql::{Context, Object};
use kernel::{Result, SessionId};

/// The fields of a session that are about questions.
pub struct ParkedOnSession(pub SessionId);

#[Object]
impl ParkedOnSession {
    /// The questions that will be covered in it, the oldest first.
    #[graphql(complexity = "20 * child_complexity")]
    async fn parked_questions(&self, ctx: &Context<'_>) -> Result<Vec<ThreadObject>> {
        parked(ctx, self.0).await
    }
}

pub async fn parked(ctx: &Context<'_>, session: SessionId) -> Result<Vec<ThreadObject>> {
    let parked = &ctx.loaders().questions.parked;
    let found = parked.load_one(session).await.map_err(failed)?;
    let threads = found.unwrap_or_default().into_iter();
    Ok(threads.map(ThreadObject).collect())
}
