//! A proposal is taken back, or a round ends: now, or when the next begins.
use super::publishing::tell_published;
use super::solving::still_publishes_at;
use super::{arranged, tell};
use crate::policy::{Arrange, PairSeen, RoundSeen};
use crate::{MetAnswer, Paused, Round, RoundState, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{Actor, Command, Error, PairingRoundId, Permit, PersonId, Result, Tx, permit};
use std::collections::{HashMap, HashSet};

/// So many rounds in a row without a sign of life pause somebody.
const SILENT_ROUNDS: usize = 2;

/// Ends the solving of a round, or takes a proposal back. Nobody has heard of it. A proposal that stood while
/// another was looked for stands again.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CancelPairingInput")]
pub struct CancelPairing {
    pub round: PairingRoundId,
}

#[async_trait]
impl Command for CancelPairing {
    type Done = Round;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Round> {
        let seen = store::round_seen(&tx.conn(), actor, self.round).await?;
        let seen: Permit<Arrange, RoundSeen> = permit(actor, seen)?;
        match seen.round.state {
            RoundState::Cancelled => return Ok(seen.into_subject().round),
            RoundState::Solving | RoundState::Proposed | RoundState::Failed => {}
            RoundState::Published | RoundState::Ended => {
                let words = "people know of this round; it can be ended, not taken back";
                return Err(Error::conflict(words));
            }
        }
        let taken_back = Round {
            version: seen.round.version + 1,
            ..seen.round.clone()
        };
        let row = match seen.round.stood_by.clone() {
            Some(rules) if seen.round.state == RoundState::Solving => Round {
                state: RoundState::Proposed,
                rules,
                stood_by: None,
                publishes: false,
                publishes_at: still_publishes_at(tx, &seen.round).await?,
                ..taken_back
            },
            _ => Round {
                state: RoundState::Cancelled,
                over_at: Some(tx.now()),
                ..taken_back
            },
        };
        let round = store::update_round(tx, &seen, row).await?;
        tell(tx, actor, &round).await?;
        Ok(round)
    }
}

/// Ends a published round now.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "EndPairingInput")]
pub struct EndPairing {
    pub round: PairingRoundId,
}

#[async_trait]
impl Command for EndPairing {
    type Done = Round;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Round> {
        end(tx, actor, self.round).await
    }
}

/// Ends a round whose time is over. Run again, it changes nothing.
pub(crate) struct EndRound {
    pub round: PairingRoundId,
}

#[async_trait]
impl Command for EndRound {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let seen = store::round_seen(&tx.conn(), actor, self.round).await?;
        match seen.round.state {
            RoundState::Published => end(tx, actor, self.round).await.map(|_| ()),
            _ => Ok(()),
        }
    }
}

async fn end(tx: &Tx, actor: Actor, id: PairingRoundId) -> Result<Round> {
    let seen = arranged(tx, actor, (id, RoundState::Published)).await?;
    let row = Round {
        state: RoundState::Ended,
        over_at: Some(tx.now()),
        version: seen.round.version + 1,
        ..seen.round.clone()
    };
    let round = store::update_round(tx, &seen, row).await?;
    store::end_pairs(tx, &seen).await?;
    let pairs = store::pairs_of_rounds(&tx.conn(), Actor::System, &[id]).await?;
    for room in pairs.iter().filter_map(|seen| seen.pair.room_id) {
        communities::close_room(tx, Actor::System, room).await?;
    }
    pause_the_silent(tx, &round).await?;
    tell_published(tx, actor, &round).await?;
    Ok(round)
}

/// A round goes on until the next begins, where its own time is not over before. What would begin no earlier
/// than that never does.
pub(super) async fn make_way(
    tx: &Tx,
    actor: Actor,
    (id, next_at): (PairingRoundId, DateTime<Utc>),
) -> Result<()> {
    let seen = arranged(tx, actor, (id, RoundState::Published)).await?;
    if next_at <= tx.now() || next_at <= seen.round.starts_at {
        return end(tx, actor, id).await.map(|_| ());
    }
    if seen.round.ends_at <= next_at {
        return Ok(());
    }
    let row = Round {
        ends_at: next_at,
        version: seen.round.version + 1,
        ..seen.round.clone()
    };
    let round = store::update_round(tx, &seen, row).await?;
    store::keep_pairs_until(tx, &seen, next_at).await?;
    tell(tx, actor, &round).await
}

