//! Who wrote something, and who may know. Pure.
//!
//! The author of what was written is an `Author`: it can be stored and compared, and shown to nobody. A
//! name is had of a byline alone, which has none for what was written without one.
use crate::{Channel, File, Naming, Post, Revision, Thread, ThreadSeen};
use kernel::{Actor, PersonId};
use std::fmt;

/// A person as the author of something.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, sea_orm::DeriveValueType)]
pub struct Author(PersonId);

impl Author {
    pub fn of(person: PersonId) -> Self {
        Self(person)
    }

    /// Whether it is the asker themself.
    pub fn is(self, actor: Actor) -> bool {
        actor.person() == Some(self.0)
    }

    /// Whom to tell of it: for what goes to the author alone, never for what says who it is.
    pub fn addressee(self) -> PersonId {
        self.0
    }

    pub(crate) fn id(self) -> PersonId {
        self.0
    }
}

/// No name comes into a log by chance.
impl fmt::Debug for Author {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Author")
    }
}

/// Whom the asker may know to have written something.
fn known(author: Author, naming: Naming, actor: Actor) -> Option<PersonId> {
    match naming {
        Naming::With => Some(author.0),
        Naming::Without => actor.person().filter(|_| author.is(actor)),
    }
}

impl Post {
    /// Who wrote it; nobody where that was done without a name, but for the author themself.
    pub fn byline(&self, actor: Actor) -> Option<PersonId> {
        let naming = match self.nameless {
            true => Naming::Without,
            false => Naming::With,
        };
        known(self.author_id, naming, actor)
    }

    /// Whether the asker wrote it.
    pub fn is_by(&self, actor: Actor) -> bool {
        self.author_id.is(actor)
    }

    /// Whether its words are there for whoever may read the post.
    pub fn stands(&self) -> bool {
        self.deleted_at.is_none() && self.hidden_at.is_none() && self.held_at.is_none()
    }
}

impl Thread {
    /// Who began it; nobody where that was done without a name, but for the author themself.
    pub fn byline(&self, actor: Actor) -> Option<PersonId> {
        let naming = match self.nameless {
            true => Naming::Without,
            false => Naming::With,
        };
        known(self.author_id, naming, actor)
    }

    /// Whether the asker began it.
    pub fn is_by(&self, actor: Actor) -> bool {
        self.author_id.is(actor)
    }

    pub fn tag_words(&self) -> Vec<String> {
        serde_json::from_value(self.tags.clone()).unwrap_or_default()
    }
}

impl Channel {
    /// The tags of those conversations in which a mistake is costly.
    pub fn high_stakes_words(&self) -> Vec<String> {
        serde_json::from_value(self.high_stakes_tags.clone()).unwrap_or_default()
    }
}

impl ThreadSeen {
    /// Who wrote the newest post, of those that the asker may read; nobody where that was done without a
    /// name, but for the author themself.
    pub fn last_byline(&self, actor: Actor) -> Option<PersonId> {
        let thread = &self.thread;
        let naming = match thread.last_nameless {
            true => Naming::Without,
            false => Naming::With,
        };
        match self.withholds() {
            true => thread.byline(actor),
            false => known(thread.last_author_id, naming, actor),
        }
    }
}

impl Revision {
    /// Who changed the post; nobody where its author, who has no name there, did.
    pub fn byline(&self, post: &Post, actor: Actor) -> Option<PersonId> {
        let naming = match post.nameless && self.editor_id == post.author_id {
            true => Naming::Without,
            false => Naming::With,
        };
        known(self.editor_id, naming, actor)
    }
}

impl File {
    /// Whether the asker uploaded it.
    pub fn is_by(&self, actor: Actor) -> bool {
        self.uploader_id.is(actor)
    }
}
