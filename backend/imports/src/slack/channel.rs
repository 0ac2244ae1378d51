//! One channel after the other: its messages are laid aside, then taken up again thread by thread.
use super::archive::Archive;
use super::kind;
use super::markup::Names;
use super::records::{self, Lenient, Message};
use crate::conversations::Gathering;
use crate::origin::Origin;
use crate::people::{Newcomer, People, bring_in_people};
use kernel::{ChannelId, Db, Error, Mentions, Result};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::File;
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};
use tokio::runtime::Handle;

const PRIVATE: &str = "it is from a private conversation, and everybody here would read it";

/// The channels of the export, and what they are here.
pub(super) struct Channels {
    pub listed: Vec<records::Channel>,
    pub ids: HashMap<String, ChannelId>,
}

/// Reads the whole archive, on a thread where it may wait.
pub(super) struct Reader {
    pub db: Db,
    pub runtime: Handle,
    pub origin: Origin,
    pub archive: Archive,
    pub channels: Channels,
    pub people: People,
    /// Names by handle, for links to people.
    pub mentions: Mentions,
    pub bots: HashSet<String>,
}

/// Where a message of the channel was laid aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// When the message that opened its thread was sent, in microseconds.
    pub root: i64,
    pub sent: i64,
    at: u64,
    bytes: u32,
}

/// The messages of one channel, on disk.
pub(super) struct Aside {
    file: BufWriter<File>,
    written: u64,
    places: Vec<Place>,
}

impl Reader {
    pub fn read_all(mut self, gathering: &mut Gathering) -> Result<()> {
        let mut folders = self.archive.folders();
        for channel in self.channels.listed.clone() {
            let by_name = folders.remove(&channel.name);
            let days = by_name
                .or_else(|| folders.remove(&channel.id))
                .unwrap_or_default();
            self.read_channel(&channel, &days, gathering)?;
        }
        self.drop_private(&folders, gathering)
    }

    fn read_channel(
        &mut self,
        channel: &records::Channel,
        days: &[String],
        gathering: &mut Gathering,
    ) -> Result<()> {
        let Some(&id) = self.channels.ids.get(&channel.id) else {
            return Ok(());
        };
        let mut aside = Aside::new()?;
        for day in days {
            let messages = self.read_day(day, gathering)?;
            let messages = self.kept((channel, day), messages, gathering)?;
            for message in &messages {
                aside.lay(message)?;
            }
            gathering.advance(1);
        }
        let (mut file, places) = aside.finish((&channel.id, gathering.sheet()))?;
        let names: HashMap<String, String> = self
            .channels
            .listed
            .iter()
            .map(|channel| (channel.id.clone(), channel.name.clone()))
            .collect();
        for thread in places.chunk_by(|one, next| one.root == next.root) {
            let messages = thread
                .iter()
                .map(|place| take_up(&mut file, *place))
                .collect::<Result<Vec<_>>>()?;
            let threads = super::threads::Threads {
                origin: &self.origin,
                channel: (&channel.id, id),
                names: Names {
                    people: &self.people,
                    channels: &names,
                },
                mentions: &self.mentions,
            };
            if let Some(conversation) = threads.joined(messages, gathering.sheet())? {
                gathering.push(conversation)?;
            }
        }
        Ok(())
    }

    /// The messages of a day; none when its file is broken.
    fn read_day(&mut self, day: &str, gathering: &mut Gathering) -> Result<Vec<Lenient<Message>>> {
        let sheet = gathering.sheet();
        sheet.source(kind::DAYS, 1);
        let read = self.archive.read(day)?.and_then(|bytes| {
            serde_json::from_slice(&bytes).map_err(|_| "it is no list of messages in JSON")
        });
        match read {
            Ok(messages) => {
                sheet.imported(kind::DAYS, 1);
                Ok(messages)
            }
            Err(reason) => {
                sheet.dropped(kind::DAYS, day, reason);
                Ok(Vec::new())
            }
        }
    }

