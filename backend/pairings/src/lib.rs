//! Pairings: who is put together with whom for a time, and what becomes of it.
//!
//! Invariants:
//! - nobody is put together with somebody against a hard rule, but by hand and marked so, and never
//!   against what they said for themselves; the cooldown alone gives way, where somebody would be alone;
//! - with whom somebody does not want to be is read by them alone: no list, no reason and no error tells it;
//! - a round exists for who leads until it is published;
//! - a proposal that is solved again stands until another is found, and goes on standing where none is;
//! - a round that is taken back while it is solved is over at once; the thread that solves it ends at its
//!   next step, and one matching is one step;
//! - what people said until a round is published counts: a proposal that it breaks is not published;
//! - what a pair says stands in a community of its own, whose members are its people and nobody else;
//! - who is gone, from the community or from the platform, is out of their pairs and the rooms of these,
//!   and nobody stays alone in a pair that goes on;
//! - who leads reads how pairs fare in numbers, never what they say or mean to do.
mod board;
mod calendar;
mod commands;
mod events;
mod follow;
mod gather;
mod health;
mod held;
mod jobs;
mod matching;
mod policy;
mod reasons;
mod store;
mod tables;
mod times;

pub use calendar::{Meeting, calendar_file};
pub use commands::{
    Apart, BeginPairTalk, BeginRound, Begins, CancelPairing, EndPairing, KeepApart, LeavePair,
    LockPair, MakeCommitment, MoveInPairing, NudgePair, PlanPairing, ProposePairs, PublishPairs,
    RateObjective, ResumePairing, RulesInput, SayWhetherMet, SettleCommitment, SolvePairsAgain,
    SolveRound, StopPairingPlan, UpdatePairingPreferences, WeightsInput, begin_pair_talk,
};
pub use events::{
    CommitmentChanged, LeftAlone, MeetingAsked, Nudged, PairChanged, Paired, Parted, Paused,
    PreferencesChanged, RoundChanged, RoundPublished, RoundReady, TakersChanged, is_for_leads,
    tells,
};
pub use follow::KeepPairs;
pub use gather::is_asked;
pub use health::{Meant, MetTogether};
pub use held::held;
pub use jobs::{SolvePairs, SolveRounds, keep_rounds};
pub use matching::{
    Candidate, Fit, Format, Met, Part, Problem, Relaxation, Repair, Rule, Rules, Solution, Stage,
    Watch, Weights, Why, WhyNot, assess, repair, solve, unpaired_because, why,
};
pub use policy::{
    Arrange, Belong, CommitmentSeen, Oversee, PairSeen, PlanSeen, RoundSeen, See, Settle, TakePart,
};
pub use reasons::{ReasonKind, UnpairedReason};
pub use store::{
    commitment_seen, commitments_by_ids, commitments_of, commitments_visible_to, current_round,
    failed_round, hours_in, kept_apart_by, open_commitments_of, own_pairs, pair_of_room, pair_seen,
    pairs_of_rounds, past_pairs, paused_in, plan_of, plan_seen, profile_of, profiles_in,
    ratings_of, round_seen, rounds_page, rounds_visible_to, running_rounds, said_by,
    standing_profile,
};
pub use tables::{
    Commitment, CommitmentOutcome, KeptProblem, KeptRules, Left, Lefts, MetAnswer, Pair,
    PairMember, PairRole, Plan, Profile, Reason, Reasons, Round, RoundStage, RoundState,
    RulesBroken, Words,
};
pub use times::{Hours, Slot, suggested};

/// Who of a community would take part in a round that begins at an instant.
///
/// # Errors
/// When the database cannot be asked.
pub async fn takers_in(
    conn: &kernel::Conn<'_>,
    community: kernel::CommunityId,
    at: chrono::DateTime<chrono::Utc>,
) -> kernel::Result<Vec<kernel::PersonId>> {
    let profiles = profiles_in(conn, community).await?;
    let members = communities::everybody_in(conn, community).await?;
    let taking = members
        .into_iter()
        .filter(|member| gather::takes_part(member.role, profiles.get(&member.person_id), at));
    Ok(taking.map(|member| member.person_id).collect())
}

/// How many of a community's members take part in a round that begins at an instant, and how many not.
pub fn taking_part(
    members: &[communities::Membership],
    profiles: &std::collections::HashMap<kernel::PersonId, Profile>,
    at: chrono::DateTime<chrono::Utc>,
) -> (usize, usize) {
    let takes = |member: &&communities::Membership| {
        gather::takes_part(member.role, profiles.get(&member.person_id), at)
    };
    let could =
        |member: &&communities::Membership| is_asked(member.role, profiles.get(&member.person_id));
    let taking = members.iter().filter(takes).count();
    (taking, members.iter().filter(could).count() - taking)
}
