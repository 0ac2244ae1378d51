use super::Html;
use super::thread::ThreadObject;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use ::channels::{
    Chunk, ChunkKind, Delete, Edit, File, PostSeen, React, ReactionKind, Read, ReadWords, Restore,
    Revision, Write,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use identity::Person;
use kernel::{Error, FileId, First, Policy, PostId, Result, ThreadId, permit};

/// What somebody wrote.
#[derive(Clone)]
pub struct PostObject {
    pub seen: PostSeen,
    /// Who wrote it, when that is known without asking.
    pub author: Option<Person>,
}

impl From<PostSeen> for PostObject {
    fn from(seen: PostSeen) -> Self {
        Self { seen, author: None }
    }
}

impl PostObject {
    pub async fn find(ctx: &Context<'_>, id: PostId) -> Result<Self> {
        let seen = ::channels::post_seen(&ctx.conn(), ctx.actor(), id).await?;
        Ok(permit::<Read, PostSeen>(ctx.actor(), seen)?
            .into_subject()
            .into())
    }

    fn may<Action>(&self, ctx: &Context<'_>) -> bool
    where
        PostSeen: Policy<Action>,
    {
        self.seen.verdict(&ctx.actor()).allows()
    }
}

/// How often a reaction was given.
#[derive(SimpleObject)]
pub struct ReactionCount {
    /// Which reaction.
    kind: ReactionKind,
    /// By how many people.
    count: i32,
    /// Whether the viewer is one of them.
    viewer_reacted: bool,
}

/// What the viewer may do to a post.
#[derive(SimpleObject)]
pub struct PostPermissions {
    /// Change its words.
    edit: bool,
    /// Take it away.
    delete: bool,
    /// Bring it back.
    restore: bool,
    /// React to it.
    react: bool,
    /// Reply to it.
    reply: bool,
}

#[Object(name = "Post")]
impl PostObject {
    /// Its id.
    pub async fn id(&self) -> PostId {
        self.seen.post.id
    }

    /// Its number in the conversation: 1 opens it, each later post takes the next.
    async fn number(&self) -> i32 {
        self.seen.post.number
    }

    /// The conversation's id.
    async fn thread_id(&self) -> ThreadId {
        self.seen.post.thread_id
    }

    /// The conversation it belongs to.
    async fn thread(&self) -> ThreadObject {
        ThreadObject(self.seen.thread.clone())
    }

    /// The post it answers; nothing for the opening and for replies to the opening.
    async fn parent_id(&self) -> Option<PostId> {
        self.seen.post.parent_id
    }

    /// Who wrote it.
    async fn author(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match &self.author {
            Some(person) => Ok(Some(PersonObject(person.clone()))),
            None => PersonObject::beside(ctx, self.seen.post.author_id).await,
        }
    }

    /// Its words as typed, in Markdown; nothing once it is deleted, but for those who may restore it.
    async fn body(&self, ctx: &Context<'_>) -> Option<&str> {
        self.may::<ReadWords>(ctx)
            .then_some(self.seen.post.body.as_str())
    }

    /// Its words as shown; nothing once it is deleted, but for those who may restore it.
    async fn body_html(&self, ctx: &Context<'_>) -> Option<Html> {
        self.may::<ReadWords>(ctx)
            .then(|| Html(self.seen.post.html.clone()))
    }

    /// When it was written.
    async fn created_at(&self) -> DateTime<Utc> {
        self.seen.post.created_at
    }

    /// When it was last changed.
    async fn edited_at(&self) -> Option<DateTime<Utc>> {
        self.seen.post.edited_at
    }

    /// 1 as written; each edit takes the next.
    async fn revision(&self) -> i32 {
        self.seen.post.revision
    }

    /// Since when it is deleted.
    async fn deleted_at(&self) -> Option<DateTime<Utc>> {
        self.seen.post.deleted_at
    }

    /// Whether it is the answer that helped the asker.
    async fn is_accepted(&self) -> bool {
        self.seen.thread.thread.accepted_post_id == Some(self.seen.post.id)
    }

    /// Each reaction, given or not.
    async fn reactions(&self) -> Vec<ReactionCount> {
        let post = &self.seen.post;
        let count = |kind, count| ReactionCount {
            kind,
            count,
            viewer_reacted: self.seen.reacted.contains(&kind),
        };
        vec![
            count(ReactionKind::Helpful, post.helpful),
            count(ReactionKind::UsedIt, post.used_it),
            count(ReactionKind::ThankYou, post.thank_you),
        ]
    }

    /// Its files, in the order of their upload.
    async fn attachments(&self, ctx: &Context<'_>) -> Result<Vec<FileObject>> {
        if self.seen.post.file_count == 0 || !self.may::<ReadWords>(ctx) {
            return Ok(Vec::new());
        }
        let files = ctx
            .loaders()
            .files
            .load_one(self.seen.post.id)
            .await
            .map_err(failed)?;
        Ok(files
            .unwrap_or_default()
            .into_iter()
            .map(FileObject)
            .collect())
    }

    /// Where it can be found: a path of the web app that leads to it wherever it moves.
    async fn path(&self) -> String {
        format!("/go/{}", self.seen.post.id)
    }

    /// The word its author's client gave it, for the author alone.
    async fn nonce(&self, ctx: &Context<'_>) -> Option<&str> {
        let own = ctx.actor().person() == Some(self.seen.post.author_id);
        self.seen.post.nonce.as_deref().filter(|_| own)
    }

    /// What the viewer may do to it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> PostPermissions {
        PostPermissions {
            edit: self.may::<Edit>(ctx),
            delete: self.may::<Delete>(ctx),
            restore: self.may::<Restore>(ctx),
            react: self.may::<React>(ctx),
            reply: self.may::<Write>(ctx),
        }
    }

    /// How it read before, newest first; nothing once its words are withheld.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn revisions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<RevisionObject>> {
        let first = First::parse(first)?;
        permit::<ReadWords, PostSeen>(ctx.actor(), self.seen.clone())?;
        let page = (first, after.as_deref());
        let page = ::channels::revisions_of(&ctx.conn(), &self.seen, page).await?;
        Ok(connected(page, |(revision, next)| RevisionObject {
            revision,
            next,
        }))
    }
}

