//! What can be done with communities and their members.
mod alumni;
mod archive;
mod calendar;
mod clone;
mod found;
mod invite;
mod join;
mod many;
mod members;
mod mute;
mod rooms;
mod settings;

pub(crate) use alumni::EndCohort;
pub use alumni::UpdateAlumniAccess;
pub use archive::{ArchiveCommunity, RestoreCommunity};
pub use calendar::{Holiday, UpdateCalendar};
pub use clone::CloneCohort;
pub use found::{CreateCommunity, UpdateCommunity};
pub(crate) use invite::MintInvitation;
pub use invite::{
    InvitePerson, InvitePlaceholder, Invited, SendInvitationAgain, WithdrawInvitation, invite_all,
};
pub use join::{Acceptance, Accepted, accept_invitation};
pub use many::{admit_all, rearrange};
pub use members::{AcknowledgeNorms, AddMember, ChangeRole, RemoveMember, admit};
pub(crate) use mute::LiftMutes;
pub use mute::{MutePerson, UnmutePerson, end_mute};
pub use rooms::{close_room, enter_room, leave_room, open_room};
