//! Moderation as GraphQL shows it.
mod act;
mod mutations;
mod mute;

pub use act::{ModerationActObject, log_of_community};
pub use mutations::PeopleModerationMutation;
pub use mute::{MuteObject, mute_of, mutes_of_community};
