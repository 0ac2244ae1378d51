//! What pairings do later: rounds are solved, and end when their time is over.
use crate::commands::{
    AskWhetherMet, BeginPlanned, EndRound, FailRound, KeepSolution, NoteProgress, PublishUnseen,
};
use crate::gather::gather;
use crate::matching::{Fit, Problem, Stage, overlap, solve, twos};
use crate::tables::KeptProblem;
use crate::{Round, RoundStage, RoundState, Rule, Solution, store};
use kernel::{Actor, Db, Error, Job, JobError, PairingRoundId, Result, Worker, Working};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::time::Duration;

/// Find out who could be together in a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SolvePairs {
    pub round: PairingRoundId,
}

impl Job for SolvePairs {
    const KIND: &'static str = "pairings.solve_pairs";
}

/// How often it is said how far a solution is, and asked whether it is still wanted.
const LOOK_EVERY: Duration = Duration::from_millis(400);

/// Solves rounds, off the path of requests.
pub struct SolveRounds {
    db: Db,
}

impl SolveRounds {
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    async fn solve(&self, id: PairingRoundId) -> Result<()> {
        let conn = self.db.read();
        let round = match store::round_seen(&conn, Actor::System, id).await {
            Ok(seen) if seen.round.state == RoundState::Solving => seen.round,
            Ok(_) | Err(Error::NotFound(_)) => return Ok(()),
            Err(error) => return Err(error),
        };
        let board = store::pairs_of_rounds(&conn, Actor::System, &[id]).await?;
        let gathered = match gather(&conn, &round, &board).await {
            Ok(gathered) => gathered,
            Err(Error::Invalid {
                field,
                message,
                hint,
                ..
            }) => {
                let hint = hint.map(|hint| hint.to_string());
                return self.fail(&round, (field, message.to_string(), hint)).await;
            }
            Err(error) => return Err(error),
        };
        if let Some(problem) = impossible(&gathered.problem) {
            return self.fail(&round, problem).await;
        }
        let Some(solution) = self.watched(id, gathered.problem.clone()).await? else {
            return Ok(());
        };
        let keep = KeepSolution {
            round: id,
            version: round.version,
            gathered,
            board,
            solution,
        };
        self.db.write(Actor::System, keep).await
    }

    async fn fail(
        &self,
        round: &Round,
        (field, message, hint): (&str, String, Option<String>),
    ) -> Result<()> {
        let problem = KeptProblem {
            field: field.to_owned(),
            message,
            hint,
        };
        let fail = FailRound {
            round: round.id,
            version: round.version,
            problem,
        };
        self.db.write(Actor::System, fail).await
    }

    /// Solves on a thread of its own, and says meanwhile how far that is. A matching cannot be stopped in
    /// the middle: when it is wanted no more, what that thread finds is dropped, and nobody waits for it.
    async fn watched(&self, round: PairingRoundId, problem: Problem) -> Result<Option<Solution>> {
        let state = Arc::new((AtomicU8::new(0), AtomicU8::new(0), AtomicBool::new(true)));
        let shared = state.clone();
        let mut solving = tokio::task::spawn_blocking(move || {
            solve(&problem, &|stage, percent| {
                shared.0.store(stage as u8, Ordering::Relaxed);
                shared.1.store(percent, Ordering::Relaxed);
                shared.2.load(Ordering::Relaxed)
            })
        });
        loop {
            if let Ok(solved) = tokio::time::timeout(LOOK_EVERY, &mut solving).await {
                return solved.map_err(Error::internal);
            }
            let stage = match state.0.load(Ordering::Relaxed) {
                it if it == Stage::Matching as u8 => RoundStage::Matching,
                it if it == Stage::Improving as u8 => RoundStage::Improving,
                _ => RoundStage::Weighing,
            };
            let percent = i32::from(state.1.load(Ordering::Relaxed));
            let note = NoteProgress {
                round,
                stage,
                percent,
            };
            if self.db.write(Actor::System, note).await? != RoundState::Solving {
                state.2.store(false, Ordering::Relaxed);
                return Ok(None);
            }
        }
    }
}

