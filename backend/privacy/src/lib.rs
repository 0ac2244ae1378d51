//! What is held about a person, and that they can have it.
//!
//! Every capability names what it holds (`kernel::Holds`); here it is collected, and given to whom it is about.
//!
//! Invariants:
//! - no table is forgotten: a test holds the list against the database, column by column;
//! - what is taken along is given to the person it is about, and to nobody else, whoever asked for it;
//! - no secret is in it, and nobody else's words;
//! - it is made by a job that goes on where it was killed, and it is gone after seven days.
mod archive;
mod commands;
mod events;
mod held;
mod jobs;
mod named;
mod policy;
mod store;
mod tables;

pub use commands::AskForPersonalExport;
pub use events::{PersonalExportAsked, PersonalExportFetched, PersonalExportReady};
pub use held::held;
pub use jobs::{
    Fetched, MailExportReady, MakeExports, MakePersonalExport, export_to_tell_of, fetch_export,
    sweep_exports,
};
pub use named::all_that_is_held;
pub use policy::{Fetch, OverseeData, TakeAlong};
pub use store::{exports_of, exports_page};
pub use tables::PersonalExport;
