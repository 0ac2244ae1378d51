use crate::communities::CommunityObject;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::prompts::session;
use crate::sessions::{ObjectiveObject, SessionObject};
use ::consultations::{
    Ask, Consultation, ConsultationSeen, ConsultationState, Keep, MayAnswer, Read, Visibility,
    consultation_seen,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::allows;
use kernel::{ConsultationId, Policy, Result, permit};
use std::sync::Arc;

/// One person's talk with a colleague: to be had, asked for, confirmed, and what came of it.
#[derive(Clone)]
pub struct ConsultationObject(pub Arc<ConsultationSeen>);

impl From<ConsultationSeen> for ConsultationObject {
    fn from(seen: ConsultationSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl ConsultationObject {
    /// The consultation, if the viewer may read it.
    pub async fn find(ctx: &Context<'_>, id: ConsultationId) -> Result<Self> {
        let actor = ctx.signed_in()?;
        let seen = consultation_seen(&ctx.conn(), actor, id).await?;
        Ok(permit::<Read, _>(actor, seen)?.into_subject().into())
    }

    fn row(&self) -> &Consultation {
        &self.0.consultation
    }

    fn may<Action>(&self, ctx: &Context<'_>) -> bool
    where
        ConsultationSeen: Policy<Action>,
    {
        allows::<Action, ConsultationSeen>(ctx.actor(), &self.0)
    }

    fn state_now(&self, ctx: &Context<'_>) -> ConsultationState {
        self.row().state(ctx.db().now())
    }

    fn is_own(&self, ctx: &Context<'_>) -> bool {
        self.0.is_asker(ctx.actor())
    }

    async fn about(&self, ctx: &Context<'_>) -> Result<Option<ObjectiveObject>> {
        let Some(id) = self.row().objective_id else {
            return Ok(None);
        };
        let found = ctx.loaders().sessions.objectives_by_id.load_one(id).await;
        Ok(found.map_err(failed)?.map(ObjectiveObject))
    }
}

/// What the viewer may do with a consultation.
#[derive(SimpleObject)]
pub struct ConsultationPermissions {
    /// Choose a colleague, where nobody was asked yet.
    ask: bool,
    /// Ask somebody else, before anybody confirmed.
    change_colleague: bool,
    /// Have the letter sent once more, now.
    resend: bool,
    /// Take it back.
    withdraw: bool,
    /// Write what changes, or write it anew.
    conclude: bool,
    /// Say who reads it.
    share: bool,
    /// Confirm or decline it, as the colleague.
    confirm: bool,
}

/// Whom somebody asked: for who asked, alone.
pub struct ConsultedColleague(Consultation);

#[Object]
impl ConsultedColleague {
    /// As who asked calls them.
    async fn name(&self) -> &str {
        self.0.colleague_name.as_deref().unwrap_or_default()
    }

    /// The address, as it was typed; nothing where a person was picked.
    async fn email(&self) -> Option<&str> {
        self.0.colleague_email.as_deref()
    }

    /// Who was picked; nothing where an address was typed, whoever's it is.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match (&self.0.colleague_email, self.0.colleague_id) {
            (None, Some(id)) => PersonObject::beside(ctx, id).await,
            (Some(_), _) | (None, None) => Ok(None),
        }
    }
}

#[Object(name = "Consultation")]
impl ConsultationObject {
    /// Its id.
    pub async fn id(&self) -> ConsultationId {
        self.row().id
    }

    /// Where it can be found: a path of the web app that leads to it wherever it moves.
    async fn path(&self) -> String {
        format!("/go/{}", self.row().id)
    }

    /// Where it stands.
    async fn state(&self, ctx: &Context<'_>) -> ConsultationState {
        self.state_now(ctx)
    }

    /// Who asks.
    async fn asked_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.row().person_id).await
    }

    /// The community it belongs to.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.row().community_id).await
    }

    /// The session that it follows, if the viewer may see it.
    async fn session(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        session(ctx, self.row().session_id).await
    }

    /// What it is about; nothing until somebody is asked, or where the community runs no program.
    async fn objective(&self, ctx: &Context<'_>) -> Result<Option<ObjectiveObject>> {
        self.about(ctx).await
    }

    /// What the plan says that asks for it: for who asks.
    async fn note(&self, ctx: &Context<'_>) -> Option<&str> {
        self.row().note.as_deref().filter(|_| self.is_own(ctx))
    }

    /// What is asked; nothing until somebody is.
    async fn question(&self) -> Option<&str> {
        self.row().question.as_deref()
    }

    /// Whom it is asked: for who asks, alone, until it is forgotten thirty days after the end.
    async fn colleague(&self, ctx: &Context<'_>) -> Option<ConsultedColleague> {
        let known = self.is_own(ctx) && self.row().colleague_name.is_some();
        known.then(|| ConsultedColleague(self.row().clone()))
    }

    /// Who reads it, once it is concluded.
    async fn visibility(&self) -> Visibility {
        self.row().visibility
    }

    /// By when it should be done, where a plan asks for it.
    async fn due_at(&self) -> Option<DateTime<Utc>> {
        self.row().due_at
    }

    /// Whether that is over, and it is neither concluded nor taken back.
    async fn is_late(&self, ctx: &Context<'_>) -> bool {
        self.row().is_late(ctx.db().now())
    }

    /// When it began.
    async fn started_at(&self) -> DateTime<Utc> {
        self.row().started_at
    }

    /// When the colleague was asked.
    async fn asked_at(&self) -> Option<DateTime<Utc>> {
        self.row().asked_at
    }

    /// Until when the colleague's link opens.
    async fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.row().expires_at
    }

    /// From when the letter can be sent again; nothing where it cannot.
    async fn resendable_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        let at = self.row().resendable_at(ctx.db().now());
        at.filter(|_| self.may::<Ask>(ctx))
    }

    /// When the colleague confirmed that they spoke.
    async fn confirmed_at(&self) -> Option<DateTime<Utc>> {
        self.row().confirmed_at
    }

    /// What the colleague added: for who asked, and for the colleague.
    async fn colleague_line(&self, ctx: &Context<'_>) -> Option<&str> {
        let both = self.is_own(ctx) || self.0.is_colleague(ctx.actor());
        self.row().line.as_deref().filter(|_| both)
    }

    /// What changes, in the words of who asked: for them, and those they share it with.
    async fn change(&self, ctx: &Context<'_>) -> Option<&str> {
        let told = self.is_own(ctx) || !self.0.is_colleague(ctx.actor());
        self.row().change.as_deref().filter(|_| told)
    }

    /// When that was written.
    async fn concluded_at(&self) -> Option<DateTime<Utc>> {
        self.row().concluded_at
    }

    /// Whether the viewer is the colleague who is asked.
    async fn is_colleague(&self, ctx: &Context<'_>) -> bool {
        self.0.is_colleague(ctx.actor())
    }

    /// What the viewer may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> ConsultationPermissions {
        let state = self.state_now(ctx);
        let is_one_of = |states: &[ConsultationState]| states.contains(&state);
        let (ask, keep) = (self.may::<Ask>(ctx), self.may::<Keep>(ctx));
        let resendable = self.row().resendable_at(ctx.db().now());
        ConsultationPermissions {
            ask: ask && state == ConsultationState::Assigned,
            change_colleague: ask
                && is_one_of(&[
                    ConsultationState::Asked,
                    ConsultationState::Expired,
                    ConsultationState::Declined,
                ]),
            resend: ask && resendable.is_some_and(|at| at <= ctx.db().now()),
            withdraw: keep
                && !is_one_of(&[ConsultationState::Concluded, ConsultationState::Withdrawn]),
            conclude: keep
                && is_one_of(&[ConsultationState::Confirmed, ConsultationState::Concluded]),
            share: keep && state != ConsultationState::Withdrawn,
            confirm: state == ConsultationState::Asked && self.may::<MayAnswer>(ctx),
        }
    }
}
