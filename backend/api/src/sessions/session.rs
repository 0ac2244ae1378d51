use super::agenda::{FindingObject, MaterialObject, SegmentObject};
use super::{ObjectiveObject, PartObject};
use crate::channels::Html;
use crate::checkins::CheckInsOfSession;
use crate::communities::CommunityObject;
use crate::connection::{Connected, connected};
use crate::context::Asked;
use crate::feedback::FeedbackOfSession;
use crate::identity::PersonObject;
use crate::journeys::{JourneyObject, journeys_of_session};
use crate::loaders::failed;
use crate::prompts::{BriefObject, PreWorkObject, PromptObject, SeriesOfSession};
use crate::pulses::PulsesOfSession;
use crate::questions::ParkedOnSession;
use ::prompts::PromptsIn;
use ::sessions::{
    Attend, Clash, Conduct, GuidePlan, Plan, Prepare, Record, See, SessionFormat, SessionSeen,
    SessionState, check_guide,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::{CommunitySeen, allows};
use kernel::{
    CommunityId, Error, First, Page, PersonId, Policy, Result, SessionId, key_of, permit,
};
use std::sync::Arc;

/// A gathering that people learn in.
#[derive(Clone)]
pub struct SessionObject(pub Arc<SessionSeen>);

impl From<SessionSeen> for SessionObject {
    fn from(seen: SessionSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl SessionObject {
    /// The session, if the viewer may see it.
    pub async fn find(ctx: &Context<'_>, id: SessionId) -> Result<Self> {
        let seen = ::sessions::session_seen(&ctx.conn(), ctx.actor(), id).await?;
        Ok(permit::<See, SessionSeen>(ctx.actor(), seen)?
            .into_subject()
            .into())
    }

    /// A session of a community by its number, if there is one the viewer may see.
    pub async fn numbered(ctx: &Context<'_>, place: (CommunityId, i32)) -> Result<Option<Self>> {
        let found = ::sessions::session_seen_by_number(&ctx.conn(), ctx.actor(), place).await;
        match found.and_then(|seen| permit::<See, SessionSeen>(ctx.actor(), seen)) {
            Ok(seen) => Ok(Some(seen.into_subject().into())),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub fn may<Action>(&self, ctx: &Context<'_>) -> bool
    where
        SessionSeen: Policy<Action>,
    {
        allows::<Action, SessionSeen>(ctx.actor(), &self.0)
    }

    async fn instructor(ctx: &Context<'_>, id: Option<PersonId>) -> Result<Option<PersonObject>> {
        match id {
            Some(id) => PersonObject::beside(ctx, id).await,
            None => Ok(None),
        }
    }
}

/// A page of the sessions of a community, in the order of time.
pub async fn sessions_page(
    ctx: &Context<'_>,
    community: CommunityId,
    (first, after): (i32, Option<String>),
) -> Result<Connected<SessionObject>> {
    let first = First::parse(first)?;
    let after: Option<String> = after.map(|after| key_of(&after)).transpose()?;
    let seen = ::sessions::sessions_of(&ctx.conn(), ctx.actor(), community).await?;
    let key = |seen: &SessionSeen| seen.session.number.to_string();
    // They are few enough to be read whole: a page is a stretch of the list.
    let from = after.and_then(|after| seen.iter().position(|seen| key(seen) == after));
    let rest = seen.into_iter().skip(from.map_or(0, |at| at + 1)).collect();
    Ok(connected(Page::cut(rest, first, key), SessionObject::from))
}

/// What the viewer may do with a session.
#[derive(SimpleObject)]
pub struct SessionPermissions {
    /// Describe, publish, move and cancel it.
    plan: bool,
    /// Read its guide, and keep its agenda and materials; start and close it.
    conduct: bool,
    /// Say who was there.
    record_attendance: bool,
    /// Say with a code that they are there.
    check_in: bool,
}

/// Somebody who has another session while this one lasts.
pub struct ClashObject(pub Clash);

#[Object(name = "SessionClash")]
impl ClashObject {
    /// Who.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.person).await
    }

    /// The other session, if the viewer may see it.
    async fn session(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        let sessions = &ctx.loaders().sessions.seen;
        let seen = sessions.load_one(self.0.session).await.map_err(failed)?;
        Ok(seen.map(SessionObject))
    }
}

#[Object(name = "IltSession")]
impl SessionObject {
    /// Its id.
    pub async fn id(&self) -> SessionId {
        self.0.session.id
    }

    /// The community that gathers.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.0.session.community_id).await
    }

    /// Its number in the community, from 1; it never changes.
    async fn number(&self) -> i32 {
        self.0.session.number
    }

    /// Its place in addresses, from the root of the site.
    async fn path(&self) -> String {
        format!(
            "/c/{}/sessions/{}",
            self.0.community.slug, self.0.session.number
        )
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.session.title
    }

    /// What it is about, in Markdown; may be empty.
    async fn about(&self) -> &str {
        &self.0.session.about
    }

    /// What it is about, as shown.
    async fn about_html(&self) -> Html {
        Html(self.0.session.about_html.clone())
    }

    /// How people come together.
    async fn format(&self) -> SessionFormat {
        self.0.session.format
    }

    /// Where it stands in its life.
    async fn state(&self) -> SessionState {
        self.0.session.state
    }

    /// Why it was moved or cancelled, as people are told.
    async fn state_reason(&self) -> Option<&str> {
        self.0.session.state_reason.as_deref()
    }

    /// When its first part begins.
    async fn starts_at(&self) -> DateTime<Utc> {
        self.0.session.starts_at
    }

    /// When its last part ends.
    async fn ends_at(&self) -> DateTime<Utc> {
        self.0.session.ends_at
    }

    /// Its parts, in the order of time; there is at least one.
    async fn parts(&self) -> Vec<PartObject> {
        let parts = self.0.parts.iter().cloned();
        parts
            .map(|part| PartObject::of(part, self.clone()))
            .collect()
    }

    /// The room.
    async fn place(&self) -> Option<&str> {
        self.0.session.place.as_deref()
    }

    /// Whether there is a video call to join.
    async fn has_join_url(&self) -> bool {
        self.0.session.join_url.is_some()
    }

    /// The address of the video call: for learners from some minutes before a part to some after, for
    /// who leads at any time.
    async fn join_url(&self, ctx: &Context<'_>) -> Option<&str> {
        let SessionSeen { session, parts, .. } = &*self.0;
        let shown = session.is_joinable(parts, ctx.db().now()) || self.may::<Prepare>(ctx);
        session.join_url.as_deref().filter(|_| shown)
    }

    /// How many minutes before a part learners see the address.
    async fn join_minutes_before(&self) -> i32 {
        self.0.session.join_minutes_before
    }

    /// How many minutes after a part they still see it.
    async fn join_minutes_after(&self) -> i32 {
        self.0.session.join_minutes_after
    }

    /// How many learners there is room for; any number when absent.
    async fn capacity(&self) -> Option<i32> {
        self.0.session.capacity
    }

    /// The member who leads it.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        Self::instructor(ctx, self.0.session.lead_id).await
    }

    /// The member who steps in.
    async fn backup(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        Self::instructor(ctx, self.0.session.backup_id).await
    }

    /// How often what stands in calendars has changed.
    async fn sequence(&self) -> i32 {
        self.0.session.sequence
    }

    /// When the community first saw it; nothing while it is a draft.
    async fn published_at(&self) -> Option<DateTime<Utc>> {
        self.0.session.published_at
    }

    /// When it last changed.
    async fn changed_at(&self) -> DateTime<Utc> {
        self.0.session.changed_at
    }

    /// When it was closed.
    async fn closed_at(&self) -> Option<DateTime<Utc>> {
        self.0.session.closed_at
    }

    /// Which objectives of the program it serves, in their order.
    async fn objectives(&self, ctx: &Context<'_>) -> Result<Vec<ObjectiveObject>> {
        let objectives = &ctx.loaders().sessions.objectives;
        let objectives = objectives.load_one(self.0.session.id).await;
        let objectives = objectives.map_err(failed)?.unwrap_or_default();
        Ok(objectives.into_iter().map(ObjectiveObject).collect())
    }

    /// What happens in it, minute by minute.
    #[graphql(complexity = "20 * child_complexity")]
    async fn agenda(&self, ctx: &Context<'_>) -> Result<Vec<SegmentObject>> {
        let agenda = ::sessions::agenda_of(&ctx.conn(), self.0.session.id).await?;
        Ok(SegmentObject::timed(agenda, self))
    }

    /// What there is to read or to use, as far as the viewer may see it by now.
    #[graphql(complexity = "20 * child_complexity")]
    async fn materials(&self, ctx: &Context<'_>) -> Result<Vec<MaterialObject>> {
        let materials = ::sessions::materials_of(&ctx.conn(), self.0.session.id).await?;
        let (prepares, now) = (self.may::<Prepare>(ctx), ctx.db().now());
        Ok(materials
            .into_iter()
            .filter(|material| prepares || material.is_shown(&self.0.session, now))
            .map(MaterialObject)
            .collect())
    }

    /// What the plan leaves open, for who leads; nothing for everybody else.
    #[graphql(complexity = "20 * child_complexity")]
    async fn guide_checks(&self, ctx: &Context<'_>) -> Result<Option<Vec<FindingObject>>> {
        if !self.may::<Prepare>(ctx) {
            return Ok(None);
        }
        let SessionSeen { session, parts, .. } = &*self.0;
        let agenda = ::sessions::agenda_of(&ctx.conn(), session.id).await?;
        let objectives = ::sessions::objectives_of_session(&ctx.conn(), session.id).await?;
        let learners = ::sessions::learner_count(&ctx.conn(), session.community_id).await?;
        let findings = check_guide(GuidePlan {
            session,
            parts,
            agenda: &agenda,
            objectives: &objectives,
            learners,
        });
        let shown = findings.into_iter();
        Ok(Some(
            shown
                .map(|finding| FindingObject::of(finding, &objectives))
                .collect(),
        ))
    }

    /// Who of the community has another session while this one lasts, for who plans; nothing for
    /// everybody else.
    #[graphql(complexity = "20 * child_complexity")]
    async fn clashes(&self, ctx: &Context<'_>) -> Result<Option<Vec<ClashObject>>> {
        let Ok(seen) = permit::<Plan, SessionSeen>(ctx.actor(), SessionSeen::clone(&self.0)) else {
            return Ok(None);
        };
        let spans: Vec<_> = seen
            .parts
            .iter()
            .map(|part| (part.starts_at, part.ends_at))
            .collect();
        let clashes = ::sessions::clashes_with(&ctx.conn(), &seen, &spans).await?;
        Ok(Some(clashes.into_iter().map(ClashObject).collect()))
    }

    /// The journeys around it, for those who lead.
    #[graphql(complexity = "20 * child_complexity")]
    async fn journeys(&self, ctx: &Context<'_>) -> Result<Vec<JourneyObject>> {
        let place = (self.0.session.community_id, self.0.session.id);
        journeys_of_session(ctx, place).await
    }

    #[graphql(flatten)]
    async fn followed_up(&self) -> CheckInsOfSession {
        CheckInsOfSession(self.0.session.id)
    }

    #[graphql(flatten)]
    async fn pulsed(&self) -> PulsesOfSession {
        PulsesOfSession(self.0.session.id)
    }

    #[graphql(flatten)]
    async fn asked_after(&self) -> SeriesOfSession {
        SeriesOfSession(self.0.session.id)
    }

    #[graphql(flatten)]
    async fn looked_at_after(&self) -> FeedbackOfSession {
        FeedbackOfSession(self.0.session.id)
    }

    #[graphql(flatten)]
    async fn parked(&self) -> ParkedOnSession {
        ParkedOnSession(self.0.session.id)
    }

    /// What is asked for it, the newest first.
    async fn prompts(&self, ctx: &Context<'_>) -> Result<Vec<PromptObject>> {
        let place = PromptsIn::Session(self.0.session.id);
        let page = (First::parse(100)?, None);
        let found = ::prompts::prompts_in(&ctx.conn(), ctx.actor(), place, page).await?;
        let found = found.items.into_iter();
        Ok(found.map(|(_, seen)| PromptObject::from(seen)).collect())
    }

    /// What is to be read or done before it, in the order in which it was opened.
    async fn pre_work(&self, ctx: &Context<'_>) -> Result<Vec<PreWorkObject>> {
        let (conn, id) = (ctx.conn(), self.0.session.id);
        let found = ::prompts::pre_work_of_session(&conn, ctx.actor(), id).await?;
        Ok(found.into_iter().map(PreWorkObject::from).collect())
    }

    /// One page made of what people answered before it; nothing for all but facilitators.
    async fn brief(&self, ctx: &Context<'_>) -> Result<Option<BriefObject>> {
        let community = CommunityObject::find(ctx, self.0.session.community_id).await?;
        BriefObject::of(ctx, CommunitySeen::clone(&community.0), self.0.session.id).await
    }

    /// What the viewer may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> SessionPermissions {
        SessionPermissions {
            plan: self.may::<Plan>(ctx),
            conduct: self.may::<Conduct>(ctx),
            record_attendance: self.may::<Record>(ctx),
            check_in: self.may::<Attend>(ctx),
        }
    }
}
