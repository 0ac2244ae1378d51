//! What people share beside questions: something useful, and how it went at work.
use super::ask::prepared;
use super::parse_objectives;
use crate::pieces::{ResourceWords, StoryWords};
use crate::store;
use crate::{Resource, Story};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::{BeginThread, Naming, Thread, ThreadKind};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, ChannelId, Command, Conn, Error, FileId, ObjectiveId, PostId, Result, SessionId, Tx,
};

/// Shares a page or a file, and why it is useful.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ShareResourceInput")]
pub struct ShareResource {
    pub channel: ChannelId,
    /// 1 to 150 characters.
    pub title: String,
    /// The address of a page; or give `file`.
    pub url: Option<String>,
    /// A file uploaded before.
    pub file: Option<FileId>,
    /// Why it is useful: Markdown, at most 64 KB.
    pub why: String,
    /// At most 8, each at most 40 characters.
    #[graphql(default)]
    pub tags: Vec<String>,
    /// When somebody should look whether it still holds.
    pub review_at: Option<DateTime<Utc>>,
    /// A word of the client's own: sent twice, it is shared once.
    pub nonce: String,
    #[graphql(skip)]
    pub begin: Option<BeginThread>,
}

impl ShareResource {
    fn address(&self) -> Result<Option<String>> {
        sessions::link("url", self.url.as_deref().unwrap_or(""))
    }
}

#[async_trait]
impl Command for ShareResource {
    type Done = Thread;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let words = ResourceWords {
            why: kernel::body("why", &self.why)?,
            url: self.address()?,
        };
        let mut begin = BeginThread {
            channel: self.channel,
            kind: ThreadKind::Resource,
            title: self.title.clone(),
            body: words.markdown(),
            tags: self.tags.clone(),
            attachments: self.file.into_iter().collect(),
            naming: Naming::With,
            nonce: self.nonce.clone(),
            words: None,
        };
        begin.prepare(conn, actor).await?;
        self.begin = Some(begin);
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let url = self.address()?;
        if url.is_none() && self.file.is_none() {
            return Err(Error::invalid("url", "give a link or a file"));
        }
        if self.review_at.is_some_and(|at| at <= tx.now()) {
            return Err(
                Error::invalid("reviewAt", "this day has passed").hint("choose a later one")
            );
        }
        let thread = prepared(self.begin.as_ref())?.run(tx, actor).await?;
        let row = Resource {
            thread_id: thread.id,
            community_id: thread.community_id,
            post_id: opening_of(tx, actor, &thread).await?,
            url,
        };
        store::insert_resource(tx, row, self.review_at).await?;
        Ok(thread)
    }
}

/// The post that a thread has just begun with.
async fn opening_of(tx: &Tx, actor: Actor, thread: &Thread) -> Result<PostId> {
    let first = kernel::First::parse(1)?;
    let conn = tx.conn();
    let seen = channels::thread_seen(&conn, actor, thread.id).await?;
    let posts = channels::posts_of_thread(&conn, actor, &seen.into(), (first, None)).await?;
    let opening = posts.nodes().next().map(|seen| seen.post.id);
    opening.ok_or(Error::NotFound("post"))
}

/// Tells what the viewer did at their work with what they learned.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "TellStoryInput")]
pub struct TellStory {
    pub channel: ChannelId,
    /// 1 to 150 characters.
    pub title: String,
    /// What the situation was: Markdown.
    pub situation: String,
    /// What was used of what was learned: Markdown.
    pub used: String,
    /// What happened: Markdown.
    pub happened: String,
    /// Whether one would do it again: Markdown.
    pub again: String,
    /// The session that it follows.
    pub session: Option<SessionId>,
    /// Which objectives it is about, of the program that the community runs.
    #[graphql(default)]
    pub objectives: Vec<ObjectiveId>,
    /// A word of the client's own: sent twice, it is told once.
    pub nonce: String,
    #[graphql(skip)]
    pub begin: Option<BeginThread>,
}

#[async_trait]
impl Command for TellStory {
    type Done = Thread;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let words = StoryWords {
            situation: kernel::body("situation", &self.situation)?,
            used: kernel::body("used", &self.used)?,
            happened: kernel::body("happened", &self.happened)?,
            again: kernel::body("again", &self.again)?,
        };
        let mut begin = BeginThread {
            channel: self.channel,
            kind: ThreadKind::Story,
            title: self.title.clone(),
            body: words.markdown(),
            tags: Vec::new(),
            attachments: Vec::new(),
            naming: Naming::With,
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
        let row = Story {
            thread_id: thread.id,
            community_id: community,
            post_id: opening_of(tx, actor, &thread).await?,
            session_id: self.session,
        };
        store::insert_story(tx, row, &objectives).await?;
        Ok(thread)
    }
}
