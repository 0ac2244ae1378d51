use super::{Due, asker, managed, parse_minutes, parse_objectives};
use crate::policy::{PromptSeen, Read};
use crate::store;
use crate::{Audience, DueRule, Prompt, PromptPosted};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::{Answers, BeginPrompt, CreatePost, PostSeen, Spot};
use chrono::{DateTime, Utc};
use communities::Role;
use kernel::{
    Actor, ChannelId, Command, Conn, Db, Error, FileId, ObjectiveId, PromptId, Result, SessionId,
    Tx, permit,
};

/// Asks everybody something in a channel, before or after a session.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "PostPromptInput")]
pub struct PostPrompt {
    pub channel: ChannelId,
    /// What it is about, 1 to 150 characters.
    pub title: String,
    /// What is asked: Markdown, at most 64 KB.
    pub body: String,
    /// The session that it prepares or looks back on.
    pub session: Option<SessionId>,
    /// Which objectives it serves, of the program that the community runs.
    #[graphql(default)]
    pub objectives: Vec<ObjectiveId>,
    /// When it is due; or give `due`.
    pub due_at: Option<DateTime<Utc>>,
    /// When it is due, from the start of the session: it moves when that moves.
    pub due: Option<DueRule>,
    /// How long it takes, 1 to 600 minutes.
    pub minutes: Option<i32>,
    /// Who is asked; the learners, if nothing is said.
    pub audience: Option<Vec<Role>>,
    /// Whether everybody answers before they read what others answered.
    #[graphql(default)]
    pub answer_first: bool,
    /// Files uploaded before, at most 10.
    #[graphql(default)]
    pub attachments: Vec<FileId>,
    /// A word of the client's own: sent twice, it is asked once.
    pub nonce: String,
    #[graphql(skip)]
    pub begin: Option<BeginPrompt>,
}

#[async_trait]
impl Command for PostPrompt {
    type Done = Prompt;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let answers = match self.answer_first {
            true => Answers::First,
            false => Answers::Open,
        };
        let mut begin = BeginPrompt {
            channel: self.channel,
            title: self.title.clone(),
            body: self.body.clone(),
            answers,
            attachments: self.attachments.clone(),
            nonce: self.nonce.clone(),
            words: None,
        };
        begin.prepare(conn, actor).await?;
        self.begin = Some(begin);
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Prompt> {
        let minutes = parse_minutes(self.minutes)?;
        let audience = Audience::parse(self.audience.as_deref())?;
        let due = Due::parse(tx.now(), self.due_at, self.due.as_ref())?;
        let begin = self.begin.as_ref();
        let begin = begin.ok_or_else(|| Error::internal("a prompt was not prepared"))?;

        let conn = tx.conn();
        let channel = channels::channel_seen(&conn, actor, self.channel).await?;
        let channel = permit::<channels::Write, _>(actor, channel)?;
        let id = channel.channel.community_id;
        let community = managed(tx, actor, id).await?;
        let objectives = parse_objectives(&conn, id, &self.objectives).await?;
        let session = sessions::session_followed(&conn, actor, (id, self.session)).await?;

        let thread = begin.run(tx, actor).await?;
        let prompt = Prompt {
            id: tx.id(),
            community_id: id,
            channel_id: channel.channel.id,
            thread_id: thread.id,
            session_id: self.session,
            asked_by: asker(actor)?,
            posted_at: tx.now(),
            minutes,
            audience,
            due_at: due.instant_ahead(tx, id, session.as_ref()).await?,
            zone: community.community.zone.clone(),
            due_rule: due.rule,
            withdrawn_at: None,
        };
        store::insert_prompt(tx, &community, prompt.clone(), &objectives).await?;
        let fact = PromptPosted {
            spot: Spot::of_thread(&thread),
            prompt: prompt.id,
            session: prompt.session_id,
        };
        tx.emit(actor, &fact).await?;
        Ok(prompt)
    }
}

/// Asks once, however often the same request arrives.
///
/// # Errors
/// What the command answers.
pub async fn post_prompt(db: &Db, actor: Actor, command: PostPrompt) -> Result<PromptSeen> {
    let nonce = command.nonce.clone();
    let error = match db.write(actor, command).await {
        Ok(prompt) => return store::prompt_seen(&db.read(), actor, prompt.id).await,
        Err(error) => error,
    };
    // Whatever refuses the second request, the first may have been done.
    let conn = db.read();
    let twin = match channels::nonce_twin(&conn, actor, &nonce).await? {
        Some(post) => store::prompt_of_thread(&conn, actor, post.thread_id).await?,
        None => None,
    };
    twin.ok_or(error)
}

/// Answers what was asked.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AnswerPromptInput")]
pub struct AnswerPrompt {
    pub prompt: PromptId,
    /// Markdown, at most 64 KB.
    pub body: String,
    /// Files uploaded before, at most 10.
    #[graphql(default)]
    pub attachments: Vec<FileId>,
    /// A word of the client's own: sent twice, the answer is posted once.
    pub nonce: String,
}

/// Answers once, however often the same request arrives: a post in the prompt's conversation.
///
/// # Errors
/// `NotFound` when there is no such prompt for the asker; `Conflict` once it is asked no longer; what
/// `createPost` answers.
pub async fn answer_prompt(db: &Db, actor: Actor, answer: AnswerPrompt) -> Result<PostSeen> {
    let seen = store::prompt_seen(&db.read(), actor, answer.prompt).await?;
    let seen = permit::<Read, _>(actor, seen)?;
    if seen.prompt.withdrawn_at.is_some() {
        return Err(Error::conflict("this is asked no longer"));
    }
    let post = CreatePost {
        thread: seen.prompt.thread_id,
        parent: None,
        body: answer.body,
        attachments: answer.attachments,
        nonce: answer.nonce,
        words: None,
    };
    channels::create_post(db, actor, post).await
}
