//! Where in a community a journey speaks, and how it begins a conversation there.
use super::settings::{Field, FieldKind};
use super::{Effect, Outcome, within};
use crate::occasion::Occasion;
use channels::{
    Channel, ChannelKind, CreateThread, DeletePost, LockThread, ThreadKind, channels_visible_to,
    posts_of_thread, thread_seen,
};
use communities::standings;
use kernel::{Actor, Conn, Error, First, PersonId, Result, ThreadId, Tx};

pub const TITLE_CHARS_MAX: usize = 150;

/// The setting that says where.
pub const CHANNEL: Field = Field {
    name: "channel",
    kind: FieldKind::Channel,
    needed: false,
    about: "The place of the channel in addresses; without it, the first one for discussions.",
};

/// Words for a channel. Both hold places that are filled when they are posted.
pub struct Words {
    /// The channel's place in addresses; the first for discussions when it is not said.
    pub channel: Option<String>,
    pub title: String,
    pub body: String,
}

/// # Errors
/// `Invalid` on `settings` when the community has no such channel.
pub async fn find(conn: &Conn<'_>, occasion: &Occasion, slug: Option<&str>) -> Result<Channel> {
    let community = [occasion.community.id];
    let channels = channels_visible_to(conn, Actor::System, &community).await?;
    let mut open = channels
        .into_iter()
        .filter(|channel| channel.archived_at.is_none());
    let found = match slug {
        Some(slug) => open.find(|channel| channel.slug == slug),
        None => open.find(|channel| channel.kind != ChannelKind::Questions),
    };
    found.ok_or_else(|| match slug {
        Some(slug) => Error::invalid(
            "settings",
            format!("this community has no open channel called {slug}; open one, or name another"),
        ),
        None => Error::invalid(
            "settings",
            "this community has no channel for discussions; open one",
        ),
    })
}

/// Everybody who would read it there.
pub async fn readers(conn: &Conn<'_>, occasion: &Occasion) -> Result<Vec<PersonId>> {
    let standings = standings(conn, occasion.community.id).await?;
    let mut people: Vec<PersonId> = standings.into_keys().collect();
    people.sort_unstable();
    Ok(people)
}

pub async fn describe(conn: &Conn<'_>, occasion: &Occasion, words: Words) -> Result<Effect> {
    occasion.speaker()?;
    Ok(Effect {
        title: Some(occasion.fill(&words.title)),
        body: Some(occasion.fill(&words.body)),
        channel: Some(find(conn, occasion, words.channel.as_deref()).await?),
        people: readers(conn, occasion).await?,
    })
}

/// Begins a conversation, in the name of who speaks.
pub async fn begin(tx: &Tx, occasion: &Occasion, words: Words) -> Result<Outcome> {
    let channel = find(&tx.conn(), occasion, words.channel.as_deref()).await?;
    let command = CreateThread {
        channel: channel.id,
        kind: ThreadKind::Discussion,
        title: title(occasion, &words.title),
        body: occasion.fill(&words.body),
        tags: Vec::new(),
        attachments: Vec::new(),
        nonce: nonce(occasion),
        words: None,
    };
    let thread = within(tx, occasion.speaker()?, command).await?;
    Ok(Outcome {
        thread: Some(thread.id),
        ..Outcome::default()
    })
}

/// A title with its places filled, as long as one may be.
pub fn title(occasion: &Occasion, text: &str) -> String {
    occasion.fill(text).chars().take(TITLE_CHARS_MAX).collect()
}

/// A word of the item's own.
pub fn nonce(occasion: &Occasion) -> String {
    let item = occasion.item.map(|item| item.to_string());
    item.unwrap_or_else(|| occasion.step.key.clone())
}

/// Withdraws the opening of a conversation that a journey began, and closes it.
///
/// # Errors
/// `Forbidden` when nothing was begun, or the asker may not moderate it.
pub async fn take_back(tx: &Tx, by: Actor, thread: Option<ThreadId>) -> Result<()> {
    let nothing = || Error::forbidden("there is nothing left to take back");
    let thread = thread_seen(&tx.conn(), by, thread.ok_or_else(nothing)?).await?;
    let thread = std::sync::Arc::new(thread);
    let page = (First::parse(1)?, None);
    let posts = posts_of_thread(&tx.conn(), by, &thread, page).await?;
    let opening = posts.nodes().next().ok_or_else(nothing)?;
    let delete = DeletePost {
        post: opening.post.id,
        reason: Some("taken back by who plans".to_owned()),
    };
    within(tx, by, delete).await?;
    let lock = LockThread {
        thread: thread.thread.id,
        locked: true,
    };
    within(tx, by, lock).await?;
    Ok(())
}
