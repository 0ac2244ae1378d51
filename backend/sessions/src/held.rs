//! What this capability holds about a person.
use crate::tables::{attendance, attendance_change, delivery, session};
use kernel::{AttendanceId, Holds, Rows, SessionId, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        nobodys("program", "what is taught").held(),
        nobodys("program_version", "what is taught").held(),
        nobodys("objective", "what is taught").held(),
        Rows::<delivery::Entity>::new()
            .of(delivery::Column::DeliveredBy)
            .held(),
        Rows::<session::Entity>::new()
            .id::<SessionId>()
            .of(session::Column::LeadId)
            .of(session::Column::BackupId)
            .without(
                &[session::Column::AboutHtml],
                "the same words, as a page shows them",
            )
            .without(&[session::Column::JoinUrl], "it opens a door")
            .held(),
        nobodys("session_part", "parts of a session").held(),
        nobodys("session_objective", "what a session is about").held(),
        nobodys("segment", "the agenda of a session").held(),
        nobodys("segment_objective", "what a part of an agenda is about").held(),
        nobodys("material", "what belongs to a session").held(),
        Rows::<attendance::Entity>::new()
            .id::<AttendanceId>()
            .of(attendance::Column::PersonId)
            .others(&[attendance::Column::RecordedBy], "who noted it")
            .held(),
        Rows::<attendance_change::Entity>::new()
            .under::<attendance::Entity>(
                attendance_change::Column::AttendanceId,
                (attendance::Column::Id, attendance::Column::PersonId),
            )
            .others(&[attendance_change::Column::RecordedBy], "who noted it")
            .held(),
    ]
}
