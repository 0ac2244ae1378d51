//! What the demo tells, as it stands in `content/`.
use kernel::{Error, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

const PEOPLE: &str = include_str!("../content/people.toml");
const COMMUNITIES: [&str; 2] = [
    include_str!("../content/leading-change.toml"),
    include_str!("../content/facilitation-guild.toml"),
];

pub struct Content {
    pub people: Vec<Someone>,
    pub communities: Vec<Place>,
}

impl Content {
    /// # Errors
    /// When a file is not what it should be; the message names the place.
    pub fn read() -> Result<Self> {
        let communities = COMMUNITIES.iter().map(|file| parse(file));
        Ok(Self {
            people: parse::<People>(PEOPLE)?.person,
            communities: communities.collect::<Result<_>>()?,
        })
    }
}

fn parse<T: DeserializeOwned>(file: &str) -> Result<T> {
    toml::from_str(file).map_err(Error::internal)
}

#[derive(Deserialize)]
struct People {
    person: Vec<Someone>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Someone {
    /// By which the rest of the content calls them.
    pub key: String,
    pub name: String,
    /// How to say the name.
    pub says: String,
    pub zone: String,
    pub ask_me_about: String,
    pub working_on: String,
    #[serde(default)]
    pub administers: bool,
    pub came: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub kind: communities::CommunityKind,
    pub slug: String,
    pub name: String,
    pub purpose: String,
    pub norms: String,
    pub zone: String,
    pub founded: String,
    /// Days from today, for a cohort.
    pub first_day: Option<i64>,
    pub last_day: Option<i64>,
    #[serde(rename = "channel")]
    pub channels: Vec<Room>,
    #[serde(rename = "member")]
    pub members: Vec<Member>,
    #[serde(rename = "thread")]
    pub threads: Vec<Conversation>,
    /// Replies of the last hours, in the order in which they came.
    #[serde(rename = "live")]
    pub lately: Vec<Reply>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Room {
    pub name: String,
    pub purpose: String,
    pub kind: RoomKind,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RoomKind {
    Discussion,
    Questions,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub key: String,
    pub role: communities::Role,
    pub joined: String,
    /// Whether they still have to acknowledge the norms.
    #[serde(default)]
    pub norms_ahead: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conversation {
    /// The name of a room of the same community.
    pub channel: String,
    /// Bodies link to it by the slug of this.
    pub title: String,
    #[serde(default)]
    pub tags: Vec<String>,
    /// The number of the answer that the asker accepted.
    pub accepted: Option<usize>,
    pub locked: Option<String>,
    /// For whom it holds something unread, from which post on. All others read all of it.
    #[serde(default)]
    pub unread: BTreeMap<String, usize>,
    #[serde(rename = "post")]
    pub posts: Vec<Said>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    pub by: String,
    pub ago: String,
    /// The number of the post it answers, when that is not the opening.
    pub under: Option<usize>,
    pub body: String,
    /// When its author changed it, and how it read before.
    pub edited: Option<String>,
    pub was: Option<String>,
    #[serde(default)]
    pub helpful: Vec<String>,
    #[serde(default)]
    pub used_it: Vec<String>,
    #[serde(default)]
    pub thank_you: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// The title of the conversation.
    pub thread: String,
    pub by: String,
    pub ago: String,
    pub under: Option<usize>,
    pub body: String,
}
