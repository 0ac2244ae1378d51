use super::MisconceptionObject;
use super::report::AuditedCorrection;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::moderation::is_auditor;
use ::misconceptions::{Ledger, to_answer};
use async_graphql::{Context, Object};
use kernel::{First, Result, permit};
use std::sync::Arc;

#[derive(Default)]
pub struct MisconceptionsQuery;

#[Object]
impl MisconceptionsQuery {
    /// Corrections of which the viewer was told and that they have not answered, the newest first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn corrections_to_answer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<MisconceptionObject>> {
        let actor = ctx.signed_in()?;
        let page = (First::parse(first)?, after.as_deref());
        let found = to_answer(&ctx.conn(), actor, page).await?;
        Ok(connected(found, |seen| MisconceptionObject(Arc::new(seen))))
    }

    /// What was corrected everywhere, the newest first. For auditors.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn audited_corrections(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<AuditedCorrection>> {
        let ledger = Ledger {
            is_auditor: is_auditor(ctx),
        };
        let leave = permit(ctx.signed_in()?, ledger)?;
        let page = (First::parse(first)?, after.as_deref());
        let found = ::misconceptions::corrected_everywhere(&ctx.conn(), &leave, page).await?;
        Ok(connected(found, AuditedCorrection))
    }
}
