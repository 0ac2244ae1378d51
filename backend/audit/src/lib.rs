//! The audit log: who did what that may have to be answered for, when and from where, for
//! administrators.
//!
//! It is a follower of the event log: no capability knows of it. Which facts stand in it is decided in
//! `decisions.rs` for every kind there is, and a kind of which nothing was decided fails a test.
//!
//! Beside it there is the log of moderators (`moderation`): what was done to posts and to members, with
//! the way to take it back, for those who moderate there. Two logs for two readers; a word for each.
//!
//! Invariants:
//! - entries are numbered from 1 without a gap, in the order of the event log, on every node;
//! - each holds the hash of itself and of the one before it: what is changed, taken out, put in or
//!   exchanged breaks the chain from there on;
//! - the database refuses to change or delete an entry;
//! - a fact has one entry, whatever was killed when;
//! - no entry holds a secret, what somebody answered or typed in vain, or who asked without a name;
//! - what happens between two in a room of theirs is in no log.
mod chain;
mod commands;
mod csv;
mod decisions;
mod events;
mod held;
mod jobs;
mod policy;
mod store;
mod tables;
mod verify;

pub use chain::{BEGINNING, hash_of};
pub use commands::{AuditExport, ExportAuditLog, NoteCopy};
pub use csv::{HEAD, line_of};
pub use decisions::{Topic, decided, is_kept};
pub use events::{AuditLogExported, Copied, CopyNews};
pub use held::held;
pub use jobs::KeepAuditLog;
pub use policy::ReadAuditLog;
pub use store::{AuditLogFilter, appointed_by, entries_after, entry_count, log_page};
pub use tables::Entry;
pub use verify::{Checked, Flaw, Seal, verify, verify_newest};
