use super::preferences::PreferencesObject;
use super::{CommitmentObject, PairObject, PlanObject, RoundObject};
use crate::channels::ThreadObject;
use crate::communities::CommunityObject;
use crate::context::Asked;
use ::pairings::{
    BeginPairTalk, CancelPairing, EndPairing, KeepApart, LeavePair, LockPair, MakeCommitment,
    MoveInPairing, NudgePair, PlanPairing, ProposePairs, PublishPairs, RateObjective,
    ResumePairing, SayWhetherMet, SettleCommitment, SolvePairsAgain, StopPairingPlan,
    UpdatePairingPreferences,
};
use async_graphql::{Context, Object};
use kernel::Result;

/// What who leads does with pairing.
#[derive(Default)]
pub struct PairingMutation;

#[Object]
impl PairingMutation {
    /// Begins a round: it is solved in the background, then looked at, then published.
    async fn propose_pairs(&self, ctx: &Context<'_>, input: ProposePairs) -> Result<RoundObject> {
        let round = ctx.write(input).await?;
        RoundObject::find(ctx, round.id).await
    }

    /// Moves somebody in a proposal.
    async fn move_in_pairing(
        &self,
        ctx: &Context<'_>,
        input: MoveInPairing,
    ) -> Result<RoundObject> {
        let round = ctx.write(input).await?;
        RoundObject::find(ctx, round.id).await
    }

    /// Solves what is not locked again, changing as little as possible.
    async fn solve_pairs_again(
        &self,
        ctx: &Context<'_>,
        input: SolvePairsAgain,
    ) -> Result<RoundObject> {
        let round = ctx.write(input).await?;
        RoundObject::find(ctx, round.id).await
    }

    /// Tells everybody with whom they are.
    async fn publish_pairs(&self, ctx: &Context<'_>, input: PublishPairs) -> Result<RoundObject> {
        let round = ctx.write(input).await?;
        RoundObject::find(ctx, round.id).await
    }

    /// Takes back a round that nobody has heard of.
    async fn cancel_pairing(&self, ctx: &Context<'_>, input: CancelPairing) -> Result<RoundObject> {
        let round = ctx.write(input).await?;
        RoundObject::find(ctx, round.id).await
    }

    /// Ends a published round now.
    async fn end_pairing(&self, ctx: &Context<'_>, input: EndPairing) -> Result<RoundObject> {
        let round = ctx.write(input).await?;
        RoundObject::find(ctx, round.id).await
    }

    /// Lets rounds begin by themselves, in the place of what was planned before.
    async fn plan_pairing(&self, ctx: &Context<'_>, input: PlanPairing) -> Result<PlanObject> {
        ctx.write(input).await.map(PlanObject)
    }

    /// Rounds begin by themselves no longer.
    async fn stop_pairing_plan(
        &self,
        ctx: &Context<'_>,
        input: StopPairingPlan,
    ) -> Result<CommunityObject> {
        let community = ctx.write(input).await?;
        CommunityObject::find(ctx, community).await
    }

    /// Leaves a pair of a proposal alone when it is solved again, or not any more.
    async fn lock_pair(&self, ctx: &Context<'_>, input: LockPair) -> Result<PairObject> {
        let pair = ctx.write(input).await?;
        PairObject::find(ctx, pair.id).await
    }
}

/// What people do in pairs, and say of themselves for them.
#[derive(Default)]
pub struct PairsMutation;

#[Object]
impl PairsMutation {
    /// Changes what the viewer says of themself for pairing.
    async fn update_pairing_preferences(
        &self,
        ctx: &Context<'_>,
        input: UpdatePairingPreferences,
    ) -> Result<PreferencesObject> {
        ctx.write(input).await.map(PreferencesObject)
    }

    /// Says how sure the viewer is of an objective.
    async fn rate_objective(
        &self,
        ctx: &Context<'_>,
        input: RateObjective,
    ) -> Result<PreferencesObject> {
        ctx.write(input).await.map(PreferencesObject)
    }

    /// Please not with this person, or with them again. Nobody else reads it.
    async fn keep_apart(&self, ctx: &Context<'_>, input: KeepApart) -> Result<PreferencesObject> {
        ctx.write(input).await.map(PreferencesObject)
    }

    /// Takes part again after silent rounds.
    async fn resume_pairing(
        &self,
        ctx: &Context<'_>,
        input: ResumePairing,
    ) -> Result<PreferencesObject> {
        ctx.write(input).await.map(PreferencesObject)
    }

    /// Says what the viewer means to do until a day.
    async fn make_commitment(
        &self,
        ctx: &Context<'_>,
        input: MakeCommitment,
    ) -> Result<CommitmentObject> {
        let commitment = ctx.write(input).await?;
        CommitmentObject::find(ctx, commitment.id).await
    }

    /// Says what became of a commitment.
    async fn settle_commitment(
        &self,
        ctx: &Context<'_>,
        input: SettleCommitment,
    ) -> Result<CommitmentObject> {
        let commitment = ctx.write(input).await?;
        CommitmentObject::find(ctx, commitment.id).await
    }

    /// Answers whether they met.
    async fn say_whether_met(&self, ctx: &Context<'_>, input: SayWhetherMet) -> Result<PairObject> {
        let pair = ctx.write(input).await?;
        PairObject::find(ctx, pair).await
    }

    /// Lets the others know that the viewer would like to hear from them: once in 48 hours.
    async fn nudge_pair(&self, ctx: &Context<'_>, input: NudgePair) -> Result<PairObject> {
        let pair = ctx.write(input).await?;
        PairObject::find(ctx, pair).await
    }

    /// Leaves a pair. Who would be alone comes to somebody else, where somebody fits.
    async fn leave_pair(&self, ctx: &Context<'_>, input: LeavePair) -> Result<PairObject> {
        let pair = ctx.write(input).await?;
        PairObject::find(ctx, pair).await
    }

    /// Writes the first words of the private conversation of a pair.
    async fn begin_pair_talk(
        &self,
        ctx: &Context<'_>,
        input: BeginPairTalk,
    ) -> Result<ThreadObject> {
        let thread = ctx.write(input).await?;
        ThreadObject::find(ctx, thread.id).await
    }
}
