//! A post as the index knows it. Pure.
use channels::{Post, Thread, ThreadKind};
use kernel::{Actor, PostId};
use questions::Review;
use search_index::{Change, Document, Mark};

/// What the index must do so that it agrees with a post as it stands.
pub(crate) fn change_of(post: &Post, thread: Option<&Thread>, review: Option<&Review>) -> Change {
    match thread {
        Some(thread) if post.stands() => document_of(post, thread, review).into(),
        Some(_) | None => removal_of(post.id),
    }
}

pub(crate) fn removal_of(post: PostId) -> Change {
    Change::Delete(post.to_string())
}

/// Whoever may read the community may read all that is said in it, but for answers that are withheld
/// until one has answered: those are for whoever may read them in that one thread.
fn audience_of(post: &Post, thread: &Thread) -> String {
    match thread.answer_first && post.number > 1 {
        true => thread.id.to_string(),
        false => post.community_id.to_string(),
    }
}

fn document_of(post: &Post, thread: &Thread, review: Option<&Review>) -> Document {
    let opens = post.number == 1;
    let (title, under) = match opens {
        true => (thread.title.clone(), String::new()),
        false => (String::new(), thread.title.clone()),
    };
    let kind = match (opens, thread.kind) {
        (true, ThreadKind::Question) => "question",
        (true, ThreadKind::Discussion) => "discussion",
        (true, ThreadKind::Prompt) => "prompt",
        (true, ThreadKind::Resource) => "resource",
        (true, ThreadKind::Story) => "story",
        (false, _) => "reply",
    };
    let accepted = thread.accepted_post_id == Some(post.id);
    let verified = review.is_some_and(|it| it.verified_at.is_some() && it.obsolete_at.is_none());
    let obsolete = review.is_some_and(|it| it.obsolete_at.is_some());
    let marks = [
        (accepted, Mark::Accepted),
        (verified, Mark::Verified),
        (obsolete, Mark::Obsolete),
    ];
    Document {
        id: post.id.to_string(),
        audience: vec![audience_of(post, thread)],
        // Whoever wrote without a name is found by nobody.
        author: (post.byline(Actor::System)).map_or(String::new(), |person| person.to_string()),
        community: post.community_id.to_string(),
        channel: post.channel_id.to_string(),
        thread: post.thread_id.to_string(),
        kind: kind.to_owned(),
        title,
        under,
        tags: if opens {
            thread.tag_words()
        } else {
            Vec::new()
        },
        body: kernel::strip_markup(&post.html),
        created: post.created_at.timestamp_millis(),
        edited: post.edited_at.map(|at| at.timestamp_millis()),
        marks: marks
            .into_iter()
            .filter_map(|(has, mark)| has.then_some(mark))
            .collect(),
        helpful: u32::try_from(post.helpful).unwrap_or(0),
    }
}
