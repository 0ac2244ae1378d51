use super::series::{SeriesObject, SpacedObject};
use super::{DueRuleObject, expected, objectives, people, session, standings, waiting_for};
use crate::channels::{ChannelObject, PostObject, ThreadObject};
use crate::communities::CommunityObject;
use crate::connection::{Connected, connected, count};
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::sessions::{ObjectiveObject, SessionObject};
use ::prompts::{Change, PromptSeen, PromptsIn, Read, Witness};
use async_graphql::{Context, Object, SimpleObject};
use channels::Write;
use chrono::{DateTime, Utc};
use communities::{Role, allows};
use kernel::{First, PersonId, Policy, PromptId, Result, permit};
use std::collections::HashSet;
use std::sync::Arc;

/// What a facilitator asks of everybody. Its words open its conversation, and its answers are posts there.
#[derive(Clone)]
pub struct PromptObject(pub Arc<PromptSeen>);

impl From<PromptSeen> for PromptObject {
    fn from(seen: PromptSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl PromptObject {
    /// The prompt, if the viewer may read it.
    pub async fn find(ctx: &Context<'_>, id: PromptId) -> Result<Self> {
        let seen = ::prompts::prompt_seen(&ctx.conn(), ctx.signed_in()?, id).await?;
        Ok(permit::<Read, PromptSeen>(ctx.actor(), seen)?
            .into_subject()
            .into())
    }

    fn may<Action>(&self, ctx: &Context<'_>) -> bool
    where
        PromptSeen: Policy<Action>,
    {
        allows::<Action, PromptSeen>(ctx.actor(), &self.0)
    }

    async fn answered(&self, ctx: &Context<'_>) -> Result<Arc<HashSet<PersonId>>> {
        let answered = &ctx.loaders().prompts.answered;
        let found = answered.load_one(self.0.prompt.thread_id).await;
        Ok(found.map_err(failed)?.unwrap_or_default())
    }

    fn expects_viewer(&self) -> bool {
        let standing = self.0.thread.standing;
        standing.is_some_and(|standing| self.0.prompt.asking().expects(standing))
    }

    pub fn is_late(&self, now: DateTime<Utc>) -> bool {
        let passed = self.0.prompt.due_at.is_some_and(|due| due < now);
        passed && self.expects_viewer() && !self.0.thread.has_answered()
    }
}

/// A page of prompts, the newest first.
pub async fn prompts_page(
    ctx: &Context<'_>,
    place: PromptsIn,
    (first, after): (i32, Option<String>),
) -> Result<Connected<PromptObject>> {
    let page = (First::parse(first)?, after.as_deref());
    let found = ::prompts::prompts_in(&ctx.conn(), ctx.actor(), place, page).await?;
    Ok(connected(found, PromptObject::from))
}

/// What the viewer may do with a prompt.
#[derive(SimpleObject)]
pub struct PromptPermissions {
    /// Answer it.
    answer: bool,
    /// Say anew when it is due and of whom it is asked, and withdraw it.
    edit: bool,
    /// Know who has answered.
    witness: bool,
}

#[Object(name = "Prompt")]
impl PromptObject {
    /// Its id.
    pub async fn id(&self) -> PromptId {
        self.0.prompt.id
    }

    /// What it is about.
    async fn title(&self) -> &str {
        &self.0.thread.thread.title
    }

    /// Its conversation: the opening asks, the other posts answer.
    async fn thread(&self) -> ThreadObject {
        ThreadObject(self.0.thread.clone())
    }

    /// The channel it was asked in.
    async fn channel(&self) -> ChannelObject {
        self.0.thread.channel.clone().into()
    }

    /// The community it was asked in.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.0.prompt.community_id).await
    }

    /// The session that it prepares or looks back on, if the viewer may see it.
    async fn session(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        session(ctx, self.0.prompt.session_id).await
    }

    /// Which objectives it serves.
    async fn objectives(&self, ctx: &Context<'_>) -> Result<Vec<ObjectiveObject>> {
        objectives(ctx, &self.0.objectives).await
    }

    /// Who asks.
    async fn asked_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.prompt.asked_by).await
    }

