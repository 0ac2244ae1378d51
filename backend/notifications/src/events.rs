//! What notifications tell.
use kernel::{Event, FeedId, LetterId, NoticeId, PersonId, Place, ThreadId};
use serde::{Deserialize, Serialize};

/// What a person's inbox says of a conversation changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InboxChanged {
    pub person: PersonId,
    pub thread: ThreadId,
}

impl Event for InboxChanged {
    const KIND: &'static str = "notifications.inbox_changed";

    fn place(&self) -> Place {
        Place::person(self.person).in_thread(self.thread)
    }
}

/// A person was told something that is no conversation, or dealt with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeChanged {
    pub person: PersonId,
    pub notice: NoticeId,
}

/// A person wants letters otherwise than before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailChoicesChanged {
    pub person: PersonId,
}

/// An address for calendar programs was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarFeedCreated {
    pub person: PersonId,
    pub feed: FeedId,
}

/// An address for calendar programs leads nowhere from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarFeedRevoked {
    pub person: PersonId,
    pub feed: FeedId,
}

/// An administrator had a letter sent again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterSentAgain {
    pub person: PersonId,
    pub letter: LetterId,
}

macro_rules! personal {
    (keeps_origin: $keeps:literal; $($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;
            const KEEPS_ORIGIN: bool = $keeps;

            fn place(&self) -> Place {
                Place::person(self.person)
            }
        }
    )+};
}

personal! {
    keeps_origin: true;
    CalendarFeedCreated "notifications.calendar_feed_created",
    CalendarFeedRevoked "notifications.calendar_feed_revoked",
    LetterSentAgain "notifications.letter_sent_again",
}

personal! {
    keeps_origin: false;
    NoticeChanged "notifications.notice_changed",
    MailChoicesChanged "notifications.mail_choices_changed",
}
