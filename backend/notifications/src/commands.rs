//! What can be done with an inbox, with letters, and with calendars.
mod choices;
mod feeds;
mod invitations;
mod letters;
mod sending;

pub use choices::{
    ChangeMailByLink, MailChoice, QuietHours, StopByLink, UpdateNotificationSettings,
};
pub use feeds::{CreateCalendarFeed, RevokeCalendarFeed, TouchCalendarFeed};
pub use letters::WriteLetter;
pub(crate) use sending::{ClaimLetters, KeepLetters, SettleLetter};
pub use sending::{SendLetterAgain, SweepLetters};

use crate::{InboxChanged, InboxItemSeen, Keep, Notice, NoticeChanged, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, InboxItemId, NoticeId, Result, Tx, permit};

/// Says that an inbox item is dealt with, or that it is not after all.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MarkInboxDoneInput")]
pub struct MarkInboxDone {
    pub item: InboxItemId,
    /// True when it is dealt with, false to put it back.
    pub done: bool,
}

#[async_trait]
impl Command for MarkInboxDone {
    type Done = InboxItemSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<InboxItemSeen> {
        let seen = store::inbox_item_seen(&tx.conn(), actor, self.item).await?;
        let seen = permit::<Keep, _>(actor, seen)?;
        if seen.item.done_at.is_some() == self.done {
            return Ok(seen.into_subject());
        }
        let item = store::set_done(tx, &seen, self.done.then_some(tx.now())).await?;
        let fact = InboxChanged {
            person: item.person_id,
            thread: item.thread_id,
        };
        tx.emit(actor, &fact).await?;
        Ok(InboxItemSeen {
            item,
            ..seen.into_subject()
        })
    }
}

/// Says that a notice is dealt with, or that it is not after all.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MarkNoticeDoneInput")]
pub struct MarkNoticeDone {
    /// Which one.
    pub notice: NoticeId,
    /// True when it is dealt with, false to put it back.
    pub done: bool,
}

#[async_trait]
impl Command for MarkNoticeDone {
    type Done = Notice;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Notice> {
        let seen = store::notice_seen(&tx.conn(), actor, self.notice).await?;
        let seen = permit::<Keep, _>(actor, seen)?;
        if seen.notice.done_at.is_some() == self.done {
            return Ok(seen.into_subject().notice);
        }
        let notice = store::set_notice_done(tx, &seen, self.done.then_some(tx.now())).await?;
        let fact = NoticeChanged {
            person: notice.person_id,
            notice: notice.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(notice)
    }
}
