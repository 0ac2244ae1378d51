//! What can be done with misconceptions: one command for each verb.
mod agree;
mod answer;
mod audit;
mod draft;
mod forget;
mod life;
mod matches;
mod passages;
mod publish;
mod suspect;

pub use agree::{AgreeToCorrection, AskToAgree, COLLEAGUES};
pub use answer::AcknowledgeCorrection;
pub use audit::AuditExposures;
pub use draft::{DraftCorrection, SourceGiven};
pub use forget::SweepExposures;
pub use life::{
    CloseMisconception, ConfirmMisconception, OfferToAuthor, RejectMisconception,
    ReopenMisconception,
};
pub use matches::{DecideClaimMatch, UndoClaimMatch};
pub(crate) use matches::{RecordMatches, Resembling};
pub use passages::{AddOccurrence, Passage, RemoveOccurrence, TakeBackPassage};
pub use publish::{PublishCorrection, UndoCorrection};
pub(crate) use publish::{Remind, TellExposed, publish};
pub use suspect::SuspectMisconception;

use crate::policy::{MisconceptionSeen, Steer};
use crate::states::Step;
use crate::{Misconception, MisconceptionChanged, MisconceptionState, store};
use channels::{Moderate, PostSeen, ThreadSeen};
use kernel::{
    Actor, CommunityId, Error, MisconceptionId, ObjectiveId, Permit, PersonId, PostId, Result, Tx,
    line, optional_line, permit,
};

const CLAIM_CHARS_MAX: usize = 300;
const REASON_CHARS_MAX: usize = 300;

type Steered = Permit<Steer, MisconceptionSeen>;

async fn steered(tx: &Tx, actor: Actor, id: MisconceptionId) -> Result<Steered> {
    let seen = store::misconception_seen(&tx.conn(), actor, id).await?;
    permit::<Steer, _>(actor, seen)
}

/// A post, with leave to act on what others wrote in its conversation.
async fn moderated(
    tx: &Tx,
    actor: Actor,
    post: PostId,
) -> Result<(PostSeen, Permit<Moderate, ThreadSeen>)> {
    let seen = channels::post_seen(&tx.conn(), actor, post).await?;
    let seen = permit::<channels::Read, _>(actor, seen)?.into_subject();
    let leave = permit::<Moderate, _>(actor, ThreadSeen::clone(&seen.thread))?;
    Ok((seen, leave))
}

/// Takes a step: the record after it, with its history written.
async fn step(
    tx: &Tx,
    seen: &Steered,
    step: Step,
    (row, note): (Misconception, Option<String>),
) -> Result<Misconception> {
    let state = seen.life().after(step, tx.now())?;
    let row = store::update(tx, seen, Misconception { state, ..row }).await?;
    let by = seen.actor().person();
    store::insert_change(tx, &row, (by, note)).await?;
    tell(tx, seen.actor(), &row).await?;
    Ok(row)
}

async fn tell(tx: &Tx, actor: Actor, record: &Misconception) -> Result<()> {
    let fact = MisconceptionChanged {
        community: record.community_id,
        misconception: record.id,
        state: record.state,
    };
    tx.emit(actor, &fact).await
}

fn parse_claim(claim: &str) -> Result<String> {
    line("claim", claim, CLAIM_CHARS_MAX)
}

/// Why, in a line.
fn parse_reason(reason: &str) -> Result<String> {
    match optional_line("reason", reason, REASON_CHARS_MAX)? {
        Some(reason) => Ok(reason),
        None => Err(Error::invalid("reason", "say why in a few words")),
    }
}

/// An objective must be of the program that the community runs.
async fn parse_objective(
    tx: &Tx,
    community: CommunityId,
    objective: Option<ObjectiveId>,
) -> Result<Option<ObjectiveId>> {
    let Some(wanted) = objective else {
        return Ok(None);
    };
    let own = sessions::objectives_of_community(&tx.conn(), community).await?;
    match own.iter().any(|own| own.id == wanted) {
        true => Ok(Some(wanted)),
        false => Err(Error::invalid(
            "objective",
            "this belongs to no program that this community runs",
        )),
    }
}

/// The person who acts; the platform itself is nobody.
fn somebody(actor: Actor) -> Result<PersonId> {
    actor.person().ok_or(Error::SignInFirst)
}

impl MisconceptionState {
    /// Whether it has not been decided yet what it is.
    pub(crate) fn is_open(self) -> bool {
        !self.is_public() && self != Self::Rejected
    }
}
