use super::consultation::ConsultationObject;
use super::link::ConsultationAnswered;
use crate::context::Asked;
use ::consultations::{
    ChangeConsultedColleague, ConcludeConsultation, ConfirmByLink, ConfirmConsultation,
    ConsultColleague, DeclineByLink, DeclineConsultation, ResendConsultation, ShareConsultation,
    WithdrawConsultation,
};
use async_graphql::{Context, Object};
use kernel::Result;

#[derive(Default)]
pub struct ConsultationsMutation;

#[Object]
impl ConsultationsMutation {
    /// Asks a colleague, who gets a letter with a link and needs no account.
    async fn consult_colleague(
        &self,
        ctx: &Context<'_>,
        input: ConsultColleague,
    ) -> Result<ConsultationObject> {
        let row = ctx.write(input).await?;
        ConsultationObject::find(ctx, row.id).await
    }

    /// Asks somebody else, before anybody confirmed.
    async fn change_consulted_colleague(
        &self,
        ctx: &Context<'_>,
        input: ChangeConsultedColleague,
    ) -> Result<ConsultationObject> {
        let row = ctx.write(input).await?;
        ConsultationObject::find(ctx, row.id).await
    }

    /// Has the letter sent once more: 48 hours after the last one at the earliest.
    async fn resend_consultation(
        &self,
        ctx: &Context<'_>,
        input: ResendConsultation,
    ) -> Result<ConsultationObject> {
        let row = ctx.write(input).await?;
        ConsultationObject::find(ctx, row.id).await
    }

    /// Takes a consultation back.
    async fn withdraw_consultation(
        &self,
        ctx: &Context<'_>,
        input: WithdrawConsultation,
    ) -> Result<ConsultationObject> {
        let row = ctx.write(input).await?;
        ConsultationObject::find(ctx, row.id).await
    }

    /// Writes what changes.
    async fn conclude_consultation(
        &self,
        ctx: &Context<'_>,
        input: ConcludeConsultation,
    ) -> Result<ConsultationObject> {
        let row = ctx.write(input).await?;
        ConsultationObject::find(ctx, row.id).await
    }

    /// Says who reads it.
    async fn share_consultation(
        &self,
        ctx: &Context<'_>,
        input: ShareConsultation,
    ) -> Result<ConsultationObject> {
        let row = ctx.write(input).await?;
        ConsultationObject::find(ctx, row.id).await
    }

    /// Confirms, as the colleague and signed in, that they spoke.
    async fn confirm_consultation(
        &self,
        ctx: &Context<'_>,
        input: ConfirmConsultation,
    ) -> Result<ConsultationObject> {
        let row = ctx.write(input).await?;
        ConsultationObject::find(ctx, row.id).await
    }

    /// Declines, as the colleague and signed in; it is theirs to see no longer.
    async fn decline_consultation(
        &self,
        ctx: &Context<'_>,
        input: DeclineConsultation,
    ) -> Result<ConsultationAnswered> {
        ctx.write(input).await?;
        Ok(ConsultationAnswered { done: true })
    }

    /// Confirms by the link of a letter, without a sign-in. The link opens nothing after that.
    async fn confirm_consultation_by_link(
        &self,
        ctx: &Context<'_>,
        input: ConfirmByLink,
    ) -> Result<ConsultationAnswered> {
        // The token is the leave; whoever asks may be nobody.
        let done = ctx.db().write(ctx.actor(), input).await?;
        Ok(ConsultationAnswered { done })
    }

    /// Declines by the link of a letter, without a sign-in. The link opens nothing after that.
    async fn decline_consultation_by_link(
        &self,
        ctx: &Context<'_>,
        input: DeclineByLink,
    ) -> Result<ConsultationAnswered> {
        // The token is the leave; whoever asks may be nobody.
        let done = ctx.db().write(ctx.actor(), input).await?;
        Ok(ConsultationAnswered { done })
    }
}
