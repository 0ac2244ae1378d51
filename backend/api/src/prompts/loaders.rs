//! Loading what many prompts are asked for at once.
use crate::App;
use crate::loaders::batched;
use ::channels::PostSeen;
use ::prompts::{PromptSeen, RecallMark, SeriesSeen};
use async_graphql::dataloader::{DataLoader, Loader};
use async_trait::async_trait;
use communities::Standing;
use kernel::{
    Actor, CommunityId, Error, Opaque, PersonId, PreWorkId, PromptId, SessionId, ThreadId,
};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

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
    pub by_id: DataLoader<PromptsById>,
    pub series: DataLoader<SeriesOfSessions>,
    pub series_of_prompts: DataLoader<SeriesOfPrompts>,
    pub recall: DataLoader<OwnRecall>,
    pub recall_counts: DataLoader<RecallCounts>,
}

impl PromptLoaders {
    pub fn new(app: &Opaque<App>, actor: Actor) -> Self {
        let own = || app.clone();
        Self {
            by_thread: batched(PromptsOfThreads(own(), actor)),
            answered: batched(Answered(own())),
            own_answers: batched(OwnAnswers(own(), actor)),
            done: batched(Done(own())),
            standings: batched(Standings(own())),
            by_id: batched(PromptsById(own(), actor)),
            series: batched(SeriesOfSessions(own(), actor)),
            series_of_prompts: batched(SeriesOfPrompts(own(), actor)),
            recall: batched(OwnRecall(own(), actor)),
            recall_counts: batched(RecallCounts(own())),
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

/// The prompts with these ids that the asker may read.
pub struct PromptsById(Opaque<App>, Actor);

#[async_trait]
impl Loader<PromptId> for PromptsById {
    type Value = Arc<PromptSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PromptId]) -> Loaded<PromptId, Arc<PromptSeen>> {
        let seen = ::prompts::prompts_visible_to(&self.0.db.read(), self.1, ids).await?;
        let seen = seen.into_iter().map(Arc::new);
        Ok(seen.map(|seen| (seen.prompt.id, seen)).collect())
    }
}

/// The series of questions that follow sessions.
pub struct SeriesOfSessions(Opaque<App>, Actor);

#[async_trait]
impl Loader<SessionId> for SeriesOfSessions {
    type Value = Vec<SeriesSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[SessionId]) -> Loaded<SessionId, Vec<SeriesSeen>> {
        let found = ::prompts::series_of_sessions(&self.0.db.read(), self.1, ids).await?;
        let mut of: HashMap<SessionId, Vec<SeriesSeen>> = HashMap::new();
        for seen in found {
            of.entry(seen.series.session_id).or_default().push(seen);
        }
        Ok(of)
    }
}

/// The series to which prompts belong.
pub struct SeriesOfPrompts(Opaque<App>, Actor);

#[async_trait]
impl Loader<PromptId> for SeriesOfPrompts {
    type Value = Arc<SeriesSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PromptId]) -> Loaded<PromptId, Arc<SeriesSeen>> {
        let found = ::prompts::series_of_prompts(&self.0.db.read(), self.1, ids).await?;
        let mut of = HashMap::new();
        for seen in found.into_iter().map(Arc::new) {
            for prompt in seen.questions.iter().filter_map(|it| it.prompt_id) {
                of.insert(prompt, seen.clone());
            }
        }
        Ok(of)
    }
}

/// How well the asker recalled what prompts asked.
pub struct OwnRecall(Opaque<App>, Actor);

#[async_trait]
impl Loader<PromptId> for OwnRecall {
    type Value = RecallMark;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PromptId]) -> Loaded<PromptId, RecallMark> {
        Ok(::prompts::own_recall(&self.0.db.read(), self.1, ids).await?)
    }
}

/// How many recalled what prompts asked, and how well.
pub struct RecallCounts(Opaque<App>);

#[async_trait]
impl Loader<PromptId> for RecallCounts {
    type Value = HashMap<RecallMark, usize>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PromptId]) -> Loaded<PromptId, HashMap<RecallMark, usize>> {
        Ok(::prompts::recall_of(&self.0.db.read(), ids).await?)
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
