use super::evidence::EvidenceObject;
use super::given::FeedbackObject;
use super::round::FeedbackRoundObject;
use crate::context::Asked;
use ::feedback::{
    AskForFeedback, CancelFeedbackRound, CloseFeedbackRound, CreateFeedbackRound, DeclineFeedback,
    GiveFeedback, MarkFeedback, ReopenFeedbackRound, SubmitEvidence, UpdateFeedbackRound,
    WithdrawEvidence,
};
use async_graphql::{Context, Object};
use kernel::Result;

#[derive(Default)]
pub struct FeedbackRoundsMutation;

#[Object]
impl FeedbackRoundsMutation {
    /// Asks people to hand in what they applied, and each who did to look at what others handed in.
    async fn create_feedback_round(
        &self,
        ctx: &Context<'_>,
        input: CreateFeedbackRound,
    ) -> Result<FeedbackRoundObject> {
        let row = ctx.write(input).await?;
        FeedbackRoundObject::find(ctx, row.id).await
    }

    /// Changes what is given of a round; the rest stays.
    async fn update_feedback_round(
        &self,
        ctx: &Context<'_>,
        input: UpdateFeedbackRound,
    ) -> Result<FeedbackRoundObject> {
        let row = ctx.write(input).await?;
        FeedbackRoundObject::find(ctx, row.id).await
    }

    /// Takes in nothing more. Feedback goes on until everybody has theirs.
    async fn close_feedback_round(
        &self,
        ctx: &Context<'_>,
        input: CloseFeedbackRound,
    ) -> Result<FeedbackRoundObject> {
        let row = ctx.write(input).await?;
        FeedbackRoundObject::find(ctx, row.id).await
    }

    /// Takes in what people hand in again.
    async fn reopen_feedback_round(
        &self,
        ctx: &Context<'_>,
        input: ReopenFeedbackRound,
    ) -> Result<FeedbackRoundObject> {
        let row = ctx.write(input).await?;
        FeedbackRoundObject::find(ctx, row.id).await
    }

    /// Takes a round back: nobody is asked for anything any more.
    async fn cancel_feedback_round(
        &self,
        ctx: &Context<'_>,
        input: CancelFeedbackRound,
    ) -> Result<FeedbackRoundObject> {
        let row = ctx.write(input).await?;
        FeedbackRoundObject::find(ctx, row.id).await
    }
}

#[derive(Default)]
pub struct FeedbackMutation;

#[Object]
impl FeedbackMutation {
    /// Hands something in: somebody is asked to look at it at once.
    async fn submit_evidence(
        &self,
        ctx: &Context<'_>,
        input: SubmitEvidence,
    ) -> Result<EvidenceObject> {
        let row = ctx.write(input).await?;
        EvidenceObject::find(ctx, row.id).await
    }

    /// Takes back what one handed in. The conversation stays.
    async fn withdraw_evidence(
        &self,
        ctx: &Context<'_>,
        input: WithdrawEvidence,
    ) -> Result<EvidenceObject> {
        let row = ctx.write(input).await?;
        EvidenceObject::find(ctx, row.id).await
    }

    /// Gives feedback that one is asked for: words, which become a reply, and marks.
    async fn give_feedback(
        &self,
        ctx: &Context<'_>,
        input: GiveFeedback,
    ) -> Result<FeedbackObject> {
        let row = ctx.write(input).await?;
        FeedbackObject::find(ctx, row.id).await
    }

    /// Marks other levels than before.
    async fn mark_feedback(
        &self,
        ctx: &Context<'_>,
        input: MarkFeedback,
    ) -> Result<FeedbackObject> {
        let row = ctx.write(input).await?;
        FeedbackObject::find(ctx, row.id).await
    }

    /// Says that one cannot: somebody else is asked at once.
    async fn decline_feedback(
        &self,
        ctx: &Context<'_>,
        input: DeclineFeedback,
    ) -> Result<FeedbackObject> {
        let row = ctx.write(input).await?;
        FeedbackObject::find(ctx, row.id).await
    }

    /// Asks somebody by name to look at something, also oneself: for who leads.
    async fn ask_for_feedback(
        &self,
        ctx: &Context<'_>,
        input: AskForFeedback,
    ) -> Result<FeedbackObject> {
        let row = ctx.write(input).await?;
        FeedbackObject::find(ctx, row.id).await
    }
}
