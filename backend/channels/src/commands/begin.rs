//! How a conversation begins, of whatever kind.
use super::standing::Writing;
use super::threads::{TITLE_CHARS_MAX, fits, parse_tags};
use super::words::{Words, prepared};
use crate::policy::{ChannelSeen, Read, Write};
use crate::store::{self, Naming, NewPost, Showing};
use crate::{Author, Spot, Thread, ThreadCreated, ThreadKind};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{Actor, ChannelId, Command, Conn, Error, FileId, Permit, Result, Tx, line, permit};

/// What a conversation begins with.
pub(super) struct Opening<'a> {
    pub kind: ThreadKind,
    pub title: String,
    pub tags: Vec<String>,
    pub answer_first: bool,
    pub words: &'a Words,
    pub attachments: &'a [FileId],
    pub naming: Naming,
    pub nonce: String,
}

impl Opening<'_> {
    pub async fn begin(self, tx: &Tx, channel: &Permit<Write, ChannelSeen>) -> Result<Thread> {
        let author = super::writer(channel.actor())?;
        if self.naming == Naming::Without {
            allows_nameless(tx, channel, self.kind).await?;
        }
        let writing = Writing {
            channel: &channel.channel,
            standing: channel.standing,
            tags: &self.tags,
            number: 1,
            changes: None,
        };
        let showing = writing.showing(tx, author).await?;
        let thread = store::insert_thread(tx, channel, self.row(tx, channel, showing)?).await?;
        let new = NewPost {
            id: tx.id(),
            number: 1,
            parent: None,
            body: self.words.body.clone(),
            html: self.words.html.clone(),
            file_count: super::posts::own_files(tx, author, self.attachments).await?,
            nonce: self.nonce,
            naming: self.naming,
            showing,
        };
        let spot = Spot::of_thread(&thread);
        let post = store::insert_post(tx, spot, author, new).await?;
        store::attach_files(tx, post.id, self.attachments).await?;
        store::wrote_in(tx, &post, author).await?;
        if showing == Showing::Later {
            super::posts::hold(tx, channel.actor(), &post).await?;
            return Ok(thread);
        }
        store::insert_mentions(tx, post.id, &self.words.mentions).await?;
        let fact = ThreadCreated {
            spot,
            post: post.id,
            mentions: self.words.mentions.clone(),
        };
        tx.emit(channel.actor(), &fact).await?;
        Ok(thread)
    }

    fn row(
        &self,
        tx: &Tx,
        channel: &Permit<Write, ChannelSeen>,
        showing: Showing,
    ) -> Result<Thread> {
        let nameless = self.naming == Naming::Without;
        let author = Author::of(super::writer(channel.actor())?);
        let spot = Spot {
            community: channel.channel.community_id,
            channel: channel.channel.id,
            thread: tx.id(),
        };
        Ok(Thread {
            kind: self.kind,
            title: self.title.clone(),
            tags: self.tags.clone().into(),
            answer_first: self.answer_first,
            nameless,
            last_nameless: nameless,
            published: showing == Showing::AtOnce,
            ..Thread::blank(spot, author, tx.now())
        })
    }
}

impl Thread {
    /// A discussion with nothing but an opening.
    pub(super) fn blank(spot: Spot, author: Author, at: DateTime<Utc>) -> Self {
        Self {
            id: spot.thread,
            community_id: spot.community,
            channel_id: spot.channel,
            kind: ThreadKind::Discussion,
            title: String::new(),
            tags: Vec::<String>::new().into(),
            author_id: author,
            created_at: at,
            last_post_at: at,
            last_author_id: author,
            last_number: 1,
            reply_count: 0,
            accepted_post_id: None,
            duplicate_of: None,
            locked_at: None,
            answer_first: false,
            nameless: false,
            last_nameless: false,
            published: true,
            withdrawn_at: None,
            moved_to: None,
            hidden_title: None,
        }
    }
}

/// Only questions are asked without a name, and only where the community has it so.
async fn allows_nameless(
    tx: &Tx,
    channel: &Permit<Write, ChannelSeen>,
    kind: ThreadKind,
) -> Result<()> {
    let community = channel.channel.community_id;
    let community = communities::community_by_id(&tx.conn(), community).await?;
    let allowed = community.is_some_and(|community| community.nameless_questions);
    match allowed && kind == ThreadKind::Question {
        true => Ok(()),
        false => Err(with_a_name("nameless")),
    }
}

pub(super) fn with_a_name(field: &'static str) -> Error {
    Error::invalid(field, "here questions are asked with a name")
        .hint("ask a facilitator to allow questions without a name")
}

/// Begins a conversation of any kind, for the capabilities that know more of it than its words.
#[derive(Clone, Debug)]
pub struct BeginThread {
    pub channel: ChannelId,
    pub kind: ThreadKind,
    /// 1 to 150 characters.
    pub title: String,
    /// Markdown, at most 64 KB.
    pub body: String,
    /// At most 8, each at most 40 characters.
    pub tags: Vec<String>,
    /// Files uploaded before, at most 10.
    pub attachments: Vec<FileId>,
    pub naming: Naming,
    /// A word of the client's own: sent twice, the conversation is begun once.
    pub nonce: String,
    /// What `prepare` reads from the body.
    pub words: Option<Words>,
}

#[async_trait]
impl Command for BeginThread {
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
            kind: self.kind,
            title: line("title", &self.title, TITLE_CHARS_MAX)?,
            tags: parse_tags("tags", &self.tags)?,
            answer_first: false,
            words: prepared(self.words.as_ref())?,
            attachments: &self.attachments,
            naming: self.naming,
            nonce: super::parse_nonce(&self.nonce)?,
        };
        let channel = permit(
            actor,
            store::channel_seen(&tx.conn(), actor, self.channel).await?,
        )?;
        if matches!(self.kind, ThreadKind::Question | ThreadKind::Discussion) {
            fits(channel.channel.kind, self.kind)?;
        }
        opening.begin(tx, &channel).await
    }
}
