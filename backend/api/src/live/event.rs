//! A fact as the subscriber sees it.
use super::hub::Told;
use crate::channels::{ChannelObject, PostObject, ThreadObject};
use crate::checkins::CheckInObject;
use crate::communities::CommunityObject;
use crate::consultations::ConsultationObject;
use crate::context::Asked;
use crate::errors::seen;
use crate::feedback::{EvidenceObject, FeedbackObject, FeedbackRoundObject};
use crate::misconceptions::MisconceptionObject;
use crate::pairings::{PairObject, RoundObject};
use crate::prompts::{PreWorkObject, PromptObject};
use crate::pulses::PulseObject;
use crate::sessions::SessionObject;
use ::channels::Read;
use ::sessions::See;
use async_graphql::{Context, Enum, Object};
use communities::Standing;
use kernel::{Cursor, Event, Fact, Policy, Result};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum LiveEventKind {
    /// The subscription stands; its cursor is where to resume.
    Ready,
    /// Too much happened meanwhile: fetch again, and go on from this cursor.
    Reset,
    PostCreated,
    PostEdited,
    PostDeleted,
    PostRestored,
    /// A post waits for a moderator: for its author, who moderates, and who read it before.
    PostHeld,
    /// A moderator withholds the words of a post.
    PostHidden,
    /// The words of a post are shown again.
    PostShown,
    ReactionChanged,
    ThreadCreated,
    ThreadChanged,
    ChannelChanged,
    CommunityChanged,
    MembershipChanged,
    ReadMoved,
    FollowChanged,
    InboxChanged,
    NoticeChanged,
    DraftChanged,
    ProfileChanged,
    /// A session was planned, changed, moved, held or cancelled.
    SessionChanged,
    /// Somebody was said to attend a session, or said so themself.
    AttendanceChanged,
    /// A prompt was posted, changed or answered.
    PromptChanged,
    /// Pre-work was opened or changed, or the viewer is done with it.
    PreWorkChanged,
    /// A journey was applied, changed or reckoned anew, or something of it happened.
    JourneyChanged,
    /// A correction stands beside a post, or does so no longer, or the post was revised after it.
    CorrectionChanged,
    /// A misconception is not as it was, or a post resembles one: for those who moderate.
    MisconceptionChanged,
    /// Something waits for a moderator or waits no longer, or somebody took it on: for moderators.
    ModerationChanged,
    /// A check-in was defined, changed, opened, answered or closed, or something was made of its answers.
    CheckInChanged,
    /// A pulse was defined, changed, opened, closed or shared.
    PulseChanged,
    /// A round of pairs, the viewer's pair or what they say of themself for it is not as it was.
    PairingChanged,
    /// A consultation of the viewer's, or one they are asked in, is not as it was.
    ConsultationChanged,
    /// A round of feedback, what the viewer handed in, or what they are asked for is not as it was.
    FeedbackChanged,
}

impl LiveEventKind {
    /// What a fact is called here; nothing when browsers need not hear of it.
    pub fn of(fact: &Fact) -> Option<Self> {
        Some(match fact.kind.as_str() {
            ::channels::PostCreated::KIND => Self::PostCreated,
            ::channels::PostEdited::KIND => Self::PostEdited,
            ::channels::PostDeleted::KIND => Self::PostDeleted,
            ::channels::PostRestored::KIND => Self::PostRestored,
            ::channels::PostHeld::KIND => Self::PostHeld,
            ::channels::PostHidden::KIND => Self::PostHidden,
            ::channels::PostShown::KIND => Self::PostShown,
            ::channels::ReactionChanged::KIND => Self::ReactionChanged,
            ::channels::ThreadCreated::KIND => Self::ThreadCreated,
            ::channels::ThreadChanged::KIND => Self::ThreadChanged,
            ::channels::ChannelChanged::KIND => Self::ChannelChanged,
            ::channels::ReadMoved::KIND => Self::ReadMoved,
            ::channels::FollowChanged::KIND => Self::FollowChanged,
            ::channels::DraftChanged::KIND => Self::DraftChanged,
            communities::CommunityChanged::KIND
            | communities::CommunityArchived::KIND
            | communities::CommunityRestored::KIND
            | communities::CalendarChanged::KIND
            | communities::CohortEnded::KIND => Self::CommunityChanged,
            communities::MemberJoined::KIND
            | communities::MemberChanged::KIND
            | communities::MemberRemoved::KIND
            | communities::MemberMuted::KIND
            | communities::MemberUnmuted::KIND
            | communities::NormsAcknowledged::KIND => Self::MembershipChanged,
            ::notifications::InboxChanged::KIND => Self::InboxChanged,
            ::notifications::NoticeChanged::KIND => Self::NoticeChanged,
            identity::ProfileChanged::KIND | identity::PreferencesChanged::KIND => {
                Self::ProfileChanged
            }
            ::sessions::SessionCreated::KIND
            | ::sessions::SessionChanged::KIND
            | ::sessions::SessionPublished::KIND
            | ::sessions::SessionRescheduled::KIND
            | ::sessions::SessionStarted::KIND
            | ::sessions::SessionClosed::KIND
            | ::sessions::SessionCancelled::KIND => Self::SessionChanged,
            ::sessions::AttendanceRecorded::KIND => Self::AttendanceChanged,
            ::sessions::ProgramDelivered::KIND => Self::CommunityChanged,
            ::questions::QuestionChanged::KIND
            | ::questions::QuestionParked::KIND
            | ::questions::AnswerHelped::KIND
            | ::questions::StandingChanged::KIND => Self::ThreadChanged,
            ::journeys::JourneyApplied::KIND
            | ::journeys::JourneyChanged::KIND
            | ::journeys::ItemSettled::KIND => Self::JourneyChanged,
            ::misconceptions::CorrectionShown::KIND
            | ::misconceptions::CorrectionWithdrawn::KIND
            | ::misconceptions::PassageRevised::KIND => Self::CorrectionChanged,
            ::misconceptions::MisconceptionChanged::KIND | ::misconceptions::ClaimMatched::KIND => {
                Self::MisconceptionChanged
            }
            ::moderation::ItemOpened::KIND
            | ::moderation::ItemChanged::KIND
            | ::moderation::ItemSettled::KIND => Self::ModerationChanged,
            kind => return Self::between_sessions(kind),
        })
    }

