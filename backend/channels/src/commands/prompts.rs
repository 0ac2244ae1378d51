//! What a prompt does in its channel. It has no GraphQL input of its own: whoever asks it knows more of it.
use super::begin::Opening;
use super::threads::TITLE_CHARS_MAX;
use super::words::{Words, prepared};
use crate::policy::{ChannelSeen, Moderate, Read};
use crate::{Naming, Spot, Thread, ThreadChanged, ThreadKind, store};
use async_trait::async_trait;
use kernel::{Actor, ChannelId, Command, Conn, FileId, Result, ThreadId, Tx, line, permit};

/// Whether who has not answered reads what others answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// They are open to whoever reads the conversation.
    Open,
    /// They are withheld until one has answered.
    First,
}

/// Begins the conversation of a prompt.
#[derive(Clone, Debug)]
pub struct BeginPrompt {
    pub channel: ChannelId,
    /// 1 to 150 characters.
    pub title: String,
    /// Markdown, at most 64 KB.
    pub body: String,
    pub answers: Answers,
    /// Files uploaded before, at most 10.
    pub attachments: Vec<FileId>,
    /// A word of the client's own: sent twice, the conversation is begun once.
    pub nonce: String,
    /// What `prepare` reads from the body.
    pub words: Option<Words>,
}

#[async_trait]
impl Command for BeginPrompt {
    type Done = Thread;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let channel = store::channel_seen(conn, actor, self.channel).await?;
        let channel = permit::<Read, ChannelSeen>(actor, channel)?;
        let community = Some(channel.channel.community_id);
        self.words = Some(Words::read(conn, actor, community, &self.body).await?);
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let opening = Opening {
            kind: ThreadKind::Prompt,
            title: line("title", &self.title, TITLE_CHARS_MAX)?,
            tags: Vec::new(),
            answer_first: self.answers == Answers::First,
            words: prepared(self.words.as_ref())?,
            attachments: &self.attachments,
            naming: Naming::With,
            nonce: super::parse_nonce(&self.nonce)?,
        };
        let channel = permit(
            actor,
            store::channel_seen(&tx.conn(), actor, self.channel).await?,
        )?;
        opening.begin(tx, &channel).await
    }
}

/// Asks for an answer before the answers of others are read, or does so no longer.
#[derive(Clone, Copy, Debug)]
pub struct AskFirst {
    pub thread: ThreadId,
    pub answers: Answers,
}

#[async_trait]
impl Command for AskFirst {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let seen = store::thread_seen(&tx.conn(), actor, self.thread).await?;
        let seen = permit::<Moderate, _>(actor, seen)?;
        let thread = store::set_answer_first(tx, &seen, self.answers).await?;
        let spot = Spot::of_thread(&thread);
        tx.emit(actor, &ThreadChanged { spot }).await?;
        Ok(thread)
    }
}
