//! What can be done with programs and sessions.
mod agenda;
mod attendance;
mod describe;
mod life;
mod materials;
mod programs;
mod schedule;

pub use agenda::{SegmentPlan, SetAgenda};
pub use attendance::{AttendanceMark, CheckIn, RecordAttendance};
pub use describe::{CreateSession, UpdateSession};
pub use life::{CancelSession, CloseSession, PublishSession, StartSession};
pub use materials::{AddMaterial, RemoveMaterial, UpdateMaterial};
pub use programs::{
    CreateProgram, DeliverProgram, ObjectivePlan, PublishProgramVersion, UpdateProgram,
};
pub use schedule::RescheduleSession;

use crate::{SessionSeen, store};
use kernel::{Actor, Permit, Policy, Result, SessionId, Tx, permit};

/// The session, once there is leave to do this to it.
async fn permitted<Action>(
    tx: &Tx,
    actor: Actor,
    id: SessionId,
) -> Result<Permit<Action, SessionSeen>>
where
    SessionSeen: Policy<Action>,
{
    let seen = store::session_seen(&tx.conn(), actor, id).await?;
    permit(actor, seen)
}
