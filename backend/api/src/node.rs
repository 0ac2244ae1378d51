//! `node(id)`: anything that has an id, if the asker may see it.
use crate::channels::{ChannelObject, FileObject, PostObject, ThreadObject};
use crate::checkins::{
    CheckInObject, ResponseObject as CheckInResponseObject, ThemeObject as CheckInThemeObject,
};
use crate::communities::{CommunityObject, MembershipObject};
use crate::consultations::ConsultationObject;
use crate::context::Asked;
use crate::feedback::{EvidenceObject, FeedbackObject, FeedbackRoundObject};
use crate::identity::PersonObject;
use crate::imports::RosterObject;
use crate::journeys::{JourneyItemObject, JourneyObject, JourneyTemplateObject};
use crate::misconceptions::{ClaimMatchObject, MisconceptionObject};
use crate::moderation::{AppealObject, FlagObject, ModerationItemObject};
use crate::notifications::{InboxItemObject, NoticeObject};
use crate::pairings::{CommitmentObject, PairObject, PlanObject, RoundObject};
use crate::prompts::{PreWorkObject, PromptObject, SeriesObject};
use crate::pulses::PulseObject;
use crate::search::SavedSearchObject;
use crate::sessions::{
    AttendanceObject, ObjectiveObject, PartObject, ProgramObject, SessionObject, VersionObject,
};
use async_graphql::{Context, ID, Interface, Object};
use kernel::{AnyId, Error, Result, permit};

/// Something with an id of its own.
#[derive(Interface)]
#[graphql(field(
    name = "id",
    ty = "ID",
    desc = "Its id, the same everywhere and for ever."
))]
pub enum Node {
    Person(PersonObject),
    Community(CommunityObject),
    Membership(MembershipObject),
    Channel(ChannelObject),
    Thread(ThreadObject),
    Post(PostObject),
    File(FileObject),
    InboxItem(InboxItemObject),
    JourneyTemplate(JourneyTemplateObject),
    Journey(JourneyObject),
    JourneyItem(JourneyItemObject),
    Program(ProgramObject),
    ProgramVersion(VersionObject),
    Objective(ObjectiveObject),
    Session(SessionObject),
    Prompt(PromptObject),
    PreWork(PreWorkObject),
    SessionPart(PartObject),
    Attendance(AttendanceObject),
    Roster(RosterObject),
    Notice(NoticeObject),
    Misconception(MisconceptionObject),
    ClaimMatch(ClaimMatchObject),
    Flag(FlagObject),
    Appeal(AppealObject),
    ModerationItem(ModerationItemObject),
    CheckIn(CheckInObject),
    CheckInResponse(CheckInResponseObject),
    CheckInTheme(CheckInThemeObject),
    Pulse(PulseObject),
    PairingRound(RoundObject),
    Pair(PairObject),
    Commitment(CommitmentObject),
    PairingPlan(PlanObject),
    Consultation(ConsultationObject),
    PromptSeries(SeriesObject),
    FeedbackRound(FeedbackRoundObject),
    Evidence(EvidenceObject),
    Feedback(FeedbackObject),
    SavedSearch(SavedSearchObject),
}

#[derive(Default)]
pub struct NodeQuery;

