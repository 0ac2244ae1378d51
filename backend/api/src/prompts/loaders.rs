//! Loading what many prompts are asked for at once.
use crate::App;
use ::channels::PostSeen;
use ::prompts::PromptSeen;
use async_graphql::dataloader::{DataLoader, Loader};
use async_trait::async_trait;
use communities::Standing;
use kernel::{Actor, CommunityId, Error, Opaque, PersonId, PreWorkId, ThreadId};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;
use std::time::Duration;

type Loaded<K, V> = Result<HashMap<K, V>, Arc<Error>>;
/// Who did something.
type Doers = Arc<HashSet<PersonId>>;

/// The loaders of prompts, for one request.
pub struct PromptLoaders {
    pub by_thread: DataLoader<PromptsOfThreads>,
    pub answered: DataLoader<Answered>,
    pub own_answers: DataLoader<OwnAnswers>,
    pub done: DataLoader<Done>,
    pub standings: DataLoader<Standings>,
}

impl PromptLoaders {
    pub fn new(app: &Opaque<App>, actor: Actor) -> Self {
        let own = || app.clone();
        Self {
            by_thread: DataLoader::new(PromptsOfThreads(own(), actor), tokio::spawn)
                .delay(Duration::ZERO),
            answered: DataLoader::new(Answered(own()), tokio::spawn).delay(Duration::ZERO),
            own_answers: DataLoader::new(OwnAnswers(own(), actor), tokio::spawn)
                .delay(Duration::ZERO),
            done: DataLoader::new(Done(own()), tokio::spawn).delay(Duration::ZERO),
            standings: DataLoader::new(Standings(own()), tokio::spawn).delay(Duration::ZERO),
        }
    }
}

/// The prompts of threads that the asker may read.
pub struct PromptsOfThreads(Opaque<App>, Actor);

#[async_trait]
impl Loader<ThreadId> for PromptsOfThreads {
    type Value = Arc<PromptSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[ThreadId]) -> Loaded<ThreadId, Arc<PromptSeen>> {
        let seen = ::prompts::prompts_seen_in(&self.0.db.read(), self.1, ids).await?;
        let seen = seen.into_iter().map(Arc::new);
        Ok(seen.map(|seen| (seen.prompt.thread_id, seen)).collect())
    }
}

/// Who answered in each thread.
pub struct Answered(Opaque<App>);

#[async_trait]
impl Loader<ThreadId> for Answered {
    type Value = Doers;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[ThreadId]) -> Loaded<ThreadId, Doers> {
        Ok(grouped(
            ::channels::answered_in(&self.0.db.read(), ids).await?,
        ))
    }
}

/// The first answer of the asker's in each thread.
pub struct OwnAnswers(Opaque<App>, Actor);

#[async_trait]
impl Loader<ThreadId> for OwnAnswers {
    type Value = PostSeen;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[ThreadId]) -> Loaded<ThreadId, PostSeen> {
        let posts = ::channels::own_answers(&self.0.db.read(), self.1, ids).await?;
        let mut first = HashMap::new();
        for seen in posts {
            first.entry(seen.post.thread_id).or_insert(seen);
        }
        Ok(first)
    }
}

/// Who is done with each item.
pub struct Done(Opaque<App>);

#[async_trait]
impl Loader<PreWorkId> for Done {
    type Value = Doers;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PreWorkId]) -> Loaded<PreWorkId, Doers> {
        Ok(grouped(
            ::prompts::pre_work_done_by(&self.0.db.read(), ids).await?,
        ))
    }
}

/// Where everybody stands in each community.
pub struct Standings(Opaque<App>);

#[async_trait]
impl Loader<CommunityId> for Standings {
    type Value = Arc<HashMap<PersonId, Standing>>;
    type Error = Arc<Error>;

    async fn load(
        &self,
        ids: &[CommunityId],
    ) -> Loaded<CommunityId, Arc<HashMap<PersonId, Standing>>> {
        let conn = self.0.db.read();
        let mut of = HashMap::new();
        for id in ids {
            of.insert(*id, Arc::new(communities::standings(&conn, *id).await?));
        }
        Ok(of)
    }
}

fn grouped<K: Eq + Hash>(pairs: impl IntoIterator<Item = (K, PersonId)>) -> HashMap<K, Doers> {
    let mut of: HashMap<K, HashSet<PersonId>> = HashMap::new();
    for (key, person) in pairs {
        of.entry(key).or_default().insert(person);
    }
    of.into_iter()
        .map(|(key, people)| (key, Arc::new(people)))
        .collect()
}
