use super::{FlagObject, ModerationActObject, ModerationItemObject};
use crate::channels::ThreadObject;
use crate::communities::CommunityObject;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::errors::seen;
use ::communities::{CommunitySeen, Oversee, allows};
use ::moderation::{ReadSuspensions, Tab};
use async_graphql::{Context, Object, SimpleObject};
use chrono::TimeDelta;
use kernel::{CommunityId, First, Organisation, Page, Result, permit};

/// How much waits in each part of the queue.
#[derive(SimpleObject)]
pub struct ModerationCounts {
    /// Questions that nobody answered.
    unanswered: i32,
    /// What nobody has looked at yet.
    to_check: i32,
    /// What somebody complained of.
    reported: i32,
}

#[derive(Default)]
pub struct ModerationQuery;

#[Object]
impl ModerationQuery {
    /// What waits where the viewer moderates, what waits longest first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn moderation_queue(
        &self,
        ctx: &Context<'_>,
        tab: Tab,
        #[graphql(desc = "One of the viewer's communities alone.")] community: Option<CommunityId>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<ModerationItemObject>> {
        let actor = ctx.signed_in()?;
        let page = (First::parse(first)?, after.as_deref());
        let place = (tab, community);
        let page = ::moderation::queue(&ctx.conn(), actor, place, page).await?;
        let (cursors, items): (Vec<String>, Vec<_>) = page
            .items
            .into_iter()
            .map(|(cursor, seen)| (cursor, seen.item))
            .unzip();
        let items = ModerationItemObject::all(ctx, items).await?;
        let page = Page {
            items: cursors.into_iter().zip(items).collect(),
            has_next: page.has_next,
        };
        Ok(connected(page, |item| item))
    }

    /// How much waits where the viewer moderates.
    async fn moderation_counts(&self, ctx: &Context<'_>) -> Result<ModerationCounts> {
        let counts = ::moderation::queue_counts(&ctx.conn(), ctx.signed_in()?).await?;
        let of = |tab| {
            let count = counts.get(&tab).copied().unwrap_or_default();
            i32::try_from(count).unwrap_or(i32::MAX)
        };
        Ok(ModerationCounts {
            unanswered: of(Tab::Unanswered),
            to_check: of(Tab::ToCheck),
            reported: of(Tab::Reported),
        })
    }

    /// Who was kept out of the organisation and let in again, the latest first. For administrators.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn suspensions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<ModerationActObject>> {
        let leave = permit::<ReadSuspensions, _>(ctx.signed_in()?, Organisation)?;
        let page = (First::parse(first)?, after.as_deref());
        let acts = ::moderation::suspensions_page(&ctx.conn(), &leave, page).await?;
        Ok(connected(acts, ModerationActObject))
    }

    /// What the viewer flagged, the latest first, with what became of it.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn my_flags(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<FlagObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let flags = ::moderation::own_flags(&ctx.conn(), ctx.signed_in()?, page).await?;
        Ok(connected(flags, FlagObject))
    }
}

/// The question that waits longest in a community, once that is longer than promised.
pub async fn oldest_waiting(
    ctx: &Context<'_>,
    community: &CommunityObject,
) -> Result<Option<ThreadObject>> {
    let CommunitySeen {
        community: place, ..
    } = &*community.0;
    let Some(hours) = place.answer_promise_hours else {
        return Ok(None);
    };
    if !allows::<Oversee, CommunitySeen>(ctx.actor(), &community.0) {
        return Ok(None);
    }
    let oldest = ::moderation::oldest_unanswered(&ctx.conn(), place.id).await?;
    let promised = TimeDelta::hours(i64::from(hours));
    let late = oldest.filter(|item| item.waiting_since + promised <= ctx.db().now());
    match late.and_then(|item| item.thread_id) {
        Some(thread) => seen(ThreadObject::find(ctx, thread).await),
        None => Ok(None),
    }
}
