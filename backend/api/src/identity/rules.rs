//! Of whom a second factor is required.
use crate::confirmed::Confirmed;
use crate::context::Asked;
use ::identity::{
    AskedOf, FactorRule, KeepFactorRule, SetFactorRule, factor_rule, people_without_factor,
};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{Organisation, Permit, Result, permit};

/// Of whom the organisation requires a second factor.
pub struct FactorRuleObject(Option<FactorRule>);

#[Object(name = "SecondFactorRule")]
impl FactorRuleObject {
    /// Of whom.
    async fn asked_of(&self) -> AskedOf {
        let rule = self.0.as_ref();
        rule.map_or(AskedOf::Nobody, |rule| rule.asked_of)
    }

    /// For how many days they come in without: from when the rule was made, or they came after it.
    async fn grace_days(&self) -> i32 {
        self.0.as_ref().map_or(0, |rule| rule.grace_days)
    }

    /// Since when it is required of these; nothing while nobody ever said so.
    async fn since(&self) -> Option<DateTime<Utc>> {
        self.0.as_ref().map(|rule| rule.since)
    }

    /// How many of these have none of their own here.
    async fn people_without(&self, ctx: &Context<'_>) -> Result<i32> {
        let leave: Permit<KeepFactorRule, Organisation> = permit(ctx.actor(), Organisation)?;
        let asked_of = self.0.as_ref().map_or(AskedOf::Nobody, |it| it.asked_of);
        let count = people_without_factor(&ctx.conn(), &leave, asked_of).await?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}

#[derive(Default)]
pub struct FactorRuleQuery;

#[Object]
impl FactorRuleQuery {
    /// Of whom a second factor is required; for administrators.
    async fn second_factor_rule(&self, ctx: &Context<'_>) -> Result<FactorRuleObject> {
        let actor = ctx.signed_in()?;
        let _: Permit<KeepFactorRule, Organisation> = permit(actor, Organisation)?;
        factor_rule(&ctx.conn()).await.map(FactorRuleObject)
    }
}

#[derive(Default)]
pub struct FactorRuleMutation;

#[Object]
impl FactorRuleMutation {
    /// Says of whom a second factor is required; for administrators.
    #[graphql(guard = "Confirmed")]
    async fn set_second_factor_rule(
        &self,
        ctx: &Context<'_>,
        input: SetFactorRule,
    ) -> Result<FactorRuleObject> {
        let rule = ctx.write(input).await?;
        Ok(FactorRuleObject(Some(rule)))
    }
}
