use super::{PreWorkObject, PromptObject, SeriesObject};
use crate::channels::PostObject;
use crate::context::Asked;
use ::prompts::{
    AnswerPrompt, CancelPromptSeries, MarkPreWorkDone, MarkRecall, OpenPreWork, PausePromptSeries,
    PostPrompt, ResumePromptSeries, SpacePrompts, UpdatePreWork, UpdatePrompt,
    UpdateSpacedQuestion, WithdrawPreWork, WithdrawPrompt,
};
use async_graphql::{Context, Object};
use kernel::Result;

#[derive(Default)]
pub struct PromptsMutation;

#[Object]
impl PromptsMutation {
    /// Asks everybody something in a channel.
    async fn post_prompt(&self, ctx: &Context<'_>, input: PostPrompt) -> Result<PromptObject> {
        let seen = ::prompts::post_prompt(ctx.db(), ctx.signed_in()?, input).await?;
        Ok(seen.into())
    }

    /// Says anew when a prompt is due, of whom it is asked, and what it serves.
    async fn update_prompt(&self, ctx: &Context<'_>, input: UpdatePrompt) -> Result<PromptObject> {
        let prompt = ctx.write(input).await?;
        PromptObject::find(ctx, prompt.id).await
    }

    /// Asks no longer, or asks again.
    async fn withdraw_prompt(
        &self,
        ctx: &Context<'_>,
        input: WithdrawPrompt,
    ) -> Result<PromptObject> {
        let prompt = ctx.write(input).await?;
        PromptObject::find(ctx, prompt.id).await
    }

    /// Answers a prompt: a post in its conversation.
    async fn answer_prompt(&self, ctx: &Context<'_>, input: AnswerPrompt) -> Result<PostObject> {
        let seen = ::prompts::answer_prompt(ctx.db(), ctx.signed_in()?, input).await?;
        Ok(seen.into())
    }

    /// Asks one question after another in the days after a session.
    async fn space_prompts(&self, ctx: &Context<'_>, input: SpacePrompts) -> Result<SeriesObject> {
        let id = ctx.write(input).await?;
        SeriesObject::find(ctx, id).await
    }

    /// Changes a question of a series that was not asked yet.
    async fn update_spaced_question(
        &self,
        ctx: &Context<'_>,
        input: UpdateSpacedQuestion,
    ) -> Result<SeriesObject> {
        let id = ctx.write(input).await?;
        SeriesObject::find(ctx, id).await
    }

    /// Asks nothing of a series until it goes on.
    async fn pause_prompt_series(
        &self,
        ctx: &Context<'_>,
        input: PausePromptSeries,
    ) -> Result<SeriesObject> {
        let id = ctx.write(input).await?;
        SeriesObject::find(ctx, id).await
    }

    /// Goes on with a series, later by the days of the pause.
    async fn resume_prompt_series(
        &self,
        ctx: &Context<'_>,
        input: ResumePromptSeries,
    ) -> Result<SeriesObject> {
        let id = ctx.write(input).await?;
        SeriesObject::find(ctx, id).await
    }

    /// Takes back what was not asked yet.
    async fn cancel_prompt_series(
        &self,
        ctx: &Context<'_>,
        input: CancelPromptSeries,
    ) -> Result<SeriesObject> {
        let id = ctx.write(input).await?;
        SeriesObject::find(ctx, id).await
    }

    /// Says how well the viewer recalled what a prompt asked, once they have answered.
    async fn mark_recall(&self, ctx: &Context<'_>, input: MarkRecall) -> Result<PromptObject> {
        let id = ctx.write(input).await?;
        PromptObject::find(ctx, id).await
    }

    /// Gives a community something to read or to do.
    async fn open_pre_work(&self, ctx: &Context<'_>, input: OpenPreWork) -> Result<PreWorkObject> {
        let item = ctx.write(input).await?;
        PreWorkObject::find(ctx, item.id).await
    }

    /// Changes pre-work.
    async fn update_pre_work(
        &self,
        ctx: &Context<'_>,
        input: UpdatePreWork,
    ) -> Result<PreWorkObject> {
        let item = ctx.write(input).await?;
        PreWorkObject::find(ctx, item.id).await
    }

    /// Takes pre-work back, or puts it back.
    async fn withdraw_pre_work(
        &self,
        ctx: &Context<'_>,
        input: WithdrawPreWork,
    ) -> Result<PreWorkObject> {
        let item = ctx.write(input).await?;
        PreWorkObject::find(ctx, item.id).await
    }

    /// Says that the viewer is done with pre-work, or is not after all.
    async fn mark_pre_work_done(
        &self,
        ctx: &Context<'_>,
        input: MarkPreWorkDone,
    ) -> Result<PreWorkObject> {
        Ok(ctx.write(input).await?.into())
    }
}
