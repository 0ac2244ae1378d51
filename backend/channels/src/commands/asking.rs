//! What becomes of a question as a conversation. Whoever knows more of questions does more with it.
use crate::policy::{Ask, Edit, Read, ThreadSeen};
use crate::{Spot, Thread, ThreadChanged, ThreadKind, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, CommunityId, Error, Permit, PostId, Result, ThreadId, Tx, permit};

async fn asked<Action>(tx: &Tx, actor: Actor, id: ThreadId) -> Result<Permit<Action, ThreadSeen>>
where
    ThreadSeen: kernel::Policy<Action>,
{
    let seen = store::thread_seen(&tx.conn(), actor, id).await?;
    let seen = permit::<Action, _>(actor, seen)?;
    match seen.thread.kind {
        ThreadKind::Question => Ok(seen),
        _ => Err(Error::invalid("thread", "this is no question")),
    }
}

async fn changed(tx: &Tx, actor: Actor, thread: &Thread) -> Result<()> {
    let spot = Spot::of_thread(thread);
    tx.emit(actor, &ThreadChanged { spot }).await
}

/// Takes the viewer's name from a question of theirs, and from all that they wrote in it.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MakeNamelessInput")]
pub struct MakeNameless {
    pub thread: ThreadId,
}

#[async_trait]
impl Command for MakeNameless {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let seen = asked::<Ask>(tx, actor, self.thread).await?;
        let community = communities::community_by_id(&tx.conn(), seen.thread.community_id).await?;
        if !community.is_some_and(|community| community.nameless_questions) {
            return Err(super::begin::with_a_name("thread"));
        }
        if seen.thread.nameless {
            return Ok(seen.into_subject().thread);
        }
        let thread = store::set_nameless(tx, &seen).await?;
        changed(tx, actor, &thread).await?;
        Ok(thread)
    }
}

/// Asks a question no longer. What was answered stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "WithdrawQuestionInput")]
pub struct WithdrawQuestion {
    pub thread: ThreadId,
}

#[async_trait]
impl Command for WithdrawQuestion {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let seen = asked::<Ask>(tx, actor, self.thread).await?;
        if seen.thread.withdrawn_at.is_some() {
            return Err(Error::conflict("this question is withdrawn already"));
        }
        let thread = store::set_withdrawn(tx, &seen, Some(tx.now())).await?;
        changed(tx, actor, &thread).await?;
        Ok(thread)
    }
}

/// Says that a question was asked before, where its answers are.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CloseAsDuplicateInput")]
pub struct CloseAsDuplicate {
    pub thread: ThreadId,
    /// The question that asked the same before.
    pub of: ThreadId,
}

#[async_trait]
impl Command for CloseAsDuplicate {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let of = |words: &'static str| Error::invalid("of", words);
        if self.thread == self.of {
            return Err(of("a question is no duplicate of itself"));
        }
        let seen = asked::<Edit>(tx, actor, self.thread).await?;
        let first = store::thread_seen(&tx.conn(), actor, self.of).await?;
        let first = permit::<Read, _>(actor, first)?;
        if first.thread.kind != ThreadKind::Question {
            return Err(of("this is no question"));
        }
        if first.thread.duplicate_of.is_some() || first.thread.moved_to.is_some() {
            return Err(of("this question leads to another one itself")
                .hint("choose the one that it leads to"));
        }
        if !all_may_read(tx, seen.thread.community_id, first.thread.community_id).await? {
            return Err(of(
                "not everybody here may read this question, so it would lead them nowhere",
            )
            .hint("choose one that is asked here, or answer this one"));
        }
        let thread = store::set_duplicate(tx, &seen, Some(self.of)).await?;
        changed(tx, actor, &thread).await?;
        Ok(thread)
    }
}

/// Whether everybody in one community belongs to the other as well.
async fn all_may_read(tx: &Tx, here: CommunityId, there: CommunityId) -> Result<bool> {
    if here == there {
        return Ok(true);
    }
    let conn = tx.conn();
    let readers = communities::standings(&conn, there).await?;
    let members = communities::standings(&conn, here).await?;
    Ok(members.keys().all(|person| readers.contains_key(person)))
}

/// Asks a question again that was withdrawn, or closed as a duplicate.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ReopenQuestionInput")]
pub struct ReopenQuestion {
    pub thread: ThreadId,
}

#[async_trait]
impl Command for ReopenQuestion {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let seen = asked::<Edit>(tx, actor, self.thread).await?;
        if seen.thread.withdrawn_at.is_none() && seen.thread.duplicate_of.is_none() {
            return Err(Error::conflict("this question is open"));
        }
        store::set_withdrawn(tx, &seen, None).await?;
        let thread = store::set_duplicate(tx, &seen, None).await?;
        changed(tx, actor, &thread).await?;
        Ok(thread)
    }
}

/// Says which answer helped who asked, or that none did. A part of what marks it.
#[derive(Clone, Copy, Debug)]
pub struct AcceptPost {
    pub thread: ThreadId,
    pub post: Option<PostId>,
}

#[async_trait]
impl Command for AcceptPost {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let seen = asked::<Ask>(tx, actor, self.thread).await?;
        let thread = store::set_accepted(tx, &seen, self.post).await?;
        changed(tx, actor, &thread).await?;
        Ok(thread)
    }
}
