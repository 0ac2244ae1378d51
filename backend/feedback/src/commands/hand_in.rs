//! Handing something in, and taking it back.
use super::{evidence_with_leave, somebody, tell_of_evidence};
use crate::balancing::{Cause, balance};
use crate::policy::{HandIn, HandingIn, Withdraw};
use crate::{Evidence, EvidenceNews, FeedbackRoundState, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::{BeginThread, Naming, Thread, ThreadKind, ThreadSeen};
use kernel::{
    Actor, Command, Conn, Error, EvidenceId, FeedbackRoundId, FileId, Permit, Result, ThreadId, Tx,
    permit,
};

/// Hands something in: new words, which become a conversation in the channel of the round, or a story or
/// a discussion that one began before.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SubmitEvidenceInput")]
pub struct SubmitEvidence {
    pub round: FeedbackRoundId,
    /// A conversation of one's own in the community; or give `title` and `body`.
    pub thread: Option<ThreadId>,
    /// 1 to 150 characters.
    pub title: Option<String>,
    /// What one did and what came of it: Markdown, at most 64 KB.
    pub body: Option<String>,
    /// Files uploaded before, at most 10.
    #[graphql(default)]
    pub attachments: Vec<FileId>,
    /// A word of the client's own: sent twice, it is handed in once.
    pub nonce: String,
    #[graphql(skip)]
    pub begin: Option<BeginThread>,
}

#[async_trait]
impl Command for SubmitEvidence {
    type Done = Evidence;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let (None, Some(title), Some(body)) = (self.thread, &self.title, &self.body) else {
            return Ok(());
        };
        let seen = store::round_seen(conn, actor, self.round).await?;
        let mut begin = BeginThread {
            channel: seen.round.channel_id,
            kind: ThreadKind::Discussion,
            title: title.clone(),
            body: body.clone(),
            tags: Vec::new(),
            attachments: self.attachments.clone(),
            naming: Naming::With,
            nonce: self.nonce.clone(),
            words: None,
        };
        begin.prepare(conn, actor).await?;
        self.begin = Some(begin);
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Evidence> {
        let person = somebody(actor)?;
        let conn = tx.conn();
        let leave = self.leave(tx, actor).await?;
        if let Some(twin) = self.twin(&conn, actor).await? {
            return Ok(twin);
        }
        match leave.round.round.state(tx.now()) {
            FeedbackRoundState::Open => {}
            FeedbackRoundState::Closed => {
                return Err(Error::conflict(
                    "this is closed: nothing can be handed in any more",
                ));
            }
            FeedbackRoundState::Cancelled => {
                return Err(Error::conflict("this was taken back"));
            }
        }
        let before = store::standing_of_person(&conn, self.round, person).await?;
        if before.is_some() {
            return Err(Error::conflict(
                "you handed something in already: change it where it stands, or take it back first",
            ));
        }
        let thread = self.thread(tx, &leave).await?;
        let row = Evidence {
            id: tx.id(),
            community_id: thread.community_id,
            round_id: self.round,
            person_id: person,
            thread_id: thread.id,
            handed_in_at: tx.now(),
            complete_at: None,
            alone_since: None,
            told_at: None,
            withdrawn_at: None,
        };
        store::insert_evidence(tx, &leave, row.clone()).await?;
        tell_of_evidence(tx, actor, (&row, EvidenceNews::HandedIn)).await?;
        balance(tx, &leave, (self.round, Cause::Change)).await?;
        Ok(row)
    }
}

impl SubmitEvidence {
    async fn leave(&self, tx: &Tx, actor: Actor) -> Result<Permit<HandIn, HandingIn>> {
        let conn = tx.conn();
        let round = store::round_seen(&conn, actor, self.round).await?;
        let channel = channels::channel_seen(&conn, actor, round.round.channel_id).await?;
        permit::<HandIn, _>(actor, HandingIn { round, channel })
    }

    /// What the same request handed in before.
    async fn twin(&self, conn: &Conn<'_>, actor: Actor) -> Result<Option<Evidence>> {
        let thread = match self.thread {
            Some(thread) => Some(thread),
            None => {
                let post = channels::nonce_twin(conn, actor, &self.nonce).await?;
                post.map(|it| it.thread_id)
            }
        };
        let Some(thread) = thread else {
            return Ok(None);
        };
        let found = store::evidence_of_threads(conn, &[thread]).await?;
        let mut own = found.into_iter().filter(|it| it.round_id == self.round);
        Ok(own.find(|it| actor.person() == Some(it.person_id)))
    }

    /// The conversation that is handed in.
    async fn thread(&self, tx: &Tx, leave: &Permit<HandIn, HandingIn>) -> Result<Thread> {
        let actor = leave.actor();
        if let Some(id) = self.thread {
            let seen = channels::thread_seen(&tx.conn(), actor, id).await?;
            let seen = permit::<channels::Read, ThreadSeen>(actor, seen)?.into_subject();
            return self.fits(tx, leave, seen).await;
        }
        let missing = |field: &'static str, words: &Option<String>| match words {
            Some(_) => Ok(()),
            None => Err(Error::invalid(field, "this cannot be empty").hint("write a few words")),
        };
        missing("title", &self.title)?;
        missing("body", &self.body)?;
        let begin = self.begin.as_ref();
        let begin = begin.ok_or_else(|| Error::internal("evidence was not prepared"))?;
        begin.run(tx, actor).await
    }

    /// What one began oneself, with one's name, and handed in nowhere else.
    async fn fits(
        &self,
        tx: &Tx,
        leave: &Permit<HandIn, HandingIn>,
        seen: ThreadSeen,
    ) -> Result<Thread> {
        let thread = seen.thread;
        if thread.community_id != leave.round.round.community_id {
            let words = "this conversation belongs to another community";
            return Err(Error::invalid("thread", words));
        }
        if !thread.is_by(leave.actor()) || thread.nameless {
            let words = "this is no conversation that you began with your name";
            return Err(Error::invalid("thread", words).hint("hand in what you did yourself"));
        }
        if !matches!(thread.kind, ThreadKind::Story | ThreadKind::Discussion) {
            let words = "this is neither a story nor a discussion";
            return Err(Error::invalid("thread", words).hint("write what you did instead"));
        }
        let before = store::evidence_of_threads(&tx.conn(), &[thread.id]).await?;
        match before.is_empty() {
            true => Ok(thread),
            false => Err(
                Error::invalid("thread", "this was handed in to another round")
                    .hint("write what you did instead"),
            ),
        }
    }
}

/// Takes back what one handed in: nobody is asked to look at it any more. The conversation stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "WithdrawEvidenceInput")]
pub struct WithdrawEvidence {
    pub evidence: EvidenceId,
}

#[async_trait]
impl Command for WithdrawEvidence {
    type Done = Evidence;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Evidence> {
        let seen = evidence_with_leave::<Withdraw>(tx, actor, self.evidence).await?;
        if seen.evidence.withdrawn_at.is_some() {
            return Ok(seen.into_subject().evidence);
        }
        let row = Evidence {
            withdrawn_at: Some(tx.now()),
            ..seen.evidence.clone()
        };
        store::update_evidence(tx, &seen, row.clone()).await?;
        tell_of_evidence(tx, actor, (&row, EvidenceNews::Withdrawn)).await?;
        balance(tx, &seen, (row.round_id, Cause::Change)).await?;
        Ok(row)
    }
}