    /// As `of`, of what people do between sessions.
    fn between_sessions(kind: &str) -> Option<Self> {
        Some(match kind {
            ::prompts::PromptPosted::KIND
            | ::prompts::PromptChanged::KIND
            | ::prompts::PromptAnswered::KIND
            | ::prompts::PromptSeriesChanged::KIND => Self::PromptChanged,
            ::prompts::PreWorkOpened::KIND
            | ::prompts::PreWorkChanged::KIND
            | ::prompts::PreWorkDone::KIND => Self::PreWorkChanged,
            ::checkins::CheckInChanged::KIND | ::checkins::CheckInAnswered::KIND => {
                Self::CheckInChanged
            }
            // Not that somebody answered: whoever watches would learn when.
            ::pulses::PulseChanged::KIND => Self::PulseChanged,
            ::consultations::ConsultationChanged::KIND | ::consultations::ColleagueTold::KIND => {
                Self::ConsultationChanged
            }
            kind if ::feedback::tells(kind) => Self::FeedbackChanged,
            kind if ::pairings::tells(kind) => Self::PairingChanged,
            _ => return None,
        })
    }
}

/// One thing that happened, as the viewer may see it.
pub struct LiveEvent {
    pub cursor: Cursor,
    pub kind: LiveEventKind,
    pub told: Option<Arc<Told>>,
    pub standing: Option<Standing>,
}

impl LiveEvent {
    pub fn bare(cursor: Cursor, kind: LiveEventKind) -> Self {
        Self {
            cursor,
            kind,
            told: None,
            standing: None,
        }
    }

    fn fact(&self) -> Option<&Fact> {
        self.told.as_ref().map(|told| &told.fact)
    }

    /// The id that the fact holds under this name.
    fn named<Id: DeserializeOwned>(&self, name: &str) -> Option<Id> {
        serde_json::from_value(self.fact()?.body.get(name)?.clone()).ok()
    }
}

#[Object]
impl LiveEvent {
    /// Where the log stood: give it as `after` to resume without a gap.
    async fn cursor(&self) -> String {
        self.cursor.to_string()
    }

    /// What happened.
    async fn kind(&self) -> LiveEventKind {
        self.kind
    }

    /// The community it happened in, if the viewer may see it.
    async fn community(&self, ctx: &Context<'_>) -> Result<Option<CommunityObject>> {
        match self.fact().and_then(|fact| fact.place.community) {
            Some(id) => seen(CommunityObject::find(ctx, id).await),
            None => Ok(None),
        }
    }

    /// The channel it happened in, if the viewer may see it.
    async fn channel(&self, ctx: &Context<'_>) -> Result<Option<ChannelObject>> {
        match self.fact().and_then(|fact| fact.place.channel) {
            Some(id) => seen(ChannelObject::find(ctx, id).await),
            None => Ok(None),
        }
    }

    /// The conversation it happened in, if the viewer may see it.
    async fn thread(&self, ctx: &Context<'_>) -> Result<Option<ThreadObject>> {
        match self.fact().and_then(|fact| fact.place.thread) {
            Some(id) => seen(ThreadObject::find(ctx, id).await),
            None => Ok(None),
        }
    }

    /// The session it is about, if the viewer may see it.
    async fn session(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        let session = self.told.as_ref().and_then(|told| told.session.as_ref());
        let (Some(session), Some(standing)) = (session, self.standing) else {
            return Ok(None);
        };
        let seen = session.seen_with(standing);
        let visible = Policy::<See>::verdict(&seen, &ctx.actor()).allows();
        Ok(visible.then(|| seen.into()))
    }

