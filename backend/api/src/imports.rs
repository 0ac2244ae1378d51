//! Rosters as GraphQL shows them.
mod mutations;
mod roster;

pub use mutations::ImportsMutation;
pub use roster::RosterObject;
