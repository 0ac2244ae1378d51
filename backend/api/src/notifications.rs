//! The inbox and Today as GraphQL shows them.
use crate::channels::{DraftObject, PostObject, ThreadObject};
use crate::communities::CommunityObject;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use ::notifications::{
    InboxFilter, InboxItemSeen, InboxReason, Keep, MarkInboxDone, Today, inbox_item_seen,
    inbox_page, today,
};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{Error, First, InboxItemId, Result, permit};
use std::sync::Arc;

/// A conversation that speaks to the viewer.
#[derive(Clone)]
pub struct InboxItemObject(pub Arc<InboxItemSeen>);

impl From<InboxItemSeen> for InboxItemObject {
    fn from(seen: InboxItemSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl InboxItemObject {
    /// The item, if it is the viewer's and they may still read what it tells of.
    pub async fn find(ctx: &Context<'_>, id: InboxItemId) -> Result<Self> {
        let seen = inbox_item_seen(&ctx.conn(), ctx.actor(), id).await?;
        Ok(permit::<Keep, _>(ctx.actor(), seen)?.into_subject().into())
    }
}

#[Object(name = "InboxItem")]
impl InboxItemObject {
    /// Its id.
    pub async fn id(&self) -> InboxItemId {
        self.0.item.id
    }

    /// The conversation.
    async fn thread(&self) -> ThreadObject {
        ThreadObject(self.0.latest.thread.clone())
    }

    /// The newest post that spoke to the viewer.
    async fn latest_post(&self) -> PostObject {
        self.0.latest.clone().into()
    }

    /// Why it speaks to the viewer, the strongest reason first.
    async fn reasons(&self) -> &[InboxReason] {
        self.0.item.reasons.as_slice()
    }

    /// How many posts spoke to the viewer since they last dealt with it.
    async fn new_count(&self) -> i32 {
        self.0.item.new_count
    }

    /// When the newest of them was written.
    async fn at(&self) -> DateTime<Utc> {
        self.0.item.at
    }

    /// Since when it is dealt with.
    async fn done_at(&self) -> Option<DateTime<Utc>> {
        self.0.item.done_at
    }
}

/// The little that waits for the viewer, and what is new. It ends.
pub struct TodayObject(Today);

#[Object(name = "Today")]
impl TodayObject {
    /// The beginning of yesterday where the viewer lives.
    async fn since(&self) -> DateTime<Utc> {
        self.0.since
    }

    /// Communities whose norms the viewer has not acknowledged yet.
    async fn norms(&self) -> Vec<CommunityObject> {
        let norms = self.0.norms.iter().cloned();
        norms.map(|seen| CommunityObject(Arc::new(seen))).collect()
    }

    /// What speaks to the viewer, at most 5: who spoke to them by name first, and who waits longest.
    async fn waiting(&self) -> Vec<InboxItemObject> {
        let waiting = self.0.waiting.iter().cloned();
        waiting.map(InboxItemObject::from).collect()
    }

    /// Questions that wait for somebody like the viewer, at most 3, the oldest first.
    async fn unanswered(&self) -> Vec<ThreadObject> {
        let unanswered = self.0.unanswered.iter().cloned();
        unanswered
            .map(|seen| ThreadObject(Arc::new(seen)))
            .collect()
    }

    /// Other conversations with something unread, at most 10, the newest first.
    async fn news(&self) -> Vec<ThreadObject> {
        let news = self.0.news.iter().cloned();
        news.map(|seen| ThreadObject(Arc::new(seen))).collect()
    }

    /// What the viewer began to write, at most 3, the newest first.
    async fn drafts(&self) -> Vec<DraftObject> {
        self.0.drafts.iter().cloned().map(DraftObject).collect()
    }
}

#[derive(Default)]
pub struct NotificationsQuery;

#[Object]
impl NotificationsQuery {
    /// What waits for the viewer today, and what is new.
    async fn today(&self, ctx: &Context<'_>) -> Result<TodayObject> {
        let (_, person) = ctx.sign_in().ok_or(Error::SignInFirst)?;
        let moment = (ctx.db().now(), person.zone.as_str());
        Ok(TodayObject(today(&ctx.conn(), ctx.actor(), moment).await?))
    }

    /// The conversations that speak to the viewer and wait to be dealt with, newest first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn inbox(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last item seen.")] after: Option<String>,
        #[graphql(default_with = "InboxFilter::All", desc = "Which of them.")] filter: InboxFilter,
    ) -> Result<Connected<InboxItemObject>> {
        ctx.actor().person().ok_or(Error::SignInFirst)?;
        let page = (First::parse(first)?, after.as_deref());
        let items = inbox_page(&ctx.conn(), ctx.actor(), filter, page).await?;
        Ok(connected(items, InboxItemObject::from))
    }
}

#[derive(Default)]
pub struct NotificationsMutation;

#[Object]
impl NotificationsMutation {
    /// Says that an inbox item is dealt with, or puts it back.
    async fn mark_inbox_done(
        &self,
        ctx: &Context<'_>,
        input: MarkInboxDone,
    ) -> Result<InboxItemObject> {
        Ok(ctx.write(input).await?.into())
    }
}
