use super::{PromptObject, session};
use crate::channels::ChannelObject;
use crate::communities::CommunityObject;
use crate::connection::count;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::sessions::SessionObject;
use ::prompts::{
    Change, PromptSeen, Read, RecallMark, SeriesSeen, SeriesState, SpacedKind, SpacedQuestion,
    Witness,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::{CommunitySeen, Role, allows};
use kernel::{PromptId, PromptSeriesId, Result, SessionId, permit};
use std::sync::Arc;

/// Questions that come one after another in the days after a session.
#[derive(Clone)]
pub struct SeriesObject(pub Arc<SeriesSeen>);

impl From<SeriesSeen> for SeriesObject {
    fn from(seen: SeriesSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl SeriesObject {
    /// The series, if the viewer may know it.
    pub async fn find(ctx: &Context<'_>, id: PromptSeriesId) -> Result<Self> {
        let actor = ctx.signed_in()?;
        let seen = ::prompts::series_seen(&ctx.conn(), actor, id).await?;
        Ok(permit::<Read, _>(actor, seen)?.into_subject().into())
    }

    fn may_change(&self, ctx: &Context<'_>) -> bool {
        allows::<Change, SeriesSeen>(ctx.actor(), &self.0)
    }

    fn all(&self) -> impl Iterator<Item = SpacedObject> + '_ {
        self.0.questions.iter().map(|question| SpacedObject {
            question: question.clone(),
            of: self.clone(),
        })
    }

    /// The question of the series that a prompt asks.
    pub fn asked_by(&self, prompt: PromptId) -> Option<SpacedObject> {
        self.all().find(|it| it.question.prompt_id == Some(prompt))
    }
}

/// What the viewer may do with a series.
#[derive(SimpleObject)]
pub struct PromptSeriesPermissions {
    /// Change what is still to come, pause it and take it back.
    change: bool,
    /// Know how many recalled it.
    witness: bool,
}

#[Object(name = "PromptSeries")]
impl SeriesObject {
    /// Its id.
    pub async fn id(&self) -> PromptSeriesId {
        self.0.series.id
    }

    /// Where it can be found: a path of the web app that leads to it wherever it moves.
    async fn path(&self) -> String {
        format!("/go/{}", self.0.series.id)
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.series.title
    }

    /// The community it is for.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.0.series.community_id).await
    }

    /// Where its questions are asked.
    async fn channel(&self, ctx: &Context<'_>) -> Result<Option<ChannelObject>> {
        let loader = &ctx.loaders().communities.channels;
        let found = loader.load_one(self.0.series.community_id).await;
        let mut all = found.map_err(failed)?.unwrap_or_default().into_iter();
        let own = all.find(|it| it.id == self.0.series.channel_id);
        Ok(own.map(ChannelObject::from))
    }

    /// The session that it follows, if the viewer may see it.
    async fn session(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        session(ctx, Some(self.0.series.session_id)).await
    }

    /// Who made it.
    async fn created_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.series.created_by).await
    }

    /// The roles of whom it is asked.
    async fn audience(&self) -> &[Role] {
        self.0.series.audience.roles()
    }

    /// Where it stands.
    async fn state(&self) -> SeriesState {
        self.0.series.state(&self.0.questions)
    }

    /// Its questions, in the order in which they come.
    #[graphql(complexity = "5 * child_complexity")]
    async fn questions(&self) -> Vec<SpacedObject> {
        self.all().collect()
    }

    /// How well the viewer recalled them, by their own word: of those they marked, in their order.
    async fn viewer_marks(&self, ctx: &Context<'_>) -> Result<Vec<RecallMark>> {
        let asked = self.0.questions.iter().filter_map(|it| it.prompt_id);
        let asked: Vec<PromptId> = asked.collect();
        let loader = &ctx.loaders().prompts.recall;
        let marks = loader.load_many(asked.clone()).await.map_err(failed)?;
        Ok(asked
            .iter()
            .filter_map(|it| marks.get(it))
            .copied()
            .collect())
    }

    /// What the viewer may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> PromptSeriesPermissions {
        PromptSeriesPermissions {
            change: self.may_change(ctx),
            witness: allows::<Witness, SeriesSeen>(ctx.actor(), &self.0),
        }
    }
}

/// One question of a series.
#[derive(Clone)]
pub struct SpacedObject {
    question: SpacedQuestion,
    of: SeriesObject,
}

impl SpacedObject {
    async fn asked(&self, ctx: &Context<'_>) -> Result<Option<Arc<PromptSeen>>> {
        let Some(id) = self.question.prompt_id else {
            return Ok(None);
        };
        let found = ctx.loaders().prompts.by_id.load_one(id).await;
        found.map_err(failed)
    }
}

/// How many answered a question, and how well they recalled it by their own word.
#[derive(SimpleObject)]
pub struct RecallCounts {
    /// How many answered.
    answered: i32,
    /// How many knew it.
    knew: i32,
    /// How many knew a part of it.
    partly: i32,
    /// How many did not know it yet.
    not_yet: i32,
}

