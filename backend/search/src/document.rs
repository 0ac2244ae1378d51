//! A post as the index knows it. Pure.
use crate::known::Known;
use channels::{Post, Thread, ThreadKind};
use kernel::{Actor, PostId};
use search_index::{Change, Document, Mark};

/// The kinds that documents are of.
pub(crate) const KINDS: [&str; 8] = [
    "question",
    "discussion",
    "prompt",
    "resource",
    "story",
    // What is no opening of a conversation.
    REPLY,
    SESSION,
    PERSON,
];
const REPLY: &str = "reply";
pub(crate) const SESSION: &str = "session";
pub(crate) const PERSON: &str = "person";
/// Of those, what is no post.
pub(crate) const NO_POSTS: [&str; 2] = [SESSION, PERSON];

/// What the index must do so that it agrees with a post as it stands.
pub(crate) fn change_of(post: &Post, thread: Option<&Thread>, known: &Known) -> Change {
    match thread {
        Some(thread) if post.stands() => document_of(post, thread, known).into(),
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

fn kind_of(post: &Post, thread: &Thread) -> &'static str {
    match thread.kind {
        _ if post.number > 1 => REPLY,
        ThreadKind::Question => "question",
        ThreadKind::Discussion => "discussion",
        ThreadKind::Prompt => "prompt",
        ThreadKind::Resource => "resource",
        ThreadKind::Story => "story",
    }
}

fn marks_of(post: &Post, thread: &Thread, known: &Known) -> Vec<Mark> {
    let review = known.reviews.get(&post.id);
    let obsolete = review.is_some_and(|it| it.obsolete_at.is_some());
    let verified = review.is_some_and(|it| it.verified_at.is_some());
    let marks = [
        (thread.accepted_post_id == Some(post.id), Mark::Accepted),
        (verified && !obsolete, Mark::Verified),
        (known.corrected.contains(&post.id), Mark::Corrected),
        (obsolete, Mark::Obsolete),
        (known.is_unanswered(post, thread), Mark::Unanswered),
        (post.file_count > 0, Mark::Filed),
    ];
    let held = marks.into_iter().filter(|(has, _)| *has);
    held.map(|(_, mark)| mark).collect()
}

fn document_of(post: &Post, thread: &Thread, known: &Known) -> Document {
    let opens = post.number == 1;
    let (title, under) = match opens {
        true => (thread.title.clone(), String::new()),
        false => (String::new(), thread.title.clone()),
    };
    Document {
        id: post.id.to_string(),
        audience: vec![audience_of(post, thread)],
        // Whoever wrote without a name is found by nobody.
        author: (post.byline(Actor::System)).map_or(String::new(), |person| person.to_string()),
        community: post.community_id.to_string(),
        channel: post.channel_id.to_string(),
        thread: post.thread_id.to_string(),
        kind: kind_of(post, thread).to_owned(),
        sessions: known.sessions_of(thread.id),
        title,
        under,
        names: Vec::new(),
        tags: if opens {
            thread.tag_words()
        } else {
            Vec::new()
        },
        body: kernel::strip_markup(&post.html),
        files: known.files_of(post.id),
        created: post.created_at.timestamp_millis(),
        edited: post.edited_at.map(|at| at.timestamp_millis()),
        marks: marks_of(post, thread, known),
        helpful: u32::try_from(post.helpful).unwrap_or(0),
    }
}
