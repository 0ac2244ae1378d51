//! Prompts and pre-work as GraphQL shows them.
mod brief;
mod catch_up;
mod due;
mod loaders;
mod mutations;
mod pre_work;
mod prompt;
mod query;
mod series;

pub use brief::BriefObject;
pub use catch_up::CatchUpObject;
pub use due::{DueObject, due_of};
pub use loaders::PromptLoaders;
pub use mutations::PromptsMutation;
pub use pre_work::PreWorkObject;
pub use prompt::{PromptObject, prompts_page};
pub use query::PromptsQuery;
pub use series::{SeriesObject, SeriesOfCommunity, SeriesOfSession};

use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use ::prompts::{Asking, DueRule};
use async_graphql::{Context, SimpleObject};
use communities::{DayUnit, Standing};
use kernel::{CommunityId, ObjectiveId, PersonId, Result};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// So many days from the day on which a session starts, at a time of the day.
#[derive(SimpleObject)]
#[graphql(name = "DueRule")]
pub struct DueRuleObject {
    /// Before the session when negative.
    days: i32,
    /// In which days that is counted.
    unit: DayUnit,
    /// The time by the clocks of the community, as `17:00`.
    at: String,
}

impl From<DueRule> for DueRuleObject {
    fn from(rule: DueRule) -> Self {
        Self {
            days: rule.days,
            unit: rule.unit,
            at: rule.at,
        }
    }
}

/// Where everybody stands in a community.
async fn standings(
    ctx: &Context<'_>,
    community: CommunityId,
) -> Result<Arc<HashMap<PersonId, Standing>>> {
    let standings = &ctx.loaders().prompts.standings;
    let found = standings.load_one(community).await.map_err(failed)?;
    Ok(found.unwrap_or_default())
}

/// Whom something is asked, in a stable order.
fn expected(asking: Asking<'_>, standings: &HashMap<PersonId, Standing>) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = standings
        .iter()
        .filter(|(_, standing)| asking.expects(**standing))
        .map(|(person, _)| *person)
        .collect();
    people.sort_unstable();
    people
}

/// Of those whom something is asked, who has not done it.
fn waiting_for(
    asking: Asking<'_>,
    standings: &HashMap<PersonId, Standing>,
    done: &HashSet<PersonId>,
) -> Vec<PersonId> {
    let mut people = expected(asking, standings);
    people.retain(|person| !done.contains(person));
    people
}

/// Several people, by name.
pub async fn people(ctx: &Context<'_>, ids: Vec<PersonId>) -> Result<Vec<PersonObject>> {
    let found = ctx.loaders().people.load_many(ids).await.map_err(failed)?;
    let mut people: Vec<_> = found.into_values().collect();
    people.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(people.into_iter().map(PersonObject).collect())
}

/// Several objectives, in their order.
pub async fn objectives(
    ctx: &Context<'_>,
    ids: &[ObjectiveId],
) -> Result<Vec<crate::sessions::ObjectiveObject>> {
    let loader = &ctx.loaders().sessions.objectives_by_id;
    let found = loader
        .load_many(ids.iter().copied())
        .await
        .map_err(failed)?;
    let mut objectives: Vec<_> = found.into_values().collect();
    objectives.sort_by_key(|objective| objective.position);
    Ok(objectives
        .into_iter()
        .map(crate::sessions::ObjectiveObject)
        .collect())
}

/// The session that something belongs to, if the viewer may see it.
pub async fn session(
    ctx: &Context<'_>,
    id: Option<kernel::SessionId>,
) -> Result<Option<crate::sessions::SessionObject>> {
    let Some(id) = id else {
        return Ok(None);
    };
    let found = ctx.loaders().sessions.seen.load_one(id).await;
    Ok(found.map_err(failed)?.map(crate::sessions::SessionObject))
}
