//! The tables of sessions.
mod kinds;
mod programs;
mod sessions;

pub use kinds::{
    AttendanceSource, AttendanceState, MaterialShown, SegmentKind, SessionFormat, SessionState,
};
pub use programs::{delivery, objective, program, version};
pub use sessions::{
    attendance, attendance_change, material, part, segment, segment_objective, session,
    session_objective,
};

pub use attendance::Model as Attendance;
pub use attendance_change::Model as AttendanceChange;
pub use delivery::Model as Delivery;
pub use material::Model as Material;
pub use objective::Model as Objective;
pub use part::Model as Part;
pub use program::Model as Program;
pub use segment::Model as Segment;
pub use session::Model as Session;
pub use version::Model as ProgramVersion;
