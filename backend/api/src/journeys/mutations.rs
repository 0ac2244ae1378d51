use super::item::JourneyItemObject;
use super::job::JobObject;
use super::journey::JourneyObject;
use super::reschedule::ReschedulingObject;
use super::template::JourneyTemplateObject;
use crate::context::Asked;
use ::journeys::{
    Acting, ApplyJourney, ArchiveTemplate, CreateTemplate, MoveStep, PauseJourney, PlanStep,
    Reschedule, ResumeJourney, RunItemNow, RunJobAgain, SkipItem, UndoItem, UpdateJourney,
    UpdateTemplate, WithdrawJourney,
};
use async_graphql::{Context, Object};
use kernel::{Command, Result};

#[derive(Default)]
pub struct JourneysMutation;

/// Runs a command that needs to know what steps can do.
async fn act<Input>(ctx: &Context<'_>, input: Input) -> Result<<Acting<Input> as Command>::Done>
where
    Acting<Input>: Command,
{
    let actions = ctx.app().actions.clone();
    ctx.write(Acting { input, actions }).await
}

#[Object]
impl JourneysMutation {
    /// Writes a template of journeys. For administrators, and for facilitators in their community.
    async fn create_journey_template(
        &self,
        ctx: &Context<'_>,
        input: CreateTemplate,
    ) -> Result<JourneyTemplateObject> {
        act(ctx, input).await.map(Into::into)
    }

    /// Changes a template. What was applied from it stays as it is.
    async fn update_journey_template(
        &self,
        ctx: &Context<'_>,
        input: UpdateTemplate,
    ) -> Result<JourneyTemplateObject> {
        act(ctx, input).await.map(Into::into)
    }

    /// Puts a template away, or brings it back.
    async fn archive_journey_template(
        &self,
        ctx: &Context<'_>,
        input: ArchiveTemplate,
    ) -> Result<JourneyTemplateObject> {
        ctx.write(input).await.map(Into::into)
    }

    /// Applies a template; `previewJourney` tells beforehand what that brings. For facilitators.
    async fn apply_journey(&self, ctx: &Context<'_>, input: ApplyJourney) -> Result<JourneyObject> {
        ctx.write(input).await.map(Into::into)
    }

    /// Plans one thing around a session without a template: a journey of one step. For facilitators.
    async fn plan_step(&self, ctx: &Context<'_>, input: PlanStep) -> Result<JourneyObject> {
        act(ctx, input).await.map(Into::into)
    }

    /// Changes the steps or the name of a journey. For facilitators.
    async fn update_journey(
        &self,
        ctx: &Context<'_>,
        input: UpdateJourney,
    ) -> Result<JourneyObject> {
        act(ctx, input).await.map(Into::into)
    }

    /// Puts a step at another time; it still moves with the session. For facilitators.
    async fn move_step(&self, ctx: &Context<'_>, input: MoveStep) -> Result<JourneyObject> {
        ctx.write(input).await.map(Into::into)
    }

    /// Holds a journey until it is resumed. For facilitators.
    async fn pause_journey(&self, ctx: &Context<'_>, input: PauseJourney) -> Result<JourneyObject> {
        ctx.write(input).await.map(Into::into)
    }

    /// Lets a journey go on. What was due meanwhile is done if it still helps somebody.
    async fn resume_journey(
        &self,
        ctx: &Context<'_>,
        input: ResumeJourney,
    ) -> Result<JourneyObject> {
        ctx.write(input).await.map(Into::into)
    }

    /// Takes a journey back: what has not happened does not happen. For facilitators.
    async fn withdraw_journey(
        &self,
        ctx: &Context<'_>,
        input: WithdrawJourney,
    ) -> Result<JourneyObject> {
        ctx.write(input).await.map(Into::into)
    }

    /// Leaves an item out. For facilitators.
    async fn skip_item(&self, ctx: &Context<'_>, input: SkipItem) -> Result<JourneyItemObject> {
        ctx.write(input).await.map(Into::into)
    }

    /// Does an item now, whatever its time. For facilitators.
    async fn run_item_now(
        &self,
        ctx: &Context<'_>,
        input: RunItemNow,
    ) -> Result<JourneyItemObject> {
        act(ctx, input).await.map(Into::into)
    }

    /// Puts back an item that was skipped, or takes back one that happened, if that is possible. For
    /// facilitators.
    async fn undo_item(&self, ctx: &Context<'_>, input: UndoItem) -> Result<JourneyItemObject> {
        act(ctx, input).await.map(Into::into)
    }

    /// Moves a session, and with it whatever of its journeys has not happened. With `dryRun` it tells
    /// what would come of that, and changes nothing. For facilitators.
    async fn reschedule_session(
        &self,
        ctx: &Context<'_>,
        input: Reschedule,
    ) -> Result<ReschedulingObject> {
        let consequence = act(ctx, input).await?;
        ReschedulingObject::of(ctx, consequence).await
    }

    /// Tries something that failed once more, as soon as can be. For who leads, and for administrators.
    async fn run_job_again(&self, ctx: &Context<'_>, input: RunJobAgain) -> Result<JobObject> {
        ctx.write(input).await.map(JobObject)
    }
}
