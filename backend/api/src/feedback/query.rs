use super::evidence::EvidenceObject;
use super::given::FeedbackObject;
use super::round::FeedbackRoundObject;
use crate::context::Asked;
use crate::errors::seen;
use async_graphql::{Context, Object};
use kernel::{EvidenceId, FeedbackId, FeedbackRoundId, Result};

#[derive(Default)]
pub struct FeedbackQuery;

#[Object]
impl FeedbackQuery {
    /// A round of feedback, if there is one the viewer may know.
    async fn feedback_round(
        &self,
        ctx: &Context<'_>,
        id: FeedbackRoundId,
    ) -> Result<Option<FeedbackRoundObject>> {
        ctx.signed_in()?;
        seen(FeedbackRoundObject::find(ctx, id).await)
    }

    /// What somebody handed in, for them, for who looks at it, and for who leads.
    async fn evidence(&self, ctx: &Context<'_>, id: EvidenceId) -> Result<Option<EvidenceObject>> {
        ctx.signed_in()?;
        seen(EvidenceObject::find(ctx, id).await)
    }

    /// Feedback, for who is asked for it, for who gets it once it is given, and for who leads.
    async fn feedback(&self, ctx: &Context<'_>, id: FeedbackId) -> Result<Option<FeedbackObject>> {
        ctx.signed_in()?;
        seen(FeedbackObject::find(ctx, id).await)
    }

    /// What waits for the viewer to be looked at, the first to be due first; at most 20.
    #[graphql(complexity = "10 * child_complexity")]
    async fn feedback_due(&self, ctx: &Context<'_>) -> Result<Vec<FeedbackObject>> {
        let actor = ctx.signed_in()?;
        let found = ::feedback::feedback_due_for(&ctx.conn(), actor).await?;
        Ok(FeedbackObject::readable(ctx, found))
    }
}
