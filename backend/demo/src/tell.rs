//! The story as one command: people, then their communities, then what they said.
mod asking;
mod checking_in;
mod consulting;
mod corrections;
mod history;
mod journeys;
mod lately;
mod looking;
mod organisation;
mod pairing;
mod pulsing;
mod searching;
mod sessions;
mod spacing;

use crate::content::{Content, RoomKind};
use crate::{Loaded, calendar};
use ::journeys::Actions;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use identity::Person;
use kernel::{
    Actor, ChannelId, Command, Error, Mentions, PersonId, PostId, Result, TemplateId, ThreadId, Tx,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Tells all of it in one transaction, so that nobody ever meets half an organisation.
pub struct TellTheStory {
    pub content: Content,
}

#[async_trait]
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
            actions: Arc::new(Actions::own()),
            templates: HashMap::new(),
            brought: Brought::default(),
        };
        teller.people_come_in(&self.content.people).await?;
        teller.programs_are_written(&self.content.programs).await?;
        teller.templates_are_written(&self.content.journeys).await?;
        for place in &self.content.communities {
            let community = teller.founded(place).await?;
            teller.conversations_were_had(community, place).await?;
            teller.everybody_read(place).await?;
            teller.asked_and_shared(community, place).await?;
            teller.rooms_became_careful(place).await?;
            teller.replies_came_lately(place).await?;
            teller.posts_were_flagged(place).await?;
            teller.sessions_are_held(community, place).await?;
            teller.mistakes_were_corrected(community, place).await?;
            teller.people_checked_in(community, place).await?;
            teller.pulses_were_taken(community, place).await?;
            teller.questions_came_back(community, place).await?;
            teller.colleagues_were_consulted(community, place).await?;
            teller
                .people_looked_at_each_others_work(community, place)
                .await?;
            teller.people_were_put_together(community, place).await?;
        }
        teller.searches_were_kept(&self.content.searching).await?;
        let told = teller.threads.values();
        Ok(Loaded {
            people: teller.people.len(),
            communities: self.content.communities.len(),
            threads: told.len() + teller.brought.threads,
            posts: told.map(|told| told.posts.len()).sum::<usize>() + teller.brought.posts,
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
    /// What the steps of journeys can do.
    actions: Arc<Actions>,
    /// By their names.
    templates: HashMap<&'a str, TemplateId>,
    brought: Brought,
}

/// What journeys brought and was answered to it, and what people who are together said.
#[derive(Clone, Copy, Default)]
struct Brought {
    threads: usize,
    posts: usize,
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
