//! Signing in from elsewhere, as GraphQL shows it.
mod mutations;
mod provider;
mod query;
mod test;

pub use mutations::SsoMutation;
pub use query::{LinkedAccountObject, SsoQuery, linked_accounts};
