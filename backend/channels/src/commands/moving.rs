//! Conversations that become another kind, part, come together, or go to another channel. Their posts
//! keep their ids, and what is left behind says where it went.
use super::threads::{TITLE_CHARS_MAX, fits};
use crate::policy::{ChannelSeen, Moderate, PostSeen, ThreadSeen, Write};
use crate::{PostsMoved, Spot, Thread, ThreadChanged, ThreadKind, ThreadMerged, store};
use async_graphql::{Enum, InputObject};
use async_trait::async_trait;
use kernel::{
    Actor, ChannelId, Command, Error, Permit, PostId, Result, ThreadId, Tx, line, permit,
};

const POSTS_MAX: usize = 100;

async fn moderated(tx: &Tx, actor: Actor, id: ThreadId) -> Result<Permit<Moderate, ThreadSeen>> {
    let seen = store::thread_seen(&tx.conn(), actor, id).await?;
    let seen = permit::<Moderate, _>(actor, seen)?;
    match (seen.thread.published, seen.thread.moved_to) {
        (false, _) => Err(Error::conflict("this waits for a moderator")),
        (true, Some(_)) => Err(Error::conflict("this conversation went on in another one")),
        (true, None) => Ok(seen),
    }
}

async fn changed(tx: &Tx, actor: Actor, thread: &Thread) -> Result<()> {
    let spot = Spot::of_thread(thread);
    tx.emit(actor, &ThreadChanged { spot }).await
}

/// Questions and discussions are conversations like each other; the rest is more than its posts.
fn talk(field: &'static str, kind: ThreadKind) -> Result<()> {
    match kind {
        ThreadKind::Question | ThreadKind::Discussion => Ok(()),
        ThreadKind::Prompt | ThreadKind::Resource | ThreadKind::Story => Err(Error::invalid(
            field,
            "only questions and discussions can be treated so",
        )),
    }
}

/// Makes a discussion a question, or a question a discussion.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ConvertThreadInput")]
pub struct ConvertThread {
    pub thread: ThreadId,
    /// QUESTION or DISCUSSION, as the channel takes them.
    pub kind: ThreadKind,
}

#[async_trait]
impl Command for ConvertThread {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        talk("kind", self.kind)?;
        let seen = moderated(tx, actor, self.thread).await?;
        talk("thread", seen.thread.kind)?;
        fits(seen.channel.kind, self.kind)?;
        if seen.thread.kind == self.kind {
            return Ok(seen.into_subject().thread);
        }
        let thread = store::set_kind(tx, &seen, self.kind).await?;
        changed(tx, actor, &thread).await?;
        Ok(thread)
    }
}

/// Where a post stands in its conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum PostPlace {
    /// It answers what the conversation opened with.
    Answer,
    /// It remarks on another post.
    Comment,
}

/// Makes an answer a comment on another post, or a comment an answer.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ConvertPostInput")]
pub struct ConvertPost {
    pub post: PostId,
    pub into: PostPlace,
    /// The post that a comment remarks on: the opening or an answer of the same conversation.
    pub under: Option<PostId>,
}

#[async_trait]
impl Command for ConvertPost {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let under = |words: &'static str| Error::invalid("under", words);
        let seen = store::post_seen(&tx.conn(), actor, self.post).await?;
        let seen = permit::<Moderate, _>(actor, seen)?;
        if seen.post.number == 1 {
            return Err(Error::invalid("post", "this post opens its conversation"));
        }
        let parent = match (self.into, self.under) {
            (PostPlace::Answer, _) => None,
            (PostPlace::Comment, None) => {
                return Err(under("say which post it remarks on"));
            }
            (PostPlace::Comment, Some(id)) if id == self.post => {
                return Err(under("a post does not remark on itself"));
            }
            (PostPlace::Comment, Some(id)) => {
                let parent = store::post_seen(&tx.conn(), actor, id).await?;
                let parent = permit::<Write, _>(actor, parent)?.into_subject();
                if parent.post.thread_id != seen.post.thread_id {
                    return Err(under("this post belongs to another conversation"));
                }
                if parent.post.number > 1 && parent.post.parent_id.is_some() {
                    return Err(under("comments are one level deep")
                        .hint("choose the answer that it stands under"));
                }
                Some(parent.post)
            }
        };
        store::set_parent(tx, &seen, parent.as_ref()).await?;
        changed(tx, actor, &seen.thread.thread).await?;
        store::post_seen(&tx.conn(), actor, self.post).await
    }
}

/// Moves a conversation to another channel of its community.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MoveThreadInput")]
pub struct MoveThread {
    pub thread: ThreadId,
    pub channel: ChannelId,
}

