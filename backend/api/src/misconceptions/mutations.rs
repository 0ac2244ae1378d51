use super::report::AuditedReader;
use super::{ClaimMatchObject, MisconceptionObject};
use crate::context::Asked;
use ::misconceptions::{
    AcknowledgeCorrection, AddOccurrence, AgreeToCorrection, AskToAgree, AuditExposures,
    CloseMisconception, ConfirmMisconception, DecideClaimMatch, DraftCorrection, Misconception,
    OfferToAuthor, PublishCorrection, RejectMisconception, RemoveOccurrence, ReopenMisconception,
    SuspectMisconception, UndoClaimMatch, UndoCorrection,
};
use async_graphql::{Context, Object};
use kernel::{Command, Result};

#[derive(Default)]
pub struct MisconceptionsMutation;

async fn done<C>(ctx: &Context<'_>, input: C) -> Result<MisconceptionObject>
where
    C: Command<Done = Misconception>,
{
    let record = ctx.write(input).await?;
    MisconceptionObject::find(ctx, record.id).await
}

#[Object]
impl MisconceptionsMutation {
    /// Says that a passage of a post may be wrong.
    async fn suspect_misconception(
        &self,
        ctx: &Context<'_>,
        input: SuspectMisconception,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Says that what was suspected is wrong indeed.
    async fn confirm_misconception(
        &self,
        ctx: &Context<'_>,
        input: ConfirmMisconception,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Says that it is no misconception.
    async fn reject_misconception(
        &self,
        ctx: &Context<'_>,
        input: RejectMisconception,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Looks into it again. A correction that was published is taken back meanwhile.
    async fn reopen_misconception(
        &self,
        ctx: &Context<'_>,
        input: ReopenMisconception,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Says that there is nothing more to do.
    async fn close_misconception(
        &self,
        ctx: &Context<'_>,
        input: CloseMisconception,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Writes the correction of a misconception that was confirmed, or writes it anew.
    async fn draft_correction(
        &self,
        ctx: &Context<'_>,
        input: DraftCorrection,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Asks a colleague to read a correction and to agree to it; they are told.
    async fn ask_to_agree(
        &self,
        ctx: &Context<'_>,
        input: AskToAgree,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Agrees to a correction that somebody else wrote.
    async fn agree_to_correction(
        &self,
        ctx: &Context<'_>,
        input: AgreeToCorrection,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Tells the authors first: each may revise their post until the window ends. What was drafted is
    /// published by itself then.
    async fn offer_to_author(
        &self,
        ctx: &Context<'_>,
        input: OfferToAuthor,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Lets the correction stand beside its passages, and tells everybody who read them, each once.
    async fn publish_correction(
        &self,
        ctx: &Context<'_>,
        input: PublishCorrection,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Takes back what was published less than seven days ago: it is a draft again.
    async fn undo_correction(
        &self,
        ctx: &Context<'_>,
        input: UndoCorrection,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Says that another passage says the same.
    async fn add_occurrence(
        &self,
        ctx: &Context<'_>,
        input: AddOccurrence,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Says that a passage does not belong to a misconception after all.
    async fn remove_occurrence(
        &self,
        ctx: &Context<'_>,
        input: RemoveOccurrence,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Says what the viewer makes of a correction that they were told of.
    async fn acknowledge_correction(
        &self,
        ctx: &Context<'_>,
        input: AcknowledgeCorrection,
    ) -> Result<MisconceptionObject> {
        done(ctx, input).await
    }

    /// Says whether a post that resembles a misconception says it indeed.
    async fn decide_claim_match(
        &self,
        ctx: &Context<'_>,
        input: DecideClaimMatch,
    ) -> Result<ClaimMatchObject> {
        Ok(ClaimMatchObject(ctx.write(input).await?))
    }

    /// Takes back what was decided about a post that resembles a misconception, within 30 minutes.
    async fn undo_claim_match(
        &self,
        ctx: &Context<'_>,
        input: UndoClaimMatch,
    ) -> Result<ClaimMatchObject> {
        Ok(ClaimMatchObject(ctx.write(input).await?))
    }

    /// Tells an auditor who was told of a correction, at most 1,000, the longest ago first. That they looked,
    /// and why, stands in the log. For those whom the operator named.
    async fn audit_exposures(
        &self,
        ctx: &Context<'_>,
        input: AuditExposures,
    ) -> Result<Vec<AuditedReader>> {
        let auditors = ctx.app().settings.auditors.clone();
        let input = AuditExposures { auditors, ..input };
        let told = ctx.write(input).await?;
        Ok(told.into_iter().map(AuditedReader).collect())
    }
}
