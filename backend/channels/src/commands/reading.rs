use super::writer;
use crate::policy::{Read, ThreadSeen};
use crate::{Follow, FollowChanged, ReadMoved, Spot, ThreadReader, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{
    Actor, Command, Error, Organisation, Permit, PersonId, PostId, Result, ThreadId, Tx, permit,
};

/// Says how far the viewer read. It only moves on; `markUnread` moves it back.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MarkReadInput")]
pub struct MarkRead {
    pub thread: ThreadId,
    /// The number of the last post that was on screen.
    pub through: i32,
}

#[async_trait]
impl Command for MarkRead {
    type Done = Option<ThreadReader>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Option<ThreadReader>> {
        let person = writer(actor)?;
        let seen = permit(
            actor,
            store::thread_seen(&tx.conn(), actor, self.thread).await?,
        )?;
        if self.through < 1 {
            return Err(Error::invalid("through", "posts are numbered from 1"));
        }
        let through = self.through.min(seen.last_readable());
        if through <= seen.read_through() {
            return Ok(seen.reader.clone());
        }
        let span = (seen.read_through() + 1, through);
        store::note_reading(tx, (self.thread, person), span).await?;
        Ok(Some(moved(tx, &seen, person, through).await?))
    }
}

/// Marks a post and all after it unread.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MarkUnreadInput")]
pub struct MarkUnread {
    pub post: PostId,
}

#[async_trait]
impl Command for MarkUnread {
    type Done = ThreadReader;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<ThreadReader> {
        let person = writer(actor)?;
        let post = permit::<Read, _>(actor, store::post_seen(&tx.conn(), actor, self.post).await?)?;
        let thread = permit(actor, ThreadSeen::clone(&post.thread))?;
        let before = (post.post.number - 1).min(thread.last_readable());
        moved(tx, &thread, person, before).await
    }
}

async fn moved(
    tx: &Tx,
    seen: &Permit<Read, ThreadSeen>,
    person: PersonId,
    through: i32,
) -> Result<ThreadReader> {
    let reader = store::set_read_through(tx, seen, person, through).await?;
    let fact = ReadMoved {
        spot: Spot::of_thread(&seen.thread),
        person,
    };
    tx.emit(seen.actor(), &fact).await?;
    Ok(reader)
}

/// Says how much the viewer wants to hear of a conversation.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "FollowThreadInput")]
pub struct FollowThread {
    pub thread: ThreadId,
    pub follow: Follow,
}

#[async_trait]
impl Command for FollowThread {
    type Done = ThreadReader;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<ThreadReader> {
        let person = writer(actor)?;
        let seen = permit(
            actor,
            store::thread_seen(&tx.conn(), actor, self.thread).await?,
        )?;
        let reader = store::set_follow(tx, &seen, person, self.follow).await?;
        let fact = FollowChanged {
            spot: Spot::of_thread(&seen.thread),
            person,
        };
        tx.emit(actor, &fact).await?;
        Ok(reader)
    }
}

/// Forgets who read what before an instant.
pub struct SweepReading {
    pub before: DateTime<Utc>,
}

#[async_trait]
impl Command for SweepReading {
    type Done = u64;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<u64> {
        let leave = permit(actor, Organisation)?;
        store::forget_reading(tx, &leave, self.before).await
    }
}