#[async_trait]
impl Command for MoveThread {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let seen = moderated(tx, actor, self.thread).await?;
        if seen.thread.kind == ThreadKind::Prompt {
            return Err(Error::invalid("thread", "a prompt stays in its channel"));
        }
        let channel = channel_beside(tx, &seen, self.channel).await?;
        if matches!(
            seen.thread.kind,
            ThreadKind::Question | ThreadKind::Discussion
        ) {
            fits(channel.channel.kind, seen.thread.kind)?;
        }
        if channel.channel.id == seen.thread.channel_id {
            return Ok(seen.into_subject().thread);
        }
        let thread = store::set_channel(tx, &seen, channel.channel.id).await?;
        // Those who look at either channel hear of it.
        changed(tx, actor, &seen.thread).await?;
        changed(tx, actor, &thread).await?;
        Ok(thread)
    }
}

/// A channel of the same community, in which the moderator may write.
async fn channel_beside(
    tx: &Tx,
    seen: &Permit<Moderate, ThreadSeen>,
    id: ChannelId,
) -> Result<Permit<Write, ChannelSeen>> {
    let channel = store::channel_seen(&tx.conn(), seen.actor(), id).await?;
    let channel = permit::<Write, _>(seen.actor(), channel)?;
    match channel.channel.community_id == seen.thread.community_id {
        true => Ok(channel),
        false => Err(elsewhere("channel")),
    }
}

fn elsewhere(field: &'static str) -> Error {
    Error::invalid(field, "conversations stay in their community")
}

/// Puts what was said in one conversation into another. The first answers from then on where it went.
#[derive(Clone, Copy, Debug)]
pub struct JoinThreads {
    pub thread: ThreadId,
    pub into: ThreadId,
}

#[async_trait]
impl Command for JoinThreads {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        if self.thread == self.into {
            return Err(Error::invalid(
                "into",
                "a conversation cannot be merged into itself",
            ));
        }
        let from = moderated(tx, actor, self.thread).await?;
        let into = moderated(tx, actor, self.into).await?;
        if from.thread.community_id != into.thread.community_id {
            return Err(elsewhere("into"));
        }
        talk("thread", from.thread.kind)?;
        talk("into", into.thread.kind)?;
        let (left, posts) = store::merge_threads(tx, &from, &into).await?;
        let fact = ThreadMerged {
            spot: Spot::of_thread(&left),
            into: into.thread.id,
            posts,
        };
        tx.emit(actor, &fact).await?;
        changed(tx, actor, &left).await?;
        changed(tx, actor, &into.thread).await?;
        Ok(store::thread_seen(&tx.conn(), actor, self.into)
            .await?
            .thread)
    }
}

/// Begins a conversation of its own with posts of another, and what answers them.
#[derive(Clone, Debug)]
pub struct PartThread {
    /// 1 to 100 of one conversation; its opening stays.
    pub posts: Vec<PostId>,
    /// 1 to 150 characters.
    pub title: String,
    pub channel: ChannelId,
    pub kind: ThreadKind,
}

#[async_trait]
impl Command for PartThread {
    type Done = (Thread, Vec<PostId>);

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<(Thread, Vec<PostId>)> {
        let title = line("title", &self.title, TITLE_CHARS_MAX)?;
        let wrong = |words: &'static str| Error::invalid("posts", words);
        if !(1..=POSTS_MAX).contains(&self.posts.len()) {
            return Err(wrong("choose 1 to 100 posts"));
        }
        talk("kind", self.kind)?;
        let first = store::post_seen(&tx.conn(), actor, self.posts[0]).await?;
        let first = permit::<Moderate, _>(actor, first)?;
        let from = moderated(tx, actor, first.post.thread_id).await?;
        talk("posts", from.thread.kind)?;
        for post in store::posts_visible_to(&tx.conn(), actor, &self.posts).await? {
            if post.post.thread_id != from.thread.id {
                return Err(wrong("these posts belong to several conversations"));
            }
            if post.post.number == 1 {
                return Err(wrong("the opening stays").hint("move the whole conversation"));
            }
            if !post.post.published {
                return Err(wrong("one of these waits for a moderator"));
            }
        }
        let channel = channel_beside(tx, &from, self.channel).await?;
        fits(channel.channel.kind, self.kind)?;
        let spot = Spot {
            community: from.thread.community_id,
            channel: self.channel,
            thread: tx.id(),
        };
        let row = Thread {
            kind: self.kind,
            title,
            ..Thread::blank(spot, first.post.author_id, tx.now())
        };
        let parted = store::split_thread(tx, (&from, &channel), row, &self.posts).await?;
        let fact = PostsMoved {
            spot: Spot::of_thread(&from.thread),
            into: parted.0.id,
            posts: parted.1.clone(),
        };
        tx.emit(actor, &fact).await?;
        changed(tx, actor, &from.thread).await?;
        changed(tx, actor, &parted.0).await?;
        Ok(parted)
    }
}
