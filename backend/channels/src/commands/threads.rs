use super::begin::Opening;
use super::words::{Words, prepared};
use crate::policy::{ChannelSeen, Edit, LookedAt, Read, ThreadSeen, looked_at};
use crate::store::{self, Naming};
use crate::{ChannelKind, Spot, Thread, ThreadChanged, ThreadKind};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{
    Actor, ChannelId, Command, Conn, Db, Error, FileId, Permit, Result, ThreadId, Tx, line, permit,
};

pub(super) const TITLE_CHARS_MAX: usize = 150;
const TAGS_MAX: usize = 8;
const TAG_CHARS_MAX: usize = 40;

/// Begins a conversation. Every conversation has a title.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CreateThreadInput")]
pub struct CreateThread {
    pub channel: ChannelId,
    /// A channel for questions takes questions, one for discussion takes discussions.
    pub kind: ThreadKind,
    /// 1 to 150 characters.
    pub title: String,
    /// Markdown, at most 64 KB.
    pub body: String,
    /// At most 8, each at most 40 characters.
    #[graphql(default)]
    pub tags: Vec<String>,
    /// Files uploaded before, at most 10.
    #[graphql(default)]
    pub attachments: Vec<FileId>,
    /// A word of the client's own: sent twice, the conversation is begun once.
    pub nonce: String,
    #[graphql(skip)]
    pub words: Option<Words>,
}

#[async_trait]
impl Command for CreateThread {
    type Done = Thread;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let channel = store::channel_seen(conn, actor, self.channel).await?;
        let channel = permit::<Read, ChannelSeen>(actor, channel)?;
        let community = Some(channel.channel.community_id);
        self.words = Some(Words::read(conn, actor, community, &self.body).await?);
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let title = line("title", &self.title, TITLE_CHARS_MAX)?;
        let tags = parse_tags("tags", &self.tags)?;
        let nonce = super::parse_nonce(&self.nonce)?;
        let words = prepared(self.words.as_ref())?;

        let channel = permit(
            actor,
            store::channel_seen(&tx.conn(), actor, self.channel).await?,
        )?;
        fits(channel.channel.kind, self.kind)?;
        let opening = Opening {
            kind: self.kind,
            title,
            tags,
            answer_first: false,
            words,
            attachments: &self.attachments,
            naming: Naming::With,
            nonce,
        };
        opening.begin(tx, &channel).await
    }
}

/// Begins a conversation once, however often the same request arrives.
pub async fn create_thread(db: &Db, actor: Actor, command: CreateThread) -> Result<Thread> {
    let nonce = super::parse_nonce(&command.nonce)?;
    match db.write(actor, command).await {
        // Whatever refuses the second request, the first may have been done.
        Err(error) => match store::nonce_twin(&db.read(), actor, &nonce).await? {
            Some(post) => {
                let seen = store::thread_seen(&db.read(), actor, post.thread_id).await?;
                Ok(seen.thread)
            }
            None => Err(error),
        },
        outcome => outcome,
    }
}

pub(super) fn fits(channel: ChannelKind, thread: ThreadKind) -> Result<()> {
    match (channel, thread) {
        (ChannelKind::Discussion, ThreadKind::Question) => Err(Error::invalid(
            "kind",
            "this channel is for discussion; ask in a channel for questions",
        )),
        (ChannelKind::Questions, ThreadKind::Discussion) => Err(Error::invalid(
            "kind",
            "this channel is for questions; begin a discussion in another one",
        )),
        (_, ThreadKind::Prompt) => Err(Error::invalid(
            "kind",
            "a prompt has an audience and a day when it is due",
        )
        .hint("ask it with postPrompt")),
        (_, ThreadKind::Resource) => Err(Error::invalid(
            "kind",
            "a resource is a page or a file, and why it is useful",
        )
        .hint("share it with shareResource")),
        (_, ThreadKind::Story) => Err(Error::invalid(
            "kind",
            "a story has a situation, what was used, and what happened",
        )
        .hint("tell it with tellStory")),
        (ChannelKind::Mixed, _)
        | (ChannelKind::Discussion, ThreadKind::Discussion)
        | (ChannelKind::Questions, ThreadKind::Question) => Ok(()),
    }
}

pub(super) fn parse_tags(field: &'static str, tags: &[String]) -> Result<Vec<String>> {
    if tags.len() > TAGS_MAX {
        return Err(Error::invalid(
            field,
            format!("{TAGS_MAX} tags are the most"),
        ));
    }
    let mut parsed = Vec::with_capacity(tags.len());
    for tag in tags {
        let tag = line(field, &tag.to_lowercase(), TAG_CHARS_MAX)?;
        if !parsed.contains(&tag) {
            parsed.push(tag);
        }
    }
    Ok(parsed)
}

/// Changes what is given; the rest stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "EditThreadInput")]
pub struct EditThread {
    pub thread: ThreadId,
    /// 1 to 150 characters.
    pub title: Option<String>,
    /// At most 8, each at most 40 characters.
    pub tags: Option<Vec<String>>,
}

#[async_trait]
impl Command for EditThread {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let title = self
            .title
            .as_deref()
            .map(|title| line("title", title, TITLE_CHARS_MAX))
            .transpose()?;
        let tags = self.tags.as_deref();
        let tags = tags.map(|tags| parse_tags("tags", tags)).transpose()?;
        let seen = permit(
            actor,
            store::thread_seen(&tx.conn(), actor, self.thread).await?,
        )?;
        let tags = tags.unwrap_or_else(|| seen.thread.tag_words());
        may_stay_out(&seen, &tags)?;
        if title.is_some() && seen.thread.hidden_title.is_some() {
            return Err(Error::conflict(
                "a moderator withholds this; it can be renamed once it is shown again",
            ));
        }
        let title = title.unwrap_or_else(|| seen.thread.title.clone());
        let thread = store::set_title(tx, &seen, title, tags).await?;
        tx.emit(
            actor,
            &ThreadChanged {
                spot: Spot::of_thread(&thread),
            },
        )
        .await?;
        Ok(thread)
    }
}

/// Whoever's words wait for a moderator does not change what stands above them, unseen, either.
fn may_stay_out(seen: &Permit<Edit, ThreadSeen>, tags: &[String]) -> Result<()> {
    let place = (&seen.channel, seen.standing);
    let waits = |tags: &[String]| looked_at(place, tags, 1) == LookedAt::Yes;
    match seen.thread.published && (waits(&seen.thread.tag_words()) || waits(tags)) {
        true => Err(Error::Forbidden(
            "here a moderator looks at titles and tags; ask one of them to change it".into(),
        )),
        false => Ok(()),
    }
}

/// Closes a conversation to all but moderators, or opens it again.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "LockThreadInput")]
pub struct LockThread {
    pub thread: ThreadId,
    /// True to lock, false to open.
    pub locked: bool,
}

#[async_trait]
impl Command for LockThread {
    type Done = Thread;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Thread> {
        let seen = permit(
            actor,
            store::thread_seen(&tx.conn(), actor, self.thread).await?,
        )?;
        let thread = store::set_locked(tx, &seen, self.locked.then_some(tx.now())).await?;
        tx.emit(
            actor,
            &ThreadChanged {
                spot: Spot::of_thread(&thread),
            },
        )
        .await?;
        Ok(thread)
    }
}
