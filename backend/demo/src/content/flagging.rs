use serde::Deserialize;

/// Somebody flags a post.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flagging {
    /// The title of the conversation.
    pub thread: String,
    /// Which post of it: 1 opens it.
    pub number: usize,
    pub by: String,
    pub ago: String,
    pub reason: moderation::FlagReason,
    pub note: Option<String>,
    pub proposal: Option<String>,
}
