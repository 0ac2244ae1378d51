//! What sessions tell.
use crate::{AttendanceState, SessionState};
use chrono::{DateTime, Utc};
use kernel::{
    CommunityId, Event, PersonId, Place, ProgramId, ProgramVersionId, SessionId, SessionPartId,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramChanged {
    pub program: ProgramId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramVersionPublished {
    pub program: ProgramId,
    pub version: ProgramVersionId,
}

/// A cohort runs this version from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramDelivered {
    pub community: CommunityId,
    pub version: ProgramVersionId,
}

/// What is new about a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionAspect {
    /// Its title, what it is about, its format or how many there is room for.
    Description,
    /// The room, or the link and from when to when it is shown.
    Place,
    /// Who leads, and who steps in.
    Instructors,
    Objectives,
    Agenda,
    Materials,
}

/// A draft was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionCreated {
    pub community: CommunityId,
    pub session: SessionId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionChanged {
    pub community: CommunityId,
    pub session: SessionId,
    pub aspects: Vec<SessionAspect>,
}

/// The community sees it from now on; after a cancellation, it takes place after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionPublished {
    pub community: CommunityId,
    pub session: SessionId,
    /// What it was before: a draft, or cancelled.
    pub was: SessionState,
}

/// It takes place at another time, or in other parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRescheduled {
    pub community: CommunityId,
    pub session: SessionId,
    pub was_starting_at: DateTime<Utc>,
    pub was_ending_at: DateTime<Utc>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionStarted {
    pub community: CommunityId,
    pub session: SessionId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionClosed {
    pub community: CommunityId,
    pub session: SessionId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionCancelled {
    pub community: CommunityId,
    pub session: SessionId,
}

/// Somebody was there, or was not; nothing when that was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendanceRecorded {
    pub community: CommunityId,
    pub session: SessionId,
    pub part: SessionPartId,
    pub person: PersonId,
    pub state: Option<AttendanceState>,
    /// What was said of them before.
    #[serde(default)]
    pub was: Option<AttendanceState>,
}

macro_rules! of_a_community {
    (keeps_origin: $keeps:literal; $($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;
            const KEEPS_ORIGIN: bool = $keeps;

            fn place(&self) -> Place {
                Place::community(self.community)
            }
        }
    )+};
}

of_a_community! {
    keeps_origin: true;
    ProgramDelivered "sessions.program_delivered",
    AttendanceRecorded "sessions.attendance_recorded",
}

of_a_community! {
    keeps_origin: false;
    SessionCreated "sessions.session_created",
    SessionChanged "sessions.session_changed",
    SessionPublished "sessions.session_published",
    SessionRescheduled "sessions.session_rescheduled",
    SessionStarted "sessions.session_started",
    SessionClosed "sessions.session_closed",
    SessionCancelled "sessions.session_cancelled",
}

macro_rules! of_the_organisation {
    (keeps_origin: $keeps:literal; $($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;
            const KEEPS_ORIGIN: bool = $keeps;

            fn place(&self) -> Place {
                Place::default()
            }
        }
    )+};
}

of_the_organisation! {
    keeps_origin: true;
    ProgramVersionPublished "sessions.program_version_published",
}

of_the_organisation! {
    keeps_origin: false;
    ProgramChanged "sessions.program_changed",
}
