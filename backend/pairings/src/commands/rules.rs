//! The rules of a round as they are given.
use crate::{Format, Rules, Weights};
use async_graphql::InputObject;
use kernel::{Error, Result};

/// Nobody has more than half a day in common with others.
const OVERLAP_MAX: i32 = 720;
const COOLDOWN_MAX: i32 = 50;

/// The rules of a round. Hard ones keep people apart, whatever that costs.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "PairingRulesInput")]
pub struct RulesInput {
    #[graphql(default_with = "Format::Pairs")]
    pub format: Format,
    /// 2 in pairs and with mentors, 2 to 5 in groups.
    #[graphql(default = 2)]
    pub group_size: i32,
    /// Minutes of a day in which two work at the same time, 0 to 720.
    #[graphql(default = 60)]
    pub min_overlap_minutes: i32,
    /// Not the same team.
    #[graphql(default = false)]
    pub different_teams: bool,
    /// No manager with who reports to them.
    #[graphql(default = true)]
    pub not_manager: bool,
    /// A language in common.
    #[graphql(default = true)]
    pub shared_language: bool,
    /// Who met in one of so many rounds before does not meet, 0 to 50, unless somebody would be alone for it.
    #[graphql(default = 3)]
    pub cooldown_rounds: i32,
    /// Whether one group of three takes in who would be left out.
    #[graphql(default = true)]
    pub trio: bool,
    /// What the goals are worth; the usual, when absent.
    pub weights: Option<WeightsInput>,
}

/// What the goals of a round are worth, 0 to 10 each.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "PairingWeightsInput")]
pub struct WeightsInput {
    #[graphql(default = 3)]
    pub complement: i32,
    #[graphql(default = 2)]
    pub goal: i32,
    #[graphql(default = 1)]
    pub site: i32,
    #[graphql(default = 1)]
    pub level: i32,
    /// With 0 people may meet again as if they had not met.
    #[graphql(default = 5)]
    pub novelty: i32,
    /// With 0 it does not matter who was left out before.
    #[graphql(default = 4)]
    pub fairness: i32,
}

fn within(field: &'static str, value: i32, (least, most): (i32, i32)) -> Result<i32> {
    match (least..=most).contains(&value) {
        true => Ok(value),
        false => Err(Error::invalid(
            field,
            format!("this is a number from {least} to {most}"),
        )),
    }
}

fn weight(field: &'static str, value: i32) -> Result<u8> {
    within(field, value, (0, 10)).map(|value| u8::try_from(value).unwrap_or(0))
}

impl RulesInput {
    /// # Errors
    /// `Invalid` on the field that is wrong, or that contradicts another.
    pub fn parse(&self) -> Result<Rules> {
        let size = within("groupSize", self.group_size, (2, 5))?;
        if size != 2 && self.format != Format::Groups {
            let words = "two belong together in pairs and with a mentor";
            return Err(Error::invalid("groupSize", words).hint("choose groups for more"));
        }
        let overlap = within(
            "minOverlapMinutes",
            self.min_overlap_minutes,
            (0, OVERLAP_MAX),
        )?;
        let cooldown = within("cooldownRounds", self.cooldown_rounds, (0, COOLDOWN_MAX))?;
        let weights = match &self.weights {
            None => Weights::default(),
            Some(given) => Weights {
                complement: weight("complement", given.complement)?,
                goal: weight("goal", given.goal)?,
                site: weight("site", given.site)?,
                level: weight("level", given.level)?,
                novelty: weight("novelty", given.novelty)?,
                fairness: weight("fairness", given.fairness)?,
            },
        };
        Ok(Rules {
            format: self.format,
            size: usize::try_from(size).unwrap_or(2),
            min_overlap: u32::try_from(overlap).unwrap_or(0),
            different_teams: self.different_teams,
            not_manager: self.not_manager,
            shared_language: self.shared_language,
            cooldown: u32::try_from(cooldown).unwrap_or(0),
            trio: self.trio,
            weights,
        })
    }
}
