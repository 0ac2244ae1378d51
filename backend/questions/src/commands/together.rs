//! Conversations that come together or part, with what is known of them as questions.
use crate::store;
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::{JoinThreads, PartThread, Thread, ThreadKind};
use kernel::{Actor, ChannelId, Command, PostId, Result, ThreadId, Tx};

/// Puts what was said in one conversation into another of the same community. The first answers from then
/// on where it went.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MergeThreadsInput")]
pub struct MergeThreads {
    pub thread: ThreadId,
    /// The one that stays.
    pub into: ThreadId,
}

#[async_trait]
impl Command for MergeThreads {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let conn = tx.conn();
        let join = JoinThreads {
            thread: self.thread,
            into: self.into,
        };
        let before = channels::thread_seen(&conn, actor, self.thread).await?;
        let kept = channels::thread_seen(&conn, actor, self.into).await?;
        let thread = join.run(tx, actor).await?;
        store::merge_reviews(tx, self.thread, self.into).await?;
        let asks = |kind| kind == ThreadKind::Question;
        if asks(before.thread.kind) && asks(kept.thread.kind) {
            store::merge_question(tx, &before, &kept).await?;
        }
        Ok(thread)
    }
}

/// Begins a conversation of its own with posts of another, and what answers them.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SplitThreadInput")]
pub struct SplitThread {
    /// 1 to 100 of one conversation; its opening stays.
    pub posts: Vec<PostId>,
    /// 1 to 150 characters.
    pub title: String,
    /// A channel of the same community.
    pub channel: ChannelId,
    /// QUESTION or DISCUSSION, as the channel takes them.
    pub kind: ThreadKind,
}

#[async_trait]
impl Command for SplitThread {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let part = PartThread {
            posts: self.posts.clone(),
            title: self.title.clone(),
            channel: self.channel,
            kind: self.kind,
        };
        let (thread, posts) = part.run(tx, actor).await?;
        store::move_reviews(tx, &posts, thread.id).await?;
        Ok(thread)
    }
}
