use super::{PreWorkObject, PromptObject};
use async_graphql::{Context, Object};
use kernel::{Error, PreWorkId, PromptId, Result};

#[derive(Default)]
pub struct PromptsQuery;

#[Object]
impl PromptsQuery {
    /// A prompt, if there is one the viewer may read.
    async fn prompt(&self, ctx: &Context<'_>, id: PromptId) -> Result<Option<PromptObject>> {
        match PromptObject::find(ctx, id).await {
            Ok(prompt) => Ok(Some(prompt)),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Pre-work, if there is such that the viewer may read.
    async fn pre_work(&self, ctx: &Context<'_>, id: PreWorkId) -> Result<Option<PreWorkObject>> {
        match PreWorkObject::find(ctx, id).await {
            Ok(item) => Ok(Some(item)),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
