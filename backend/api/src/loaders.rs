//! Loading one thing for many: a list never asks for its people one by one.
use crate::App;
use crate::checkins::CheckInLoaders;
use crate::communities::CommunityLoaders;
use crate::feedback::FeedbackLoaders;
use crate::identity::AccountLoaders;
use crate::misconceptions::MisconceptionLoaders;
use crate::pairings::PairingLoaders;
use crate::prompts::PromptLoaders;
use crate::pulses::PulseLoaders;
use crate::questions::QuestionLoaders;
use crate::sessions::SessionLoaders;
use ::channels::File;
use async_graphql::dataloader::{DataLoader, Loader};
use async_trait::async_trait;
use futures_util::future::BoxFuture;
use identity::Person;
use kernel::{Actor, ChannelId, Error, FileId, Opaque, PersonId, PostId, Result, ThreadId};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// Turns a loader gives way before it asks: more than a list of a hundred takes, of which two are begun in each.
const TURNS: usize = 64;

/// A loader that asks once for all that a page wants. A list of more than thirty is gone through two at a time, each
/// two after a turn of the runtime: whoever asked at once would ask for those, and again for the next.
pub fn batched<T>(loader: T) -> DataLoader<T> {
    let spawn = |asking: BoxFuture<'static, ()>| {
        tokio::spawn(async {
            for _ in 0..TURNS {
                tokio::task::yield_now().await;
            }
            asking.await;
        })
    };
    DataLoader::new(loader, spawn).delay(Duration::ZERO)
}

/// One request's loaders. They hold no answers: each asks once for all that is wanted at a moment.
pub struct Loaders {
    pub communities: CommunityLoaders,
    pub sessions: SessionLoaders,
    pub prompts: PromptLoaders,
    pub checkins: CheckInLoaders,
    pub pulses: PulseLoaders,
    pub questions: QuestionLoaders,
    pub misconceptions: MisconceptionLoaders,
    pub pairings: PairingLoaders,
    pub feedback: FeedbackLoaders,
    pub accounts: AccountLoaders,
    pub people: DataLoader<People>,
    pub files: DataLoader<FilesOfPosts>,
    pub shared_files: DataLoader<FilesById>,
    pub participants: DataLoader<Participants>,
    pub unread: DataLoader<UnreadThreads>,
}

impl Loaders {
    pub fn new(app: &Opaque<App>, actor: Actor) -> Self {
        let own = || app.clone();
        Self {
            communities: CommunityLoaders::new(app, actor),
            sessions: SessionLoaders::new(app, actor),
            prompts: PromptLoaders::new(app, actor),
            checkins: CheckInLoaders::new(app, actor),
            pulses: PulseLoaders::new(app, actor),
            questions: QuestionLoaders::new(app, actor),
            misconceptions: MisconceptionLoaders::new(app, actor),
            pairings: PairingLoaders::new(app, actor),
            feedback: FeedbackLoaders::new(app, actor),
            accounts: AccountLoaders::new(app),
            people: batched(People(own())),
            files: batched(FilesOfPosts(own())),
            shared_files: batched(FilesById(own())),
            participants: batched(Participants(own(), actor)),
            unread: batched(UnreadThreads(own(), actor)),
        }
    }
}

/// People by id. Whoever is named beside something that may be seen may be seen there.
pub struct People(Opaque<App>);

#[async_trait]
impl Loader<PersonId> for People {
    type Value = Person;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PersonId]) -> Result<HashMap<PersonId, Person>, Arc<Error>> {
        let people = identity::people_by_ids(&self.0.db.read(), ids)
            .await
            .map_err(Arc::new)?;
        Ok(people
            .into_iter()
            .map(|person| (person.id, person))
            .collect())
    }
}

pub struct FilesOfPosts(Opaque<App>);

#[async_trait]
impl Loader<PostId> for FilesOfPosts {
    type Value = Vec<File>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PostId]) -> Result<HashMap<PostId, Vec<File>>, Arc<Error>> {
        let files = ::channels::files_of_posts(&self.0.db.read(), ids)
            .await
            .map_err(Arc::new)?;
        let mut of: HashMap<PostId, Vec<File>> = HashMap::new();
        for file in files {
            if let Some(post) = file.post_id {
                of.entry(post).or_default().push(file);
            }
        }
        Ok(of)
    }
}

/// Files by id, for whoever may read them by what they stand in.
pub struct FilesById(Opaque<App>);

#[async_trait]
impl Loader<FileId> for FilesById {
    type Value = File;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[FileId]) -> Result<HashMap<FileId, File>, Arc<Error>> {
        let files = ::channels::files_by_ids(&self.0.db.read(), ids).await;
        let files = files.map_err(Arc::new)?.into_iter();
        Ok(files.map(|file| (file.id, file)).collect())
    }
}

pub struct Participants(Opaque<App>, Actor);

#[async_trait]
impl Loader<ThreadId> for Participants {
    type Value = Vec<PersonId>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[ThreadId]) -> Result<HashMap<ThreadId, Vec<PersonId>>, Arc<Error>> {
        ::channels::participants_of(&self.0.db.read(), self.1, ids)
            .await
            .map_err(Arc::new)
    }
}

pub struct UnreadThreads(Opaque<App>, Actor);

#[async_trait]
impl Loader<ChannelId> for UnreadThreads {
    type Value = i64;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[ChannelId]) -> Result<HashMap<ChannelId, i64>, Arc<Error>> {
        ::channels::unread_counts(&self.0.db.read(), self.1, ids)
            .await
            .map_err(Arc::new)
    }
}

/// A loader's failure is ours; the asker is told no more than of any other.
pub fn failed(error: Arc<Error>) -> Error {
    Error::internal(error.to_string())
}
