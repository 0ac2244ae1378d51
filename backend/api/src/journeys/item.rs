use super::journey::JourneyObject;
use super::step::JourneyStepObject;
use crate::channels::ThreadObject;
use crate::context::Asked;
use crate::errors::seen;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::pairings::RoundObject;
use crate::prompts::{PreWorkObject, PromptObject};
use crate::pulses::PulseObject;
use ::journeys::{
    ItemSeen, JourneyItemState, JourneyItemWhy, Look, Outcome, item_seen, step_named,
};
use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use kernel::{JourneyItemId, Result, permit};
use std::sync::Arc;

/// Something that happens once.
#[derive(Clone)]
pub struct JourneyItemObject(pub Arc<ItemSeen>);

impl From<ItemSeen> for JourneyItemObject {
    fn from(seen: ItemSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl JourneyItemObject {
    pub async fn find(ctx: &Context<'_>, id: JourneyItemId) -> Result<Self> {
        let seen = item_seen(&ctx.conn(), ctx.actor(), id).await?;
        Ok(permit::<Look, _>(ctx.actor(), seen)?.into_subject().into())
    }

    fn outcome(&self) -> Option<&Outcome> {
        self.0.item.outcome.as_ref()
    }
}

#[Object(name = "JourneyItem")]
impl JourneyItemObject {
    /// Its id.
    pub async fn id(&self) -> JourneyItemId {
        self.0.item.id
    }

    /// The journey it belongs to.
    async fn journey(&self) -> JourneyObject {
        JourneyObject::from(self.0.journey.clone())
    }

    /// What it does; nothing when its step was taken out of the journey.
    async fn step(&self) -> Option<JourneyStepObject> {
        let steps = &self.0.journey.journey.steps.0;
        step_named(steps, &self.0.item.step)
            .cloned()
            .map(JourneyStepObject)
    }

    /// The only person it is for, when it counts from when they joined.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        let Some(id) = self.0.item.person_id else {
            return Ok(None);
        };
        let person = ctx.loaders().people.load_one(id).await.map_err(failed)?;
        Ok(person.map(PersonObject))
    }

    /// When it is due, or was.
    async fn due_at(&self) -> DateTime<Utc> {
        self.0.item.due_at
    }

    /// The time zone in which that was reckoned, by its name in the IANA database.
    async fn zone(&self) -> &str {
        &self.0.item.zone
    }

    /// Where it stands.
    async fn state(&self) -> JourneyItemState {
        self.0.item.state
    }

    /// Why it does not happen.
    async fn why(&self) -> Option<JourneyItemWhy> {
        self.0.item.why
    }

    /// When it happened.
    async fn done_at(&self) -> Option<DateTime<Utc>> {
        self.0.item.done_at
    }

    /// How many people were spoken to by themselves.
    async fn people_count(&self) -> i32 {
        let people = self.outcome().map_or(0, |outcome| outcome.people);
        i32::try_from(people).unwrap_or(i32::MAX)
    }

    /// The id of what came of it, of whatever kind: a check-in, a pulse, a round, a series, pre-work, a
    /// prompt or a conversation; nothing where it spoke to people alone.
    async fn made(&self) -> Option<ID> {
        self.outcome().and_then(Outcome::made).map(ID::from)
    }

    /// The conversation it began, if the viewer may read it.
    async fn thread(&self, ctx: &Context<'_>) -> Result<Option<ThreadObject>> {
        match self.outcome().and_then(|outcome| outcome.thread) {
            Some(id) => seen(ThreadObject::find(ctx, id).await),
            None => Ok(None),
        }
    }

    /// The prompt it asked, if the viewer may read it.
    async fn prompt(&self, ctx: &Context<'_>) -> Result<Option<PromptObject>> {
        match self.outcome().and_then(|outcome| outcome.prompt) {
            Some(id) => seen(PromptObject::find(ctx, id).await),
            None => Ok(None),
        }
    }

    /// The round of pairs that it opened, if the viewer may know it.
    async fn round(&self, ctx: &Context<'_>) -> Result<Option<RoundObject>> {
        match self.outcome().and_then(|outcome| outcome.round) {
            Some(id) => seen(RoundObject::find(ctx, id).await),
            None => Ok(None),
        }
    }

    /// The pulse that it opened, if the viewer may know it.
    async fn pulse(&self, ctx: &Context<'_>) -> Result<Option<PulseObject>> {
        match self.outcome().and_then(|outcome| outcome.pulse) {
            Some(id) => seen(PulseObject::find(ctx, id).await),
            None => Ok(None),
        }
    }

    /// The pre-work it opened, if the viewer may see it.
    async fn pre_work(&self, ctx: &Context<'_>) -> Result<Option<PreWorkObject>> {
        match self.outcome().and_then(|outcome| outcome.pre_work) {
            Some(id) => seen(PreWorkObject::find(ctx, id).await),
            None => Ok(None),
        }
    }

    /// How often it was tried in vain.
    async fn attempts(&self) -> i32 {
        self.0.item.attempts
    }

    /// Why it could not be done, in words.
    async fn problem(&self) -> Option<&str> {
        self.0.item.last_error.as_deref()
    }

    /// From when on it is tried again.
    async fn next_attempt_at(&self) -> Option<DateTime<Utc>> {
        let failing = self.0.item.attempts > 0;
        self.0.item.run_after.filter(|_| failing)
    }
}
