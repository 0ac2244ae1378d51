//! Check-ins as GraphQL shows them.
mod board;
mod check_in;
mod link;
mod loaders;
mod mutations;
mod places;
mod query;
mod response;

pub use check_in::CheckInObject;
pub use loaders::CheckInLoaders;
pub use mutations::CheckInsMutation;
pub use places::{CheckInsOfCommunity, CheckInsOfSession};
pub use query::CheckInsQuery;
pub use response::{AnswerObject, ResponseObject, ThemeObject};

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
