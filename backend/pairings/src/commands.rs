//! What can be done with pairings.
mod arrange;
mod asking;
mod beginning;
mod life;
mod moving;
mod planning;
mod preferences;
mod publishing;
mod repairing;
mod rules;
mod solving;

pub(crate) use arrange::EndRound;
pub use arrange::{CancelPairing, EndPairing};
pub(crate) use asking::AskWhetherMet;
pub use beginning::{BeginRound, Begins, ProposePairs};
pub use life::{
    BeginPairTalk, MakeCommitment, NudgePair, SayWhetherMet, SettleCommitment, begin_pair_talk,
};
pub use moving::{LockPair, MoveInPairing};
pub(crate) use planning::BeginPlanned;
pub use planning::{PlanPairing, StopPairingPlan};
pub use preferences::{Apart, KeepApart, RateObjective, ResumePairing, UpdatePairingPreferences};
pub use publishing::PublishPairs;
pub(crate) use publishing::PublishUnseen;
pub use repairing::LeavePair;
pub(crate) use repairing::leave;
pub use rules::{RulesInput, WeightsInput};
pub(crate) use solving::{FailRound, KeepSolution, NoteProgress};
pub use solving::{SolvePairsAgain, SolveRound};

use crate::policy::{Arrange, PairSeen, RoundSeen};
use crate::{Round, RoundChanged, RoundState, store};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use kernel::{Actor, Error, PairingRoundId, Permit, PersonId, Result, Tx, ahead, permit};

/// The person who asks.
fn asker(actor: Actor) -> Result<PersonId> {
    actor.person().ok_or(Error::SignInFirst)
}

/// A day until which something is meant.
///
/// # Errors
/// `Invalid` on `field` when it is more than two years ahead.
fn day_ahead(field: &'static str, day: NaiveDate, now: DateTime<Utc>) -> Result<()> {
    // Somewhere on earth a day begins so long before it does in UTC.
    let now = now + TimeDelta::hours(14);
    let begins = day.and_time(NaiveTime::MIN).and_utc();
    ahead(field, begins.max(now), now).map(|_| ())
}

/// A round that the asker may arrange, in a state in which that makes sense.
async fn arranged(
    tx: &Tx,
    actor: Actor,
    (id, state): (PairingRoundId, RoundState),
) -> Result<Permit<Arrange, RoundSeen>> {
    let seen = store::round_seen(&tx.conn(), actor, id).await?;
    let seen: Permit<Arrange, RoundSeen> = permit(actor, seen)?;
    match seen.round.state == state {
        true => Ok(seen),
        false => Err(Error::conflict(match state {
            RoundState::Proposed => "this round is not a proposal any more, or not yet",
            RoundState::Published => "this round is not going on",
            RoundState::Solving
            | RoundState::Ended
            | RoundState::Cancelled
            | RoundState::Failed => "this round is in another state now",
        })),
    }
}

/// Nobody decides by what they have not seen.
fn current(round: &Round, version: i32) -> Result<()> {
    match round.version == version {
        true => Ok(()),
        false => Err(Error::Conflict {
            message: "somebody changed this proposal meanwhile; look at it again".into(),
            current: Some(serde_json::json!({ "version": round.version })),
        }),
    }
}

/// Tells who leads that a pair fares otherwise than before, and not how.
async fn tell_leads(tx: &Tx, seen: &PairSeen) -> Result<()> {
    let fact = RoundChanged {
        community: seen.pair.community_id,
        round: seen.pair.round_id,
    };
    tx.emit(Actor::System, &fact).await
}

async fn tell(tx: &Tx, actor: Actor, round: &Round) -> Result<()> {
    let fact = RoundChanged {
        community: round.community_id,
        round: round.id,
    };
    tx.emit(actor, &fact).await
}
