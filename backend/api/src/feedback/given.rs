use super::evidence::EvidenceObject;
use crate::channels::PostObject;
use crate::connection::count;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use ::feedback::{Decline, Feedback, FeedbackSeen, FeedbackState, Give, Read};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::allows;
use kernel::{FeedbackId, Result, permit};
use std::sync::Arc;

/// One person is asked to look at what another handed in, and what became of it.
#[derive(Clone)]
pub struct FeedbackObject(pub Arc<FeedbackSeen>);

impl From<FeedbackSeen> for FeedbackObject {
    fn from(seen: FeedbackSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl FeedbackObject {
    /// The feedback, if the viewer may read it.
    pub async fn find(ctx: &Context<'_>, id: FeedbackId) -> Result<Self> {
        let actor = ctx.signed_in()?;
        let seen = ::feedback::feedback_seen(&ctx.conn(), actor, id).await?;
        Ok(permit::<Read, _>(actor, seen)?.into_subject().into())
    }

    /// Of these, those that the viewer may read.
    pub fn readable(ctx: &Context<'_>, all: Vec<FeedbackSeen>) -> Vec<Self> {
        let reads = |it: &FeedbackSeen| allows::<Read, FeedbackSeen>(ctx.actor(), it);
        all.into_iter().filter(reads).map(Self::from).collect()
    }

    fn row(&self) -> &Feedback {
        &self.0.feedback
    }
}

/// What the viewer may do with feedback.
#[derive(SimpleObject)]
pub struct FeedbackPermissions {
    /// Give it: also when it is late.
    give: bool,
    /// Say that they cannot.
    decline: bool,
    /// Mark other levels, once it was given.
    mark: bool,
}

#[Object(name = "Feedback")]
impl FeedbackObject {
    /// Its id.
    pub async fn id(&self) -> FeedbackId {
        self.row().id
    }

    /// Where it can be found: a path of the web app that leads to it wherever it moves.
    async fn path(&self) -> String {
        format!("/go/{}", self.row().id)
    }

    /// What is looked at.
    async fn evidence(&self) -> EvidenceObject {
        EvidenceObject(self.0.evidence.clone())
    }

    /// Who is asked.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.row().person_id).await
    }

    /// Where it stands.
    async fn state(&self) -> FeedbackState {
        self.row().state()
    }

    /// Since when they are asked.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.row().asked_at
    }

    /// Until when, before somebody else is asked.
    async fn due_at(&self) -> DateTime<Utc> {
        self.row().due_at
    }

    /// When it was given.
    async fn given_at(&self) -> Option<DateTime<Utc>> {
        self.row().given_at
    }

    /// For each criterion the level that was seen, from 0, or null where nothing could be said; empty
    /// until it is given.
    async fn marks(&self) -> Vec<Option<i32>> {
        let marks = self.row().marks.as_ref();
        let levels = marks.map(|it| it.levels()).unwrap_or_default();
        levels.iter().map(|level| level.map(count)).collect()
    }

    /// What was written: a reply in the conversation of the evidence, if the viewer may read it.
    async fn post(&self, ctx: &Context<'_>) -> Result<Option<PostObject>> {
        let Some(id) = self.row().post_id else {
            return Ok(None);
        };
        let found = ctx.loaders().questions.posts.load_one(id).await;
        Ok(found.map_err(failed)?.map(PostObject::from))
    }

    /// What the viewer may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> FeedbackPermissions {
        let gives = allows::<Give, FeedbackSeen>(ctx.actor(), &self.0);
        let is_open = self.row().is_open();
        FeedbackPermissions {
            give: gives && is_open,
            decline: is_open && allows::<Decline, FeedbackSeen>(ctx.actor(), &self.0),
            mark: gives && self.row().state() == FeedbackState::Given,
        }
    }
}