    /// The messages that people wrote, with all their authors known.
    fn kept(
        &mut self,
        (channel, day): (&records::Channel, &str),
        messages: Vec<Lenient<Message>>,
        gathering: &mut Gathering,
    ) -> Result<Vec<Message>> {
        let sheet = gathering.sheet();
        let mut kept = Vec::new();
        for (number, message) in (1..).zip(messages) {
            sheet.source(kind::MESSAGES, 1);
            let message = match message {
                Lenient::Read(message) if micros(&message.ts).is_some() => message,
                Lenient::Read(_) | Lenient::Unread(_) => {
                    let record = format!("{day} number {number}");
                    sheet.dropped(kind::MESSAGES, record, "it does not say when it was sent");
                    continue;
                }
            };
            count_beside(&message, sheet);
            match self.reason_against(&message) {
                None => kept.push(message),
                Some(reason) => {
                    let record = format!("{}/{}", channel.id, message.ts);
                    drop_message(&message, (&record, &reason), sheet);
                }
            }
        }
        self.welcome_strangers(&kept, gathering)?;
        Ok(kept)
    }

    fn reason_against(&self, message: &Message) -> Option<String> {
        let is_bot = |user: &String| self.bots.contains(user);
        let reason = match (message.subtype.as_deref(), &message.user) {
            (Some("bot_message"), _) => "a bot wrote it",
            (_, Some(user)) if is_bot(user) => "a bot wrote it",
            (_, None) if message.bot_id.is_some() => "a bot wrote it",
            (Some("reply_broadcast"), _) => "it repeats a reply of a thread",
            (None | Some("thread_broadcast" | "me_message" | "file_share"), Some(_)) => {
                return None;
            }
            (None | Some("thread_broadcast" | "me_message" | "file_share"), None) => {
                "it does not say who wrote it"
            }
            (Some("channel_join" | "channel_leave" | "group_join" | "group_leave"), _) => {
                "it only says that somebody came or went"
            }
            (Some("channel_topic" | "channel_purpose" | "channel_name"), _) => {
                "it only says that the channel was renamed or described"
            }
            (Some("tombstone"), _) => "it was deleted in Slack",
            (Some(other), _) => {
                let other: String = kernel::clean_line(other).chars().take(40).collect();
                return Some(format!("it is no message of a person ({other})"));
            }
        };
        Some(reason.to_owned())
    }

    /// Authors whom users.json does not name: guests of other workspaces, mostly.
    fn welcome_strangers(&mut self, messages: &[Message], gathering: &mut Gathering) -> Result<()> {
        let mut strangers = BTreeMap::new();
        for message in messages {
            if let Some(user) = &message.user
                && !self.people.contains_key(user)
            {
                let profile = message.user_profile.as_ref();
                let name = profile
                    .and_then(|profile| profile.best_name())
                    .unwrap_or(user);
                strangers.insert(user.clone(), Newcomer::named(user, name));
            }
        }
        if strangers.is_empty() {
            return Ok(());
        }
        let sheet = gathering.sheet();
        sheet.source(kind::STRANGERS, strangers.len() as u64);
        let newcomers: Vec<Newcomer> = strangers.into_values().collect();
        let keys: Vec<String> = newcomers.iter().map(|new| new.key.clone()).collect();
        let report = (kind::STRANGERS, &mut self.people, sheet);
        let arriving = bring_in_people(&self.db, &self.origin, newcomers, report);
        self.runtime.block_on(arriving)?;
        for known in keys.iter().filter_map(|key| self.people.get(key)) {
            self.mentions
                .insert(known.handle.clone(), (known.id, known.name.clone()));
        }
        Ok(())
    }

    /// Groups and direct messages, counted and left.
    fn drop_private(
        &mut self,
        folders: &BTreeMap<String, Vec<String>>,
        gathering: &mut Gathering,
    ) -> Result<()> {
        for (folder, days) in folders {
            for day in days {
                let messages = self.read_day(day, gathering)?;
                let sheet = gathering.sheet();
                sheet.source(kind::MESSAGES, messages.len() as u64);
                for (number, message) in (1..).zip(messages) {
                    match message {
                        Lenient::Read(message) => {
                            count_beside(&message, sheet);
                            let record = format!("{folder}/{}", message.ts);
                            drop_message(&message, (&record, PRIVATE), sheet);
                        }
                        Lenient::Unread(_) => {
                            sheet.dropped(
                                kind::MESSAGES,
                                format!("{day} number {number}"),
                                PRIVATE,
                            );
                        }
                    }
                }
                gathering.advance(1);
            }
        }
        Ok(())
    }
}

