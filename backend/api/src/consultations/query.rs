use super::consultation::ConsultationObject;
use super::link::ConsultationLinkPage;
use crate::connection::{Connected, LINK_COST, connected, cost};
use crate::context::Asked;
use crate::errors::seen;
use ::consultations::{LinkState, NoteShutLink};
use async_graphql::{Context, Object};
use kernel::{ConsultationId, First, Result};

#[derive(Default)]
pub struct ConsultationsQuery;

#[Object]
impl ConsultationsQuery {
    /// A consultation, if there is one the viewer may read.
    async fn consultation(
        &self,
        ctx: &Context<'_>,
        id: ConsultationId,
    ) -> Result<Option<ConsultationObject>> {
        ctx.signed_in()?;
        seen(ConsultationObject::find(ctx, id).await)
    }

    /// The viewer's own in all their communities, the newest first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn consultations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.", default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<Connected<ConsultationObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let actor = ctx.signed_in()?;
        let found = ::consultations::consultations_of(&ctx.conn(), actor, page).await?;
        Ok(connected(found, ConsultationObject::from))
    }

    /// What waits for the viewer, the first to be due first: to choose a colleague, or another one; to
    /// write what changes; and, as the colleague, to confirm.
    #[graphql(complexity = "10 * child_complexity")]
    async fn consultations_due(&self, ctx: &Context<'_>) -> Result<Vec<ConsultationObject>> {
        let actor = ctx.signed_in()?;
        let now = ctx.db().now();
        let found = ::consultations::consultations_due_for(&ctx.conn(), actor, now).await?;
        Ok(found.into_iter().map(ConsultationObject::from).collect())
    }

    /// What a link in a letter opens; it needs no sign-in. That it opens nothing is written down.
    #[graphql(complexity = "LINK_COST + child_complexity")]
    async fn consultation_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The last part of the link.")] token: String,
    ) -> Result<ConsultationLinkPage> {
        // The token is the leave; whoever asks may be nobody.
        let page = ::consultations::link_page(&ctx.conn(), &token, ctx.db().now()).await?;
        if page.state != LinkState::Ready {
            let note = NoteShutLink { token };
            ctx.db().write(ctx.actor(), note).await?;
        }
        Ok(ConsultationLinkPage(page))
    }
}
