//! The inbox, Today, letters and calendars as GraphQL shows them.
mod feed;
mod letter;
mod notice;
mod settings;

pub use feed::{CalendarFeedObject, CreatedFeedObject};
pub use letter::LetterObject;
pub use notice::NoticeObject;
pub use settings::{MailLinkObject, NotificationSettingsObject};

use crate::channels::{DraftObject, PostObject, ThreadObject};
use crate::communities::CommunityObject;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use ::notifications::{
    ChangeMailByLink, CreateCalendarFeed, InboxFilter, InboxItemSeen, InboxReason, Keep,
    LetterState, MarkInboxDone, MarkNoticeDone, ReadOutbox, RevokeCalendarFeed, SendLetterAgain,
    Today, UpdateNotificationSettings, inbox_item_seen, inbox_page, link_seen, outbox_page, today,
};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{Error, First, InboxItemId, Organisation, Result, permit};
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
        let person = ctx.viewer().ok_or(Error::SignInFirst)?;
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

    /// The letters that were written, the newest first; for administrators.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn outbox(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last letter seen.")] after: Option<String>,
        #[graphql(desc = "Only those that are so far.")] state: Option<LetterState>,
    ) -> Result<Connected<LetterObject>> {
        let leave = permit::<ReadOutbox, _>(ctx.actor(), Organisation)?;
        let page = (First::parse(first)?, after.as_deref());
        let letters = outbox_page(&ctx.conn(), &leave, state, page).await?;
        Ok(connected(letters, LetterObject))
    }

    /// What the link at the foot of a letter changes. The link is enough: nobody need sign in.
    async fn mail_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The last part of the link.")] token: String,
    ) -> Result<MailLinkObject> {
        let (stop, _, choices) = link_seen(&ctx.conn(), &token).await?;
        Ok(MailLinkObject { stop, choices })
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

    /// Says that a notice is dealt with, or puts it back.
    async fn mark_notice_done(
        &self,
        ctx: &Context<'_>,
        input: MarkNoticeDone,
    ) -> Result<NoticeObject> {
        Ok(NoticeObject(ctx.write(input).await?))
    }

    /// Chooses how letters come to the viewer.
    async fn update_notification_settings(
        &self,
        ctx: &Context<'_>,
        input: UpdateNotificationSettings,
    ) -> Result<NotificationSettingsObject> {
        let choices = ctx.write(input).await?;
        let person = ctx.viewer().ok_or(Error::SignInFirst)?;
        Ok(NotificationSettingsObject {
            person: person.clone(),
            choices,
        })
    }

    /// Chooses how letters come, with the link at the foot of one instead of a sign-in.
    async fn change_mail_by_link(
        &self,
        ctx: &Context<'_>,
        input: ChangeMailByLink,
    ) -> Result<MailLinkObject> {
        // The token is the leave; whoever asks may be nobody.
        let (stop, choices) = ctx.db().write(ctx.actor(), input).await?;
        Ok(MailLinkObject { stop, choices })
    }

    /// Sends a letter again that was refused or kept; for administrators.
    async fn send_letter_again(
        &self,
        ctx: &Context<'_>,
        input: SendLetterAgain,
    ) -> Result<LetterObject> {
        Ok(LetterObject(ctx.write(input).await?))
    }

    /// Makes an address at which a calendar program reads the viewer's sessions.
    async fn create_calendar_feed(
        &self,
        ctx: &Context<'_>,
        input: CreateCalendarFeed,
    ) -> Result<CreatedFeedObject> {
        let (feed, token) = ctx.write(input).await?;
        let public_url = &ctx.app().settings.public_url;
        Ok(CreatedFeedObject {
            url: format!("{public_url}/calendar/{}.ics", token.expose()),
            feed: CalendarFeedObject(feed),
        })
    }

    /// Makes an address for calendar programs lead nowhere, at once and for ever.
    async fn revoke_calendar_feed(
        &self,
        ctx: &Context<'_>,
        input: RevokeCalendarFeed,
    ) -> Result<CalendarFeedObject> {
        Ok(CalendarFeedObject(ctx.write(input).await?))
    }
}
