use super::{AppealObject, FlagObject, ModerationItemObject};
use crate::context::Asked;
use ::moderation::{
    AnswerAppeal, ClaimModerationItem, DecideModerationItem, FlagPost, MakeAppeal,
    ReleaseModerationItem, UndoModerationDecision, WithdrawFlag,
};
use async_graphql::{Context, Object};
use kernel::Result;

#[derive(Default)]
pub struct ModerationMutation;

#[Object]
impl ModerationMutation {
    /// Says that something is wrong with a post. Its author does not learn by whom.
    async fn flag_post(&self, ctx: &Context<'_>, input: FlagPost) -> Result<FlagObject> {
        ctx.write(input).await.map(FlagObject)
    }

    /// Takes one's own flag back, while nobody has decided about it.
    async fn withdraw_flag(&self, ctx: &Context<'_>, input: WithdrawFlag) -> Result<FlagObject> {
        ctx.write(input).await.map(FlagObject)
    }

    /// Takes on something that waits: the others see who has it, for 15 minutes.
    async fn claim_moderation_item(
        &self,
        ctx: &Context<'_>,
        input: ClaimModerationItem,
    ) -> Result<ModerationItemObject> {
        let item = ctx.write(input).await?;
        ModerationItemObject::of(ctx, item).await
    }

    /// Lets others have what one has taken on.
    async fn release_moderation_item(
        &self,
        ctx: &Context<'_>,
        input: ReleaseModerationItem,
    ) -> Result<ModerationItemObject> {
        let item = ctx.write(input).await?;
        ModerationItemObject::of(ctx, item).await
    }

    /// Decides about something that waits.
    async fn decide_moderation_item(
        &self,
        ctx: &Context<'_>,
        input: DecideModerationItem,
    ) -> Result<ModerationItemObject> {
        let item = ctx.write(input).await?;
        ModerationItemObject::of(ctx, item).await
    }

    /// Takes a decision back, within 30 minutes: everything stands as before, and waits again.
    async fn undo_moderation_decision(
        &self,
        ctx: &Context<'_>,
        input: UndoModerationDecision,
    ) -> Result<ModerationItemObject> {
        let item = ctx.write(input).await?;
        ModerationItemObject::of(ctx, item).await
    }

    /// Asks that a decision about one's own post, or one's mute, is looked at again.
    async fn appeal(&self, ctx: &Context<'_>, input: MakeAppeal) -> Result<AppealObject> {
        ctx.write(input).await.map(AppealObject::from)
    }

    /// Says whether an appeal is right. If it is, what it was against is taken back.
    async fn answer_appeal(&self, ctx: &Context<'_>, input: AnswerAppeal) -> Result<AppealObject> {
        ctx.write(input).await.map(AppealObject::from)
    }
}
