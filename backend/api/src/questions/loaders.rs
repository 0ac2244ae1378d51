//! Loading what many questions are asked for at once.
use crate::App;
use crate::loaders::batched;
use ::channels::{PostSeen, ThreadSeen};
use ::questions::{QuestionSeen, Resource, Review, Story};
use async_graphql::dataloader::{DataLoader, Loader};
use async_trait::async_trait;
use kernel::{Actor, Error, Opaque, PostId, SessionId, ThreadId};
use std::collections::HashMap;
use std::sync::Arc;

type Loaded<K, V> = Result<HashMap<K, V>, Arc<Error>>;

/// The loaders of questions, for one request.
pub struct QuestionLoaders {
    pub seen: DataLoader<Questions>,
    pub reviews: DataLoader<Reviews>,
    pub resources: DataLoader<Resources>,
    pub stories: DataLoader<Stories>,
    pub posts: DataLoader<Posts>,
    pub parked: DataLoader<Parked>,
}

impl QuestionLoaders {
    pub fn new(app: &Opaque<App>, actor: Actor) -> Self {
        let own = || app.clone();
        Self {
            seen: batched(Questions(own(), actor)),
            reviews: batched(Reviews(own())),
            resources: batched(Resources(own())),
            stories: batched(Stories(own())),
            posts: batched(Posts(own(), actor)),
            parked: batched(Parked(own(), actor)),
        }
    }
}

/// What threads that the asker may read are as questions.
pub struct Questions(Opaque<App>, Actor);

#[async_trait]
impl Loader<ThreadId> for Questions {
    type Value = Arc<QuestionSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[ThreadId]) -> Loaded<ThreadId, Arc<QuestionSeen>> {
        let seen = ::questions::questions_of(&self.0.db.read(), self.1, ids).await?;
        Ok(seen
            .into_iter()
            .map(|(id, it)| (id, Arc::new(it)))
            .collect())
    }
}

/// What is known of posts that the asker may read.
pub struct Reviews(Opaque<App>);

#[async_trait]
impl Loader<PostId> for Reviews {
    type Value = Review;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PostId]) -> Loaded<PostId, Review> {
        Ok(::questions::reviews_of(&self.0.db.read(), ids).await?)
    }
}

pub struct Resources(Opaque<App>);

#[async_trait]
impl Loader<ThreadId> for Resources {
    type Value = Resource;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[ThreadId]) -> Loaded<ThreadId, Resource> {
        Ok(::questions::resources_of(&self.0.db.read(), ids).await?)
    }
}

pub struct Stories(Opaque<App>);

#[async_trait]
impl Loader<ThreadId> for Stories {
    type Value = Story;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[ThreadId]) -> Loaded<ThreadId, Story> {
        Ok(::questions::stories_of(&self.0.db.read(), ids).await?)
    }
}

/// Posts that the asker may read.
pub struct Posts(Opaque<App>, Actor);

#[async_trait]
impl Loader<PostId> for Posts {
    type Value = PostSeen;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PostId]) -> Loaded<PostId, PostSeen> {
        let posts = ::channels::posts_visible_to(&self.0.db.read(), self.1, ids).await?;
        Ok(posts.into_iter().map(|seen| (seen.post.id, seen)).collect())
    }
}

/// The questions that will be covered in sessions, as far as the asker may read them.
pub struct Parked(Opaque<App>, Actor);

#[async_trait]
impl Loader<SessionId> for Parked {
    type Value = Vec<Arc<ThreadSeen>>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[SessionId]) -> Loaded<SessionId, Vec<Arc<ThreadSeen>>> {
        let parked = ::questions::parked_on(&self.0.db.read(), self.1, ids).await?;
        let mut on: HashMap<SessionId, Vec<Arc<ThreadSeen>>> = HashMap::new();
        for (session, seen) in parked {
            on.entry(session).or_default().push(Arc::new(seen));
        }
        Ok(on)
    }
}
