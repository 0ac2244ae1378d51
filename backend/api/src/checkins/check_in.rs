use super::board::BoardObject;
use super::question::{QuestionObject, ShownTo};
use super::response::ResponseObject;
use crate::channels::ThreadObject;
use crate::communities::CommunityObject;
use crate::connection::count;
use crate::context::Asked;
use crate::errors::seen;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::prompts::session;
use crate::sessions::SessionObject;
use ::checkins::{
    Change, CheckInSeen, CheckInState, Counts, Lead, MayAnswer, Question, Read, minutes_of,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::{Often, Role, allows, occurrences};
use kernel::{CheckInId, Policy, Result, permit};
use std::sync::Arc;

/// As many of what is to come are shown.
const NEXT: usize = 5;

/// Questions to many people, open for some days.
#[derive(Clone)]
pub struct CheckInObject(pub Arc<CheckInSeen>);

impl From<CheckInSeen> for CheckInObject {
    fn from(seen: CheckInSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl CheckInObject {
    /// The check-in, if the viewer may read it.
    pub async fn find(ctx: &Context<'_>, id: CheckInId) -> Result<Self> {
        let seen = ::checkins::check_in_seen(&ctx.conn(), ctx.signed_in()?, id).await?;
        Ok(permit::<Read, CheckInSeen>(ctx.actor(), seen)?
            .into_subject()
            .into())
    }

    pub fn may<Action>(&self, ctx: &Context<'_>) -> bool
    where
        CheckInSeen: Policy<Action>,
    {
        allows::<Action, CheckInSeen>(ctx.actor(), &self.0)
    }

    pub fn state_now(&self, ctx: &Context<'_>) -> CheckInState {
        self.0.check_in.state(ctx.db().now())
    }

    async fn counts(&self, ctx: &Context<'_>) -> Result<Counts> {
        let found = ctx
            .loaders()
            .checkins
            .counts
            .load_one(self.0.check_in.id)
            .await;
        Ok(found.map_err(failed)?.unwrap_or_default())
    }

    async fn own(&self, ctx: &Context<'_>) -> Result<Option<::checkins::Response>> {
        let found = ctx
            .loaders()
            .checkins
            .own
            .load_one(self.0.check_in.id)
            .await;
        found.map_err(failed)
    }

    /// When it comes back after this time.
    fn to_come(&self) -> Result<Vec<DateTime<Utc>>> {
        let row = &self.0.check_in;
        let Some(rule) = row.rrule.as_ref().filter(|_| row.cancelled_at.is_none()) else {
            return Ok(Vec::new());
        };
        let mut times = occurrences(rule, (row.series_start, row.tz()), Often::OnceADay)?;
        times.retain(|at| *at > row.opens_at);
        Ok(times)
    }

    pub async fn asked(&self, ctx: &Context<'_>) -> Result<Vec<Question>> {
        let questions = &ctx.loaders().checkins.questions;
        let found = questions.load_one(self.0.check_in.id).await;
        Ok(found.map_err(failed)?.unwrap_or_default())
    }
}

/// What the viewer may do with a check-in.
#[derive(SimpleObject)]
pub struct CheckInPermissions {
    /// Save and send answers.
    answer: bool,
    /// Change it, close it, and take it back.
    change: bool,
    /// Know who has not answered.
    witness: bool,
    /// Remind them: once, and while it is open.
    nudge: bool,
    /// Make themes, and take answers into a session.
    arrange: bool,
}

#[Object(name = "CheckIn")]
impl CheckInObject {
    /// Its id.
    pub async fn id(&self) -> CheckInId {
        self.0.check_in.id
    }

    /// Where it can be found: a path of the web app that leads to it wherever it moves.
    async fn path(&self) -> String {
        format!("/go/{}", self.0.check_in.id)
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.check_in.title
    }

    /// The community it is for.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.0.check_in.community_id).await
    }

    /// The session that it follows, if the viewer may see it.
    async fn session(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        session(ctx, self.0.check_in.session_id).await
    }

    /// Who asks.
    async fn defined_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.check_in.defined_by).await
    }

    /// The roles of whom it is asked.
    async fn audience(&self) -> &[Role] {
        self.0.check_in.audience.roles()
    }

    /// The time zone in which its days are counted, by its name in the IANA database.
    async fn zone(&self) -> &str {
        &self.0.check_in.zone
    }

    /// When it opens. Each person is asked from then on in their own working hours.
    async fn opens_at(&self) -> DateTime<Utc> {
        self.0.check_in.opens_at
    }

    /// When it closes. What is sent after that is marked late.
    async fn closes_at(&self) -> DateTime<Utc> {
        self.0.check_in.closes_at
    }

    /// How many days it stays open.
    async fn days_open(&self) -> i32 {
        self.0.check_in.days_open
    }

    /// How many days after its session it opens, if it follows one.
    async fn days_after_session(&self) -> Option<i32> {
        self.0.check_in.days_after
    }

    /// By what recurrence it comes back (RFC 5545), if it does.
    async fn rrule(&self) -> Option<&str> {
        self.0.check_in.rrule.as_deref()
    }

    /// When it comes next, of one that comes back; at most 5.
    async fn next_at(&self) -> Result<Vec<DateTime<Utc>>> {
        let mut times = self.to_come()?;
        times.truncate(NEXT);
        Ok(times)
    }

    /// How often it comes back after this time.
    async fn times_to_come(&self) -> Result<i32> {
        Ok(count(self.to_come()?.len()))
    }

    /// Where it stands.
    async fn state(&self, ctx: &Context<'_>) -> CheckInState {
        self.state_now(ctx)
    }

    /// What it asks, in its order.
    async fn questions(&self, ctx: &Context<'_>) -> Result<Vec<QuestionObject>> {
        let asked = self.asked(ctx).await?;
        let of = (self.0.check_in.clone(), ctx.actor().person());
        let shown_to = match self.may::<Change>(ctx) {
            true => ShownTo::Designer,
            false => ShownTo::Anybody,
        };
        let object = |question| QuestionObject {
            question,
            asked: of.1.map(|person| (of.0.clone(), person)),
            shown_to,
        };
        Ok(asked.into_iter().map(object).collect())
    }

    /// About how many minutes it takes.
    async fn minutes(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(count(minutes_of(&self.asked(ctx).await?)))
    }

    /// How many people are asked.
    async fn expected_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let row = &self.0.check_in;
        if row.opened_at.is_some() {
            return Ok(count(self.counts(ctx).await?.asked));
        }
        let standings = &ctx.loaders().prompts.standings;
        let found = standings.load_one(row.community_id).await.map_err(failed)?;
        let standings = found.unwrap_or_default();
        Ok(count(
            standings.values().filter(|it| row.asks(**it)).count(),
        ))
    }

    /// How many have sent their answers.
    async fn sent_count(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(count(self.counts(ctx).await?.sent))
    }

    /// The viewer's own response, if they are asked.
    async fn viewer_response(&self, ctx: &Context<'_>) -> Result<Option<ResponseObject>> {
        let own = self.own(ctx).await?;
        Ok(own.map(|response| ResponseObject::of(response, self.clone())))
    }

    /// Whether it is asked of the viewer.
    async fn is_expected(&self) -> bool {
        self.0.expects()
    }

    /// Whether it waits for the viewer: it is open, and they neither sent nor skipped it.
    async fn is_waiting(&self, ctx: &Context<'_>) -> Result<bool> {
        let open = self.state_now(ctx) == CheckInState::Open && self.0.expects();
        let settled = match open {
            true => self
                .own(ctx)
                .await?
                .is_some_and(|own| own.state.is_settled()),
            false => true,
        };
        Ok(!settled)
    }

    /// What was answered, as far as the viewer may read it.
    #[graphql(complexity = "20 * child_complexity")]
    async fn board(&self) -> BoardObject {
        BoardObject(self.clone())
    }

    /// The conversation in which its summary was posted.
    async fn summary(&self, ctx: &Context<'_>) -> Result<Option<ThreadObject>> {
        match self.0.check_in.summary_id {
            Some(id) => seen(ThreadObject::find(ctx, id).await),
            None => Ok(None),
        }
    }

    /// What the viewer may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> Result<CheckInPermissions> {
        let state = self.state_now(ctx);
        let (lead, change) = (self.may::<Lead>(ctx), self.may::<Change>(ctx));
        let answerable = matches!(state, CheckInState::Open | CheckInState::Closed);
        let sent = self.own(ctx).await?.is_some_and(|own| own.state.is_sent());
        let is_silent = self.0.check_in.nudged_at.is_none();
        Ok(CheckInPermissions {
            answer: answerable && !sent && self.may::<MayAnswer>(ctx),
            change,
            witness: lead,
            nudge: lead && change && is_silent && state == CheckInState::Open,
            arrange: lead && change,
        })
    }
}