    /// When it was asked.
    async fn posted_at(&self) -> DateTime<Utc> {
        self.0.prompt.posted_at
    }

    /// When it is due.
    async fn due_at(&self) -> Option<DateTime<Utc>> {
        self.0.prompt.due_at
    }

    /// How that follows the start of its session, if it does.
    async fn due(&self) -> Option<DueRuleObject> {
        self.0.prompt.due_rule.clone().map(DueRuleObject::from)
    }

    /// The time zone in which it is due, by its name in the IANA database.
    async fn zone(&self) -> &str {
        &self.0.prompt.zone
    }

    /// How many minutes it takes.
    async fn minutes(&self) -> Option<i32> {
        self.0.prompt.minutes
    }

    /// The roles of whom it is asked.
    async fn audience(&self) -> &[Role] {
        self.0.prompt.audience.roles()
    }

    /// Whether everybody answers before they read what others answered.
    async fn answer_first(&self) -> bool {
        self.0.thread.thread.answer_first
    }

    /// Since when it is asked no longer.
    async fn withdrawn_at(&self) -> Option<DateTime<Utc>> {
        self.0.prompt.withdrawn_at
    }

    /// Whether it is asked of the viewer: they have such a role, and were there before it was due.
    async fn is_expected(&self) -> bool {
        self.expects_viewer()
    }

    /// Whether the viewer has answered.
    async fn is_answered(&self) -> bool {
        self.0.thread.has_answered()
    }

    /// Whether it was due, and the viewer is expected to answer and has not.
    #[graphql(name = "isLate")]
    async fn is_late_now(&self, ctx: &Context<'_>) -> bool {
        self.is_late(ctx.db().now())
    }

    /// The viewer's first answer.
    async fn viewer_answer(&self, ctx: &Context<'_>) -> Result<Option<PostObject>> {
        let own = &ctx.loaders().prompts.own_answers;
        let found = own.load_one(self.0.prompt.thread_id).await;
        Ok(found.map_err(failed)?.map(PostObject::from))
    }

    /// How many people have answered.
    async fn answer_count(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(count(self.answered(ctx).await?.len()))
    }

    /// How many people it is asked.
    async fn expected_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let standings = standings(ctx, self.0.prompt.community_id).await?;
        Ok(count(expected(self.0.prompt.asking(), &standings).len()))
    }

    /// Who has answered, by name; nothing for those who may not know.
    async fn answered_by(&self, ctx: &Context<'_>) -> Result<Option<Vec<PersonObject>>> {
        if !self.may::<Witness>(ctx) {
            return Ok(None);
        }
        let answered = self.answered(ctx).await?;
        Ok(Some(people(ctx, answered.iter().copied().collect()).await?))
    }

    /// Who is asked and has not answered, by name; nothing for those who may not know.
    async fn waiting_for(&self, ctx: &Context<'_>) -> Result<Option<Vec<PersonObject>>> {
        if !self.may::<Witness>(ctx) {
            return Ok(None);
        }
        let standings = standings(ctx, self.0.prompt.community_id).await?;
        let answered = self.answered(ctx).await?;
        let waiting = waiting_for(self.0.prompt.asking(), &standings, &answered);
        Ok(Some(people(ctx, waiting).await?))
    }

    /// What the viewer may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> PromptPermissions {
        let writes = Policy::<Write>::verdict(&*self.0.thread, &ctx.actor()).allows();
        PromptPermissions {
            answer: writes && self.0.prompt.withdrawn_at.is_none(),
            edit: self.may::<Change>(ctx),
            witness: self.may::<Witness>(ctx),
        }
    }

    /// The question of a series that it asks, if it asks one.
    async fn spaced(&self, ctx: &Context<'_>) -> Result<Option<SpacedObject>> {
        let loader = &ctx.loaders().prompts.series_of_prompts;
        let found = loader.load_one(self.0.prompt.id).await.map_err(failed)?;
        Ok(found.and_then(|seen| SeriesObject(seen).asked_by(self.0.prompt.id)))
    }

    /// Where it can be found: a path of the web app that leads to it wherever it moves.
    async fn path(&self) -> String {
        format!("/go/{}", self.0.prompt.id)
    }
}
