//! What the names of columns tell: the same name points to the same kind of thing in every table. Pure.
use crate::id::{
    AttendanceId, ChannelId, CheckInAnswerId, CheckInId, CheckInResponseId, CheckInThemeId,
    CommunityId, ConsultationId, EvidenceId, FileId, Id, JobId, JourneyId, MembershipId,
    MisconceptionId, ModerationActId, ModerationItemId, MuteId, ObjectiveId, PairId, PersonId,
    PostId, PreWorkId, ProgramId, ProgramVersionId, PromptId, PulseId, RosterId, ScimGroupId,
    SegmentId, SessionId, SessionPartId, SignInId, SsoAccountId, SsoProviderId, TemplateId,
    ThreadId,
};

/// Columns that hold the id of a person.
const PEOPLE: [&str; 38] = [
    "actor_id",
    "added_by",
    "agreed_by",
    "answered_by",
    "applied_by",
    "asked_by",
    "asked_id",
    "author_id",
    "backup_id",
    "brought_by",
    "by_id",
    "changed_by",
    "claimed_by",
    "colleague_id",
    "created_by",
    "created_by_id",
    "decided_by",
    "defined_by",
    "deleted_by",
    "delivered_by",
    "drafted_by",
    "editor_id",
    "hidden_by",
    "invited_by",
    "last_author_id",
    "lead_id",
    "manager_id",
    "opened_by",
    "other_id",
    "owner_id",
    "person_id",
    "proposed_by",
    "recorded_by",
    "revealed_to",
    "set_by",
    "suspected_by",
    "undone_by",
    "uploader_id",
];

/// The prefix of the ids in a column of this name, where the name alone tells it.
pub(super) fn kind_of_column(column: &str) -> Option<&'static str> {
    if PEOPLE.contains(&column) || column == "verified_by" {
        return Some(PersonId::PREFIX);
    }
    Some(match column {
        "account_id" => SsoAccountId::PREFIX,
        "act_id" => ModerationActId::PREFIX,
        "answer_id" => CheckInAnswerId::PREFIX,
        "attendance_id" => AttendanceId::PREFIX,
        "channel_id" => ChannelId::PREFIX,
        "check_in_id" => CheckInId::PREFIX,
        "alumni_community_id" | "cloned_from" | "community_id" | "room_id" => CommunityId::PREFIX,
        "consultation_id" => ConsultationId::PREFIX,
        "evidence_id" => EvidenceId::PREFIX,
        "file_id" => FileId::PREFIX,
        "gathering_id" | "parked_on" | "session_id" | "taken_into" => SessionId::PREFIX,
        "group_id" => ScimGroupId::PREFIX,
        "item_id" => ModerationItemId::PREFIX,
        "journey_id" => JourneyId::PREFIX,
        "lease" => JobId::PREFIX,
        "membership_id" => MembershipId::PREFIX,
        "misconception_id" => MisconceptionId::PREFIX,
        "mute_id" => MuteId::PREFIX,
        "objective_id" => ObjectiveId::PREFIX,
        "pair_id" => PairId::PREFIX,
        "part_id" => SessionPartId::PREFIX,
        "accepted_post_id" | "latest_post_id" | "mailed_post_id" | "parent_id" | "post_id" => {
            PostId::PREFIX
        }
        "pre_work_id" => PreWorkId::PREFIX,
        "program_id" => ProgramId::PREFIX,
        "prompt_id" => PromptId::PREFIX,
        "provider_id" => SsoProviderId::PREFIX,
        "pulse_id" => PulseId::PREFIX,
        "response_id" => CheckInResponseId::PREFIX,
        "roster_id" => RosterId::PREFIX,
        "segment_id" => SegmentId::PREFIX,
        "sign_in_id" => SignInId::PREFIX,
        "template_id" => TemplateId::PREFIX,
        "theme_id" => CheckInThemeId::PREFIX,
        "duplicate_of" | "moved_to" | "summary_id" | "thread_id" => ThreadId::PREFIX,
        "version_id" => ProgramVersionId::PREFIX,
        _ => return None,
    })
}
