//! Moderation: what waits for somebody who keeps order, what they decide, and who hears of it.
//!
//! Invariants:
//! - a moderator sees and decides what waits where they moderate; anything else does not exist to them;
//! - everything that is done stands in the log, written with the change itself;
//! - there is one item for each post, question and mute, whatever reasons it has to wait;
//! - what waits follows from how things stand: hearing the same facts again changes nothing;
//! - of two who decide at once, one is told what the other decided;
//! - who is concerned reads what the moderator was shown beforehand, and no more once it is undone;
//! - who flagged and who appealed is known to those who moderate, and to nobody else.
mod commands;
mod events;
mod store;
mod tables;

pub use commands::{Mute, Restore, Suspend, Unmute};
pub use events::{
    AppealChanged, FlagChanged, ItemChanged, ItemOpened, ItemSettled, PromiseBroken, Told,
    ToldNoMore,
};
pub use store::acts_page;
pub use tables::{
    Act, ActKind, Appeal, Decision, Flag, FlagReason, FlagState, Item, Message, Party, Reason,
    Reasons, Tab, Undo,
};
