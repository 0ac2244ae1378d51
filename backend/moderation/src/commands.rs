//! What can be done: one command for each verb.
mod people;

pub use people::{Mute, Restore, Suspend, Unmute};
