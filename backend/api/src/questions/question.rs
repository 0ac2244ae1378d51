use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::prompts::{objectives, people, session};
use crate::sessions::{ObjectiveObject, SessionObject};
use ::channels::{Ask, Edit, Moderate, PostSeen, Reveal, ThreadSeen};
use ::questions::{Invite, Park, QuestionSeen, QuestionState};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::Role;
use kernel::{Policy, Result};
use std::sync::Arc;

/// What a conversation is as a question.
pub struct QuestionObject {
    pub thread: Arc<ThreadSeen>,
    pub seen: Arc<QuestionSeen>,
}

impl QuestionObject {
    pub async fn of(ctx: &Context<'_>, thread: &Arc<ThreadSeen>) -> Result<Self> {
        let questions = &ctx.loaders().questions.seen;
        let seen = questions.load_one(thread.thread.id).await.map_err(failed)?;
        Ok(Self {
            thread: thread.clone(),
            seen: seen.unwrap_or_default(),
        })
    }

    fn may<Action>(&self, ctx: &Context<'_>) -> bool
    where
        ThreadSeen: Policy<Action>,
    {
        self.thread.verdict(&ctx.actor()).allows()
    }
}

/// What the viewer may do with a question.
#[derive(SimpleObject)]
pub struct QuestionPermissions {
    /// Say which answer helped.
    mark_helped: bool,
    /// Stand behind an answer.
    verify: bool,
    /// Say that it was asked before, and open it again.
    close: bool,
    /// Put it on the agenda of a session.
    park: bool,
    /// Ask somebody by name to answer.
    invite: bool,
    /// Be told who asked without a name.
    reveal: bool,
    /// Ask it no longer.
    withdraw: bool,
    /// Take their name away.
    hide_name: bool,
    /// Convert, split, merge and move it.
    #[graphql(name = "move")]
    moves: bool,
}

#[Object(name = "Question")]
impl QuestionObject {
    /// Where it stands.
    async fn state(&self) -> QuestionState {
        self.seen.state(&self.thread.thread)
    }

    /// How often others answered it.
    async fn answer_count(&self) -> i32 {
        self.seen.answers.map_or(0, |answers| answers.count)
    }

    /// How many others have it too.
    async fn too_count(&self) -> i32 {
        self.seen.too_count
    }

    /// Whether the viewer has it too.
    async fn viewer_too(&self) -> bool {
        self.seen.has_too
    }

    /// The session that it follows, if the viewer may see it.
    async fn session(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        session(ctx, self.seen.session).await
    }

    /// Which objectives it is about.
    async fn objectives(&self, ctx: &Context<'_>) -> Result<Vec<ObjectiveObject>> {
        objectives(ctx, &self.seen.objectives).await
    }

    /// The session in which it will be covered, if the viewer may see it.
    async fn parked_on(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        session(ctx, self.seen.parked_on).await
    }

    /// Who is asked by name to answer.
    async fn invited(&self, ctx: &Context<'_>) -> Result<Vec<PersonObject>> {
        people(ctx, self.seen.invited.clone()).await
    }

    /// When it was first answered.
    async fn first_answered_at(&self) -> Option<DateTime<Utc>> {
        self.seen.answers.map(|answers| answers.first_at)
    }

    /// When an answer helped who asked.
    async fn helped_at(&self) -> Option<DateTime<Utc>> {
        self.seen.helped_at
    }

    /// When somebody first stood behind an answer that holds still.
    async fn verified_at(&self) -> Option<DateTime<Utc>> {
        self.seen.verified_at
    }

    /// Since when it waits, while nobody answered.
    async fn waiting_since(&self) -> Option<DateTime<Utc>> {
        let thread = &self.thread.thread;
        let waits = self.seen.state(thread) == QuestionState::Open;
        waits.then_some(thread.created_at)
    }

    /// What the viewer may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> Result<QuestionPermissions> {
        let asks = self.may::<Ask>(ctx);
        let thread = &self.thread.thread;
        let hides = asks && !thread.nameless && self.allows_nameless(ctx).await?;
        Ok(QuestionPermissions {
            mark_helped: asks,
            verify: self.knows(),
            close: self.may::<Edit>(ctx),
            park: self.may::<Park>(ctx),
            invite: self.may::<Invite>(ctx),
            reveal: self.may::<Reveal>(ctx),
            withdraw: asks && thread.withdrawn_at.is_none(),
            hide_name: hides,
            moves: self.may::<Moderate>(ctx),
        })
    }
}

impl QuestionObject {
    /// Whether the viewer may stand behind answers here; whether behind one is for the policy of it.
    fn knows(&self) -> bool {
        self.thread.standing.is_some_and(|standing| {
            let knows = [Role::Expert, Role::Moderator, Role::Facilitator];
            standing.archived_at.is_none() && knows.contains(&standing.role)
        })
    }

    async fn allows_nameless(&self, ctx: &Context<'_>) -> Result<bool> {
        let communities = &ctx.loaders().communities.seen;
        let place = self.thread.thread.community_id;
        let seen = communities.load_one(place).await.map_err(failed)?;
        Ok(seen.is_some_and(|seen| seen.community.nameless_questions))
    }
}

/// A post that is read by the policy of posts alone.
pub fn words_of(ctx: &Context<'_>, seen: &PostSeen) -> Option<String> {
    let may = Policy::<::channels::ReadWords>::verdict(seen, &ctx.actor()).allows();
    may.then(|| seen.post.body.clone())
}
