//! People and their sign-ins as GraphQL shows them.
mod account;
mod api_token;
mod factors;
mod loaders;
mod mutations;
mod passkeys;
mod person;
mod query;
mod rules;
mod viewer;

pub use account::{AccountsMutation, AccountsQuery};
pub use api_token::{ApiTokenMutation, ApiTokenObject, ApiTokenQuery};
pub use factors::FactorsMutation;
pub use loaders::AccountLoaders;
pub use mutations::{IdentityMutation, enter, visitor};
pub use passkeys::PasskeysMutation;
pub use person::PersonObject;
pub use query::IdentityQuery;
pub use rules::{FactorRuleMutation, FactorRuleQuery};
pub use viewer::ViewerObject;
