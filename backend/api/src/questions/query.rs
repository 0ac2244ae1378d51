use crate::channels::ThreadObject;
use crate::communities::CommunityObject;
use crate::connection::cost;
use crate::context::Asked;
use async_graphql::{Context, Object};
use kernel::{CommunityId, First, Result, permit};

#[derive(Default)]
pub struct QuestionsQuery;

#[Object]
impl QuestionsQuery {
    /// Questions like one that is being asked, of this community and of others that the viewer may read,
    /// answered ones first; nothing below three words.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn similar_questions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Where it is to be asked.")] community: CommunityId,
        #[graphql(desc = "As far as it is typed.")] title: String,
        #[graphql(desc = "1 to 100.")] first: i32,
    ) -> Result<Vec<ThreadObject>> {
        ctx.signed_in()?;
        let place = CommunityObject::find(ctx, community).await?;
        permit::<communities::Read, _>(ctx.actor(), place.0.as_ref().clone())?;
        let first = First::parse(first)?;
        match title.split_whitespace().count() {
            0..=2 => Ok(Vec::new()),
            _ => similar_to(ctx, &title, first).await,
        }
    }
}

/// Questions like one with this title, answered ones first.
pub async fn similar_to(ctx: &Context<'_>, title: &str, first: First) -> Result<Vec<ThreadObject>> {
    let app = ctx.app();
    let asked = (title, app.db.now());
    let found = app
        .searcher
        .questions_like(&ctx.conn(), ctx.actor(), asked)
        .await?;
    let some = usize::try_from(first.get()).unwrap_or(1);
    Ok(found.into_iter().take(some).map(ThreadObject).collect())
}