/// How a post read before an edit.
#[derive(Clone)]
pub struct RevisionObject {
    revision: Revision,
    next: String,
}

/// A run of words that shares one fate in an edit.
#[derive(SimpleObject)]
pub struct DiffChunk {
    /// Kept, added or removed.
    kind: ChunkKind,
    /// The words.
    text: String,
}

#[Object(name = "Revision")]
impl RevisionObject {
    /// 1 is as first written.
    async fn number(&self) -> i32 {
        self.revision.number
    }

    /// The words before the edit.
    async fn body(&self) -> &str {
        &self.revision.body
    }

    /// Who made the edit.
    async fn edited_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.revision.editor_id).await
    }

    /// When the edit was made.
    async fn edited_at(&self) -> DateTime<Utc> {
        self.revision.edited_at
    }

    /// Why, if it was said.
    async fn reason(&self) -> Option<&str> {
        self.revision.reason.as_deref()
    }

    /// What the edit changed, in reading order.
    async fn diff(&self) -> Result<Vec<DiffChunk>> {
        let (earlier, later) = (self.revision.body.clone(), self.next.clone());
        let comparing = tokio::task::spawn_blocking(move || ::channels::diff(&earlier, &later));
        let chunks = comparing.await.map_err(Error::internal)?;
        Ok(chunks
            .into_iter()
            .map(|Chunk { kind, text }| DiffChunk { kind, text })
            .collect())
    }
}

/// A file attached to a post.
#[derive(Clone)]
pub struct FileObject(pub File);

#[Object(name = "File")]
impl FileObject {
    /// Its id.
    pub async fn id(&self) -> FileId {
        self.0.id
    }

    /// The name it was uploaded under.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What it is, as its content shows.
    async fn media_type(&self) -> &str {
        &self.0.media_type
    }

    /// Its size in bytes.
    async fn bytes(&self) -> i32 {
        i32::try_from(self.0.bytes).unwrap_or(i32::MAX)
    }

    /// The width of a picture in pixels.
    async fn width(&self) -> Option<i32> {
        self.0.width
    }

    /// The height of a picture in pixels.
    async fn height(&self) -> Option<i32> {
        self.0.height
    }

    /// Where its content is, for those who may read the post.
    async fn url(&self) -> String {
        file_url(&self.0)
    }
}

/// The path of a file's content. The name is there for the reader; the id decides.
pub fn file_url(file: &File) -> String {
    let stem = file
        .name
        .rsplit_once('.')
        .map_or(file.name.as_str(), |(stem, _)| stem);
    let name = kernel::slug(stem);
    format!(
        "/files/{}/{}",
        file.id,
        if name.is_empty() { "file" } else { &name }
    )
}
