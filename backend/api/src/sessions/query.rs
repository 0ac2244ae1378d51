use super::{ProgramObject, SessionObject};
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::typed::typed;
use ::sessions::{ProgramSeen, See};
use async_graphql::{Context, Object};
use kernel::{Error, First, Result, SessionId, permit};
use std::sync::Arc;

#[derive(Default)]
pub struct SessionsQuery;

#[Object]
impl SessionsQuery {
    /// A program, if there is one the viewer may see.
    async fn program(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The program's place in addresses.")] slug: String,
    ) -> Result<Option<ProgramObject>> {
        let actor = ctx.signed_in()?;
        let slug = typed("slug", &slug)?;
        let found = ::sessions::program_seen_by_slug(&ctx.conn(), actor, &slug).await;
        match found.and_then(|seen| permit::<See, ProgramSeen>(actor, seen)) {
            Ok(seen) => Ok(Some(ProgramObject(Arc::new(seen.into_subject())))),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The programs that the viewer may see, by their addresses: all of them for administrators and
    /// facilitators, for everybody else those that their cohorts run.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn programs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last one seen.")] after: Option<String>,
    ) -> Result<Connected<ProgramObject>> {
        let actor = ctx.signed_in()?;
        let page = (First::parse(first)?, after.as_deref());
        let found = ::sessions::programs_page(&ctx.conn(), actor, page).await?;
        Ok(connected(found, |seen| ProgramObject(Arc::new(seen))))
    }

    /// A session, if there is one the viewer may see.
    async fn session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: SessionId,
    ) -> Result<Option<SessionObject>> {
        ctx.signed_in()?;
        match SessionObject::find(ctx, id).await {
            Ok(session) => Ok(Some(session)),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
