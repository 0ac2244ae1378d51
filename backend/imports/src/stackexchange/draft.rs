//! Posts on their way to a place in a conversation.
use crate::conversations::{Conversation, MadeOf};
use channels::{PostBroughtIn, ThreadBroughtInHere};
use std::collections::HashMap;

/// A post on its way, before its place among the others is known.
pub(super) struct Draft {
    pub key: String,
    pub place: Slot,
    pub post: PostBroughtIn,
    pub records: Vec<(&'static str, u64)>,
}

/// What a post is in its conversation, by the numbers of the dump.
#[derive(Clone, Copy)]
pub(super) enum Slot {
    Post(i64),
    CommentOn(i64),
}

impl Draft {
    pub fn is_post(&self, number: i64) -> bool {
        matches!(self.place, Slot::Post(own) if own == number)
    }
}

/// Gives every post its place: a comment stands beneath what it comments on.
pub(super) fn joined(
    thread: ThreadBroughtInHere,
    opening: Draft,
    others: Vec<Draft>,
) -> Conversation {
    let key = opening.key.clone();
    let drafts: Vec<Draft> = std::iter::once(opening).chain(others).collect();
    let place_of: HashMap<i64, usize> = drafts
        .iter()
        .enumerate()
        .filter_map(|(at, draft)| match draft.place {
            Slot::Post(number) => Some((number, at)),
            Slot::CommentOn(_) => None,
        })
        .collect();
    let (posts, made_of) = drafts
        .into_iter()
        .map(|draft| {
            let parent = match draft.place {
                Slot::Post(_) => None,
                Slot::CommentOn(number) => place_of.get(&number).copied(),
            };
            let made_of = MadeOf {
                key: draft.key,
                records: draft.records,
            };
            (
                PostBroughtIn {
                    parent,
                    ..draft.post
                },
                made_of,
            )
        })
        .unzip();
    Conversation {
        key,
        thread: ThreadBroughtInHere { posts, ..thread },
        made_of,
    }
}
