//! What every capability stands on, and which knows none of them.
//!
//! Invariants:
//! - no capability is named here: the kernel knows ids, but no table of theirs;
//! - `Db::write` is the only place that begins and commits a transaction;
//! - a fact, the change it tells of and the jobs that follow are one transaction;
//! - a secret that is used again is sealed with keys that no database holds.
mod actor;
mod carried;
mod change;
mod clock;
mod command;
mod conn;
mod csv;
mod date;
mod db;
mod error;
mod event;
mod follow;
mod held;
mod hex;
mod id;
mod jobs;
mod mail;
mod markdown;
mod opaque;
mod origin;
mod page;
mod permit;
mod races;
mod rows;
mod seal;
mod tables;
mod text;
mod writer;

pub use actor::Actor;
pub use change::Change;
pub use clock::{Clock, Entropy, ManualClock, SystemClock, SystemEntropy};
pub use command::Command;
pub use conn::Conn;
pub use csv::{cell, csv_cell};
pub use date::{Date, ahead};
pub use db::{Db, Parts, Store, Tx};
pub use error::{Error, Result, with_causes};
pub use event::{Event, Fact, Place};
pub use follow::{
    Cursor, FORGET_TRANSACTIONS, Follower, facts_after, facts_left, facts_of_kinds_after,
    facts_written_after, head, last_act_of, place_of, rebase_after_restore,
};
pub use held::{Holds, Nobodys, Rows, Said, held, nobodys};
pub use hex::hex;
pub use id::*;
pub use jobs::{
    Job, JobError, JobRow, Worker, Workers, Working, failing_jobs, is_awaited, run_due_jobs,
    run_job_again,
};
pub use mail::{CalendarPart, Letter, Mail, MailError, MemoryMail, Sending};
pub use markdown::{BODY_BYTES_MAX, Mentions, Rendered, mentioned_handles, render};
pub use opaque::Opaque;
pub use origin::Origin;
pub use page::{First, Page, cursor_of, key_of, keys_of};
pub use permit::{KeepTime, Organisation, Permit, Policy, Verdict, permit};
pub use rows::select_all_of;
pub use seal::{KeyRing, Sealed, SealedAt};
pub use text::{body, clean_line, letters, line, optional_line, slug, strip_markup};
