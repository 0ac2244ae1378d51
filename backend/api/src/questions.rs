//! Questions, resources and stories as GraphQL shows them.
mod community;
mod loaders;
mod mutations;
mod query;
mod question;
mod resource;
mod session;
mod thread;
mod verification;

pub use community::QuestionsOfCommunity;
pub use loaders::QuestionLoaders;
pub use mutations::{MarksMutation, QuestionsMutation};
pub use query::QuestionsQuery;
pub use session::ParkedOnSession;
pub use thread::AskedInThread;
pub use verification::VerificationObject;
