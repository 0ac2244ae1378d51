//! Channels, threads, posts, drafts and files as GraphQL shows them.
mod channel;
mod draft;
mod file;
mod hidden;
mod mutations;
mod post;
mod query;
mod revision;
mod thread;

pub use channel::ChannelObject;
pub use draft::DraftObject;
pub use file::{FileObject, file_url};
pub use mutations::{ChannelMutation, PostMutation, ThreadMutation};
pub use post::PostObject;
pub use query::ChannelsQuery;
pub use thread::{ThreadObject, threads_page};

use async_graphql::scalar;
use serde::{Deserialize, Serialize};

/// HTML that the server made, or sanitised: safe to show as it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Html(pub String);

scalar!(
    Html,
    "HTML",
    "HTML made safe by the server: it may be shown as it is."
);
