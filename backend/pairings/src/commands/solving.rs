//! A round is solved in the background, and is kept as a proposal.
use super::beginning::time_to_look;
use super::publishing::{Proposal, publish};
use super::{RulesInput, arranged, asker, tell};
use crate::board::{self, Group};
use crate::gather::{Gathered, gather};
use crate::jobs::SolvePairs;
use crate::matching::solve;
use crate::policy::{Arrange, PairSeen, RoundSeen};
use crate::tables::{KeptProblem, KeptRules};
use crate::{Round, RoundReady, RoundStage, RoundState, Solution, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{Actor, Command, Error, PairingRoundId, Permit, PersonId, Result, Tx, permit};
use std::collections::HashSet;

pub(super) const NOT_TOGETHER: &str = "what these people told us does not let them be put together";

/// Solves what is not locked again, changing as little as a better or whole solution needs.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SolvePairsAgainInput")]
pub struct SolvePairsAgain {
    pub round: PairingRoundId,
    /// Other rules from now on; those of before, when absent.
    pub rules: Option<RulesInput>,
    /// True: it waits for who leads, and is published by itself no longer. As it was to be, when absent.
    pub waits: Option<bool>,
}

#[async_trait]
impl Command for SolvePairsAgain {
    type Done = Round;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Round> {
        let rules = self.rules.as_ref().map(RulesInput::parse).transpose()?;
        let seen = store::round_seen(&tx.conn(), actor, self.round).await?;
        let seen: Permit<Arrange, RoundSeen> = permit(actor, seen)?;
        if !matches!(seen.round.state, RoundState::Proposed | RoundState::Failed) {
            return Err(Error::conflict(
                "this round is not a proposal any more, or not yet",
            ));
        }
        let waits = self.waits == Some(true);
        let row = Round {
            rules: rules.map_or_else(|| seen.round.rules.clone(), KeptRules),
            publishes: seen.round.publishes && !waits,
            publishes_at: seen.round.publishes_at.filter(|_| !waits),
            ..to_be_solved(&seen.round)
        };
        let round = store::update_round(tx, &seen, row).await?;
        tx.enqueue(&SolvePairs { round: round.id }).await?;
        tell(tx, actor, &round).await?;
        Ok(round)
    }
}

/// Solves anew what people said meanwhile does not let be, to be published as soon as it is solved.
pub(super) async fn solve_again(
    tx: &Tx,
    actor: Actor,
    seen: &Permit<Arrange, RoundSeen>,
) -> Result<()> {
    let row = Round {
        publishes: true,
        ..to_be_solved(&seen.round)
    };
    let round = store::update_round(tx, seen, row).await?;
    tx.enqueue(&SolvePairs { round: round.id }).await?;
    tell(tx, actor, &round).await
}

/// A round that waits to be solved. A proposal stands until another is found.
pub(super) fn to_be_solved(round: &Round) -> Round {
    let stands = round.state == RoundState::Proposed;
    Round {
        stood_by: stands.then(|| round.rules.clone()),
        state: RoundState::Solving,
        stage: RoundStage::Waiting,
        percent: 0,
        problem: None,
        ..round.clone()
    }
}

/// When a proposal that stands from now on is published by itself: as it was to be; after another working day,
/// where that hour passed while it was solved, so that who leads can look at it. What was to be published at
/// that very moment and could not be left as it stood waits for them.
pub(super) async fn still_publishes_at(tx: &Tx, round: &Round) -> Result<Option<DateTime<Utc>>> {
    match round.publishes_at {
        Some(_) if round.publishes => Ok(None),
        Some(at) if at <= tx.now() => time_to_look(tx, round.community_id, 1).await.map(Some),
        at => Ok(at),
    }
}

/// Says how far the solution is, and hears whether it is still wanted.
pub(crate) struct NoteProgress {
    pub round: PairingRoundId,
    pub stage: RoundStage,
    pub percent: i32,
}

#[async_trait]
impl Command for NoteProgress {
    type Done = RoundState;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<RoundState> {
        let seen = store::round_seen(&tx.conn(), actor, self.round).await?;
        let seen: Permit<Arrange, RoundSeen> = permit(actor, seen)?;
        if seen.round.state != RoundState::Solving {
            return Ok(seen.round.state);
        }
        let row = Round {
            stage: self.stage,
            percent: self.percent,
            ..seen.round.clone()
        };
        let round = store::update_round(tx, &seen, row).await?;
        tell(tx, actor, &round).await?;
        Ok(round.state)
    }
}

/// Keeps a solution as the proposal; nothing, if nobody waits for it any more.
pub(crate) struct KeepSolution {
    pub round: PairingRoundId,
    /// As it was when it began to be solved: what was taken back meanwhile is not wanted.
    pub version: i32,
    pub gathered: Gathered,
    pub board: Vec<PairSeen>,
    pub solution: Solution,
}

#[async_trait]
impl Command for KeepSolution {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let seen = store::round_seen(&tx.conn(), actor, self.round).await?;
        let seen: Permit<Arrange, RoundSeen> = permit(actor, seen)?;
        if seen.round.state != RoundState::Solving || seen.round.version != self.version {
            return Ok(());
        }
        let groups: Vec<Group> = self
            .solution
            .groups
            .iter()
            .map(|it| self.group(it))
            .collect();
        let solution = Some(self.solution.clone());
        let kept = (&self.gathered, &self.board[..]);
        let kept = board::keep(tx, &seen, kept, (groups, solution)).await?;
        let row = Round {
            state: RoundState::Proposed,
            stood_by: None,
            percent: 100,
            publishes_at: still_publishes_at(tx, &seen.round).await?,
            ..kept
        };
        let round = store::update_round(tx, &seen, row).await?;
        tell(tx, actor, &round).await?;
        if !round.publishes || self.solution.groups.is_empty() {
            return tell_who_leads(tx, &round).await;
        }
        let seen = arranged(tx, actor, (self.round, RoundState::Proposed)).await?;
        let proposal = Proposal::of(tx, &seen).await?;
        match proposal.broken().is_empty() {
            true => publish(tx, actor, (&seen, None), &proposal)
                .await
                .map(|_| ()),
            false => solve_again(tx, actor, &seen).await,
        }
    }
}

