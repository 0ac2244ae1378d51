use super::evidence::EvidenceObject;
use super::given::FeedbackObject;
use crate::channels::{ChannelObject, Html};
use crate::communities::CommunityObject;
use crate::connection::{Connected, connected, cost, count};
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::prompts::session;
use crate::sessions::{ObjectiveObject, SessionObject};
use ::channels::{Channel, ChannelSeen};
use ::feedback::{
    Criterion, FeedbackCounts, FeedbackRound, FeedbackRoundState, HandIn, HandingIn, Lead, Read,
    RoundSeen,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::allows;
use kernel::{FeedbackRoundId, First, Page, Result, permit};
use std::sync::Arc;

/// People hand in what they applied, and each who did looks at what others handed in.
#[derive(Clone)]
pub struct FeedbackRoundObject(pub Arc<RoundSeen>);

impl From<RoundSeen> for FeedbackRoundObject {
    fn from(seen: RoundSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl FeedbackRoundObject {
    /// The round, if the viewer may know it.
    pub async fn find(ctx: &Context<'_>, id: FeedbackRoundId) -> Result<Self> {
        let actor = ctx.signed_in()?;
        let seen = ::feedback::round_seen(&ctx.conn(), actor, id).await?;
        Ok(permit::<Read, _>(actor, seen)?.into_subject().into())
    }

    fn row(&self) -> &FeedbackRound {
        &self.0.round
    }

    fn state_now(&self, ctx: &Context<'_>) -> FeedbackRoundState {
        self.row().state(ctx.db().now())
    }

    async fn own_channel(&self, ctx: &Context<'_>) -> Result<Option<Channel>> {
        let loader = &ctx.loaders().communities.channels;
        let found = loader.load_one(self.row().community_id).await;
        let mut all = found.map_err(failed)?.unwrap_or_default().into_iter();
        Ok(all.find(|it| it.id == self.row().channel_id))
    }

    async fn own_evidence(&self, ctx: &Context<'_>) -> Result<Option<EvidenceObject>> {
        let loader = &ctx.loaders().feedback.own_evidence;
        let found = loader.load_one(self.row().id).await.map_err(failed)?;
        Ok(found.map(EvidenceObject))
    }
}

/// One thing that is looked at, with what each level of it looks like, the least first.
pub struct RubricCriterion(usize, Criterion);

#[Object]
impl RubricCriterion {
    /// Its place, from 0: marks stand in the same order.
    async fn position(&self) -> i32 {
        count(self.0)
    }

    /// What is looked at.
    async fn title(&self) -> &str {
        &self.1.title
    }

    /// What each level looks like, the least first: 3 to 5.
    async fn levels(&self) -> &[String] {
        &self.1.levels
    }
}

/// How a round fares: counts alone.
pub struct FeedbackCountsObject(FeedbackCounts);

#[Object(name = "FeedbackCounts")]
impl FeedbackCountsObject {
    /// How much was handed in.
    async fn handed_in(&self) -> i32 {
        count(self.0.handed_in)
    }

    /// How much of that has all its feedback.
    async fn complete(&self) -> i32 {
        count(self.0.complete)
    }

    /// How much of that lacks some.
    async fn waiting(&self) -> i32 {
        count(self.0.waiting)
    }

    /// How much feedback was given.
    async fn given(&self) -> i32 {
        count(self.0.given)
    }

    /// How much was passed on because it was late, and has not come yet.
    async fn late(&self) -> i32 {
        count(self.0.late)
    }

    /// How much nobody can be asked to look at.
    async fn with_nobody(&self) -> i32 {
        count(self.0.with_nobody)
    }
}

/// What the viewer may do in a round.
#[derive(SimpleObject)]
pub struct FeedbackRoundPermissions {
    /// Hand something in, now.
    hand_in: bool,
    /// Change it, close it, open it again, take it back.
    change: bool,
    /// See everything that was handed in, and ask somebody by name.
    lead: bool,
}

#[Object(name = "FeedbackRound")]
impl FeedbackRoundObject {
    /// Its id.
    pub async fn id(&self) -> FeedbackRoundId {
        self.row().id
    }

    /// Where it can be found: a path of the web app that leads to it wherever it moves.
    async fn path(&self) -> String {
        format!("/go/{}", self.row().id)
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.row().title
    }

    /// What to hand in, as it was written in Markdown.
    async fn body(&self) -> &str {
        &self.row().body
    }

    /// What to hand in, as safe HTML.
    async fn body_html(&self) -> Html {
        Html(self.row().body_html.clone())
    }

    /// The community it is for.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.row().community_id).await
    }

    /// Where what is handed in stands, each as a conversation.
    async fn channel(&self, ctx: &Context<'_>) -> Result<Option<ChannelObject>> {
        Ok(self.own_channel(ctx).await?.map(ChannelObject::from))
    }

    /// The session that it follows, if the viewer may see it.
    async fn session(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        session(ctx, self.row().session_id).await
    }

    /// Which objectives it is about.
    async fn objectives(&self, ctx: &Context<'_>) -> Result<Vec<ObjectiveObject>> {
        let loader = &ctx.loaders().sessions.objectives_by_id;
        let found = loader.load_many(self.0.objectives.clone()).await;
        let mut found: Vec<_> = found.map_err(failed)?.into_values().collect();
        found.sort_by_key(|it| it.position);
        Ok(found.into_iter().map(ObjectiveObject).collect())
    }

    /// What is looked at: 2 to 6 criteria.
    async fn criteria(&self) -> Vec<RubricCriterion> {
        let criteria = self.row().rubric.criteria().iter().cloned();
        criteria
            .enumerate()
            .map(|(place, it)| RubricCriterion(place, it))
            .collect()
    }

    /// How much feedback each gets, and gives: 1 to 4.
    async fn each(&self) -> i32 {
        self.row().each
    }

    /// Working days within which feedback is given, before somebody else is asked.
    async fn days(&self) -> i32 {
        self.row().days
    }

    /// Until when something can be handed in.
    async fn closes_at(&self) -> Option<DateTime<Utc>> {
        self.row().closes_at
    }

    /// When it was opened.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row().created_at
    }

    /// Where it stands.
    async fn state(&self, ctx: &Context<'_>) -> FeedbackRoundState {
        self.state_now(ctx)
    }

    /// Who opened it.
    async fn created_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.row().created_by).await
    }

    /// What the viewer handed in, and did not take back.
    #[graphql(complexity = "child_complexity")]
    async fn viewer_evidence(&self, ctx: &Context<'_>) -> Result<Option<EvidenceObject>> {
        self.own_evidence(ctx).await
    }

    /// What the viewer is asked to look at, and gave, the oldest first.
    #[graphql(complexity = "5 * child_complexity")]
    async fn viewer_feedback(&self, ctx: &Context<'_>) -> Result<Vec<FeedbackObject>> {
        let loader = &ctx.loaders().feedback.asked_of_viewer;
        let found = loader.load_one(self.row().id).await.map_err(failed)?;
        Ok(FeedbackObject::readable(ctx, found.unwrap_or_default()))
    }

    /// How it fares: for who leads.
    async fn counts(&self, ctx: &Context<'_>) -> Result<Option<FeedbackCountsObject>> {
        if !self.0.is_led_by(ctx.actor()) {
            return Ok(None);
        }
        let found = ctx.loaders().feedback.counts.load_one(self.row().id).await;
        let counts = found.map_err(failed)?.unwrap_or_default();
        Ok(Some(FeedbackCountsObject(counts)))
    }

    /// Everything that was handed in, for who leads; nothing for others. What lacks feedback comes first,
    /// of that what waits longest.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.", default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<Connected<EvidenceObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let actor = ctx.actor();
        let found = match self.0.is_led_by(actor) {
            true => ::feedback::evidence_in(&ctx.conn(), actor, self.row().id, page).await?,
            false => Page {
                items: Vec::new(),
                has_next: false,
            },
        };
        Ok(connected(found, EvidenceObject::from))
    }

    /// What the viewer may do in it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> Result<FeedbackRoundPermissions> {
        let change = allows::<Lead, RoundSeen>(ctx.actor(), &self.0);
        let is_open = self.state_now(ctx) == FeedbackRoundState::Open;
        let hand_in = match self.own_channel(ctx).await? {
            Some(channel) if is_open && self.own_evidence(ctx).await?.is_none() => {
                let channel = ChannelSeen {
                    channel,
                    standing: self.0.standing,
                };
                let round = (*self.0).clone();
                allows::<HandIn, HandingIn>(ctx.actor(), &HandingIn { round, channel })
            }
            Some(_) | None => false,
        };
        Ok(FeedbackRoundPermissions {
            hand_in,
            change: change && self.state_now(ctx) != FeedbackRoundState::Cancelled,
            lead: self.0.is_led_by(ctx.actor()),
        })
    }
}
