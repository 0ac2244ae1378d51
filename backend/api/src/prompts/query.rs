use super::{PreWorkObject, PromptObject, SeriesObject};
use crate::context::Asked;
use crate::errors::seen;
use async_graphql::{Context, Object};
use kernel::{Error, PreWorkId, PromptId, PromptSeriesId, Result};

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

    /// A series of questions, if there is one the viewer may know.
    async fn prompt_series(
        &self,
        ctx: &Context<'_>,
        id: PromptSeriesId,
    ) -> Result<Option<SeriesObject>> {
        ctx.signed_in()?;
        seen(SeriesObject::find(ctx, id).await)
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
