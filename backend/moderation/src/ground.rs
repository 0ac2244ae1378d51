//! What the rooms below say of a post, in the words that are needed here.
use channels::Post;
use kernel::PersonId;

/// Whom to tell of what is decided about it: for what goes to the author alone.
pub(crate) fn addressee(post: &Post) -> PersonId {
    post.author_id.addressee()
}
