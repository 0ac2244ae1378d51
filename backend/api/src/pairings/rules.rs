use ::pairings::{Format, Rules, Weights};
use async_graphql::SimpleObject;

/// The rules of a round.
#[derive(SimpleObject)]
#[graphql(name = "PairingRules")]
pub struct RulesObject {
    /// What is made of people.
    format: Format,
    /// How many belong together.
    group_size: i32,
    /// Minutes of a day in which two work at the same time, at least.
    min_overlap_minutes: i32,
    /// Whether nobody is with somebody of their team.
    different_teams: bool,
    /// Whether nobody is with who they report to.
    not_manager: bool,
    /// Whether all have a language in common.
    shared_language: bool,
    /// Who met in one of so many rounds before does not meet, unless somebody would be alone for it.
    cooldown_rounds: i32,
    /// Whether one group of three takes in who would be left out.
    trio: bool,
    /// What the goals are worth.
    weights: WeightsObject,
}

/// What the goals of a round are worth, 0 to 10 each.
#[derive(SimpleObject)]
#[graphql(name = "PairingWeights")]
pub struct WeightsObject {
    /// That one is stronger where another is not.
    complement: i32,
    /// That they have the same goal.
    goal: i32,
    /// That they work at different places.
    site: i32,
    /// That they are not equally far.
    level: i32,
    /// That they have not met.
    novelty: i32,
    /// That who was left out is not left out again.
    fairness: i32,
}

impl From<Weights> for WeightsObject {
    fn from(weights: Weights) -> Self {
        Self {
            complement: weights.complement.into(),
            goal: weights.goal.into(),
            site: weights.site.into(),
            level: weights.level.into(),
            novelty: weights.novelty.into(),
            fairness: weights.fairness.into(),
        }
    }
}

impl From<&Rules> for RulesObject {
    fn from(rules: &Rules) -> Self {
        Self {
            format: rules.format,
            group_size: crate::connection::count(rules.size),
            min_overlap_minutes: super::number(rules.min_overlap),
            different_teams: rules.different_teams,
            not_manager: rules.not_manager,
            shared_language: rules.shared_language,
            cooldown_rounds: super::number(rules.cooldown),
            trio: rules.trio,
            weights: rules.weights.into(),
        }
    }
}
