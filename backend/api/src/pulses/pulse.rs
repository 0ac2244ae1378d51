use super::results::ResultsObject;
use crate::communities::CommunityObject;
use crate::connection::count;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::prompts::session;
use crate::sessions::SessionObject;
use ::pulses::{
    AskedState, Barrier, Counts, Cut, MayAnswer, MayChange, PulseKind, PulseSeen, PulseState,
    Question, QuestionKind, Read, SeeResults, Spared, minutes_of,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::{Role, allows};
use kernel::{Error, Policy, PulseId, PulseQuestionId, Result, permit};
use qrcode::QrCode;
use qrcode::render::svg;
use std::sync::Arc;

/// One asking of a few questions of many people, whose answers nobody can be named by.
#[derive(Clone)]
pub struct PulseObject(pub Arc<PulseSeen>);

impl From<PulseSeen> for PulseObject {
    fn from(seen: PulseSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl PulseObject {
    /// The pulse, if the viewer may read it.
    pub async fn find(ctx: &Context<'_>, id: PulseId) -> Result<Self> {
        let seen = ::pulses::pulse_seen(&ctx.conn(), ctx.signed_in()?, id).await?;
        Ok(permit::<Read, PulseSeen>(ctx.actor(), seen)?
            .into_subject()
            .into())
    }

    fn may<Action>(&self, ctx: &Context<'_>) -> bool
    where
        PulseSeen: Policy<Action>,
    {
        allows::<Action, PulseSeen>(ctx.actor(), &self.0)
    }

    pub async fn counts(&self, ctx: &Context<'_>) -> Result<Counts> {
        let found = ctx.loaders().pulses.counts.load_one(self.0.pulse.id).await;
        Ok(found.map_err(failed)?.unwrap_or_default())
    }

    /// As `counts`, for who may see results.
    async fn shown_counts(&self, ctx: &Context<'_>) -> Result<Option<Counts>> {
        match self.may::<SeeResults>(ctx) {
            true => Ok(Some(self.counts(ctx).await?)),
            false => Ok(None),
        }
    }

    async fn own(&self, ctx: &Context<'_>) -> Result<Option<AskedState>> {
        let found = ctx.loaders().pulses.own.load_one(self.0.pulse.id).await;
        Ok(found.map_err(failed)?.map(|it| it.state))
    }

    async fn asked(&self, ctx: &Context<'_>) -> Result<Vec<Question>> {
        let questions = &ctx.loaders().pulses.questions;
        let found = questions.load_one(self.0.pulse.id).await;
        Ok(found.map_err(failed)?.unwrap_or_default())
    }

    fn state_now(&self, ctx: &Context<'_>) -> PulseState {
        self.0.pulse.state(ctx.db().now())
    }
}

/// How many were not asked, and why.
#[derive(SimpleObject)]
pub struct PulseSparedCount {
    /// Why.
    why: Spared,
    /// How many.
    count: i32,
}

/// Where a reaction form is filled in without a sign-in.
#[derive(SimpleObject)]
pub struct PulseOpenLink {
    /// A path of the web app.
    path: String,
    /// The whole address.
    url: String,
    /// The QR code of the address, as an SVG document.
    qr_svg: String,
}

/// What the viewer may do with a pulse.
#[derive(SimpleObject)]
pub struct PulsePermissions {
    /// Answer it, or say that they do not.
    answer: bool,
    /// Change it, close it, and take it back.
    change: bool,
    /// Let everybody in the community see its results.
    share: bool,
    /// See its results, once it is closed.
    see_results: bool,
}

#[Object(name = "Pulse")]
impl PulseObject {
    /// Its id.
    pub async fn id(&self) -> PulseId {
        self.0.pulse.id
    }

    /// Where it can be found: a path of the web app that leads to it wherever it moves.
    async fn path(&self) -> String {
        format!("/go/{}", self.0.pulse.id)
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.pulse.title
    }

    /// What it is for.
    async fn kind(&self) -> PulseKind {
        self.0.pulse.kind
    }

    /// The community it is for.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.0.pulse.community_id).await
    }

    /// The session that it follows, if the viewer may see it.
    async fn session(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        session(ctx, self.0.pulse.session_id).await
    }

    /// Who asks.
    async fn defined_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.pulse.defined_by).await
    }

    /// The roles of whom it is asked.
    async fn audience(&self) -> &[Role] {
        self.0.pulse.audience.roles()
    }

    /// The time zone in which its days are counted, by its name in the IANA database.
    async fn zone(&self) -> &str {
        &self.0.pulse.zone
    }

    /// When it opens. Each person is asked from then on in their own working hours.
    async fn opens_at(&self) -> DateTime<Utc> {
        self.0.pulse.opens_at
    }

    /// When it closes. Nothing is said of its answers before that, and nobody answers after it.
    async fn closes_at(&self) -> DateTime<Utc> {
        self.0.pulse.closes_at
    }

    /// How many days it stays open.
    async fn days_open(&self) -> i32 {
        self.0.pulse.days_open
    }

    /// How many days after its session it opens, if it follows one.
    async fn days_after_session(&self) -> Option<i32> {
        self.0.pulse.days_after
    }

    /// Days after its baseline or session that a follow-up asks again: 30, 60 or 90; 0 of the others.
    async fn wave(&self) -> i32 {
        self.0.pulse.wave
    }

    /// The baseline and its follow-ups, in their order; itself alone of the others.
    #[graphql(complexity = "4 * child_complexity")]
    async fn series(&self, ctx: &Context<'_>) -> Result<Vec<Self>> {
        let series = &ctx.loaders().pulses.series;
        let found = series.load_one(self.0.pulse.series_id).await;
        let found = found.map_err(failed)?.unwrap_or_default();
        Ok(found.into_iter().map(Self::from).collect())
    }

    /// Where it stands.
    async fn state(&self, ctx: &Context<'_>) -> PulseState {
        self.state_now(ctx)
    }

    /// What it asks, in its order.
    async fn questions(&self, ctx: &Context<'_>) -> Result<Vec<QuestionObject>> {
        let asked = self.asked(ctx).await?;
        Ok(asked.into_iter().map(QuestionObject).collect())
    }

    /// About how many minutes it takes.
    async fn minutes(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(count(minutes_of(&self.asked(ctx).await?)))
    }

    /// By what the answers are divided, fixed before anybody is asked.
    async fn cut(&self) -> Option<Cut> {
        self.0.pulse.cut
    }

    /// So many people stand at least behind whatever is shown.
    async fn enough(&self) -> i32 {
        count(self.0.pulse.threshold())
    }

    /// How many people are asked, they who were spared or are away left out; once it is closed, with those
    /// who answered all the same. Nothing for who may not see results.
    async fn asked_count(&self, ctx: &Context<'_>) -> Result<Option<i32>> {
        let is_closed = self.state_now(ctx) == PulseState::Closed;
        let counts = self.shown_counts(ctx).await?;
        Ok(counts.map(|counts| count(counts.asked + if is_closed { counts.came } else { 0 })))
    }

    /// How many answered, once it is closed: as long as it is open, a number that grows tells who
    /// answered just now. Nothing unless they are enough, and for who may not see results. Of a reaction
    /// form they may be more than were asked: `results` says how many.
    async fn answered_count(&self, ctx: &Context<'_>) -> Result<Option<i32>> {
        if self.state_now(ctx) != PulseState::Closed || self.0.pulse.kind == PulseKind::Reaction {
            return Ok(None);
        }
        let counts = self.shown_counts(ctx).await?;
        let answered = counts.map_or(0, |counts| counts.answered);
        let is_enough = checkins::may_show(answered, self.0.pulse.threshold());
        Ok(is_enough.then_some(count(answered)))
    }

    /// How many were not asked, by why; nothing of it for who may not see results.
    async fn spared(&self, ctx: &Context<'_>) -> Result<Vec<PulseSparedCount>> {
        let counts = self.shown_counts(ctx).await?.unwrap_or_default();
        let spared = counts.spared.into_iter();
        Ok(spared
            .map(|(why, number)| PulseSparedCount {
                why,
                count: count(number),
            })
            .collect())
    }

    /// Whether it is asked of the viewer.
    async fn is_expected(&self) -> bool {
        self.0.expects()
    }

    /// Whether it waits for the viewer: it is open, asks them, and they neither answered nor skipped it.
    async fn is_waiting(&self, ctx: &Context<'_>) -> Result<bool> {
        let open = self.state_now(ctx) == PulseState::Open && self.0.expects();
        Ok(open && self.own(ctx).await? == Some(AskedState::Waiting))
    }

    /// How far the viewer is; nothing if they are not asked. No time is kept with it.
    async fn viewer_state(&self, ctx: &Context<'_>) -> Result<Option<AskedState>> {
        self.own(ctx).await
    }

    /// Of a reaction form, for who may change it: where it is filled in without a sign-in.
    async fn open_link(&self, ctx: &Context<'_>) -> Result<Option<PulseOpenLink>> {
        let token = self.0.pulse.open_token.as_deref();
        let Some(token) = token.filter(|_| self.may::<MayChange>(ctx)) else {
            return Ok(None);
        };
        let path = format!("/react/{token}");
        let url = ctx.app().settings.public_url.clone() + &path;
        let code = QrCode::new(&url).map_err(Error::internal)?;
        Ok(Some(PulseOpenLink {
            qr_svg: code.render::<svg::Color<'_>>().build(),
            path,
            url,
        }))
    }

    /// Whether everybody in the community may see the results.
    async fn is_shared(&self) -> bool {
        self.0.pulse.shared_at.is_some()
    }

    /// What the group said. Nothing for who may not see it; before it closed it says only that.
    #[graphql(complexity = "20 * child_complexity")]
    async fn results(&self, ctx: &Context<'_>) -> Result<Option<ResultsObject>> {
        if !self.may::<SeeResults>(ctx) {
            return Ok(None);
        }
        let loader = &ctx.loaders().pulses.results;
        let found = loader.load_one(self.0.pulse.id).await.map_err(failed)?;
        let Some(results) = found else {
            return Ok(None);
        };
        Ok(Some(ResultsObject {
            results,
            asked: self.counts(ctx).await?.asked,
            enough: self.0.pulse.threshold(),
        }))
    }

    /// What the viewer may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> Result<PulsePermissions> {
        let state = self.state_now(ctx);
        let change = self.may::<MayChange>(ctx);
        let done = self.own(ctx).await? == Some(AskedState::Answered);
        let is_hidden = self.0.pulse.shared_at.is_none();
        Ok(PulsePermissions {
            answer: state == PulseState::Open && !done && self.may::<MayAnswer>(ctx),
            change,
            share: change && is_hidden && state == PulseState::Closed,
            see_results: self.may::<SeeResults>(ctx),
        })
    }
}

/// One question of a pulse.
#[derive(Clone)]
pub struct QuestionObject(pub Question);

#[Object(name = "PulseQuestion")]
impl QuestionObject {
    /// Its id.
    async fn id(&self) -> PulseQuestionId {
        self.0.id
    }

    /// How it is answered.
    async fn kind(&self) -> QuestionKind {
        self.0.kind
    }

    /// The same in every wave.
    async fn key(&self) -> &str {
        &self.0.item
    }

    /// What is asked.
    async fn words(&self) -> &str {
        &self.0.words
    }

    /// The words of a scale from the least to the most.
    async fn options(&self) -> &[String] {
        &self.0.options.0
    }

    /// What may have got in the way, where that is asked.
    async fn barriers(&self) -> Vec<Barrier> {
        match self.0.kind {
            QuestionKind::Barriers => Barrier::ALL.to_vec(),
            QuestionKind::Scale | QuestionKind::Text => Vec::new(),
        }
    }

    /// Whether it can be left out.
    async fn optional(&self) -> bool {
        self.0.kind != QuestionKind::Scale
    }

    /// Of a reaction form: the name of whom it is about, or the statement of the objective.
    async fn about(&self) -> Option<&str> {
        self.0.about.as_deref()
    }
}
