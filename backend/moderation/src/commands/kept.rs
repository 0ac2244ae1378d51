//! What moderators do outside the queue, each with its line in the log: the change itself belongs to those
//! who keep conversations, answers and questions.
use crate::ActKind;
use crate::store::{NewAct, insert_told_act};
use async_trait::async_trait;
use channels::{
    CloseAsDuplicate, ConvertPost, ConvertThread, EditPost, EditThread, LockThread, MoveThread,
    PostSeen, ReopenQuestion, Thread,
};
use kernel::{Actor, Command, Conn, Result, Tx};
use questions::{MarkObsolete, MergeThreads, SplitThread, StillTrue, UnverifyAnswer, VerifyAnswer};

/// Does it, and writes it into the log; who changes only what is their own keeps no order by it.
pub struct Kept<C>(pub C);

/// Something that can be done to what others wrote.
pub trait KeepsOrder: Command {
    /// What was done, and to what; nothing where it was the actor's own.
    fn line(&self, done: &Self::Done, actor: Actor) -> Option<Line>;
}

/// A line of the log.
pub struct Line(NewAct);

#[async_trait]
impl<C: KeepsOrder> Command for Kept<C> {
    type Done = C::Done;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        self.0.prepare(conn, actor).await
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Self::Done> {
        let done = self.0.run(tx, actor).await?;
        if let Some(Line(act)) = self.0.line(&done, actor) {
            insert_told_act(tx, actor, act).await?;
        }
        Ok(done)
    }
}

fn of_thread(thread: &Thread, kind: ActKind) -> Line {
    Line(NewAct {
        thread: Some(thread.id),
        ..NewAct::of(kind, Some(thread.community_id))
    })
}

fn of_post(seen: &PostSeen, (kind, reason): (ActKind, Option<&str>)) -> Line {
    let said = reason.map(str::trim).filter(|reason| !reason.is_empty());
    Line(NewAct {
        thread: Some(seen.post.thread_id),
        post: Some(seen.post.id),
        reason: said.map(str::to_owned),
        ..NewAct::of(kind, Some(seen.post.community_id))
    })
}

/// To conversations of others.
macro_rules! keeps_conversations {
    ($($command:ident: $kind:ident),+ $(,)?) => {$(
        impl KeepsOrder for $command {
            fn line(&self, done: &Thread, actor: Actor) -> Option<Line> {
                let is_own = done.is_by(actor);
                (!is_own).then(|| of_thread(done, ActKind::$kind))
            }
        }
    )+};
}

keeps_conversations! {
    EditThread: Retitled,
    ConvertThread: Converted,
    MoveThread: Moved,
    CloseAsDuplicate: ClosedAsDuplicate,
    ReopenQuestion: Reopened,
    MergeThreads: Merged,
}

impl KeepsOrder for LockThread {
    fn line(&self, done: &Thread, _: Actor) -> Option<Line> {
        let kind = match self.locked {
            true => ActKind::Locked,
            false => ActKind::Unlocked,
        };
        Some(of_thread(done, kind))
    }
}

impl KeepsOrder for SplitThread {
    /// Whoever parts a conversation began none: the new one is of who wrote its first post.
    fn line(&self, done: &Thread, _: Actor) -> Option<Line> {
        Some(of_thread(done, ActKind::Split))
    }
}

/// To posts of others, with why where that is said.
macro_rules! keeps_posts {
    ($($command:ident: $kind:ident $(because $reason:ident)?),+ $(,)?) => {$(
        impl KeepsOrder for $command {
            fn line(&self, done: &PostSeen, actor: Actor) -> Option<Line> {
                let reason = None$(.or(self.$reason.as_deref()))?;
                let is_own = done.post.is_by(actor);
                (!is_own).then(|| of_post(done, (ActKind::$kind, reason)))
            }
        }
    )+};
}

keeps_posts! {
    EditPost: Edited because reason,
    ConvertPost: Converted,
    VerifyAnswer: Verified,
    UnverifyAnswer: Unverified because reason,
    StillTrue: FoundStillTrue,
    MarkObsolete: MarkedObsolete because reason,
}
