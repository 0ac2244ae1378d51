//! A round begins, by hand or by itself, to be solved in the background.
use super::solving::{NOT_TOGETHER, to_be_solved};
use super::{RulesInput, arranged, tell};
use crate::board::{self, Group};
use crate::gather::gather;
use crate::jobs::SolvePairs;
use crate::policy::{Arrange, RoundSeen};
use crate::tables::{KeptRules, Lefts};
use crate::{Round, RoundStage, RoundState, Rules, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use communities::{CommunitySeen, DayUnit, community_seen};
use kernel::{
    Actor, Command, CommunityId, Error, PairingRoundId, Permit, PersonId, Result, SessionId, Tx,
    ahead, permit,
};
use std::collections::HashSet;

/// Begins a round: it is solved in the background, then looked at, then published.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ProposePairsInput")]
pub struct ProposePairs {
    pub community: CommunityId,
    pub rules: RulesInput,
    /// When they begin, two years ahead at most; now, when absent.
    pub starts_at: Option<DateTime<Utc>>,
    /// For how many weeks, 1 to 26.
    #[graphql(default = 4)]
    pub weeks: i32,
    /// Who is put together before anything is solved.
    pub together: Option<Vec<Vec<PersonId>>>,
}

#[async_trait]
impl Command for ProposePairs {
    type Done = Round;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Round> {
        // What was to begin earlier today begins now.
        let over = tx.now() - TimeDelta::days(1);
        if self.starts_at.is_some_and(|at| at < over) {
            let over = Error::invalid("startsAt", "this day is over");
            return Err(over.hint("choose a day to come"));
        }
        let begin = BeginRound {
            community: self.community,
            rules: self.rules.parse()?,
            starts_at: self.starts_at,
            weeks: self.weeks,
            together: self.together.clone().unwrap_or_default(),
            begins: Begins::ByHand,
            session: None,
        };
        begin.run(tx, actor).await
    }
}

/// How a round begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begins {
    /// Somebody began it, and looks at what comes of it.
    ByHand,
    /// By a plan or a journey: who leads is told when there is something to look at.
    ByItself,
    /// As that, and published as soon as it is solved.
    ByItselfPublished,
    /// As that, and published by itself after so many working days in which who leads can look at it.
    ByItselfLookedAt(u8),
}

/// Begins a round. What people began by hand names them.
#[derive(Clone, Debug)]
pub struct BeginRound {
    pub community: CommunityId,
    pub rules: Rules,
    /// When they begin; now, when absent.
    pub starts_at: Option<DateTime<Utc>>,
    /// For how many weeks, 1 to 26.
    pub weeks: i32,
    /// Who is put together before anything is solved.
    pub together: Vec<Vec<PersonId>>,
    pub begins: Begins,
    /// The session that it follows.
    pub session: Option<SessionId>,
}

/// # Errors
/// `Invalid` on `weeks`.
pub(crate) fn parse_weeks(weeks: i32) -> Result<i32> {
    match (1..=26).contains(&weeks) {
        true => Ok(weeks),
        false => Err(Error::invalid("weeks", "a round takes 1 to 26 weeks")),
    }
}

#[async_trait]
impl Command for BeginRound {
    type Done = Round;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Round> {
        let weeks = parse_weeks(self.weeks)?;
        let starts_at = self.starts_at(tx.now())?;
        let together = parse_together(&self.together)?;
        let conn = tx.conn();
        let seen = community_seen(&conn, actor, self.community).await?;
        let seen: Permit<Arrange, CommunitySeen> = permit(actor, seen)?;
        if let Some(current) = store::current_round(&conn, self.community).await? {
            let current = store::round_seen(&conn, actor, current).await?;
            match current.round.state {
                RoundState::Proposed if self.begins != Begins::ByHand => {
                    return self.renew(tx, actor, current).await;
                }
                RoundState::Solving | RoundState::Proposed => {
                    return Err(Error::Conflict {
                        message:
                            "a round is being prepared already; publish it or take it back first"
                                .into(),
                        current: Some(serde_json::json!({ "round": current.round.id.to_string() })),
                    });
                }
                RoundState::Published
                | RoundState::Ended
                | RoundState::Cancelled
                | RoundState::Failed => {}
            }
        }
        let by_hand = self.begins == Begins::ByHand;
        let row = Round {
            id: tx.id(),
            community_id: self.community,
            number: store::next_number(&conn, self.community).await?,
            state: RoundState::Solving,
            rules: KeptRules(self.rules.clone()),
            stood_by: None,
            starts_at,
            ends_at: starts_at + TimeDelta::weeks(i64::from(weeks)),
            proposed_by: actor.person().filter(|_| by_hand),
            created_at: tx.now(),
            published_at: None,
            over_at: None,
            version: 1,
            stage: RoundStage::Waiting,
            percent: 0,
            problem: None,
            unpaired: Lefts::default(),
            weight: 0,
            bound: 0,
            repeats: 0,
            meetings: 0,
            message_html: None,
            publishes: self.begins == Begins::ByItselfPublished,
            publishes_at: self.publishes_at(tx).await?,
            session_id: self.session,
        };
        let round = store::insert_round(tx, &seen, row).await?;
        lock_together(tx, actor, (round.id, &together)).await?;
        tx.enqueue(&SolvePairs { round: round.id }).await?;
        tell(tx, actor, &round).await?;
        Ok(round)
    }
}

