//! People and their sign-ins as GraphQL shows them.
mod mutations;
mod person;
mod query;
mod viewer;

pub use mutations::{IdentityMutation, enter, visitor};
pub use person::PersonObject;
pub use query::IdentityQuery;
pub use viewer::ViewerObject;
