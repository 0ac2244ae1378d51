//! Rounds begin by themselves.
use super::RulesInput;
use super::beginning::{BeginRound, Begins, parse_weeks};
use crate::policy::{Arrange, PlanSeen};
use crate::tables::{EVERY_WEEKS, KeptRules};
use crate::{Plan, RoundState, TakersChanged, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use communities::{CommunitySeen, Often, community_seen, occurrences};
use kernel::{
    Actor, Command, CommunityId, Error, PairingPlanId, Permit, Result, Tx, ahead, permit,
};

/// Lets rounds begin by themselves, in the place of what was planned before.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "PlanPairingInput")]
pub struct PlanPairing {
    pub community: CommunityId,
    /// Weeks from one round to the next, 1 to 26. Give this or `rrule`.
    pub every_weeks: Option<i32>,
    /// A recurrence by RFC 5545: once a week, and 100 times in all, is the most.
    pub rrule: Option<String>,
    /// When the first one begins, two years ahead at most; now, when absent. The others follow by the clocks of
    /// the community.
    pub first_at: Option<DateTime<Utc>>,
    pub rules: RulesInput,
    /// For how many weeks each is, 1 to 26; until the next, when absent, or 4.
    pub weeks: Option<i32>,
    /// Whether a round is published without somebody looking at it; as it was planned before, when absent.
    pub publishes: Option<bool>,
}

impl PlanPairing {
    fn recurrence(&self) -> Result<String> {
        match (self.every_weeks, &self.rrule) {
            (Some(weeks), None) if (1..=26).contains(&weeks) => Ok(format!("{EVERY_WEEKS}{weeks}")),
            (Some(_), None) => Err(Error::invalid(
                "everyWeeks",
                "a round begins every 1 to 26 weeks",
            )),
            (None, Some(rule)) => Ok(rule.clone()),
            (Some(_), Some(_)) | (None, None) => Err(Error::invalid(
                "everyWeeks",
                "say after how many weeks, or by which recurrence",
            )),
        }
    }
}

#[async_trait]
impl Command for PlanPairing {
    type Done = Plan;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Plan> {
        let rules = self.rules.parse()?;
        let rrule = self.recurrence()?;
        let weeks = parse_weeks(self.weeks.or(self.every_weeks).unwrap_or(4))?;
        let start = ahead("firstAt", self.first_at.unwrap_or(tx.now()), tx.now())?;
        let seen = community_seen(&tx.conn(), actor, self.community).await?;
        let seen: Permit<Arrange, CommunitySeen> = permit(actor, seen)?;
        let before = store::plan_of(&tx.conn(), self.community).await?;
        let published = before.is_some_and(|before| before.publishes);
        let zone = seen.community.zone.clone();
        let times = occurrences(
            &rrule,
            (start, zone.parse().unwrap_or(Tz::UTC)),
            Often::OnceAWeek,
        )?;
        let row = Plan {
            id: tx.id(),
            community_id: self.community,
            rrule,
            series_start: start,
            zone,
            number: 0,
            next_at: times.first().copied(),
            weeks,
            rules: KeptRules(rules),
            publishes: self.publishes.unwrap_or(published),
            set_by: actor.person(),
            set_at: tx.now(),
        };
        let plan = store::put_plan(tx, &seen, row).await?;
        tell(tx, actor, self.community).await?;
        Ok(plan)
    }
}

async fn tell(tx: &Tx, actor: Actor, community: CommunityId) -> Result<()> {
    tx.emit(actor, &TakersChanged { community }).await
}

/// Rounds begin by themselves no longer. What goes on goes on.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "StopPairingPlanInput")]
pub struct StopPairingPlan {
    pub plan: PairingPlanId,
}

#[async_trait]
impl Command for StopPairingPlan {
    type Done = CommunityId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<CommunityId> {
        let seen = store::plan_seen(&tx.conn(), actor, self.plan).await?;
        let seen: Permit<Arrange, PlanSeen> = permit(actor, seen)?;
        store::delete_plan(tx, &seen).await?;
        tell(tx, actor, seen.plan.community_id).await?;
        Ok(seen.plan.community_id)
    }
}

/// Begins the round that is due by a plan, and puts the next one on the calendar. Run again, it changes
/// nothing.
pub(crate) struct BeginPlanned {
    pub plan: PairingPlanId,
}

#[async_trait]
impl Command for BeginPlanned {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let seen = match store::plan_seen(&tx.conn(), actor, self.plan).await {
            Ok(seen) => seen,
            Err(Error::NotFound(_)) => return Ok(()), // it was stopped
            Err(error) => return Err(error),
        };
        let seen: Permit<Arrange, PlanSeen> = permit(actor, seen)?;
        let plan = seen.plan.clone();
        if plan.next_at.is_none_or(|next| next > tx.now()) {
            return Ok(()); // another node was here
        }
        // What was missed while the server stood still is one round, not many.
        let zone = plan.zone.parse().unwrap_or(Tz::UTC);
        let times = occurrences(&plan.rrule, (plan.series_start, zone), Often::OnceAWeek)?;
        let next = times.iter().position(|at| *at > tx.now());
        let row = Plan {
            number: i32::try_from(next.unwrap_or(times.len())).unwrap_or(i32::MAX),
            next_at: next.and_then(|at| times.get(at).copied()),
            ..plan.clone()
        };
        store::update_plan(tx, &seen, row).await?;
        if !may_begin(tx, &plan).await? {
            return tell(tx, actor, plan.community_id).await;
        }
        let begin = BeginRound {
            community: plan.community_id,
            rules: plan.rules.0,
            starts_at: None,
            weeks: plan.weeks,
            together: Vec::new(),
            begins: match plan.publishes {
                true => Begins::ByItselfPublished,
                false => Begins::ByItself,
            },
            session: None,
        };
        begin.run(tx, actor).await.map(|_| ())
    }
}

/// Nothing begins where nothing goes on, or while a round waits to be looked at.
async fn may_begin(tx: &Tx, plan: &Plan) -> Result<bool> {
    let conn = tx.conn();
    if communities::rests(&conn, plan.community_id).await? {
        return Ok(false);
    }
    let Some(current) = store::current_round(&conn, plan.community_id).await? else {
        return Ok(true);
    };
    let current = store::round_seen(&conn, Actor::System, current).await?;
    Ok(current.round.state == RoundState::Published)
}
