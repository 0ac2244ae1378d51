use super::{DueRuleObject, expected, objectives, people, session, standings, waiting_for};
use crate::channels::{FileObject, Html};
use crate::communities::CommunityObject;
use crate::connection::count;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::sessions::{ObjectiveObject, SessionObject};
use ::prompts::{Change, Finish, PreWorkKind, PreWorkSeen, Read, Witness};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::{Role, allows};
use kernel::{PersonId, Policy, PreWorkId, Result, permit};
use std::collections::HashSet;
use std::sync::Arc;

/// Something to read or to do before a session, that is no question.
#[derive(Clone)]
pub struct PreWorkObject(pub Arc<PreWorkSeen>);

impl From<PreWorkSeen> for PreWorkObject {
    fn from(seen: PreWorkSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl PreWorkObject {
    /// The pre-work, if the viewer may read it.
    pub async fn find(ctx: &Context<'_>, id: PreWorkId) -> Result<Self> {
        let seen = ::prompts::pre_work_seen(&ctx.conn(), ctx.signed_in()?, id).await?;
        Ok(permit::<Read, PreWorkSeen>(ctx.actor(), seen)?
            .into_subject()
            .into())
    }

    fn may<Action>(&self, ctx: &Context<'_>) -> bool
    where
        PreWorkSeen: Policy<Action>,
    {
        allows::<Action, PreWorkSeen>(ctx.actor(), &self.0)
    }

    async fn done(&self, ctx: &Context<'_>) -> Result<Arc<HashSet<PersonId>>> {
        let found = ctx.loaders().prompts.done.load_one(self.0.item.id).await;
        Ok(found.map_err(failed)?.unwrap_or_default())
    }

    fn expects_viewer(&self) -> bool {
        let standing = self.0.standing;
        standing.is_some_and(|standing| self.0.item.asking().expects(standing))
    }

    pub fn is_late(&self, now: DateTime<Utc>) -> bool {
        let passed = self.0.item.due_at.is_some_and(|due| due < now);
        passed && self.expects_viewer() && !self.0.is_done
    }
}

/// What the viewer may do with pre-work.
#[derive(SimpleObject)]
pub struct PreWorkPermissions {
    /// Say that they are done with it.
    finish: bool,
    /// Change it, and withdraw it.
    edit: bool,
    /// Know who is done with it.
    witness: bool,
}

#[Object(name = "PreWork")]
impl PreWorkObject {
    /// Its id.
    pub async fn id(&self) -> PreWorkId {
        self.0.item.id
    }

    /// The community it is for.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.0.item.community_id).await
    }

    /// The session that it prepares, if the viewer may see it.
    async fn session(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        session(ctx, self.0.item.session_id).await
    }

    /// A link, a file, or something to read.
    async fn kind(&self) -> PreWorkKind {
        self.0.item.kind
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.item.title
    }

    /// What to do with it, or what to read, in Markdown; may be empty.
    async fn note(&self) -> &str {
        &self.0.item.note
    }

    /// Its note as shown.
    async fn note_html(&self) -> Html {
        Html(self.0.item.note_html.clone())
    }

    /// The page elsewhere, of a link.
    async fn url(&self) -> Option<&str> {
        self.0.item.url.as_deref()
    }

    /// The file, where it is one.
    async fn file(&self, ctx: &Context<'_>) -> Result<Option<FileObject>> {
        let Some(id) = self.0.item.file_id else {
            return Ok(None);
        };
        let found = ctx.loaders().shared_files.load_one(id).await;
        Ok(found.map_err(failed)?.map(FileObject))
    }

    /// Which objectives it serves.
    async fn objectives(&self, ctx: &Context<'_>) -> Result<Vec<ObjectiveObject>> {
        objectives(ctx, &self.0.objectives).await
    }

    /// Who opened it.
    async fn opened_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.item.opened_by).await
    }

    /// Since when it is there.
    async fn opened_at(&self) -> DateTime<Utc> {
        self.0.item.opened_at
    }

    /// When it is due.
    async fn due_at(&self) -> Option<DateTime<Utc>> {
        self.0.item.due_at
    }

    /// How that follows the start of its session, if it does.
    async fn due(&self) -> Option<DueRuleObject> {
        self.0.item.due_rule.clone().map(DueRuleObject::from)
    }

    /// The time zone in which it is due, by its name in the IANA database.
    async fn zone(&self) -> &str {
        &self.0.item.zone
    }

    /// How many minutes it takes.
    async fn minutes(&self) -> Option<i32> {
        self.0.item.minutes
    }

    /// The roles of those for whom it is.
    async fn audience(&self) -> &[Role] {
        self.0.item.audience.roles()
    }

    /// Since when it is withdrawn.
    async fn withdrawn_at(&self) -> Option<DateTime<Utc>> {
        self.0.item.withdrawn_at
    }

    /// Whether it is for the viewer: they have such a role, and were there before it was due.
    async fn is_expected(&self) -> bool {
        self.expects_viewer()
    }

    /// Whether the viewer is done with it.
    async fn is_done(&self) -> bool {
        self.0.is_done
    }

    /// Whether it was due, and the viewer is expected to do it and has not.
    #[graphql(name = "isLate")]
    async fn is_late_now(&self, ctx: &Context<'_>) -> bool {
        self.is_late(ctx.db().now())
    }

    /// How many people are done with it.
    async fn done_count(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(count(self.done(ctx).await?.len()))
    }

    /// For how many people it is.
    async fn expected_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let standings = standings(ctx, self.0.item.community_id).await?;
        Ok(count(expected(self.0.item.asking(), &standings).len()))
    }

    /// Who is done with it, by name; nothing for those who may not know.
    async fn done_by(&self, ctx: &Context<'_>) -> Result<Option<Vec<PersonObject>>> {
        if !self.may::<Witness>(ctx) {
            return Ok(None);
        }
        let done = self.done(ctx).await?;
        Ok(Some(people(ctx, done.iter().copied().collect()).await?))
    }

    /// For whom it is and who is not done, by name; nothing for those who may not know.
    async fn waiting_for(&self, ctx: &Context<'_>) -> Result<Option<Vec<PersonObject>>> {
        if !self.may::<Witness>(ctx) {
            return Ok(None);
        }
        let standings = standings(ctx, self.0.item.community_id).await?;
        let done = self.done(ctx).await?;
        let waiting = waiting_for(self.0.item.asking(), &standings, &done);
        Ok(Some(people(ctx, waiting).await?))
    }

    /// What the viewer may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> PreWorkPermissions {
        PreWorkPermissions {
            finish: self.may::<Finish>(ctx),
            edit: self.may::<Change>(ctx),
            witness: self.may::<Witness>(ctx),
        }
    }
}
