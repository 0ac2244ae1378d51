use super::link::AnsweredByLinkObject;
use super::pulse::PulseObject;
use crate::context::Asked;
use ::pulses::{
    AnswerByLink, AnswerPulse, AnswerReaction, CancelPulse, ClosePulse, DefinePulse, ExportResults,
    ShareResults, SkipPulse, UpdatePulse,
};
use async_graphql::{Context, Object};
use kernel::Result;

#[derive(Default)]
pub struct PulsesMutation;

#[Object]
impl PulsesMutation {
    /// Asks many people a few questions at a time to come.
    async fn define_pulse(&self, ctx: &Context<'_>, input: DefinePulse) -> Result<PulseObject> {
        let row = ::pulses::define_pulse(ctx.db(), ctx.signed_in()?, input).await?;
        PulseObject::find(ctx, row.id).await
    }

    /// Changes a pulse.
    async fn update_pulse(&self, ctx: &Context<'_>, input: UpdatePulse) -> Result<PulseObject> {
        let row = ctx.write(input).await?;
        PulseObject::find(ctx, row.id).await
    }

    /// Takes a pulse back, and of a baseline what would repeat it.
    async fn cancel_pulse(&self, ctx: &Context<'_>, input: CancelPulse) -> Result<PulseObject> {
        let row = ctx.write(input).await?;
        PulseObject::find(ctx, row.id).await
    }

    /// Closes a pulse now.
    async fn close_pulse(&self, ctx: &Context<'_>, input: ClosePulse) -> Result<PulseObject> {
        let row = ctx.write(input).await?;
        PulseObject::find(ctx, row.id).await
    }

    /// Lets everybody in the community see what the group said, once it is closed.
    async fn share_pulse_results(
        &self,
        ctx: &Context<'_>,
        input: ShareResults,
    ) -> Result<PulseObject> {
        let row = ctx.write(input).await?;
        PulseObject::find(ctx, row.id).await
    }

    /// Takes along what the group said, as the table of its results; that somebody did stands in the audit
    /// log.
    async fn export_pulse_results(
        &self,
        ctx: &Context<'_>,
        input: ExportResults,
    ) -> Result<PulseObject> {
        let row = ctx.write(input).await?;
        PulseObject::find(ctx, row.id).await
    }

    /// Answers a pulse.
    async fn answer_pulse(&self, ctx: &Context<'_>, input: AnswerPulse) -> Result<PulseObject> {
        let pulse = ctx.write(input).await?;
        PulseObject::find(ctx, pulse).await
    }

    /// Says that the viewer does not answer; they are not reminded, and may still answer.
    async fn skip_pulse(&self, ctx: &Context<'_>, input: SkipPulse) -> Result<PulseObject> {
        let pulse = ctx.write(input).await?;
        PulseObject::find(ctx, pulse).await
    }

    /// Answers by a link from a letter, without a sign-in. The link opens nothing any more then.
    async fn answer_pulse_by_link(
        &self,
        ctx: &Context<'_>,
        input: AnswerByLink,
    ) -> Result<AnsweredByLinkObject> {
        // The token is the leave; whoever asks may be nobody.
        let state = ctx.db().write(ctx.actor(), input).await?;
        Ok(AnsweredByLinkObject(state))
    }

    /// Fills in an open reaction form, without a sign-in. A browser counts once, and so does a person.
    async fn answer_reaction(
        &self,
        ctx: &Context<'_>,
        input: AnswerReaction,
    ) -> Result<AnsweredByLinkObject> {
        let address = ctx.asking().origin.address.parse().ok();
        if let Some(address) = address.filter(|_| ctx.actor().person().is_none()) {
            let doorway = &ctx.app().doorway;
            doorway.admit((input.token.as_str(), address), ctx.db().now())?;
        }
        // The token is the leave; whoever asks may be nobody.
        let state = ctx.db().write(ctx.actor(), input).await?;
        Ok(AnsweredByLinkObject(state))
    }
}
