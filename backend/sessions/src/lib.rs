//! Sessions: programs and their objectives, the ILT sessions of a community, and who was there.
//!
//! Invariants:
//! - a cohort runs one version of a program, and a published version never changes;
//! - the parts of a session follow one another and end after they begin; the n-th part keeps its id
//!   when the session moves;
//! - what the community has once seen of a session it goes on seeing, cancelled or not;
//! - `sequence` rises with every change of what stands in calendars, and never falls;
//! - attendance is kept with its source, and every change of it is recorded.
mod codes;
mod commands;
mod coverage;
mod events;
mod following;
mod guide;
mod held;
mod life;
mod parse;
mod policy;
mod seeing;
mod store;
mod tables;
mod times;

pub use codes::{CODE_SECONDS, Code, accepts, code_at};
pub use commands::{
    AddMaterial, AttendanceMark, CancelSession, CheckIn, CloseSession, CreateProgram,
    CreateSession, DeliverProgram, ObjectivePlan, PublishProgramVersion, PublishSession,
    RecordAttendance, RemoveMaterial, RescheduleSession, SegmentPlan, SetAgenda, StartSession,
    UpdateMaterial, UpdateProgram, UpdateSession,
};
pub use coverage::{Activity, ActivityKind, Coverage};
pub use events::{
    AttendanceRecorded, ProgramChanged, ProgramDelivered, ProgramVersionPublished, SessionAspect,
    SessionCancelled, SessionChanged, SessionClosed, SessionCreated, SessionPublished,
    SessionRescheduled, SessionStarted,
};
pub use following::{session_followed, session_to_follow, takes_place};
pub use guide::{Finding, FindingKind, GuidePlan, STILL_MINUTES_MAX, check_guide, minutes_of};
pub use held::held;
pub use parse::link;
pub use policy::{
    Attend, Conduct, Drafts, Plan, Prepare, ProgramSeen, Record, See, SessionSeen, VersionSeen,
    Witness, Write, drafts_seen_by,
};
pub use store::{
    Clash, SegmentSeen, agenda_of, agendas_of, attendance_of, attendance_page, attendance_seen,
    changes_of_attendance, clashes_with, communities_of_program, deliveries_of, delivery_of,
    held_before, learner_count, materials_of, objective_ids_of, objectives_alike,
    objectives_by_ids, objectives_of_community, objectives_of_session, objectives_of_versions,
    own_attendance, part_seen, program_of_community, program_seen, program_seen_by_slug,
    programs_page, programs_visible_to, session_count, session_seen, session_seen_by_number,
    sessions_ahead, sessions_as_they_stand, sessions_of, sessions_visible_to, sessions_walked,
    version_seen, versions_of,
};
pub use tables::{
    Attendance, AttendanceChange, AttendanceSource, AttendanceState, Delivery, Material,
    MaterialShown, Objective, Part, Program, ProgramVersion, Segment, SegmentKind, Session,
    SessionFormat, SessionState, objective, session,
};
pub use times::{PartPlan, PartTime, WallTime, instant, parse_parts, wall_time};
