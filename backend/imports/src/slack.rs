//! Slack's export: a zip with `users.json`, `channels.json`, and a folder for each channel with a file
//! for each day.
//!
//! One channel is read at a time. A thread may go on for weeks, so its messages are laid aside in a
//! file on disk, and memory holds 32 bytes for each message of that one channel, the people, and the
//! messages of the day that is read.
mod archive;
mod channel;
mod markup;
mod reactions;
mod records;
mod threads;

use crate::conversations::bring_in_conversations;
use crate::landing::Landing;
use crate::origin::{Link, LinkKind, Origin};
use crate::people::{Newcomer, People, bring_in_people};
use crate::{Progress, Sheet, store};
use archive::Archive;
use async_trait::async_trait;
use channel::{Channels, Reader};
use channels::{ArchiveChannel, ChannelKind, CreateChannel};
use communities::Role;
use kernel::{Actor, ChannelId, Command, Db, Error, Result, Tx};
use records::{Lenient, User};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

/// Kinds of record, as the sheet names them.
mod kind {
    pub const USERS: &str = "users";
    pub const STRANGERS: &str = "authors not in users.json";
    pub const CHANNELS: &str = "channels";
    pub const DAYS: &str = "day files";
    pub const MESSAGES: &str = "messages";
    pub const REACTIONS: &str = "reactions";
    pub const FILES: &str = "files, as links";
}

/// A channel's purpose here is shorter than a topic may be there.
const PURPOSE_CHARS_MAX: usize = 300;
const NAME_CHARS_MAX: usize = 60;

/// Brings a workspace into a community, which is founded when it is not there: its public channels,
/// each message that opens something as a conversation, and all users, those without an e-mail
/// address as placeholders that can be claimed.
///
/// # Errors
/// `Invalid` on `archive` when it is no export, or one that would unpack to unreasonable size.
pub async fn import_slack(
    db: &Db,
    community: &str,
    archive: &Path,
    progress: Arc<dyn Progress>,
) -> Result<Sheet> {
    let path = archive.to_owned();
    let opening = tokio::task::spawn_blocking(move || open(&path));
    let (archive, users, listed) = opening.await.map_err(Error::internal)??;

    let mut sheet = Sheet::default();
    let purpose = "Channels and conversations brought in from Slack.";
    let landing = Landing::begin(db, community, "slack".to_owned(), purpose).await?;
    let origin = landing.origin.clone();

    progress.begin("people", users.len() as u64);
    let (newcomers, bots) = sorted(users, &mut sheet);
    let mut people = People::new();
    let report = (kind::USERS, &mut people, &mut sheet);
    bring_in_people(db, &origin, newcomers, report).await?;

    let channels = bring_in_channels(db, &origin, listed, &mut sheet).await?;
    progress.begin("messages", archive.day_count());
    let reader = Reader {
        db: db.clone(),
        runtime: tokio::runtime::Handle::current(),
        origin: origin.clone(),
        archive,
        channels,
        mentions: people
            .values()
            .map(|known| (known.handle.clone(), (known.id, known.name.clone())))
            .collect(),
        people,
        bots,
    };
    let report = (progress.as_ref(), &mut sheet);
    bring_in_conversations(db, &origin, report, move |gathering| {
        reader.read_all(gathering)
    })
    .await?;
    landing.finish(db, sheet).await
}

type Opened = (Archive, Vec<Lenient<User>>, Vec<records::Channel>);

fn open(path: &Path) -> Result<Opened> {
    let mut archive = Archive::open(path)?;
    let users = archive.read_list("users.json")?;
    let channels = archive.read_list("channels.json")?;
    Ok((archive, users, channels))
}

/// People apart from bots.
fn sorted(users: Vec<Lenient<User>>, sheet: &mut Sheet) -> (Vec<Newcomer>, HashSet<String>) {
    let mut newcomers = Vec::new();
    let mut bots = HashSet::from([records::SLACKBOT.to_owned()]);
    sheet.source(kind::USERS, users.len() as u64);
    for (number, user) in (1..).zip(users) {
        match user {
            Lenient::Read(user) if user.is_bot() => {
                sheet.dropped(kind::USERS, &user.id, "it is a bot");
                bots.insert(user.id);
            }
            Lenient::Read(user) => newcomers.push(user.into()),
            Lenient::Unread(_) => {
                let record = format!("number {number}");
                sheet.dropped(kind::USERS, record, "it has no id");
            }
        }
    }
    (newcomers, bots)
}

impl From<User> for Newcomer {
    fn from(user: User) -> Self {
        Self {
            name: user.best_name().to_owned(),
            // Who left is not to be invited back by an import.
            email: user.profile.email.filter(|_| !user.deleted),
            zone: user.tz,
            role: Role::Learner,
            key: user.id,
        }
    }
}

async fn bring_in_channels(
    db: &Db,
    origin: &Origin,
    listed: Vec<records::Channel>,
    sheet: &mut Sheet,
) -> Result<Channels> {
    let keys: Vec<String> = listed.iter().map(|channel| channel.id.clone()).collect();
    let known = store::targets_of(&db.read(), origin, (LinkKind::Channel, &keys)).await?;
    let mut ids = HashMap::new();
    for channel in &listed {
        sheet.source(kind::CHANNELS, 1);
        let id = match known.get(&channel.id) {
            Some(id) => {
                sheet.already(kind::CHANNELS, 1);
                ChannelId::from(*id)
            }
            None => {
                sheet.imported(kind::CHANNELS, 1);
                let open = OpenChannel {
                    origin: origin.clone(),
                    channel: channel.clone(),
                };
                db.write(Actor::System, open).await?
            }
        };
        ids.insert(channel.id.clone(), id);
    }
    Ok(Channels { listed, ids })
}

/// A channel and the note of where it came from. One of the same name is used as it is.
struct OpenChannel {
    origin: Origin,
    channel: records::Channel,
}

#[async_trait]
impl Command for OpenChannel {
    type Done = ChannelId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<ChannelId> {
        let community = self.origin.community;
        let slug = match kernel::slug(&self.channel.name) {
            slug if slug.is_empty() => kernel::slug(&self.channel.id),
            slug => slug,
        };
        let there = channels::channel_by_slug(&tx.conn(), actor, community, &slug).await?;
        let id = match there {
            Some(channel) => channel.id,
            None => {
                let cut = |text: &str, max| kernel::clean_line(text).chars().take(max).collect();
                let create = CreateChannel {
                    community,
                    name: cut(&self.channel.name, NAME_CHARS_MAX),
                    slug: Some(slug),
                    purpose: cut(self.channel.best_purpose(), PURPOSE_CHARS_MAX),
                    kind: ChannelKind::Discussion,
                };
                let opened = create.run(tx, actor).await?.id;
                self.archive(tx, actor, opened).await?;
                opened
            }
        };
        let link = Link::new(LinkKind::Channel, &self.channel.id, id);
        store::insert_links(tx, &self.origin, &[link]).await?;
        Ok(id)
    }
}

impl OpenChannel {
    /// Archives what was archived there. Once only: who opens it again here is not overruled by the
    /// next run.
    async fn archive(&self, tx: &Tx, actor: Actor, channel: ChannelId) -> Result<()> {
        if self.channel.is_archived {
            let archive = ArchiveChannel {
                channel,
                archived: true,
            };
            archive.run(tx, actor).await?;
        }
        Ok(())
    }
}