/// Solves a round here and now, where nobody waits for an answer meanwhile: for small ones.
pub struct SolveRound(pub PairingRoundId);

#[async_trait]
impl Command for SolveRound {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let seen = arranged(tx, actor, (self.0, RoundState::Solving)).await?;
        let conn = tx.conn();
        let board = store::pairs_of_rounds(&conn, Actor::System, &[self.0]).await?;
        let gathered = gather(&conn, &seen.round, &board).await?;
        let solution = solve(&gathered.problem, &|_, _| true);
        let solution = solution.ok_or_else(|| Error::internal("nobody stopped it"))?;
        let keep = KeepSolution {
            round: self.0,
            version: seen.round.version,
            gathered,
            board,
            solution,
        };
        keep.run(tx, actor).await
    }
}

/// What began by itself waits for somebody to look at it.
async fn tell_who_leads(tx: &Tx, round: &Round) -> Result<()> {
    if round.proposed_by.is_some() {
        return Ok(());
    }
    let fact = RoundReady {
        community: round.community_id,
        round: round.id,
    };
    tx.emit(Actor::System, &fact).await
}

impl KeepSolution {
    /// As it stands already, where it does.
    fn group(&self, numbers: &[usize]) -> Group {
        let people: HashSet<PersonId> =
            numbers.iter().map(|at| self.gathered.people[*at]).collect();
        let same = |group: &Group| group.people.iter().copied().collect::<HashSet<_>>() == people;
        let standing = self.board.iter().map(Group::of).find(same);
        standing.unwrap_or_else(|| Group {
            id: None,
            people: people.into_iter().collect(),
            locked: false,
            by_hand: false,
        })
    }
}

/// No proposal came out of it. One that stood goes on standing as it was, with what is locked in it and by
/// its own rules. It is published by itself when it was to be, unless it failed at that very moment: then
/// what stands is not to be left so.
pub(crate) struct FailRound {
    pub round: PairingRoundId,
    /// As it was when it began to be solved: what was taken back meanwhile did not fail.
    pub version: i32,
    pub problem: KeptProblem,
}

#[async_trait]
impl Command for FailRound {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let seen = store::round_seen(&tx.conn(), actor, self.round).await?;
        let seen: Permit<Arrange, RoundSeen> = permit(actor, seen)?;
        if seen.round.state != RoundState::Solving || seen.round.version != self.version {
            return Ok(());
        }
        let failed = Round {
            state: RoundState::Failed,
            problem: Some(self.problem.clone()),
            ..seen.round.clone()
        };
        let row = match seen.round.stood_by.clone() {
            None => failed,
            Some(rules) => Round {
                state: RoundState::Proposed,
                rules,
                stood_by: None,
                publishes: false,
                publishes_at: still_publishes_at(tx, &seen.round).await?,
                ..failed
            },
        };
        let round = store::update_round(tx, &seen, row).await?;
        tell(tx, actor, &round).await?;
        tell_who_leads(tx, &round).await
    }
}

/// For those who ask as a person.
pub(super) fn not_together() -> Error {
    Error::forbidden(NOT_TOGETHER)
}

/// Who asks, where that has to be somebody.
pub(super) fn person_of(actor: Actor) -> Result<PersonId> {
    asker(actor)
}
