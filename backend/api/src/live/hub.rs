//! The one follower that all open browsers share.
use ::channels::{PostSeen, ReactionKind, ThreadReader, ThreadSeen};
use ::sessions::SessionSeen;
use communities::{CommunityArchived, CommunityRestored, Standing};
use identity::Person;
use kernel::{
    Actor, CommunityId, Cursor, Db, Error, Event, Fact, PersonId, PostId, Result, SessionId,
    ThreadId, facts_after, head,
};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::broadcast;

/// What can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    Thread(ThreadId),
    Community(CommunityId),
    Person(PersonId),
}

/// A fact on its way to many, with what it is about loaded once.
#[derive(Debug)]
pub struct Told {
    pub fact: Fact,
    pub post: Option<ToldPost>,
    pub session: Option<ToldSession>,
    /// Where everybody stood when this happened; nothing when it is for one person alone.
    pub standings: Option<Arc<HashMap<PersonId, Standing>>>,
}

/// A post as nobody in particular sees it.
#[derive(Debug)]
pub struct ToldPost {
    seen: PostSeen,
    author: Option<Person>,
    reactors: Vec<(PersonId, ReactionKind)>,
    /// How everybody stands to its conversation, where that decides what they may read.
    readers: HashMap<PersonId, ThreadReader>,
}

impl ToldPost {
    /// The post as one viewer sees it, with their standing and their reactions.
    pub fn seen_by(&self, viewer: PersonId, standing: Standing) -> (PostSeen, Option<Person>) {
        let thread = ThreadSeen {
            standing: Some(standing),
            reader: self.readers.get(&viewer).cloned(),
            ..(*self.seen.thread).clone()
        };
        let own = self.reactors.iter().filter(|(person, _)| *person == viewer);
        let seen = PostSeen {
            post: self.seen.post.clone(),
            thread: Arc::new(thread),
            reacted: own.map(|(_, kind)| *kind).collect(),
        };
        (seen, self.author.clone())
    }
}

/// A session as nobody in particular sees it.
#[derive(Debug)]
pub struct ToldSession(SessionSeen);

impl ToldSession {
    /// The session as somebody with this standing sees it.
    pub fn seen_with(&self, standing: Standing) -> SessionSeen {
        SessionSeen {
            standing: Some(standing),
            ..self.0.clone()
        }
    }
}

/// How many facts a browser may fall behind before it is told to fetch again.
const BACKLOG_MAX: usize = 256;
const BATCH: u64 = 200;

type Topics = HashMap<Topic, broadcast::Sender<Arc<Told>>>;

/// Who follows what. Cheap to clone.
#[derive(Clone, Default)]
pub struct Hub(Arc<Shared>);

#[derive(Default)]
struct Shared {
    topics: Mutex<Topics>,
    /// How far everything was told; nothing before the hub runs.
    told: Mutex<Option<Cursor>>,
}

impl Hub {
    /// Hears of a topic from now on.
    pub fn listen(&self, topic: Topic) -> broadcast::Receiver<Arc<Told>> {
        let mut topics = self.topics();
        topics.retain(|_, sender| sender.receiver_count() > 0);
        topics
            .entry(topic)
            .or_insert_with(|| broadcast::channel(BACKLOG_MAX).0)
            .subscribe()
    }

    /// How many topics are followed, for the metrics.
    pub fn topic_count(&self) -> usize {
        self.topics().len()
    }

    /// A place in the log before which everything is committed: what is read from now on shows it.
    /// Nothing while nobody is told anything.
    pub fn told_through(&self) -> Option<Cursor> {
        let told = self.0.told.lock();
        *told.unwrap_or_else(PoisonError::into_inner)
    }

    fn reached(&self, place: Cursor) {
        let told = self.0.told.lock();
        *told.unwrap_or_else(PoisonError::into_inner) = Some(place);
    }

    fn topics(&self) -> MutexGuard<'_, Topics> {
        let topics = self.0.topics.lock();
        topics.unwrap_or_else(PoisonError::into_inner)
    }

    /// Follows the log until the process ends. `poll` is how long it waits for news without a wake-up.
    pub async fn run(&self, db: &Db, poll: Duration) -> Result<()> {
        let mut committed = db.committed();
        let mut teller = Teller {
            db: db.clone(),
            standings: HashMap::new(),
        };
        let mut place = head(&db.read()).await?;
        self.reached(place);
        loop {
            match self.tell_after(&mut teller, place).await {
                Ok(reached) if reached != place => {
                    place = reached;
                    self.reached(place);
                }
                Ok(_) => {
                    let _ = tokio::time::timeout(poll, committed.changed()).await;
                }
                Err(error) => {
                    tracing::error!(%error, "the live hub could not read the log; it tries again");
                    tokio::time::sleep(poll).await;
                }
            }
        }
    }

    async fn tell_after(&self, teller: &mut Teller, place: Cursor) -> Result<Cursor> {
        let facts = facts_after(&teller.db.read(), place, BATCH).await?;
        let mut reached = place;
        for fact in facts {
            reached = fact.cursor;
            teller.heed(&fact);
            let listeners = self.listeners(&topics_of(&fact));
            if listeners.is_empty() {
                continue;
            }
            let told = Arc::new(teller.told(fact).await?);
            for listener in listeners {
                // Nobody listening any more is no failure.
                let _ = listener.send(told.clone());
            }
        }
        Ok(reached)
    }

    fn listeners(&self, wanted: &[Topic]) -> Vec<broadcast::Sender<Arc<Told>>> {
        let topics = self.topics();
        wanted
            .iter()
            .filter_map(|topic| topics.get(topic).cloned())
            .collect()
    }
}

