//! Notifications: who should hear of what was said and of what will happen, how, and when.
//!
//! Invariants:
//! - nobody hears of their own words, and who muted a conversation hears nothing of it;
//! - only who may read a conversation hears of it: when it is told, when it is shown, and when a letter
//!   is written;
//! - a conversation is in a person's inbox once, however much is said in it, and so is a session and what is asked;
//! - hearing the same facts again changes nothing;
//! - a letter tells of nothing twice, and of nothing that was dealt with before it was written;
//! - a letter, and the note that it told of something, are one transaction; sending it is none;
//! - a link in a letter changes what its person gets by letter, and nothing else.
mod announcing;
mod asking;
mod calendar;
mod checking_in;
mod choices;
mod commands;
mod consulting;
mod correcting;
mod correspondence;
mod events;
mod feeds;
mod finding;
mod giving_feedback;
mod hearing;
mod held;
mod hours;
mod inviting;
mod jobs;
mod mailing;
mod moderating;
mod pairing;
mod policy;
mod reconcile;
mod rounds;
mod store;
mod tables;
mod taking_pulses;
mod today;
mod unsubscribe;

pub use calendar::{Entry, Errand, House, Invited, feed as calendar_text, invitation};
pub use choices::{Choices, MailKind, Minute, Preset, Quiet, When};
pub use commands::{
    ChangeMailByLink, CreateCalendarFeed, MailChoice, MarkInboxDone, MarkNoticeDone, QuietHours,
    RevokeCalendarFeed, SendLetterAgain, StopByLink, SweepLetters, TouchCalendarFeed,
    UpdateNotificationSettings, WriteLetter,
};
pub use correspondence::{
    Sent, choices_of, held_count, keep_due_letters, link_seen, send_due_letters, write_due_letters,
};
pub use events::{
    CalendarFeedCreated, CalendarFeedRevoked, InboxChanged, LetterSentAgain, MailChoicesChanged,
    NoticeChanged,
};
pub use feeds::{FeedText, read_feed};
pub use held::held;
pub use jobs::NotifyReaders;
pub use mailing::{AnswerLink, Invitation, Mailing, Told, WritesMail, Written};
pub use policy::{Carry, InboxItemSeen, Keep, NoticeSeen, ReadOutbox, ReadWords};
pub use rounds::Occasion;
pub use store::{
    InboxFilter, due_postboxes, feed_by_token, feeds_of, inbox_item_seen, inbox_page,
    inbox_unread_count, notice_count, notice_seen, notices_page, outbox_page,
};
pub use tables::{
    AsSent, CalendarEntry, CalendarFeed, CorrectionFacts, InboxItem, InboxReason, LetterKind,
    LetterState, Notice, NoticeFacts, NoticeKind, OutboxLetter, Postbox,
};
pub use today::{Today, today};
pub use unsubscribe::Stop;
