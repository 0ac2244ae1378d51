use super::parse_objectives;
use crate::Question;
use crate::store;
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::{BeginThread, Naming, Thread, ThreadKind};
use kernel::{
    Actor, ChannelId, Command, Conn, Db, Error, FileId, ObjectiveId, Result, SessionId, Tx,
};

/// Asks a question in a channel.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AskQuestionInput")]
pub struct AskQuestion {
    /// A channel for questions, or for both.
    pub channel: ChannelId,
    /// The question in one line, 1 to 150 characters.
    pub title: String,
    /// What else there is to say: Markdown, at most 64 KB.
    pub body: String,
    /// At most 8, each at most 40 characters.
    #[graphql(default)]
    pub tags: Vec<String>,
    /// Files uploaded before, at most 10.
    #[graphql(default)]
    pub attachments: Vec<FileId>,
    /// The session that it follows.
    pub session: Option<SessionId>,
    /// Which objectives it is about, of the program that the community runs.
    #[graphql(default)]
    pub objectives: Vec<ObjectiveId>,
    /// Whether to ask without a name, where the community allows it. Nobody sees it then; a moderator can
    /// be told, with a reason that is kept.
    #[graphql(default)]
    pub nameless: bool,
    /// A word of the client's own: sent twice, it is asked once.
    pub nonce: String,
    #[graphql(skip)]
    pub begin: Option<BeginThread>,
}

#[async_trait]
impl Command for AskQuestion {
    type Done = Thread;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let naming = match self.nameless {
            true => Naming::Without,
            false => Naming::With,
        };
        let mut begin = BeginThread {
            channel: self.channel,
            kind: ThreadKind::Question,
            title: self.title.clone(),
            body: self.body.clone(),
            tags: self.tags.clone(),
            attachments: self.attachments.clone(),
            naming,
            nonce: self.nonce.clone(),
            words: None,
        };
        begin.prepare(conn, actor).await?;
        self.begin = Some(begin);
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let thread = prepared(self.begin.as_ref())?.run(tx, actor).await?;
        let community = thread.community_id;
        let objectives = parse_objectives(&tx.conn(), community, &self.objectives).await?;
        sessions::session_followed(&tx.conn(), actor, (community, self.session)).await?;
        let row = Question {
            thread_id: thread.id,
            community_id: community,
            session_id: self.session,
            parked_on: None,
            helped_at: None,
        };
        store::insert_question(tx, row, &objectives).await?;
        Ok(thread)
    }
}

/// `prepare` ran before `run`: the database calls them in that order.
pub(super) fn prepared(begin: Option<&BeginThread>) -> Result<&BeginThread> {
    begin.ok_or_else(|| Error::internal("a command ran before it was prepared"))
}

/// Begins a conversation once, however often the same request arrives.
///
/// # Errors
/// What the command answers.
pub async fn begin_once<C>(db: &Db, actor: Actor, (nonce, command): (String, C)) -> Result<Thread>
where
    C: Command<Done = Thread>,
{
    let error = match db.write(actor, command).await {
        Ok(thread) => return Ok(thread),
        Err(error) => error,
    };
    // Whatever refuses the second request, the first may have been done.
    match channels::nonce_twin(&db.read(), actor, &nonce).await? {
        Some(post) => {
            let seen = channels::thread_seen(&db.read(), actor, post.thread_id).await?;
            Ok(seen.thread)
        }
        None => Err(error),
    }
}
