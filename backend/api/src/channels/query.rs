use super::{DraftObject, Html, ThreadObject};
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::typed::typed;
use async_graphql::{Context, Object};
use kernel::{CommunityId, Error, First, Result, ThreadId};

#[derive(Default)]
pub struct ChannelsQuery;

#[Object]
impl ChannelsQuery {
    /// A conversation, if there is one the viewer may read.
    async fn thread(&self, ctx: &Context<'_>, id: ThreadId) -> Result<Option<ThreadObject>> {
        match ThreadObject::find(ctx, id).await {
            Ok(thread) => Ok(Some(thread)),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The viewer's drafts, newest first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn drafts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<DraftObject>> {
        let person = ctx.actor().person().ok_or(Error::SignInFirst)?;
        let page = (First::parse(first)?, after.as_deref());
        let drafts = ::channels::drafts_of(&ctx.conn(), person, page).await?;
        Ok(connected(drafts, DraftObject))
    }

    /// The viewer's draft for one place, if there is one.
    async fn draft(&self, ctx: &Context<'_>, key: String) -> Result<Option<DraftObject>> {
        let person = ctx.actor().person().ok_or(Error::SignInFirst)?;
        let key = typed("key", &key)?;
        Ok(::channels::draft_of(&ctx.conn(), person, &key)
            .await?
            .map(DraftObject))
    }

    /// How a text will look once it is posted.
    async fn preview(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Markdown, at most 64 KB.")] body: String,
        #[graphql(desc = "Where it will be posted, so that mentions find their people.")]
        community: Option<CommunityId>,
    ) -> Result<Html> {
        ctx.actor().person().ok_or(Error::SignInFirst)?;
        let html = ::channels::preview(&ctx.conn(), ctx.actor(), community, &body).await?;
        Ok(Html(html))
    }
}
