use super::claim_match::claim_matches_page;
use super::misconception::misconceptions_page;
use super::{ClaimMatchObject, MisconceptionObject};
use crate::connection::{Connected, cost};
use crate::context::Asked;
use crate::typed::TYPED_CHARS_MAX;
use ::misconceptions::{MisconceptionState, Shelf};
use async_graphql::{Context, Object};
use communities::{CommunitySeen, Moderate, Read};
use kernel::{ObjectiveId, Result, optional_line, permit};
use std::sync::Arc;

/// What a community knows to be wrong: fields of `Community`.
pub struct CommunityCorrections(pub Arc<CommunitySeen>);

#[Object]
impl CommunityCorrections {
    /// Misconceptions that were corrected in it, or occur in it, the newest first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn corrections(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those with each of these words.")] query: Option<String>,
        #[graphql(desc = "Only those about this objective.")] objective: Option<ObjectiveId>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<MisconceptionObject>> {
        permit::<Read, CommunitySeen>(ctx.actor(), (*self.0).clone())?;
        let words = optional_line("query", query.as_deref().unwrap_or(""), TYPED_CHARS_MAX)?;
        let shelf = Shelf::Community(self.0.community.id, words, objective);
        misconceptions_page(ctx, &shelf, (first, after)).await
    }

    /// Everything that was suspected in it, the newest first; for those who moderate it.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn misconceptions(
        &self,
        ctx: &Context<'_>,
        state: Option<MisconceptionState>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<MisconceptionObject>> {
        permit::<Moderate, CommunitySeen>(ctx.actor(), (*self.0).clone())?;
        let shelf = Shelf::Workshop(self.0.community.id, state);
        misconceptions_page(ctx, &shelf, (first, after)).await
    }

    /// Posts that resemble a misconception and wait for a moderator to say whether they say it, the newest
    /// first; for those who moderate it.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn claim_matches(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<ClaimMatchObject>> {
        permit::<Moderate, CommunitySeen>(ctx.actor(), (*self.0).clone())?;
        claim_matches_page(ctx, self.0.community.id, (first, after)).await
    }
}
