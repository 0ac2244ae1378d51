//! Who leads moves people about in a proposal.
use super::solving::not_together;
use super::{arranged, current, tell};
use crate::board::{self, Group, without};
use crate::gather::gather;
use crate::policy::{Arrange, PairSeen};
use crate::{Apart, Pair, PairChanged, Round, RoundState, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Error, PairId, PairingRoundId, Permit, PersonId, Result, Tx, permit};

const GROUP_MAX: usize = 5;

/// Moves a person into another pair of the proposal, into a new one with somebody, or out of all.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MoveInPairingInput")]
pub struct MoveInPairing {
    pub round: PairingRoundId,
    /// The version of the round that was looked at.
    pub version: i32,
    pub person: PersonId,
    /// Into this pair.
    pub pair: Option<PairId>,
    /// Into a new pair with this person.
    pub with: Option<PersonId>,
    /// True: out of all, and to be put together again when it is solved. Without it, who is out stays out.
    pub waits: Option<bool>,
}

#[async_trait]
impl Command for MoveInPairing {
    type Done = Round;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Round> {
        if self.pair.is_some() && self.with.is_some() {
            let words = "give a pair or a person, not both";
            return Err(Error::invalid("with", words));
        }
        let seen = arranged(tx, actor, (self.round, RoundState::Proposed)).await?;
        current(&seen.round, self.version)?;
        let conn = tx.conn();
        let before = store::pairs_of_rounds(&conn, Actor::System, &[self.round]).await?;
        let mut gathered = gather(&conn, &seen.round, &before).await?;
        for person in [Some(self.person), self.with].into_iter().flatten() {
            if !gathered.at.contains_key(&person) {
                let words = "this person does not take part in this round";
                return Err(Error::invalid("person", words));
            }
        }
        let mut groups: Vec<Group> = before.iter().map(Group::of).collect();
        self.apply(&mut groups)?;
        let theirs = groups
            .iter()
            .find(|group| group.people.contains(&self.person));
        if theirs.is_some_and(|group| !board::lets(&gathered, &group.people)) {
            return Err(not_together());
        }
        let out = match theirs {
            Some(_) => Apart::No,
            None if self.waits == Some(true) => Apart::No,
            None => Apart::Yes,
        };
        if let Some(at) = gathered.at.get(&self.person).copied() {
            match out {
                Apart::Yes => gathered.problem.out.insert(at),
                Apart::No => gathered.problem.out.remove(&at),
            };
        }
        let kept = board::keep(tx, &seen, (&gathered, &before), (groups, None)).await?;
        let round = store::update_round(tx, &seen, kept).await?;
        tell(tx, actor, &round).await?;
        Ok(round)
    }
}

impl MoveInPairing {
    fn apply(&self, groups: &mut Vec<Group>) -> Result<()> {
        let into = match self.pair {
            Some(pair) => {
                let group = groups.iter().find(|group| group.id == Some(pair));
                Some(group.cloned().ok_or(Error::NotFound("pair"))?)
            }
            None => None,
        };
        if into
            .as_ref()
            .is_some_and(|group| group.people.contains(&self.person))
        {
            return Ok(());
        }
        without(groups, self.person);
        if let Some(into) = into {
            groups.retain(|group| group.id != into.id);
            let mut people = into.people;
            people.push(self.person);
            if people.len() > GROUP_MAX {
                return Err(Error::invalid("pair", "no more than five belong together"));
            }
            groups.push(Group {
                people,
                by_hand: true,
                ..into
            });
        }
        if let Some(other) = self.with {
            if other == self.person {
                let words = "nobody is put together with themself";
                return Err(Error::invalid("with", words));
            }
            without(groups, other);
            groups.push(Group {
                id: None,
                people: vec![self.person, other],
                locked: false,
                by_hand: true,
            });
        }
        Ok(())
    }
}

/// Leaves a pair of the proposal alone when it is solved again, or not any more.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "LockPairInput")]
pub struct LockPair {
    pub pair: PairId,
    /// True to lock it, false to let it go.
    pub locked: bool,
}

#[async_trait]
impl Command for LockPair {
    type Done = Pair;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Pair> {
        let seen = store::pair_seen(&tx.conn(), actor, self.pair).await?;
        let seen: Permit<Arrange, PairSeen> = permit(actor, seen)?;
        if seen.pair.published_at.is_some() {
            return Err(Error::conflict(
                "this pair is published; it is no proposal any more",
            ));
        }
        let round = store::round_seen(&tx.conn(), actor, seen.pair.round_id).await?;
        // What is being solved takes the place of what stands, locked in the meantime or not.
        if round.round.state == RoundState::Solving {
            return Err(Error::conflict(
                "this round is being solved; lock the pair when that is done",
            ));
        }
        let row = Pair {
            locked: self.locked,
            ..seen.pair.clone()
        };
        let pair = store::update_pair(tx, &seen, row).await?;
        tell(tx, actor, &round.round).await?;
        Ok(pair)
    }
}

/// Tells each of a pair that something of it is another.
pub(super) async fn tell_pair(tx: &Tx, actor: Actor, seen: &PairSeen) -> Result<()> {
    for member in seen.present() {
        let fact = PairChanged {
            community: seen.pair.community_id,
            person: member.person_id,
            pair: seen.pair.id,
        };
        tx.emit(actor, &fact).await?;
    }
    Ok(())
}
