//! Check-ins as GraphQL shows them.
mod board;
mod check_in;
mod link;
mod loaders;
mod mutations;
mod places;
mod query;
mod question;
mod response;

pub use check_in::CheckInObject;
pub use loaders::CheckInLoaders;
pub use mutations::CheckInsMutation;
pub use places::{CheckInsOfCommunity, CheckInsOfSession};
pub use query::CheckInsQuery;
pub use response::{AnswerObject, ResponseObject, ThemeObject};
