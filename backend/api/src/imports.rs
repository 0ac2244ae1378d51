//! Rosters as GraphQL shows them.
mod inviting;
mod mutations;
mod roster;

pub use inviting::{InvitesMutation, InvitesQuery};
pub use mutations::ImportsMutation;
pub use roster::RosterObject;
