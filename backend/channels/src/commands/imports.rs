//! Whole conversations from elsewhere: written in few statements, told to nobody but the index.
use crate::store::{self, Rows};
use crate::tables::reaction;
use crate::{Author, Post, ReactionKind, Revision, Spot, Thread, ThreadBroughtIn, ThreadKind};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{
    Actor, ChannelId, Command, CommunityId, Error, Organisation, PersonId, PostId, Result,
    ThreadId, Tx, permit,
};

/// A conversation as it was elsewhere. Its first post opens it.
#[derive(Clone, Debug)]
pub struct ThreadBroughtInHere {
    pub id: ThreadId,
    pub community: CommunityId,
    pub channel: ChannelId,
    pub kind: ThreadKind,
    pub title: String,
    pub tags: Vec<String>,
    pub posts: Vec<PostBroughtIn>,
    /// The index in `posts` of the answer that its asker accepted.
    pub accepted: Option<usize>,
    pub duplicate_of: Option<ThreadId>,
    pub locked_at: Option<DateTime<Utc>>,
}

/// A post as it was elsewhere, already rendered.
#[derive(Clone, Debug)]
pub struct PostBroughtIn {
    pub id: PostId,
    pub author: PersonId,
    /// The index in `posts` of the post it answers, which has no parent itself.
    pub parent: Option<usize>,
    pub body: String,
    pub html: String,
    pub created_at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    /// How it read before, oldest first: text, editor, instant.
    pub earlier: Vec<(String, PersonId, DateTime<Utc>)>,
    /// Votes whose voters are not known here.
    pub helpful_unnamed: i32,
    pub reactions: Vec<(PersonId, ReactionKind)>,
}

/// Writes conversations as they were. Only the platform does this, for an import it was asked for.
pub struct BringInThreads {
    pub threads: Vec<ThreadBroughtInHere>,
}

#[async_trait]
impl Command for BringInThreads {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let leave = permit(actor, Organisation)?;
        let mut rows = Rows::default();
        for thread in &self.threads {
            gather(tx, thread, &mut rows)?;
        }
        let spots: Vec<Spot> = rows.threads.iter().map(Spot::of_thread).collect();
        store::insert_threads(tx, &leave, rows).await?;
        for spot in spots {
            tx.emit(actor, &ThreadBroughtIn { spot }).await?;
        }
        Ok(())
    }
}

fn gather(tx: &Tx, thread: &ThreadBroughtInHere, rows: &mut Rows) -> Result<()> {
    let [opening, ..] = thread.posts.as_slice() else {
        return Err(Error::invalid(
            "posts",
            "a conversation needs a post that opens it",
        ));
    };
    let last = thread
        .posts
        .iter()
        .max_by_key(|post| post.created_at)
        .unwrap_or(opening);
    let count = i32::try_from(thread.posts.len()).map_err(Error::internal)?;
    let spot = Spot {
        community: thread.community,
        channel: thread.channel,
        thread: thread.id,
    };
    let accepted = thread.accepted.and_then(|at| thread.posts.get(at));
    rows.threads.push(Thread {
        kind: thread.kind,
        title: thread.title.clone(),
        tags: thread.tags.clone().into(),
        last_post_at: last.created_at,
        last_author_id: Author::of(last.author),
        last_number: count,
        reply_count: count - 1,
        accepted_post_id: accepted.map(|post| post.id),
        duplicate_of: thread.duplicate_of,
        locked_at: thread.locked_at,
        ..Thread::blank(spot, Author::of(opening.author), opening.created_at)
    });
    for (number, post) in (1..).zip(&thread.posts) {
        let parent = post.parent.and_then(|at| Some((at, thread.posts.get(at)?)));
        rows.posts.push(row_of(thread, post, (number, parent)));
        rows.revisions.extend(earlier(tx, post));
        rows.reactions
            .extend(post.reactions.iter().map(|(person, kind)| reaction::Model {
                post_id: post.id,
                person_id: *person,
                kind: *kind,
                created_at: post.created_at,
            }));
    }
    Ok(())
}

fn row_of(
    thread: &ThreadBroughtInHere,
    post: &PostBroughtIn,
    place: (i32, Option<(usize, &PostBroughtIn)>),
) -> Post {
    let (number, parent) = place;
    let named = |wanted: ReactionKind| {
        let count = post
            .reactions
            .iter()
            .filter(|(_, kind)| *kind == wanted)
            .count();
        i32::try_from(count).unwrap_or(i32::MAX)
    };
    Post {
        id: post.id,
        community_id: thread.community,
        channel_id: thread.channel,
        thread_id: thread.id,
        number,
        parent_id: parent.map(|(_, parent)| parent.id),
        root_number: parent
            .and_then(|(at, _)| i32::try_from(at + 1).ok())
            .unwrap_or(number),
        author_id: Author::of(post.author),
        body: post.body.clone(),
        html: post.html.clone(),
        revision: i32::try_from(post.earlier.len() + 1).unwrap_or(i32::MAX),
        created_at: post.created_at,
        edited_at: post.edited_at,
        deleted_at: None,
        deleted_by: None,
        helpful: named(ReactionKind::Helpful) + post.helpful_unnamed,
        used_it: named(ReactionKind::UsedIt),
        thank_you: named(ReactionKind::ThankYou),
        file_count: 0,
        nonce: None,
        nameless: false,
        held_at: None,
        published: true,
        hidden_at: None,
        hidden_by: None,
        hidden_reason: None,
        examined: false,
    }
}

fn earlier(tx: &Tx, post: &PostBroughtIn) -> impl Iterator<Item = Revision> {
    (1..)
        .zip(&post.earlier)
        .map(|(number, (body, editor, at))| Revision {
            id: tx.id(),
            post_id: post.id,
            number,
            body: body.clone(),
            editor_id: Author::of(*editor),
            edited_at: *at,
            reason: None,
        })
}
