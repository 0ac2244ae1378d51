//! Misconceptions, their corrections, and what resembles them, as GraphQL shows them.
mod claim_match;
mod community;
mod correction;
mod loaders;
mod misconception;
mod mutations;
mod occurrence;
mod query;
mod report;

pub use claim_match::ClaimMatchObject;
pub use community::CommunityCorrections;
pub use correction::{CorrectionObject, corrections_of, corrections_of_title, words_of};
pub use loaders::MisconceptionLoaders;
pub use misconception::{MisconceptionObject, author_notice, misconceptions_page, of_thread};
pub use mutations::MisconceptionsMutation;
pub use query::MisconceptionsQuery;
