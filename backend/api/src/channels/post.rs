use super::Html;
use super::file::FileObject;
use super::hidden::HiddenObject;
use super::revision::RevisionObject;
use super::thread::{ThreadObject, named};
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::misconceptions::{
    CorrectionObject, MisconceptionObject, author_notice, corrections_of, words_of,
};
use crate::questions::VerificationObject;
use ::channels::{
    Delete, Edit, PostSeen, React, ReactionKind, Read, ReadWords, Restore, Revision, Write,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use identity::Person;
use kernel::{First, Policy, PostId, Result, ThreadId, permit};

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

    /// What who wrote it is called, where that is known.
    pub async fn author_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let person = named(ctx, self.seen.post.byline(ctx.actor())).await?;
        Ok(person.map(|person| person.0.name))
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

    /// Who wrote it; nobody where that was done without a name, but for its author.
    async fn author(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match &self.author {
            Some(person) => Ok(Some(PersonObject(person.clone()))),
            None => named(ctx, self.seen.post.byline(ctx.actor())).await,
        }
    }

    /// Whether it was written without a name.
    async fn is_nameless(&self) -> bool {
        self.seen.post.nameless
    }

    /// Whether the viewer wrote it.
    async fn viewer_is_author(&self, ctx: &Context<'_>) -> bool {
        self.seen.post.is_by(ctx.actor())
    }

    /// Since when it waits for a moderator. Others than its author and who moderates know of it only
    /// where it stood before it was changed, and read no words of it.
    async fn held_at(&self) -> Option<DateTime<Utc>> {
        self.seen.post.held_at
    }

    /// That a moderator withholds its words, and why; those alone read them who wrote or moderate it.
    async fn hidden(&self) -> Option<HiddenObject> {
        HiddenObject::of(&self.seen.post)
    }

    /// Its words as typed, in Markdown; nothing while they are withheld from the viewer.
    async fn body(&self, ctx: &Context<'_>) -> Option<&str> {
        self.may::<ReadWords>(ctx)
            .then_some(self.seen.post.body.as_str())
    }

    /// Its words as shown; nothing once it is deleted, but for those who may restore it. A corrected
    /// passage stands in `<mark class="corrected" data-occurrence="…">`.
    async fn body_html(&self, ctx: &Context<'_>) -> Result<Option<Html>> {
        match self.may::<ReadWords>(ctx) {
            true => words_of(ctx, &self.seen).await.map(Some),
            false => Ok(None),
        }
    }

    /// What is corrected of it, and of what it quotes: to be shown wherever its words are.
    async fn corrections(&self, ctx: &Context<'_>) -> Result<Vec<CorrectionObject>> {
        match self.may::<ReadWords>(ctx) {
            true => corrections_of(ctx, &self.seen).await,
            false => Ok(Vec::new()),
        }
    }

    /// What its author reads, and nobody else, while they have time to revise it.
    async fn author_notice(&self, ctx: &Context<'_>) -> Result<Option<MisconceptionObject>> {
        let own = self.seen.post.is_by(ctx.actor());
        match own && self.seen.post.examined {
            true => author_notice(ctx, &self.seen).await,
            false => Ok(None),
        }
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
        let own = self.seen.post.is_by(ctx.actor());
        self.seen.post.nonce.as_deref().filter(|_| own)
    }

    /// That somebody who knows stands behind it.
    async fn verification(&self, ctx: &Context<'_>) -> Result<Option<VerificationObject>> {
        VerificationObject::of(ctx, &self.seen).await
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
        let editor = |revision: &Revision| revision.byline(&self.seen.post, ctx.actor());
        Ok(connected(page, |(revision, next)| RevisionObject {
            editor: editor(&revision),
            revision,
            next,
            of: self.seen.clone(),
        }))
    }
}
