//! Communities, memberships and invitations as GraphQL shows them.
mod after;
mod calendar;
mod community;
mod invitation;
mod loaders;
mod membership;
mod mutations;
mod permissions;
mod query;

pub use calendar::WorkCalendarObject;
pub use community::{CommunityObject, name_of};
pub use invitation::InvitationObject;
pub use loaders::CommunityLoaders;
pub use membership::MembershipObject;
pub use mutations::CommunitiesMutation;
pub use query::CommunitiesQuery;
