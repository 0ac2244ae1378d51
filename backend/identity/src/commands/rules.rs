//! Of whom the organisation requires a second factor.
use crate::policy::KeepFactorRule;
use crate::tables::factor_rule::AskedOf;
use crate::{FactorRule, FactorRuleChanged, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Error, Organisation, Permit, Result, Tx, permit};

const GRACE_DAYS_MAX: i32 = 90;

/// Says of whom a second factor is required, and how long they have to set one up. For administrators.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SetSecondFactorRuleInput")]
pub struct SetFactorRule {
    /// Of whom.
    pub asked_of: AskedOf,
    /// For how many days they come in without, 0 to 90.
    pub grace_days: i32,
}

#[async_trait]
impl Command for SetFactorRule {
    type Done = FactorRule;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<FactorRule> {
        if !(0..=GRACE_DAYS_MAX).contains(&self.grace_days) {
            return Err(Error::invalid(
                "graceDays",
                "people have 0 to 90 days to set one up",
            ));
        }
        let before = store::factor_rule(&tx.conn()).await?;
        let leave: Permit<KeepFactorRule, Organisation> = permit(actor, Organisation)?;
        let was = before
            .as_ref()
            .map_or(AskedOf::Nobody, |rule| rule.asked_of);
        // Whose time has begun keeps it; who is asked anew has all of it.
        let since = before.filter(|rule| rule.asked_of == self.asked_of);
        let since = since.map_or(tx.now(), |rule| rule.since);
        let rule = FactorRule {
            id: tx.id(),
            asked_of: self.asked_of,
            grace_days: self.grace_days,
            since,
        };
        let kept = store::put_factor_rule(tx, &leave, rule).await?;
        let fact = FactorRuleChanged {
            asked_of: kept.asked_of,
            grace_days: kept.grace_days,
            was,
        };
        tx.emit(actor, &fact).await?;
        Ok(kept)
    }
}
