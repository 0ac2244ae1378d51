//! Moderation: what waits for somebody who keeps order, what they decide, and who hears of it.
//!
//! Invariants:
//! - a moderator sees and decides what waits where they moderate; anything else does not exist to them;
//! - everything that is done stands in the log, written with the change itself;
//! - there is one item for each post, question and mute, whatever reasons it has to wait;
//! - what waits follows from how things stand: hearing the same facts again changes nothing;
//! - of two who decide at once, one is told what the other decided;
//! - who is concerned reads what the moderator was shown beforehand, and no more once it is undone;
//! - the log of everything is read by whom whoever operates the platform named, and by nobody else;
//! - who flagged and who appealed is known to those who moderate, and to nobody else.
mod choices;
mod commands;
mod events;
mod ground;
mod held;
mod jobs;
mod policy;
mod queue;
mod store;
mod tables;
mod waiting;

pub use choices::{Choice, Reads, choices_of};
pub use commands::{
    AnswerAppeal, ClaimModerationItem, DecideModerationItem, FlagPost, KeepsOrder, Kept, Line,
    MakeAppeal, Mute, ReleaseModerationItem, Restore, Suspend, UndoModerationDecision, Unmute,
    WithdrawFlag,
};
pub use events::{
    Acted, AppealChanged, FlagChanged, ItemChanged, ItemOpened, ItemSettled, PromiseBroken, Told,
    ToldNoMore,
};
pub use held::held;
pub use jobs::{KeepQueue, look_for_due_reviews, tell_of_broken_promises};
pub use policy::{
    Answer, AppealSeen, Audit, Decide, FlagSeen, Flagged, ItemSeen, Keep, Raise, ReadSuspensions,
    See, WholeLog,
};
pub use store::{
    AuditFilter, acts_by_ids, acts_page, appeal_seen, appeals_about, audit_page, flag_seen,
    flags_on, item_seen, oldest_unanswered, open_count, own_flags, people_of_log, queue,
    queue_counts, suspensions_page,
};
pub use tables::{
    Act, ActKind, Appeal, Decision, Flag, FlagReason, FlagState, Item, Message, Party, Reason,
    Reasons, Tab, Undo,
};
