//! What can be done with feedback: one command for each verb.
mod ask;
mod change;
mod give;
mod hand_in;
mod keep;
mod open;

pub use ask::AskForFeedback;
pub use change::{
    CancelFeedbackRound, CloseFeedbackRound, ReopenFeedbackRound, UpdateFeedbackRound,
};
pub use give::{DeclineFeedback, GiveFeedback, MarkFeedback};
pub use hand_in::{SubmitEvidence, WithdrawEvidence};
pub(crate) use keep::{KeepRound, Remind};
pub use open::CreateFeedbackRound;

use crate::balancing::{fact_about, fact_of};
use crate::policy::{EvidenceSeen, FeedbackSeen, RoundSeen};
use crate::{
    Evidence, EvidenceNews, Feedback, FeedbackNews, FeedbackRound, RoundChanged, RoundNews, store,
};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, Error, EvidenceId, FeedbackId, FeedbackRoundId, Mentions, Permit, PersonId, Policy,
    Result, Tx, ahead, permit,
};

const TITLE_CHARS_MAX: usize = 150;
const EACH_MAX: i32 = 4;
const DAYS_MAX: i32 = 30;

fn somebody(actor: Actor) -> Result<PersonId> {
    actor.person().ok_or(Error::SignInFirst)
}

async fn round_with_leave<Action>(
    tx: &Tx,
    actor: Actor,
    id: FeedbackRoundId,
) -> Result<Permit<Action, RoundSeen>>
where
    RoundSeen: Policy<Action>,
{
    let seen = store::round_seen(&tx.conn(), actor, id).await?;
    permit::<Action, _>(actor, seen)
}

async fn evidence_with_leave<Action>(
    tx: &Tx,
    actor: Actor,
    id: EvidenceId,
) -> Result<Permit<Action, EvidenceSeen>>
where
    EvidenceSeen: Policy<Action>,
{
    let seen = store::evidence_seen(&tx.conn(), actor, id).await?;
    permit::<Action, _>(actor, seen)
}

async fn feedback_with_leave<Action>(
    tx: &Tx,
    actor: Actor,
    id: FeedbackId,
) -> Result<Permit<Action, FeedbackSeen>>
where
    FeedbackSeen: Policy<Action>,
{
    let seen = store::feedback_seen(&tx.conn(), actor, id).await?;
    permit::<Action, _>(actor, seen)
}

/// What to hand in: the words and how they are shown.
fn words(text: &str) -> Result<(String, String)> {
    let body = kernel::body("body", text)?;
    let html = kernel::render(&body, &Mentions::default())?.html;
    Ok((body, html))
}

fn parse_each(each: i32) -> Result<i32> {
    match (1..=EACH_MAX).contains(&each) {
        true => Ok(each),
        false => Err(Error::invalid(
            "each",
            format!("each gives and gets feedback 1 to {EACH_MAX} times"),
        )),
    }
}

fn parse_days(days: i32) -> Result<i32> {
    match (1..=DAYS_MAX).contains(&days) {
        true => Ok(days),
        false => Err(Error::invalid(
            "days",
            format!("feedback is given within 1 to {DAYS_MAX} days"),
        )),
    }
}

fn parse_closing(now: DateTime<Utc>, at: Option<DateTime<Utc>>) -> Result<Option<DateTime<Utc>>> {
    at.map(|at| ahead("closesAt", at, now)).transpose()
}

async fn tell_of_round(
    tx: &Tx,
    actor: Actor,
    (row, news): (&FeedbackRound, RoundNews),
) -> Result<()> {
    let fact = RoundChanged {
        community: row.community_id,
        feedback_round: row.id,
        session: row.session_id,
        news,
    };
    tx.emit(actor, &fact).await
}

async fn tell_of_evidence(
    tx: &Tx,
    actor: Actor,
    (row, news): (&Evidence, EvidenceNews),
) -> Result<()> {
    tx.emit(actor, &fact_about(row, news)).await
}

async fn tell_of_feedback(
    tx: &Tx,
    actor: Actor,
    (seen, row, news): (&EvidenceSeen, &Feedback, FeedbackNews),
) -> Result<()> {
    let fact = fact_of(&seen.round.round, row, news);
    tx.emit(actor, &fact).await?;
    match news {
        FeedbackNews::Asked | FeedbackNews::Declined => {
            tell_of_evidence(tx, actor, (&seen.evidence, EvidenceNews::ReadersChanged)).await
        }
        _ => Ok(()),
    }
}
