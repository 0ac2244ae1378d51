//! Programs, sessions and attendance as GraphQL shows them.
mod agenda;
mod attendance;
mod coverage;
mod loaders;
mod mutations;
mod part;
mod program;
mod query;
mod session;

pub use attendance::AttendanceObject;
pub use coverage::CoverageObject;
pub use loaders::SessionLoaders;
pub use mutations::{ProgramsMutation, SessionsMutation};
pub use part::PartObject;
pub use program::{DeliveryObject, ObjectiveObject, ProgramObject, VersionObject};
pub use query::SessionsQuery;
pub use session::{ClashObject, SessionObject, sessions_page};
