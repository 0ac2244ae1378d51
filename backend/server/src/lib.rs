//! Where the capabilities become one program, `interlude`.
//!
//! Invariants:
//! - no rule of the product is decided here: this crate opens, listens, guards, asks and answers;
//! - every operation passes the guard before it is executed, by request and by socket alike;
//! - what was acknowledged is on disk, and what is shown to a person was permitted to them.
pub mod background;
pub mod backup;
pub mod cli;
pub mod config;
mod demonstration;
pub mod failure;
pub mod front;
pub mod guard;
pub mod http;
pub mod letters;
mod logging;
pub mod mail;
pub mod program;
pub mod reading;
mod serve;
pub mod socket;
mod stdout;
pub mod storage;
