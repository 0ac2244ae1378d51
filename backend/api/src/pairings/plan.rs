use super::rules::RulesObject;
use crate::communities::CommunityObject;
use crate::context::Asked;
use crate::identity::PersonObject;
use ::pairings::{Plan, PlanSeen, See};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{PairingPlanId, Result, permit};

/// Rounds of a community that begin by themselves: for who leads.
pub struct PlanObject(pub Plan);

impl PlanObject {
    /// The plan, if the viewer leads there.
    pub async fn find(ctx: &Context<'_>, id: PairingPlanId) -> Result<Self> {
        let seen = ::pairings::plan_seen(&ctx.conn(), ctx.signed_in()?, id).await?;
        let seen = permit::<See, PlanSeen>(ctx.actor(), seen)?;
        Ok(Self(seen.into_subject().plan))
    }
}

#[Object(name = "PairingPlan")]
impl PlanObject {
    /// Its id.
    pub async fn id(&self) -> PairingPlanId {
        self.0.id
    }

    /// Whose people are put together.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.0.community_id).await
    }

    /// How many weeks lie between two rounds, where that is all that is said.
    async fn every_weeks(&self) -> Option<i32> {
        self.0.every_weeks()
    }

    /// The recurrence, by RFC 5545.
    async fn rrule(&self) -> &str {
        &self.0.rrule
    }

    /// When the next round begins; nothing after the last.
    async fn next_at(&self) -> Option<DateTime<Utc>> {
        self.0.next_at
    }

    /// For how many weeks each round is.
    async fn weeks(&self) -> i32 {
        self.0.weeks
    }

    /// The rules of each round.
    async fn rules(&self) -> RulesObject {
        (&self.0.rules.0).into()
    }

    /// Whether a round is published without somebody looking at it.
    async fn publishes(&self) -> bool {
        self.0.publishes
    }

    /// Who planned it.
    async fn set_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match self.0.set_by {
            Some(person) => PersonObject::beside(ctx, person).await,
            None => Ok(None),
        }
    }
}
