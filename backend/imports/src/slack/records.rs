//! The records of an export, as far as they are read. Everything that can be missing may be.
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

/// The workspace's own voice; it is in no users.json.
pub(super) const SLACKBOT: &str = "USLACKBOT";

/// One record of a list, so that a broken one does not take the rest with it.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Lenient<T> {
    Read(T),
    Unread(IgnoredAny),
}

#[derive(Deserialize)]
pub(super) struct User {
    pub id: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    real_name: Option<String>,
    #[serde(default)]
    pub deleted: bool,
    #[serde(default)]
    is_bot: bool,
    pub tz: Option<String>,
    #[serde(default)]
    pub profile: Profile,
}

#[derive(Default, Deserialize)]
pub(super) struct Profile {
    pub email: Option<String>,
    pub real_name: Option<String>,
    pub display_name: Option<String>,
}

impl User {
    pub fn is_bot(&self) -> bool {
        self.is_bot || self.id == SLACKBOT
    }

    pub fn best_name(&self) -> &str {
        let names = [
            self.profile.real_name.as_deref(),
            self.real_name.as_deref(),
            self.profile.display_name.as_deref(),
            Some(&self.name),
        ];
        names
            .into_iter()
            .flatten()
            .find(|name| !name.trim().is_empty())
            .unwrap_or(&self.id)
    }
}

impl Profile {
    pub fn best_name(&self) -> Option<&str> {
        let names = [self.real_name.as_deref(), self.display_name.as_deref()];
        names
            .into_iter()
            .flatten()
            .find(|name| !name.trim().is_empty())
    }
}

#[derive(Clone, Deserialize)]
pub(super) struct Channel {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub is_archived: bool,
    #[serde(default)]
    topic: Note,
    #[serde(default)]
    purpose: Note,
}

#[derive(Clone, Default, Deserialize)]
struct Note {
    #[serde(default)]
    value: String,
}

impl Channel {
    pub fn best_purpose(&self) -> &str {
        match self.purpose.value.trim() {
            "" => self.topic.value.trim(),
            purpose => purpose,
        }
    }
}

#[derive(Deserialize, Serialize)]
pub(super) struct Message {
    pub ts: String,
    pub text: Option<String>,
    pub user: Option<String>,
    pub bot_id: Option<String>,
    pub subtype: Option<String>,
    pub thread_ts: Option<String>,
    #[serde(default, skip_serializing)]
    pub user_profile: Option<Profile>,
    pub edited: Option<Edited>,
    #[serde(default)]
    pub reactions: Vec<Reaction>,
    #[serde(default)]
    pub files: Vec<File>,
}

#[derive(Deserialize, Serialize)]
pub(super) struct Edited {
    pub ts: String,
}

#[derive(Deserialize, Serialize)]
pub(super) struct Reaction {
    pub name: String,
    #[serde(default)]
    pub users: Vec<String>,
    /// More than there are `users` when the export cut them off.
    #[serde(default)]
    pub count: u64,
}

#[derive(Deserialize, Serialize)]
pub(super) struct File {
    pub name: Option<String>,
    pub title: Option<String>,
    pub permalink: Option<String>,
    pub url_private: Option<String>,
}
