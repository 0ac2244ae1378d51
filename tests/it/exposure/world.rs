//! What there is to ask about, and what may be answered.

/// What a field answers to somebody who has no business with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// Everybody may ask.
    Open,
    /// "please sign in".
    SignIn,
    /// Nothing: what is hidden does not exist.
    Nothing,
    /// An error that says so.
    NotFound,
    /// The asker's own things, of which a stranger has none of the world's.
    Own,
    /// The input is of no use without a secret, and says so.
    Invalid,
}

pub struct World {
    pub community: String,
    pub slug: String,
    pub channel: String,
    pub thread: String,
    pub post: String,
    pub membership: String,
    pub handle: String,
    pub person: String,
}

impl World {
    /// As a world, of which nothing exists.
    pub fn imagined() -> Self {
        let id = |kind: &str| format!("{kind}_01h455vb4pex5vsknk084sn02q");
        Self {
            community: id("community"),
            slug: "nowhere".to_owned(),
            channel: id("channel"),
            thread: id("thread"),
            post: id("post"),
            membership: id("membership"),
            handle: "no-one".to_owned(),
            person: id("person"),
        }
    }
}