/// Pauses who gave no sign of life in this round and the one before in which they were, and tells them
/// and who leads.
async fn pause_the_silent(tx: &Tx, round: &Round) -> Result<()> {
    let conn = tx.conn();
    let mut lived = store::lived_rounds(&conn, round.community_id).await?;
    // Nobody is silent in what was over before it began, nor in what begins where this ends.
    let began = |it: &Round| it.over_at.is_none_or(|over| it.starts_at <= over);
    lived.retain(|it| it.number <= round.number && began(it));
    let ids: Vec<PairingRoundId> = lived.iter().map(|round| round.id).collect();
    let mut pairs = store::pairs_of_rounds(&conn, Actor::System, &ids).await?;
    let order: HashMap<_, usize> = ids.iter().copied().zip(0..).collect();
    pairs.sort_by_key(|seen| order.get(&seen.pair.round_id).copied());
    let alive = signs_of_life(tx, &pairs).await?;
    // By round, not by pair: who takes several people with them is together with them in one.
    let mut rounds: HashMap<PersonId, Vec<(&PairSeen, bool)>> = HashMap::new();
    for seen in &pairs {
        for member in seen.present() {
            let spoke = alive.contains(&(seen.pair.id, member.person_id));
            let theirs = rounds.entry(member.person_id).or_default();
            match theirs.last_mut() {
                Some((last, sign)) if last.pair.round_id == seen.pair.round_id => *sign |= spoke,
                _ => theirs.push((seen, spoke)),
            }
        }
    }
    let leads = communities::leads_of(&conn, &[round.community_id]).await?;
    let leads = leads.get(&round.community_id).cloned().unwrap_or_default();
    for (person, lately) in rounds {
        let silent = lately
            .iter()
            .take(SILENT_ROUNDS)
            .filter(|(_, spoke)| !spoke);
        let (last, _) = lately[0];
        if last.pair.round_id != round.id || silent.count() < SILENT_ROUNDS {
            continue;
        }
        let Some(record) = identity::person_by_id(&conn, person).await? else {
            continue;
        };
        let pair: Permit<Arrange, PairSeen> = permit(Actor::System, last.clone())?;
        store::pause(tx, &pair, &record).await?;
        let told = leads
            .iter()
            .map(|lead| lead.id)
            .filter(|lead| *lead != person);
        for person_told in std::iter::once(person).chain(told) {
            let fact = Paused {
                community: round.community_id,
                person: person_told,
                whom: person,
            };
            tx.emit(Actor::System, &fact).await?;
        }
    }
    Ok(())
}

/// Who wrote in their conversation, meant to do something, or said whether they met.
async fn signs_of_life(tx: &Tx, pairs: &[PairSeen]) -> Result<HashSet<(kernel::PairId, PersonId)>> {
    let conn = tx.conn();
    let ids: Vec<_> = pairs.iter().map(|seen| seen.pair.id).collect();
    let mut alive = HashSet::new();
    for (pair, commitments) in store::commitments_of(&conn, &ids).await? {
        alive.extend(commitments.iter().map(|it| (pair, it.person_id)));
    }
    let threads: Vec<_> = pairs
        .iter()
        .filter_map(|seen| seen.pair.thread_id)
        .collect();
    let wrote = channels::participants_of(&conn, Actor::System, &threads).await?;
    for seen in pairs {
        let answered = |met: Option<MetAnswer>| met.is_some();
        let members = seen.members.iter().filter(|member| answered(member.met));
        alive.extend(members.map(|member| (seen.pair.id, member.person_id)));
        let people = seen.pair.thread_id.and_then(|thread| wrote.get(&thread));
        let people = people.into_iter().flatten();
        alive.extend(people.map(|person| (seen.pair.id, *person)));
    }
    Ok(alive)
}
