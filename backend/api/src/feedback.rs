//! Peer feedback as GraphQL shows it.
mod evidence;
mod given;
mod loaders;
mod mutations;
mod places;
mod query;
mod round;

pub use evidence::EvidenceObject;
pub use given::FeedbackObject;
pub use loaders::FeedbackLoaders;
pub use mutations::{FeedbackMutation, FeedbackRoundsMutation};
pub use places::{FeedbackOfCommunity, FeedbackOfSession};
pub use query::FeedbackQuery;
pub use round::FeedbackRoundObject;
