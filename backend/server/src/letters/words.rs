//! Under which names the sentences of letters are found. Pure.
use moderation::Message;
use notifications::{Notice, NoticeKind};

/// The sentence that a notice is told with.
pub(super) fn notice_message(notice: &Notice) -> &'static str {
    match notice.kind {
        NoticeKind::SessionAnnounced => "mail-notice-session-announced",
        NoticeKind::SessionMoved => "mail-notice-session-moved",
        NoticeKind::SessionCancelled => "mail-notice-session-cancelled",
        NoticeKind::PromptAsked => "mail-notice-prompt-asked",
        NoticeKind::PreWorkOpened => "mail-notice-pre-work-opened",
        NoticeKind::AnswerInvited => "mail-notice-answer-invited",
        NoticeKind::Reminder if notice.thread_id.is_some() => "mail-notice-reminder-open",
        NoticeKind::Reminder => "mail-notice-reminder",
        NoticeKind::CorrectionOffered => "mail-notice-correction-offered",
        NoticeKind::CorrectionTold => "mail-notice-correction-told",
        NoticeKind::CorrectionReminder => "mail-notice-correction-reminder",
        NoticeKind::CorrectionThanks => "mail-notice-correction-thanks",
        NoticeKind::CorrectionDoubted => "mail-notice-correction-doubted",
        NoticeKind::AgreementAsked => "mail-notice-agreement-asked",
        NoticeKind::ToCheck => "mail-notice-to-check",
        NoticeKind::PromiseBroken => "mail-notice-promise-broken",
        NoticeKind::Moderation => "mail-notice-moderation",
        NoticeKind::CheckInAsked => "mail-notice-check-in-asked",
        NoticeKind::CheckInReminder => "mail-notice-check-in-reminder",
        NoticeKind::PulseAsked => "mail-notice-pulse-asked",
        NoticeKind::PulseReminder => "mail-notice-pulse-reminder",
        NoticeKind::Paired => "mail-notice-paired",
        NoticeKind::PairWaits => "mail-notice-pair-waits",
        NoticeKind::PairLeft => "mail-notice-pair-left",
        NoticeKind::PairMended => "mail-notice-pair-mended",
        NoticeKind::PairNudge => "mail-notice-pair-nudge",
        NoticeKind::PairAsked => "mail-notice-pair-asked",
        NoticeKind::PairPaused => "mail-notice-pair-paused",
        NoticeKind::PairSilent => "mail-notice-pair-silent",
        NoticeKind::PairsProposed => "mail-notice-pairs-proposed",
        NoticeKind::PairsFailed => "mail-notice-pairs-failed",
        NoticeKind::ConsultationAssigned => "mail-notice-consultation-assigned",
        NoticeKind::ConsultationAsked => "mail-notice-consultation-asked",
        NoticeKind::ConsultationConfirmed => "mail-notice-consultation-confirmed",
        NoticeKind::ConsultationUnanswered => "mail-notice-consultation-unanswered",
        NoticeKind::FeedbackRoundOpened => "mail-notice-feedback-round-opened",
        NoticeKind::FeedbackAsked => "mail-notice-feedback-asked",
        NoticeKind::FeedbackReminder => "mail-notice-feedback-reminder",
        NoticeKind::FeedbackReceived => "mail-notice-feedback-received",
        NoticeKind::FeedbackWithNobody => "mail-notice-feedback-with-nobody",
        NoticeKind::SearchFound => "mail-notice-search-found",
    }
}

/// What moderators decided, as the sentences choose by it.
pub(super) fn moderation_word(message: Message) -> &'static str {
    match message {
        Message::AnswerVerified => "verified",
        Message::PostApproved => "approved",
        Message::PostEdited => "edited",
        Message::PostMoved => "moved",
        Message::PostHidden => "hidden",
        Message::AuthorAsked => "asked",
        Message::FlagActedOn => "acted-on",
        Message::FlagDeclined => "declined",
        Message::Muted => "muted",
        Message::Unmuted => "unmuted",
        Message::AppealUpheld => "upheld",
        Message::AppealDeclined => "appeal-declined",
    }
}
