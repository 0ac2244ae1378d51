//! Loading what many misconceptions, and the posts beside which they stand, are asked for at once.
use crate::App;
use crate::loaders::batched;
use ::channels::{Post, PostSeen};
use ::misconceptions::{
    Beside, Misconception, MisconceptionChange, MisconceptionSeen, OccurrenceSeen, Watched,
};
use async_graphql::dataloader::{DataLoader, Loader};
use async_trait::async_trait;
use kernel::{Actor, CommunityId, Error, MisconceptionId, Opaque, PostId, ThreadId};
use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

type Loaded<K, V> = Result<HashMap<K, V>, Arc<Error>>;

/// The loaders of misconceptions, for one request.
pub struct MisconceptionLoaders {
    pub seen: DataLoader<Misconceptions>,
    pub beside: DataLoader<BesidePosts>,
    pub in_threads: DataLoader<InThreads>,
    pub of_titles: DataLoader<OfTitles>,
    pub offered: DataLoader<Offered>,
    pub occurrences: DataLoader<Occurrences>,
    pub places: DataLoader<Places>,
    pub history: DataLoader<Histories>,
    pub watched: DataLoader<WatchedOnes>,
}

impl MisconceptionLoaders {
    pub fn new(app: &Opaque<App>, actor: Actor) -> Self {
        let own = || app.clone();
        Self {
            seen: batched(Misconceptions(own(), actor)),
            beside: batched(BesidePosts(own())),
            in_threads: batched(InThreads(own(), actor)),
            of_titles: batched(OfTitles(own())),
            offered: batched(Offered(own())),
            occurrences: batched(Occurrences(own(), actor)),
            places: batched(Places(own())),
            history: batched(Histories(own())),
            watched: batched(WatchedOnes(own())),
        }
    }
}

/// Misconceptions that the asker may see.
pub struct Misconceptions(Opaque<App>, Actor);

#[async_trait]
impl Loader<MisconceptionId> for Misconceptions {
    type Value = Arc<MisconceptionSeen>;
    type Error = Arc<Error>;

    async fn load(
        &self,
        ids: &[MisconceptionId],
    ) -> Loaded<MisconceptionId, Arc<MisconceptionSeen>> {
        let conn = self.0.db.read();
        let seen = ::misconceptions::misconceptions_visible_to(&conn, self.1, ids).await?;
        Ok(seen
            .into_iter()
            .map(|seen| (seen.record.id, Arc::new(seen)))
            .collect())
    }
}

/// A post as it reads now: what stands beside it depends on its words.
#[derive(Clone)]
pub struct AsItReads(pub PostSeen);

impl AsItReads {
    fn post(&self) -> &Post {
        &self.0.post
    }
}

impl PartialEq for AsItReads {
    fn eq(&self, other: &Self) -> bool {
        self.post().id == other.post().id && self.post().revision == other.post().revision
    }
}

impl Eq for AsItReads {}

impl Hash for AsItReads {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.post().id.hash(state);
    }
}

/// What stands beside posts.
pub struct BesidePosts(Opaque<App>);

#[async_trait]
impl Loader<AsItReads> for BesidePosts {
    type Value = Arc<Beside>;
    type Error = Arc<Error>;

    async fn load(&self, keys: &[AsItReads]) -> Loaded<AsItReads, Arc<Beside>> {
        let posts: Vec<&PostSeen> = keys.iter().map(|key| &key.0).collect();
        let conn = self.0.db.read();
        let beside = ::misconceptions::corrections_beside(&conn, &posts).await?;
        let beside: HashMap<PostId, Arc<Beside>> = beside
            .into_iter()
            .map(|(post, beside)| (post, Arc::new(beside)))
            .collect();
        let of = |key: &AsItReads| Some((key.clone(), beside.get(&key.post().id)?.clone()));
        Ok(keys.iter().filter_map(of).collect())
    }
}

/// Which corrected misconceptions occur in threads.
pub struct InThreads(Opaque<App>, Actor);

#[async_trait]
impl Loader<ThreadId> for InThreads {
    type Value = Vec<MisconceptionId>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[ThreadId]) -> Loaded<ThreadId, Vec<MisconceptionId>> {
        let conn = self.0.db.read();
        Ok(::misconceptions::corrections_in_threads(&conn, self.1, ids).await?)
    }
}

/// What is corrected of the titles of conversations.
pub struct OfTitles(Opaque<App>);

#[async_trait]
impl Loader<(ThreadId, String)> for OfTitles {
    type Value = Vec<Misconception>;
    type Error = Arc<Error>;

    async fn load(
        &self,
        titles: &[(ThreadId, String)],
    ) -> Loaded<(ThreadId, String), Vec<Misconception>> {
        let conn = self.0.db.read();
        Ok(::misconceptions::corrections_of_titles(&conn, titles).await?)
    }
}

/// What the authors of posts have time to revise.
pub struct Offered(Opaque<App>);

#[async_trait]
impl Loader<PostId> for Offered {
    type Value = MisconceptionId;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PostId]) -> Loaded<PostId, MisconceptionId> {
        let conn = self.0.db.read();
        Ok(::misconceptions::offered_to_authors(&conn, ids).await?)
    }
}

/// The passages that the asker may read.
pub struct Occurrences(Opaque<App>, Actor);

#[async_trait]
impl Loader<MisconceptionId> for Occurrences {
    type Value = Vec<OccurrenceSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[MisconceptionId]) -> Loaded<MisconceptionId, Vec<OccurrenceSeen>> {
        let conn = self.0.db.read();
        let found = ::misconceptions::occurrences_of(&conn, self.1, ids).await?;
        let mut of: HashMap<MisconceptionId, Vec<OccurrenceSeen>> = HashMap::new();
        for seen in found {
            let own = of.entry(seen.occurrence.misconception_id).or_default();
            own.push(seen);
        }
        Ok(of)
    }
}

/// In how many posts here, and in how many communities elsewhere.
pub struct Places(Opaque<App>);

#[async_trait]
impl Loader<(MisconceptionId, CommunityId)> for Places {
    type Value = (usize, usize);
    type Error = Arc<Error>;

    async fn load(
        &self,
        ids: &[(MisconceptionId, CommunityId)],
    ) -> Loaded<(MisconceptionId, CommunityId), (usize, usize)> {
        let conn = self.0.db.read();
        let places = ::misconceptions::spread_in_places(&conn, ids).await?;
        let of = |key: &(MisconceptionId, CommunityId)| Some((*key, *places.get(&key.0)?));
        Ok(ids.iter().filter_map(of).collect())
    }
}

/// The steps that were taken.
pub struct Histories(Opaque<App>);

#[async_trait]
impl Loader<MisconceptionId> for Histories {
    type Value = Vec<MisconceptionChange>;
    type Error = Arc<Error>;

    async fn load(
        &self,
        ids: &[MisconceptionId],
    ) -> Loaded<MisconceptionId, Vec<MisconceptionChange>> {
        let changes = ::misconceptions::history_of(&self.0.db.read(), ids).await?;
        let mut of: HashMap<MisconceptionId, Vec<MisconceptionChange>> = HashMap::new();
        for change in changes {
            of.entry(change.misconception_id).or_default().push(change);
        }
        Ok(of)
    }
}

/// What became of what the claim watch suggested.
pub struct WatchedOnes(Opaque<App>);

#[async_trait]
impl Loader<MisconceptionId> for WatchedOnes {
    type Value = Watched;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[MisconceptionId]) -> Loaded<MisconceptionId, Watched> {
        Ok(::misconceptions::watched(&self.0.db.read(), ids).await?)
    }
}
