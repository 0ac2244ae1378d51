//! Moderation as GraphQL shows it.
mod act;
mod appeal;
mod audit;
mod decisions;
mod flag;
mod item;
mod mutations;
mod mute;
mod query;

pub use act::{ModerationActObject, log_of_community};
pub use appeal::AppealObject;
pub use audit::{AuditQuery, is_auditor};
pub use decisions::ModerationMutation;
pub use flag::FlagObject;
pub use item::ModerationItemObject;
pub use mutations::PeopleModerationMutation;
pub use mute::{MuteObject, mute_of, mutes_of_community};
pub use query::{ModerationQuery, oldest_waiting};
