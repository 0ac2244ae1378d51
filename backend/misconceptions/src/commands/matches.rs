use super::passages::{Passage, added, taken_off};
use super::{moderated, tell};
use crate::policy::{ClaimMatchSeen, Steer};
use crate::showing::Said;
use crate::{ClaimMatch, ClaimMatched, Misconception, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::Spot;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    Actor, ClaimMatchId, Command, Error, KeepTime, MisconceptionId, Organisation, Permit, PostId,
    Result, Tx, permit,
};

/// How long what was decided about a suggestion can be taken back.
const UNDO_FOR: TimeDelta = TimeDelta::minutes(30);

impl ClaimMatch {
    /// Until when what was decided can be taken back.
    pub fn undoable_until(&self) -> Option<DateTime<Utc>> {
        self.decided_at.map(|decided| decided + UNDO_FOR)
    }
}

/// Says whether a post that resembles a misconception says it indeed.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "DecideClaimMatchInput")]
pub struct DecideClaimMatch {
    #[graphql(name = "match")]
    pub claim_match: ClaimMatchId,
    /// True when it does: its correction stands beside that post, too. False when it says something else.
    pub confirmed: bool,
}

#[async_trait]
impl Command for DecideClaimMatch {
    type Done = ClaimMatch;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<ClaimMatch> {
        let seen = store::claim_match_seen(&tx.conn(), actor, self.claim_match).await?;
        let seen = permit::<Steer, _>(actor, seen)?;
        match seen.claim_match.is_confirmed {
            Some(before) if before == self.confirmed => {
                return Ok(seen.into_subject().claim_match);
            }
            Some(_) => return Err(Error::conflict("somebody decided this meanwhile")),
            None => {}
        }
        let decided = ClaimMatch {
            decided_at: Some(tx.now()),
            decided_by: actor.person(),
            is_confirmed: Some(self.confirmed),
            ..seen.claim_match.clone()
        };
        let decided = store::decide(tx, &seen, decided).await?;
        let record = record_of(tx, decided.misconception_id).await?;
        match self.confirmed {
            true => occurs(tx, actor, (&record, &decided)).await?,
            false => retire_if_noisy(tx, &record).await?,
        }
        tell(tx, actor, &record).await?;
        Ok(decided)
    }
}

/// Takes back what was decided about a suggestion, within 30 minutes: it waits again.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UndoClaimMatchInput")]
pub struct UndoClaimMatch {
    #[graphql(name = "match")]
    pub claim_match: ClaimMatchId,
}

#[async_trait]
impl Command for UndoClaimMatch {
    type Done = ClaimMatch;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<ClaimMatch> {
        let seen = store::claim_match_seen(&tx.conn(), actor, self.claim_match).await?;
        let seen = permit::<Steer, _>(actor, seen)?;
        match seen.claim_match.undoable_until() {
            None => return Ok(seen.into_subject().claim_match),
            Some(until) if until <= tx.now() => {
                return Err(Error::conflict(
                    "this can be taken back for 30 minutes; it stands now",
                ));
            }
            Some(_) => {}
        }
        let record = record_of(tx, seen.claim_match.misconception_id).await?;
        undecide(tx, &seen, &record).await?;
        let decided = ClaimMatch {
            decided_at: None,
            decided_by: None,
            is_confirmed: None,
            ..seen.claim_match.clone()
        };
        let open = store::decide(tx, &seen, decided).await?;
        let fact = ClaimMatched {
            spot: Spot {
                community: open.community_id,
                channel: seen.thread.thread.channel_id,
                thread: open.thread_id,
            },
            post: open.post_id,
            misconception: open.misconception_id,
            claim_match: open.id,
        };
        tx.emit(actor, &fact).await?;
        tell(tx, actor, &record).await?;
        Ok(open)
    }
}

