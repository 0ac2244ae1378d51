//! What can be done with communities and their members.
mod found;
mod invite;
mod join;
mod members;

pub use found::{CreateCommunity, UpdateCommunity};
pub(crate) use invite::MintInvitation;
pub use invite::{InvitePerson, Invited};
pub use join::{Acceptance, Accepted, accept_invitation};
pub use members::{AcknowledgeNorms, AddMember, ChangeRole, RemoveMember, admit};
