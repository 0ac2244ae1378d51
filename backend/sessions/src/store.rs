//! Every query on the tables of sessions.
mod agenda;
mod alike;
mod attendance;
mod programs;
mod sessions;

pub(crate) use agenda::*;
pub use agenda::{SegmentSeen, agenda_of, agendas_of, materials_of, objective_ids_of};
pub use alike::{
    communities_of_program, objectives_alike, program_of_community, programs_visible_to,
};
pub(crate) use attendance::*;
pub use attendance::{
    attendance_of, attendance_page, attendance_seen, changes_of_attendance, own_attendance,
};
pub(crate) use programs::*;
pub use programs::{
    deliveries_of, delivery_of, objectives_by_ids, objectives_of_community, objectives_of_session,
    objectives_of_versions, program_seen, program_seen_by_slug, programs_page, version_seen,
    versions_of,
};
pub(crate) use sessions::*;
pub use sessions::{
    Clash, clashes_with, held_before, learner_count, part_seen, session_count, session_seen,
    session_seen_by_number, sessions_ahead, sessions_as_they_stand, sessions_of,
    sessions_visible_to, sessions_walked,
};
