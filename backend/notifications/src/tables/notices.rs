//! What notices tell.
use crate::MailKind;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What a notice tells.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, async_graphql::Enum,
)]
#[sea_orm(
    rs_type = "String",
    db_type = "String(StringLen::None)",
    rename_all = "snake_case"
)]
pub enum NoticeKind {
    /// A session will take place.
    SessionAnnounced,
    /// A session takes place at another time or in another place.
    SessionMoved,
    /// A session does not take place.
    SessionCancelled,
    /// A prompt waits for an answer.
    PromptAsked,
    /// Something is to be done before a session.
    PreWorkOpened,
    /// A question waits for an answer that the person is asked for by name.
    AnswerInvited,
    /// Something that was asked is still open.
    Reminder,
    /// A passage of theirs is corrected, and they may revise it.
    CorrectionOffered,
    /// Something that they may have read was corrected.
    CorrectionTold,
    /// They have not said yet that they read a correction, as they must.
    CorrectionReminder,
    /// They revised a passage: thank you.
    CorrectionThanks,
    /// Somebody is not convinced by a correction that they answer for.
    CorrectionDoubted,
    /// A colleague asks them to agree to a correction.
    AgreementAsked,
    /// A moderator decided about something of theirs.
    Moderation,
    /// Something waits for a moderator where they are one.
    ToCheck,
    /// Nobody looked at a question in the time that their community promises.
    PromiseBroken,
    /// A check-in is open, and asks them.
    CheckInAsked,
    /// A check-in that they have not answered is still open.
    CheckInReminder,
    /// A pulse is open, and asks them.
    PulseAsked,
    /// A pulse that they have not answered is still open.
    PulseReminder,
    /// They are together with somebody for a time.
    Paired,
    /// Nobody was found for them in a round.
    PairWaits,
    /// Somebody is in their pair no more, and the rest of it goes on.
    PairLeft,
    /// Somebody left a pair where they lead.
    PairMended,
    /// One of their pair would like to hear from them.
    PairNudge,
    /// It is time to say whether they met.
    PairAsked,
    /// They are paused after silent rounds.
    PairPaused,
    /// Somebody is paused after silent rounds where they lead.
    PairSilent,
    /// A round that began by itself waits to be looked at where they lead.
    PairsProposed,
    /// A round that began by itself came to no proposal where they lead.
    PairsFailed,
    /// They are asked to consult a colleague, and choose whom.
    ConsultationAssigned,
    /// Somebody would like to consult them.
    ConsultationAsked,
    /// Their colleague confirmed that they spoke: what changes is theirs to write.
    ConsultationConfirmed,
    /// Their colleague cannot, or did not answer in time.
    ConsultationUnanswered,
    /// A round of feedback is open: they may hand something in.
    FeedbackRoundOpened,
    /// They are asked to look at what somebody handed in.
    FeedbackAsked,
    /// What they are asked to look at is due soon.
    FeedbackReminder,
    /// They got feedback on what they handed in.
    FeedbackReceived,
    /// Nobody can be asked to look at something where they lead.
    FeedbackWithNobody,
    /// A search that they saved found something new.
    SearchFound,
}

impl NoticeKind {
    /// What a letter about it counts as.
    pub fn mail_kind(self) -> MailKind {
        match self {
            Self::SessionAnnounced | Self::SessionMoved | Self::SessionCancelled => {
                MailKind::Session
            }
            Self::PromptAsked
            | Self::PreWorkOpened
            | Self::AnswerInvited
            | Self::Reminder
            | Self::CorrectionOffered
            | Self::CorrectionTold
            | Self::CorrectionReminder
            | Self::AgreementAsked
            | Self::CheckInAsked
            | Self::CheckInReminder
            | Self::PulseAsked
            | Self::PulseReminder
            | Self::Paired
            | Self::PairWaits
            | Self::PairLeft
            | Self::PairMended
            | Self::PairNudge
            | Self::PairAsked
            | Self::PairPaused
            | Self::PairSilent
            | Self::PairsProposed
            | Self::PairsFailed
            | Self::ConsultationAssigned
            | Self::ConsultationAsked
            | Self::FeedbackRoundOpened
            | Self::FeedbackAsked
            | Self::FeedbackReminder
            | Self::FeedbackWithNobody => MailKind::Asked,
            Self::CorrectionThanks
            | Self::CorrectionDoubted
            | Self::Moderation
            | Self::ConsultationConfirmed
            | Self::ConsultationUnanswered
            | Self::FeedbackReceived => MailKind::Reply,
            // They follow what is said of it, wherever it is said.
            Self::SearchFound => MailKind::Followed,
            Self::ToCheck | Self::PromiseBroken => MailKind::Moderation,
        }
    }
}

/// What a notice says, as it was when it was told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(default)]
pub struct NoticeFacts {
    /// What it is about is called so.
    pub title: String,
    /// When it begins, or is due.
    pub at: Option<chrono::DateTime<chrono::Utc>>,
    /// When it was to begin before it was moved.
    pub before: Option<chrono::DateTime<chrono::Utc>>,
    /// How many minutes it takes.
    pub minutes: Option<i32>,
    /// Why, or what else there is to say.
    pub words: Option<String>,
    /// The correction that it tells of.
    pub correction: Option<CorrectionFacts>,
    /// What moderators decided.
    pub message: Option<moderation::Message>,
    pub decision: Option<moderation::Decision>,
    /// The post they decided about.
    pub post: Option<kernel::PostId>,
    /// Until when it is so.
    pub until: Option<chrono::DateTime<chrono::Utc>>,
    /// How many wait, or were found.
    pub count: Option<i32>,
    /// Who left, where it tells what became of that.
    pub gone: Option<String>,
}

/// A correction, as it was when it was told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CorrectionFacts {
    /// What is easy to think.
    pub claim: String,
    /// What that misses.
    pub misses: String,
    /// What holds instead.
    pub holds: String,
    /// Whether who is told must say that they read it.
    pub is_required: bool,
}
