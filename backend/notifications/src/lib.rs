//! Notifications: who should hear of what was said, and what waits for a person.
//!
//! Invariants:
//! - nobody hears of their own words, and who muted a conversation hears nothing of it;
//! - only who may read a conversation hears of it, both when it is told and when it is shown;
//! - a conversation is in a person's inbox once, however much is said in it;
//! - hearing the same facts again changes nothing.
mod commands;
mod events;
mod hearing;
mod jobs;
mod policy;
mod store;
mod tables;
mod today;

pub use commands::MarkInboxDone;
pub use events::InboxChanged;
pub use jobs::NotifyReaders;
pub use policy::{InboxItemSeen, Keep};
pub use store::{InboxFilter, inbox_item_seen, inbox_page, inbox_unread_count};
pub use tables::{InboxItem, InboxReason};
pub use today::{Today, today};
