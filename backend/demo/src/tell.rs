//! The story as one command: people, then their communities, then what they said.
mod history;
mod lately;
mod organisation;
mod sessions;

use crate::content::{Content, RoomKind};
use crate::{Loaded, calendar};
use chrono::{DateTime, Utc};
use identity::Person;
use kernel::{Actor, ChannelId, Command, Error, Mentions, PersonId, PostId, Result, ThreadId, Tx};
use std::collections::{BTreeMap, HashMap};

/// Tells all of it in one transaction, so that nobody ever meets half an organisation.
pub struct TellTheStory {
    pub content: Content,
}

impl Command for TellTheStory {
    type Done = Loaded;

    async fn run(&self, tx: &Tx, _: Actor) -> Result<Loaded> {
        if !identity::nobody_is_here(&tx.conn()).await? {
            return Ok(Loaded::default());
        }
        let mut teller = Teller {
            tx,
            people: HashMap::new(),
            names: Mentions::new(),
            rooms: HashMap::new(),
            threads: BTreeMap::new(),
        };
        teller.people_come_in(&self.content.people).await?;
        teller.programs_are_written(&self.content.programs).await?;
        for place in &self.content.communities {
            let community = teller.founded(place).await?;
            teller.conversations_were_had(community, place).await?;
            teller.everybody_read(place).await?;
            teller.replies_came_lately(place).await?;
            teller.sessions_are_held(community, place).await?;
        }
        let told = teller.threads.values();
        Ok(Loaded {
            people: teller.people.len(),
            communities: self.content.communities.len(),
            threads: told.len(),
            posts: told.map(|told| told.posts.len()).sum(),
        })
    }
}

/// What was told so far, by the names under which the content speaks of it.
struct Teller<'a> {
    tx: &'a Tx,
    people: HashMap<&'a str, Person>,
    /// Names by handle, so that `@handle` in the content becomes a link.
    names: Mentions,
    /// Those of the community that is told at the moment.
    rooms: HashMap<&'a str, Room>,
    /// By the slugs of their titles.
    threads: BTreeMap<String, Told>,
}

#[derive(Clone, Copy)]
struct Room {
    channel: ChannelId,
    kind: RoomKind,
}

/// A conversation that was told: its posts in order.
struct Told {
    id: ThreadId,
    posts: Vec<ToldPost>,
}

#[derive(Clone, Copy)]
struct ToldPost {
    id: PostId,
    author: PersonId,
    at: DateTime<Utc>,
}

impl Teller<'_> {
    fn someone(&self, key: &str) -> Result<&Person> {
        self.people.get(key).ok_or_else(|| unknown(key))
    }

    fn room(&self, name: &str) -> Result<Room> {
        self.rooms.get(name).copied().ok_or_else(|| unknown(name))
    }

    fn told(&self, title: &str) -> Result<&Told> {
        let told = self.threads.get(&kernel::slug(title));
        told.ok_or_else(|| unknown(title))
    }

    fn instant(&self, ago: &str) -> Result<DateTime<Utc>> {
        calendar::instant(self.tx.now(), ago)
    }

    /// Does something as somebody, at a time.
    async fn act<C: Command>(
        &self,
        actor: Actor,
        at: DateTime<Utc>,
        mut command: C,
    ) -> Result<C::Done> {
        let tx = self.tx.at(at);
        command.prepare(&tx.conn(), actor).await?;
        command.run(&tx, actor).await
    }

    /// A body with its links to other conversations, written `(thread:slug-of-the-title)`, in place.
    fn linked(&self, body: &str) -> String {
        self.threads
            .iter()
            .fold(body.trim().to_owned(), |body, (slug, told)| {
                body.replace(&format!("(thread:{slug})"), &format!("(/go/{})", told.id))
            })
    }
}

fn unknown(name: &str) -> Error {
    Error::internal(format!("the demo does not know {name}"))
}
