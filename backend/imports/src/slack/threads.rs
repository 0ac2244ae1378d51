//! Messages that belong together, as a conversation.
use super::channel::{drop_message, micros};
use super::kind;
use super::markup::{Names, to_markdown};
use super::reactions::meaning;
use super::records::{File, Message};
use crate::Sheet;
use crate::conversations::{Conversation, MadeOf};
use crate::origin::{LinkKind, Origin};
use crate::words::{self, Words};
use channels::{PostBroughtIn, ReactionKind, ThreadBroughtInHere, ThreadKind};
use chrono::{DateTime, Utc};
use kernel::{ChannelId, Error, Mentions, PersonId, Result};
use std::collections::HashSet;

/// Makes conversations of the threads of one channel.
pub(super) struct Threads<'a> {
    pub origin: &'a Origin,
    /// There, and here.
    pub channel: (&'a str, ChannelId),
    pub names: Names<'a>,
    pub mentions: &'a Mentions,
}

/// What the reactions to a message say.
#[derive(Default)]
struct Said {
    named: Vec<(PersonId, ReactionKind)>,
    helpful_unnamed: i32,
    count: u64,
}

impl Threads<'_> {
    /// The conversation that these messages are, oldest first. When the message that opened the
    /// thread is gone, the first that is left opens it.
    pub fn joined(
        &self,
        messages: Vec<Message>,
        sheet: &mut Sheet,
    ) -> Result<Option<Conversation>> {
        let root = match messages.first() {
            Some(first) => first.thread_ts.clone().unwrap_or_else(|| first.ts.clone()),
            None => return Ok(None),
        };
        let key = format!("{}/{root}", self.channel.0);
        let mut title = None;
        let mut posts = Vec::with_capacity(messages.len());
        let mut made_of = Vec::with_capacity(messages.len());
        for message in messages {
            let record = format!("{}/{}", self.channel.0, message.ts);
            let words = match self.words(&message) {
                Ok(words) => words,
                Err(reason) => {
                    drop_message(&message, (&record, &reason), sheet);
                    continue;
                }
            };
            if posts.is_empty() {
                title = match message.text.as_deref().unwrap_or_default().trim() {
                    "" => first_file(&message),
                    _ => words::glimpse(&words.text),
                };
            }
            let said = self.said((&message, &record), sheet);
            made_of.push(MadeOf {
                key: record.clone(),
                records: vec![
                    (kind::MESSAGES, 1),
                    (kind::REACTIONS, said.count),
                    (kind::FILES, message.files.len() as u64),
                ],
            });
            posts.push(self.post((&message, &record), words, said)?);
        }
        let Some(opening) = posts.first() else {
            return Ok(None);
        };
        let thread = ThreadBroughtInHere {
            id: self
                .origin
                .id_of((LinkKind::Thread, &key), opening.created_at),
            community: self.origin.community,
            channel: self.channel.1,
            kind: ThreadKind::Discussion,
            title: title.unwrap_or_else(|| "A message".to_owned()),
            tags: Vec::new(),
            posts,
            accepted: None,
            duplicate_of: None,
            locked_at: None,
        };
        Ok(Some(Conversation {
            key,
            thread,
            made_of,
        }))
    }

    /// The body of a message, its files at the end; or why it has none.
    fn words(&self, message: &Message) -> std::result::Result<Words, String> {
        let mut body = to_markdown(message.text.as_deref().unwrap_or_default(), self.names);
        if message.subtype.as_deref() == Some("me_message") {
            body = format!("*{}*", body.trim());
        }
        if !message.files.is_empty() {
            body.push_str("\n\nFiles, which stay in Slack:\n");
            for file in &message.files {
                body.push_str(&format!("\n- {}", link_to(file)));
            }
        }
        if body.trim().is_empty() {
            return Err("it has no text".to_owned());
        }
        words::words(&body, self.mentions).map_err(|error| error.to_string())
    }

    fn said(&self, (message, record): (&Message, &str), sheet: &mut Sheet) -> Said {
        let mut said = Said::default();
        let mut once = HashSet::new();
        let mut drop = |name: &str, count: u64, reason: &str| {
            let record = format!("{record} :{name}:");
            sheet.dropped_many(kind::REACTIONS, (record, count), reason);
        };
        for reaction in &message.reactions {
            let named = reaction.users.len() as u64;
            let unnamed = reaction.count.saturating_sub(named);
            let Some(kind) = meaning(&reaction.name) else {
                drop(&reaction.name, named + unnamed, "it has no meaning here");
                continue;
            };
            for user in &reaction.users {
                match self.names.people.get(user) {
                    None => drop(&reaction.name, 1, "who reacted is not known"),
                    Some(known) if !once.insert((known.id, kind)) => {
                        drop(&reaction.name, 1, "this person said the same already");
                    }
                    Some(known) => {
                        said.named.push((known.id, kind));
                        said.count += 1;
                    }
                }
            }
            match i32::try_from(unnamed) {
                Ok(unnamed_count) if kind == ReactionKind::Helpful => {
                    said.helpful_unnamed += unnamed_count;
                    said.count += unnamed;
                }
                _ => drop(&reaction.name, unnamed, "who reacted is not known"),
            }
        }
        said
    }

    fn post(
        &self,
        (message, record): (&Message, &str),
        words: Words,
        said: Said,
    ) -> Result<PostBroughtIn> {
        let author = message
            .user
            .as_ref()
            .and_then(|user| self.names.people.get(user));
        let author = author.ok_or_else(|| Error::internal("an author was not brought in"))?;
        let created_at = instant(&message.ts).ok_or_else(|| Error::internal("no time"))?;
        Ok(PostBroughtIn {
            id: self.origin.id_of((LinkKind::Post, record), created_at),
            author: author.id,
            parent: None,
            body: words.body,
            html: words.html,
            created_at,
            edited_at: message
                .edited
                .as_ref()
                .and_then(|edited| instant(&edited.ts)),
            earlier: Vec::new(),
            helpful_unnamed: said.helpful_unnamed,
            reactions: said.named,
        })
    }
}

fn instant(ts: &str) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_micros(micros(ts)?)
}

fn name_of(file: &File) -> String {
    let given = [&file.title, &file.name].into_iter().flatten();
    let name = given
        .map(|name| kernel::clean_line(name))
        .find(|name| !name.is_empty());
    name.unwrap_or_else(|| "a file".to_owned())
}

fn first_file(message: &Message) -> Option<String> {
    words::glimpse(&name_of(message.files.first()?))
}

fn link_to(file: &File) -> String {
    let name = name_of(file).replace('[', "\\[").replace(']', "\\]");
    match file.permalink.as_ref().or(file.url_private.as_ref()) {
        Some(url) => format!("[{name}](<{}>)", url.replace(['<', '>', '\n'], "")),
        None => name,
    }
}