/// Who is to hear of a fact. What concerns one person goes to that person alone.
pub fn topics_of(fact: &Fact) -> Vec<Topic> {
    let place = fact.place;
    if let Some(person) = place.person {
        return vec![Topic::Person(person)];
    }
    let thread = place.thread.map(Topic::Thread);
    let community = place.community.map(Topic::Community);
    let person = member_of(fact).or_else(|| done_by(fact));
    let person = person.map(Topic::Person);
    // The person first: whoever is removed learns it before the others.
    person.into_iter().chain(thread).chain(community).collect()
}

/// Whose membership a fact changes.
pub fn member_of(fact: &Fact) -> Option<PersonId> {
    let joined = fact
        .as_event::<communities::MemberJoined>()
        .map(|fact| fact.person);
    let changed = || {
        fact.as_event::<communities::MemberChanged>()
            .map(|fact| fact.person)
    };
    let removed = || {
        fact.as_event::<communities::MemberRemoved>()
            .map(|fact| fact.person)
    };
    let muted = || {
        fact.as_event::<communities::MemberMuted>()
            .map(|fact| fact.person)
    };
    let unmuted = || {
        fact.as_event::<communities::MemberUnmuted>()
            .map(|fact| fact.person)
    };
    joined
        .or_else(changed)
        .or_else(removed)
        .or_else(muted)
        .or_else(unmuted)
}

/// Who is done with something that they were asked to do: their own lists change.
fn done_by(fact: &Fact) -> Option<PersonId> {
    let done = fact.as_event::<::prompts::PreWorkDone>()?;
    Some(done.person)
}

/// Loads what facts are about.
pub struct Teller {
    pub db: Db,
    pub standings: HashMap<CommunityId, Arc<HashMap<PersonId, Standing>>>,
}

impl Teller {
    /// Forgets who stands where, once that changed.
    fn heed(&mut self, fact: &Fact) {
        let closes = [CommunityArchived::KIND, CommunityRestored::KIND];
        let changed = member_of(fact).is_some() || closes.contains(&fact.kind.as_str());
        if let (Some(community), true) = (fact.place.community, changed) {
            self.standings.remove(&community);
        }
    }

    pub async fn told(&mut self, fact: Fact) -> Result<Told> {
        let post = match post_of(&fact) {
            Some(id) => self.post(id).await?,
            None => None,
        };
        let session = match session_of(&fact) {
            Some(id) => self.session(id).await?,
            None => None,
        };
        let standings = match (fact.place.community, fact.place.person) {
            (Some(community), None) => Some(self.standings(community).await?),
            _ => None,
        };
        Ok(Told {
            fact,
            post,
            session,
            standings,
        })
    }

    async fn post(&self, id: PostId) -> Result<Option<ToldPost>> {
        let conn = self.db.read();
        let seen = match ::channels::post_seen(&conn, Actor::System, id).await {
            Ok(seen) => seen,
            Err(Error::NotFound(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        // Nobody's name goes to all who listen, where it was written without one.
        let named = seen.post.byline(Actor::System);
        let named: Vec<PersonId> = named.into_iter().collect();
        let author = identity::people_by_ids(&conn, &named).await?.pop();
        let reactors = ::channels::reactors_of(&conn, id).await?;
        let readers = match seen.thread.thread.answer_first {
            true => ::channels::readers_of(&conn, seen.thread.thread.id).await?,
            false => Vec::new(),
        };
        Ok(Some(ToldPost {
            seen,
            author,
            reactors,
            readers: readers.into_iter().map(|it| (it.person_id, it)).collect(),
        }))
    }

    async fn session(&self, id: SessionId) -> Result<Option<ToldSession>> {
        match ::sessions::session_seen(&self.db.read(), Actor::System, id).await {
            Ok(seen) => Ok(Some(ToldSession(seen))),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn standings(&mut self, id: CommunityId) -> Result<Arc<HashMap<PersonId, Standing>>> {
        if let Some(known) = self.standings.get(&id) {
            return Ok(known.clone());
        }
        let loaded = Arc::new(communities::standings(&self.db.read(), id).await?);
        self.standings.insert(id, loaded.clone());
        Ok(loaded)
    }
}

/// The session a fact is about.
fn session_of(fact: &Fact) -> Option<SessionId> {
    let about = [
        ::sessions::SessionCreated::KIND,
        ::sessions::SessionChanged::KIND,
        ::sessions::SessionPublished::KIND,
        ::sessions::SessionRescheduled::KIND,
        ::sessions::SessionStarted::KIND,
        ::sessions::SessionClosed::KIND,
        ::sessions::SessionCancelled::KIND,
        ::sessions::AttendanceRecorded::KIND,
    ];
    if !about.contains(&fact.kind.as_str()) {
        return None;
    }
    serde_json::from_value(fact.body.get("session")?.clone()).ok()
}

/// The post a fact is about.
fn post_of(fact: &Fact) -> Option<PostId> {
    let about = [
        ::channels::ThreadCreated::KIND,
        ::channels::PostCreated::KIND,
        ::channels::PostEdited::KIND,
        ::channels::PostDeleted::KIND,
        ::channels::PostRestored::KIND,
        ::channels::PostHeld::KIND,
        ::channels::PostHidden::KIND,
        ::channels::PostShown::KIND,
        ::channels::ReactionChanged::KIND,
        ::misconceptions::CorrectionShown::KIND,
        ::misconceptions::CorrectionWithdrawn::KIND,
        ::misconceptions::PassageRevised::KIND,
    ];
    if !about.contains(&fact.kind.as_str()) {
        return None;
    }
    serde_json::from_value(fact.body.get("post")?.clone()).ok()
}