    /// The prompt it is about, if the viewer may see it.
    async fn prompt(&self, ctx: &Context<'_>) -> Result<Option<PromptObject>> {
        match (self.kind, self.named("prompt")) {
            (LiveEventKind::PromptChanged, Some(id)) => seen(PromptObject::find(ctx, id).await),
            _ => Ok(None),
        }
    }

    /// The pre-work it is about, if the viewer may see it.
    async fn pre_work(&self, ctx: &Context<'_>) -> Result<Option<PreWorkObject>> {
        match (self.kind, self.named("pre_work")) {
            (LiveEventKind::PreWorkChanged, Some(id)) => seen(PreWorkObject::find(ctx, id).await),
            _ => Ok(None),
        }
    }

    /// The check-in it is about, if the viewer may see it.
    async fn check_in(&self, ctx: &Context<'_>) -> Result<Option<CheckInObject>> {
        match (self.kind, self.named("check_in")) {
            (LiveEventKind::CheckInChanged, Some(id)) => seen(CheckInObject::find(ctx, id).await),
            _ => Ok(None),
        }
    }

    /// The pulse it is about, if the viewer may see it.
    async fn pulse(&self, ctx: &Context<'_>) -> Result<Option<PulseObject>> {
        match (self.kind, self.named("pulse")) {
            (LiveEventKind::PulseChanged, Some(id)) => seen(PulseObject::find(ctx, id).await),
            _ => Ok(None),
        }
    }

    /// The round of pairs it is about, if the viewer may know it.
    async fn round(&self, ctx: &Context<'_>) -> Result<Option<RoundObject>> {
        match (self.kind, self.named("round")) {
            (LiveEventKind::PairingChanged, Some(id)) => seen(RoundObject::find(ctx, id).await),
            _ => Ok(None),
        }
    }

    /// The pair it is about, if the viewer may know it.
    async fn pair(&self, ctx: &Context<'_>) -> Result<Option<PairObject>> {
        match (self.kind, self.named("pair")) {
            (LiveEventKind::PairingChanged, Some(id)) => seen(PairObject::find(ctx, id).await),
            _ => Ok(None),
        }
    }

    /// The consultation it is about, if the viewer may see it.
    async fn consultation(&self, ctx: &Context<'_>) -> Result<Option<ConsultationObject>> {
        match (self.kind, self.named("consultation")) {
            (LiveEventKind::ConsultationChanged, Some(id)) => {
                seen(ConsultationObject::find(ctx, id).await)
            }
            _ => Ok(None),
        }
    }

    /// The round of feedback it is about, if the viewer may know it.
    async fn feedback_round(&self, ctx: &Context<'_>) -> Result<Option<FeedbackRoundObject>> {
        match (self.kind, self.named("feedback_round")) {
            (LiveEventKind::FeedbackChanged, Some(id)) => {
                seen(FeedbackRoundObject::find(ctx, id).await)
            }
            _ => Ok(None),
        }
    }

    /// What was handed in that it is about, if the viewer may know of it.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<EvidenceObject>> {
        match (self.kind, self.named("evidence")) {
            (LiveEventKind::FeedbackChanged, Some(id)) => seen(EvidenceObject::find(ctx, id).await),
            _ => Ok(None),
        }
    }

    /// The feedback it is about, if the viewer may read it.
    async fn feedback(&self, ctx: &Context<'_>) -> Result<Option<FeedbackObject>> {
        match (self.kind, self.named("feedback")) {
            (LiveEventKind::FeedbackChanged, Some(id)) => seen(FeedbackObject::find(ctx, id).await),
            _ => Ok(None),
        }
    }

    /// The misconception it is about, if the viewer may see it.
    async fn misconception(&self, ctx: &Context<'_>) -> Result<Option<MisconceptionObject>> {
        match (self.kind, self.named("misconception")) {
            (LiveEventKind::CorrectionChanged | LiveEventKind::MisconceptionChanged, Some(id)) => {
                seen(MisconceptionObject::find(ctx, id).await)
            }
            _ => Ok(None),
        }
    }

    /// The post it is about, if the viewer may see it.
    async fn post(&self, ctx: &Context<'_>) -> Result<Option<PostObject>> {
        let Some(post) = self.told.as_ref().and_then(|told| told.post.as_ref()) else {
            return Ok(None);
        };
        let (Some(viewer), Some(standing)) = (ctx.actor().person(), self.standing) else {
            return Ok(None);
        };
        let (post, author) = post.seen_by(viewer, standing);
        if !Policy::<Read>::verdict(&post, &ctx.actor()).allows() {
            return Ok(None);
        }
        // What the conversation is to this viewer was not loaded for everybody: ask for it.
        if ctx.look_ahead().field("thread").exists() {
            return seen(PostObject::find(ctx, post.post.id).await);
        }
        Ok(Some(PostObject { seen: post, author }))
    }
}