/// Counts what hangs on a message.
fn count_beside(message: &Message, sheet: &mut crate::Sheet) {
    sheet.source(kind::REACTIONS, reaction_count(message));
    sheet.source(kind::FILES, message.files.len() as u64);
}

/// Drops a message with what hangs on it.
pub(super) fn drop_message(
    message: &Message,
    (record, reason): (&str, &str),
    sheet: &mut crate::Sheet,
) {
    const DROPPED: &str = "its message was dropped";
    sheet.dropped(kind::MESSAGES, record, reason);
    sheet.dropped_many(kind::REACTIONS, (record, reaction_count(message)), DROPPED);
    sheet.dropped_many(kind::FILES, (record, message.files.len() as u64), DROPPED);
}

fn reaction_count(message: &Message) -> u64 {
    let reactions = message.reactions.iter();
    reactions
        .map(|reaction| reaction.count.max(reaction.users.len() as u64))
        .sum()
}

/// `1512085950.000216` in microseconds.
pub(super) fn micros(ts: &str) -> Option<i64> {
    let (seconds, fraction) = ts.split_once('.').unwrap_or((ts, "0"));
    if fraction.len() > 6 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let micros: i64 = format!("{fraction:0<6}").parse().ok()?;
    seconds
        .parse::<i64>()
        .ok()?
        .checked_mul(1_000_000)?
        .checked_add(micros)
}

impl Aside {
    fn new() -> Result<Self> {
        Ok(Self {
            file: BufWriter::new(tempfile::tempfile().map_err(Error::internal)?),
            written: 0,
            places: Vec::new(),
        })
    }

    fn lay(&mut self, message: &Message) -> Result<()> {
        let Some(sent) = micros(&message.ts) else {
            return Ok(());
        };
        let line = serde_json::to_vec(message)?;
        self.file.write_all(&line).map_err(Error::internal)?;
        self.places.push(Place {
            root: message
                .thread_ts
                .as_deref()
                .and_then(micros)
                .unwrap_or(sent),
            sent,
            at: self.written,
            bytes: u32::try_from(line.len()).map_err(Error::internal)?,
        });
        self.written += line.len() as u64;
        Ok(())
    }

    /// The messages thread by thread. The same message twice is taken once: a reply that was also
    /// sent to the channel may stand in the export at both places.
    fn finish(self, (channel, sheet): (&str, &mut crate::Sheet)) -> Result<(File, Vec<Place>)> {
        let mut file = self
            .file
            .into_inner()
            .map_err(|error| Error::internal(error.into_error()))?;
        let mut places = self.places;
        // Of two copies the one that knows its thread comes first.
        places.sort_unstable_by_key(|place| (place.sent, place.root, place.at));
        let (kept, copies) = places.iter().fold(
            (Vec::<Place>::with_capacity(places.len()), Vec::new()),
            |(mut kept, mut copies), place| {
                match kept.last() {
                    Some(last) if last.sent == place.sent => copies.push(*place),
                    _ => kept.push(*place),
                }
                (kept, copies)
            },
        );
        for copy in copies {
            let message = take_up(&mut file, copy)?;
            let record = format!("{channel}/{}", message.ts);
            drop_message(
                &message,
                (&record, "the same message stands in the export twice"),
                sheet,
            );
        }
        let mut places = kept;
        places.sort_unstable();
        Ok((file, places))
    }
}

fn take_up(file: &mut File, place: Place) -> Result<Message> {
    let mut line = vec![0; place.bytes as usize];
    file.seek(SeekFrom::Start(place.at))
        .and_then(|_| file.read_exact(&mut line))
        .map_err(Error::internal)?;
    Ok(serde_json::from_slice(&line)?)
}