/// What came of the decision goes with it: the passage that it wrote down, or that the pattern retired.
async fn undecide(
    tx: &Tx,
    seen: &Permit<Steer, ClaimMatchSeen>,
    record: &Misconception,
) -> Result<()> {
    let decided = &seen.claim_match;
    let known = store::occurrences_in_posts(&tx.conn(), &[decided.post_id]).await?;
    let came = known
        .into_iter()
        .find(|(it, of)| of.id == record.id && Some(it.added_at) == decided.decided_at);
    if let Some((passage, _)) = came {
        taken_off(tx, seen.actor(), (record, passage)).await?;
    }
    if record.retired_at.is_some() && record.retired_at == decided.decided_at {
        set_retired(tx, record, None).await?;
    }
    Ok(())
}

async fn record_of(tx: &Tx, id: MisconceptionId) -> Result<Misconception> {
    let seen = store::misconception_seen(&tx.conn(), Actor::System, id).await?;
    Ok(seen.record)
}

/// Writes the passage down, unless that was done by hand meanwhile.
async fn occurs(
    tx: &Tx,
    actor: Actor,
    (record, decided): (&Misconception, &ClaimMatch),
) -> Result<()> {
    let (post, leave) = moderated(tx, actor, decided.post_id).await?;
    let known = store::occurrences_in_posts(&tx.conn(), &[post.post.id]).await?;
    if known.iter().any(|(_, it)| it.id == record.id) {
        return Ok(());
    }
    let passage = Passage {
        quote: decided.passage.clone(),
        ..Passage::default()
    };
    let anchor = passage.anchored(&Said::seen(&post))?;
    added(tx, &leave, (record, &post.post, anchor)).await?;
    Ok(())
}

/// A pattern that is mostly wrong is compared with no longer. The platform does that: whoever decided may
/// moderate elsewhere.
async fn retire_if_noisy(tx: &Tx, record: &Misconception) -> Result<()> {
    let watched = store::watched(&tx.conn(), &[record.id]).await?;
    let is_noisy = watched.get(&record.id).is_some_and(|it| it.is_noisy());
    if !is_noisy || record.retired_at.is_some() {
        return Ok(());
    }
    set_retired(tx, record, Some(tx.now())).await
}

async fn set_retired(tx: &Tx, record: &Misconception, at: Option<DateTime<Utc>>) -> Result<()> {
    let seen = store::misconception_seen(&tx.conn(), Actor::System, record.id).await?;
    let seen = permit::<Steer, _>(Actor::System, seen)?;
    let row = Misconception {
        retired_at: at,
        ..record.clone()
    };
    store::update(tx, &seen, row).await?;
    Ok(())
}

/// Suggests posts that resemble misconceptions to those who moderate them.
#[derive(Clone, Debug)]
pub(crate) struct RecordMatches {
    pub found: Vec<Resembling>,
}

/// A post, and what it resembles.
#[derive(Clone, Debug)]
pub(crate) struct Resembling {
    pub spot: Spot,
    pub post: PostId,
    pub misconception: MisconceptionId,
    pub score: f32,
    pub passage: String,
}

#[async_trait]
impl Command for RecordMatches {
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        permit::<KeepTime, _>(actor, Organisation)?;
        let row = |it: &Resembling| ClaimMatch {
            id: tx.id(),
            misconception_id: it.misconception,
            community_id: it.spot.community,
            thread_id: it.spot.thread,
            post_id: it.post,
            score: f64::from(it.score),
            passage: it.passage.clone(),
            created_at: tx.now(),
            decided_at: None,
            decided_by: None,
            is_confirmed: None,
        };
        let new = store::insert_matches(tx, self.found.iter().map(row).collect()).await?;
        for it in &new {
            let found = self.found.iter().find(|found| found.post == it.post_id);
            let Some(found) = found else {
                continue;
            };
            let fact = ClaimMatched {
                spot: found.spot,
                post: it.post_id,
                misconception: it.misconception_id,
                claim_match: it.id,
            };
            tx.emit(actor, &fact).await?;
        }
        Ok(new.len())
    }
}
