//! What can be done with communities and their members.
mod archive;
mod found;
mod invite;
mod join;
mod members;

pub use archive::{ArchiveCommunity, RestoreCommunity};
pub use found::{CreateCommunity, UpdateCommunity};
pub(crate) use invite::MintInvitation;
pub use invite::{InvitePerson, InvitePlaceholder, Invited};
pub use join::{Acceptance, Accepted, accept_invitation};
pub use members::{AcknowledgeNorms, AddMember, ChangeRole, RemoveMember, admit};