impl BeginRound {
    /// What nobody published until the next was to begin is that next one: solved again, with as much as
    /// possible of what stood in it, and all that was locked.
    async fn renew(&self, tx: &Tx, actor: Actor, lying: RoundSeen) -> Result<Round> {
        let lying: Permit<Arrange, RoundSeen> = permit(actor, lying)?;
        let starts_at = self.starts_at(tx.now())?;
        let row = Round {
            rules: KeptRules(self.rules.clone()),
            starts_at,
            ends_at: starts_at + TimeDelta::weeks(i64::from(self.weeks)),
            // Whoever prepared it is told like everybody who leads.
            proposed_by: None,
            publishes: self.begins == Begins::ByItselfPublished,
            publishes_at: self.publishes_at(tx).await?,
            session_id: self.session,
            version: lying.round.version + 1,
            ..to_be_solved(&lying.round)
        };
        let round = store::update_round(tx, &lying, row).await?;
        tx.enqueue(&SolvePairs { round: round.id }).await?;
        tell(tx, actor, &round).await?;
        Ok(round)
    }

    /// What was to begin before begins now.
    fn starts_at(&self, now: DateTime<Utc>) -> Result<DateTime<Utc>> {
        ahead("startsAt", self.starts_at.unwrap_or(now).max(now), now)
    }

    /// When it is published by itself, by the clock and the working week of the community.
    async fn publishes_at(&self, tx: &Tx) -> Result<Option<DateTime<Utc>>> {
        let Begins::ByItselfLookedAt(days) = self.begins else {
            return Ok(None);
        };
        time_to_look(tx, self.community, days).await.map(Some)
    }
}

/// So many working days from now, by the clock and the working week of a community: who leads there can look
/// at a proposal until then.
pub(super) async fn time_to_look(
    tx: &Tx,
    community: CommunityId,
    days: u8,
) -> Result<DateTime<Utc>> {
    let calendar = communities::calendar_of(&tx.conn(), community).await?;
    let time = tx.now().with_timezone(&calendar.zone()).time();
    let today = calendar.day_of(tx.now());
    let day = calendar.shift(today, i32::from(days), DayUnit::Working);
    Ok(calendar.instant(day, time))
}

/// # Errors
/// `Invalid` on `together` when somebody would be in two groups, or a group is none.
fn parse_together(groups: &[Vec<PersonId>]) -> Result<Vec<Vec<PersonId>>> {
    let mut seen = HashSet::new();
    for group in groups {
        if !(2..=5).contains(&group.len()) {
            let words = "two to five people are put together";
            return Err(Error::invalid("together", words));
        }
        if !group.iter().all(|person| seen.insert(*person)) {
            let words = "somebody is named twice; a person is in one group only";
            return Err(Error::invalid("together", words));
        }
    }
    Ok(groups.to_vec())
}

/// Who was put together by hand is locked, before anything is solved.
async fn lock_together(
    tx: &Tx,
    actor: Actor,
    (round, together): (PairingRoundId, &[Vec<PersonId>]),
) -> Result<()> {
    if together.is_empty() {
        return Ok(());
    }
    let seen = arranged(tx, actor, (round, RoundState::Solving)).await?;
    let gathered = gather(&tx.conn(), &seen.round, &[]).await?;
    let mut groups = Vec::new();
    for people in together {
        if !people
            .iter()
            .all(|person| gathered.people_set().contains(person))
        {
            let words = "somebody who is to be put together does not take part in this round";
            return Err(Error::invalid("together", words));
        }
        if !board::lets(&gathered, people) {
            return Err(Error::invalid("together", NOT_TOGETHER));
        }
        groups.push(Group {
            id: None,
            people: people.clone(),
            locked: true,
            by_hand: true,
        });
    }
    board::keep(tx, &seen, (&gathered, &[]), (groups, None)).await?;
    Ok(())
}