#[Object(name = "SpacedQuestion")]
impl SpacedObject {
    /// The series it belongs to.
    async fn series(&self) -> SeriesObject {
        self.of.clone()
    }

    /// Its place in the series, from 0.
    async fn position(&self) -> i32 {
        self.question.position
    }

    /// Whether it asks to recall or to apply.
    async fn kind(&self) -> SpacedKind {
        self.question.kind
    }

    /// What it is about, for who may change it; others read it with its prompt, once it is asked.
    async fn title(&self, ctx: &Context<'_>) -> Option<&str> {
        self.of.may_change(ctx).then_some(&self.question.title)
    }

    /// What is asked, in Markdown, for who may change it; others read it with its prompt, once it is asked.
    async fn body(&self, ctx: &Context<'_>) -> Option<&str> {
        self.of.may_change(ctx).then_some(&self.question.body)
    }

    /// So many days after the end of the session.
    async fn days(&self) -> i32 {
        self.question.days
    }

    /// Why it could not be asked, the last time it was tried; nothing for those who lead nothing here.
    async fn problem(&self, ctx: &Context<'_>) -> Option<&str> {
        let leads = allows::<Witness, SeriesSeen>(ctx.actor(), &self.of.0);
        self.question.problem.as_deref().filter(|_| leads)
    }

    /// Since when nobody tries to ask it any more, because it could not be asked. Changing it lets it be
    /// asked again.
    async fn given_up_at(&self) -> Option<DateTime<Utc>> {
        self.question.given_up_at
    }

    /// When it is asked, or was to be.
    async fn asks_at(&self) -> DateTime<Utc> {
        self.question.asks_at
    }

    /// The prompt, once it is asked and if the viewer may read it.
    async fn prompt(&self, ctx: &Context<'_>) -> Result<Option<PromptObject>> {
        Ok(self.asked(ctx).await?.map(PromptObject))
    }

    /// What was to be recalled: for who may change it, and for others once they have answered.
    async fn expected(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        let answered = match self.of.may_change(ctx) {
            true => true,
            false => {
                let asked = self.asked(ctx).await?;
                asked.is_some_and(|it| it.thread.has_answered())
            }
        };
        Ok(self.question.expected.as_deref().filter(|_| answered))
    }

    /// How well the viewer recalled it, by their own word.
    async fn viewer_mark(&self, ctx: &Context<'_>) -> Result<Option<RecallMark>> {
        let Some(id) = self.question.prompt_id else {
            return Ok(None);
        };
        let found = ctx.loaders().prompts.recall.load_one(id).await;
        found.map_err(failed)
    }

    /// How many answered and recalled it; nothing for those who may not know.
    async fn counts(&self, ctx: &Context<'_>) -> Result<Option<RecallCounts>> {
        let leads = allows::<Witness, SeriesSeen>(ctx.actor(), &self.of.0);
        let asked = self.asked(ctx).await?.filter(|_| leads);
        let Some(asked) = asked else { return Ok(None) };
        let prompts = &ctx.loaders().prompts;
        let answered = prompts.answered.load_one(asked.prompt.thread_id).await;
        let marks = prompts.recall_counts.load_one(asked.prompt.id).await;
        let marks = marks.map_err(failed)?.unwrap_or_default();
        let of = |mark: RecallMark| count(marks.get(&mark).copied().unwrap_or_default());
        Ok(Some(RecallCounts {
            answered: count(answered.map_err(failed)?.unwrap_or_default().len()),
            knew: of(RecallMark::Knew),
            partly: of(RecallMark::Partly),
            not_yet: of(RecallMark::NotYet),
        }))
    }
}

/// The fields of a community that are about series of questions.
pub struct SeriesOfCommunity(pub Arc<CommunitySeen>);

#[Object]
impl SeriesOfCommunity {
    /// Series of questions that come after its sessions, the newest first; at most 50.
    #[graphql(complexity = "10 * child_complexity")]
    async fn prompt_series(&self, ctx: &Context<'_>) -> Result<Vec<SeriesObject>> {
        let place = self.0.community.id;
        let found = ::prompts::series_in(&ctx.conn(), ctx.actor(), place).await?;
        Ok(found.into_iter().map(SeriesObject::from).collect())
    }
}

/// The fields of a session that are about series of questions.
pub struct SeriesOfSession(pub SessionId);

#[Object]
impl SeriesOfSession {
    /// Series of questions that come after it.
    #[graphql(complexity = "5 * child_complexity")]
    async fn prompt_series(&self, ctx: &Context<'_>) -> Result<Vec<SeriesObject>> {
        let found = ctx.loaders().prompts.series.load_one(self.0).await;
        let found = found.map_err(failed)?.unwrap_or_default();
        Ok(found.into_iter().map(SeriesObject::from).collect())
    }
}
