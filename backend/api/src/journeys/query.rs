use super::job::JobObject;
use super::lookahead::JourneyAheadObject;
use super::step::JourneyActionObject;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use ::journeys::{ApplyJourney, preview, troubles_page};
use async_graphql::{Context, Object};
use kernel::{First, Result};

#[derive(Default)]
pub struct JourneysQuery;

#[Object]
impl JourneysQuery {
    /// What the steps of a journey can do.
    async fn journey_actions<'a>(&self, ctx: &Context<'a>) -> Result<Vec<JourneyActionObject<'a>>> {
        ctx.signed_in()?;
        let actions = &ctx.data_unchecked::<kernel::Opaque<crate::App>>().actions;
        Ok(actions.all().map(JourneyActionObject).collect())
    }

    /// What applying a template would bring: exactly what, to whom and when, in the order of time.
    /// Nothing is changed. For facilitators.
    async fn preview_journey(
        &self,
        ctx: &Context<'_>,
        input: ApplyJourney,
    ) -> Result<Vec<JourneyAheadObject>> {
        let actor = ctx.signed_in()?;
        let how = (&input, &*ctx.app().actions, ctx.db().now());
        let ahead = preview(&ctx.conn(), actor, how).await?;
        Ok(ahead.into_iter().map(JourneyAheadObject).collect())
    }

    /// What failed and was not done since, the latest first: of the communities that the viewer
    /// leads, and for administrators of the whole platform.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn jobs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<JobObject>> {
        let actor = ctx.signed_in()?;
        let page = (First::parse(first)?, after.as_deref());
        let troubles = troubles_page(&ctx.conn(), actor, page).await?;
        Ok(connected(troubles, JobObject))
    }
}