impl Worker for SolveRounds {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> Working<'a> {
        Box::pin(async move {
            let job: SolvePairs = serde_json::from_value(body.clone())
                .map_err(|error| JobError::GiveUp(error.to_string()))?;
            Ok(self.solve(job.round).await?)
        })
    }
}

type Impossible = (&'static str, String, Option<String>);

/// Why nobody at all could be together: the rule that alone stands in the way, if it is one.
fn impossible(problem: &Problem) -> Option<Impossible> {
    let people: Vec<usize> = (0..problem.people.len())
        .filter(|person| !problem.out.contains(person))
        .collect();
    if people.len() < 2 {
        let words = "fewer than two people take part".to_owned();
        return Some(("community", words, None));
    }
    if !problem.locked.is_empty() {
        return None;
    }
    let broken: Vec<_> = twos(&people)
        .filter(|(a, b)| !problem.are_apart(*a, *b))
        .map(|(a, b)| {
            let mut broken = Fit::of(problem, a, b).broken;
            // Who met lately meets again before everybody is alone.
            broken.retain(|rule| *rule != Rule::Cooldown);
            (broken, (a, b))
        })
        .collect();
    if broken.iter().any(|(broken, _)| broken.is_empty()) {
        return None;
    }
    let alone = |rule: Rule| broken.iter().any(|(broken, _)| broken[..] == [rule]);
    let said = [
        (
            Rule::Overlap,
            "minOverlapMinutes",
            "no two people work so long at the same time",
        ),
        (
            Rule::Language,
            "sharedLanguage",
            "no two people have a language in common",
        ),
        (
            Rule::Team,
            "differentTeams",
            "everybody is in the same team",
        ),
        (
            Rule::Manager,
            "notManager",
            "only a manager and who reports to them are left",
        ),
        (
            Rule::Capacity,
            "format",
            "there is no mentor for any mentee",
        ),
    ];
    let found = said.iter().find(|(rule, ..)| alone(*rule));
    let Some((rule, field, words)) = found else {
        let words = "no two people may be together under all of these rules at once".to_owned();
        let hint = "give up more than one of them".to_owned();
        return Some(("rules", words, Some(hint)));
    };
    let hint = (*rule == Rule::Overlap).then(|| {
        let common = |(a, b): &(usize, usize)| overlap(&problem.people[*a], &problem.people[*b]);
        let most = broken.iter().map(|(_, pair)| common(pair)).max();
        format!(
            "the most that two have in common is {} minutes",
            most.unwrap_or(0)
        )
    });
    Some((field, (*words).to_owned(), hint))
}

/// Pairs whose people are asked in one go: nobody who writes waits longer than that takes.
const HANDFUL: u64 = 50;

/// Asks people whether they met, begins the rounds that are planned, publishes the proposals whose time to
/// be looked at is over, and ends the rounds whose time is over; returns how many ended.
///
/// # Errors
/// The first of what failed: it keeps nothing else from its time.
pub async fn keep_rounds(db: &Db) -> Result<usize> {
    let mut failed = ask_whether_met(db).await.err();
    for plan in store::due_plans(&db.read(), db.now()).await? {
        let begun = db.write(Actor::System, BeginPlanned { plan }).await;
        failed = failed.or(begun.err());
    }
    for round in store::rounds_to_publish(&db.read(), db.now()).await? {
        let published = db.write(Actor::System, PublishUnseen(round)).await;
        failed = failed.or(published.err());
    }
    let mut ended = 0;
    for round in store::overdue_rounds(&db.read(), db.now()).await? {
        match db.write(Actor::System, EndRound { round }).await {
            Ok(()) => ended += 1,
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    match failed {
        Some(error) => Err(error),
        None => Ok(ended),
    }
}

async fn ask_whether_met(db: &Db) -> Result<()> {
    loop {
        let pairs = store::pairs_to_ask(&db.read(), db.now(), HANDFUL).await?;
        if pairs.is_empty() || db.write(Actor::System, AskWhetherMet { pairs }).await? == 0 {
            return Ok(());
        }
    }
}