#[Object]
impl NodeQuery {
    /// Anything by its id. What the viewer may not see is answered like what does not exist.
    async fn node(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "A TypeID, such as post_01h455vb4pex5vsknk084sn02q.")] id: ID,
    ) -> Result<Option<Node>> {
        ctx.signed_in()?;
        match found(ctx, id.parse()?).await {
            Ok(node) => Ok(Some(node)),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

async fn found(ctx: &Context<'_>, id: AnyId) -> Result<Node> {
    match id {
        AnyId::PersonId(id) => PersonObject::find(ctx, id).await.map(Node::Person),
        AnyId::CommunityId(id) => CommunityObject::find(ctx, id).await.map(Node::Community),
        AnyId::MembershipId(id) => MembershipObject::find(ctx, id).await.map(Node::Membership),
        AnyId::ChannelId(id) => ChannelObject::find(ctx, id).await.map(Node::Channel),
        AnyId::ThreadId(id) => ThreadObject::find(ctx, id).await.map(Node::Thread),
        AnyId::PostId(id) => PostObject::find(ctx, id).await.map(Node::Post),
        AnyId::FileId(id) => {
            let seen = ::channels::file_seen(&ctx.conn(), ctx.actor(), id).await;
            let file = seen.and_then(|seen| permit::<::channels::Read, _>(ctx.actor(), seen));
            file.map(|seen| Node::File(FileObject(seen.file.clone())))
        }
        AnyId::InboxItemId(id) => InboxItemObject::find(ctx, id).await.map(Node::InboxItem),
        AnyId::ProgramId(id) => ProgramObject::find(ctx, id).await.map(Node::Program),
        AnyId::ProgramVersionId(id) => {
            let version = VersionObject::find(ctx, id).await;
            version.map(Node::ProgramVersion)
        }
        AnyId::ObjectiveId(id) => ObjectiveObject::find(ctx, id).await.map(Node::Objective),
        AnyId::PromptId(id) => PromptObject::find(ctx, id).await.map(Node::Prompt),
        AnyId::PreWorkId(id) => PreWorkObject::find(ctx, id).await.map(Node::PreWork),
        AnyId::SessionId(id) => SessionObject::find(ctx, id).await.map(Node::Session),
        AnyId::SessionPartId(id) => PartObject::find(ctx, id).await.map(Node::SessionPart),
        AnyId::AttendanceId(id) => AttendanceObject::find(ctx, id).await.map(Node::Attendance),
        AnyId::RosterId(id) => RosterObject::find(ctx, id).await.map(Node::Roster),
        AnyId::NoticeId(id) => NoticeObject::find(ctx, id).await.map(Node::Notice),
        other => found_beside(ctx, other).await,
    }
}

/// What stands beside what people say: journeys, moderation, corrections, check-ins, pairs.
async fn found_beside(ctx: &Context<'_>, id: AnyId) -> Result<Node> {
    match id {
        AnyId::TemplateId(id) => {
            let template = JourneyTemplateObject::find(ctx, id).await;
            template.map(Node::JourneyTemplate)
        }
        AnyId::JourneyId(id) => JourneyObject::find(ctx, id).await.map(Node::Journey),
        AnyId::JourneyItemId(id) => {
            let item = JourneyItemObject::find(ctx, id).await;
            item.map(Node::JourneyItem)
        }
        AnyId::MisconceptionId(id) => {
            let found = MisconceptionObject::find(ctx, id).await;
            found.map(Node::Misconception)
        }
        AnyId::ClaimMatchId(id) => ClaimMatchObject::find(ctx, id).await.map(Node::ClaimMatch),
        AnyId::FlagId(id) => FlagObject::find(ctx, id).await.map(Node::Flag),
        AnyId::AppealId(id) => AppealObject::find(ctx, id).await.map(Node::Appeal),
        AnyId::ModerationItemId(id) => {
            let item = ModerationItemObject::find(ctx, id).await;
            item.map(Node::ModerationItem)
        }
        AnyId::CheckInId(id) => CheckInObject::find(ctx, id).await.map(Node::CheckIn),
        AnyId::CheckInResponseId(id) => {
            let response = CheckInResponseObject::find(ctx, id).await;
            response.map(Node::CheckInResponse)
        }
        AnyId::CheckInThemeId(id) => {
            let theme = CheckInThemeObject::find(ctx, id).await;
            theme.map(Node::CheckInTheme)
        }
        AnyId::PulseId(id) => PulseObject::find(ctx, id).await.map(Node::Pulse),
        AnyId::PairingRoundId(id) => RoundObject::find(ctx, id).await.map(Node::PairingRound),
        AnyId::PairId(id) => PairObject::find(ctx, id).await.map(Node::Pair),
        AnyId::CommitmentId(id) => CommitmentObject::find(ctx, id).await.map(Node::Commitment),
        AnyId::PairingPlanId(id) => PlanObject::find(ctx, id).await.map(Node::PairingPlan),
        AnyId::PromptSeriesId(id) => SeriesObject::find(ctx, id).await.map(Node::PromptSeries),
        AnyId::ConsultationId(id) => {
            let found = ConsultationObject::find(ctx, id).await;
            found.map(Node::Consultation)
        }
        AnyId::FeedbackRoundId(id) => {
            let round = FeedbackRoundObject::find(ctx, id).await;
            round.map(Node::FeedbackRound)
        }
        AnyId::EvidenceId(id) => EvidenceObject::find(ctx, id).await.map(Node::Evidence),
        AnyId::FeedbackId(id) => FeedbackObject::find(ctx, id).await.map(Node::Feedback),
        AnyId::SavedSearchId(id) => SavedSearchObject::find(ctx, id)
            .await
            .map(Node::SavedSearch),
        _ => Err(not_looked_up()),
    }
}

fn not_looked_up() -> Error {
    Error::invalid("id", "this kind of id cannot be looked up")
}
