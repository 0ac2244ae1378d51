//! Journeys: what happens before and after a session, by itself.
//!
//! Invariants:
//! - an item is done exactly once, because what it does is written in the transaction that marks it;
//! - a session that moves takes along whatever is not yet done, and nothing that is;
//! - what an item does is known only to the action that its step names.
mod next_run;

pub use next_run::FoundNextRun;
