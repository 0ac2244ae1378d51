use super::PartObject;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use ::sessions::{
    Attendance, AttendanceChange, AttendanceSource, AttendanceState, SessionSeen, Witness,
};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{AttendanceId, Error, Result, permit};

/// Whether somebody attended a part of a session.
#[derive(Clone)]
pub struct AttendanceObject {
    attendance: Attendance,
    part: PartObject,
}

impl AttendanceObject {
    pub fn of(attendance: Attendance, part: PartObject) -> Self {
        Self { attendance, part }
    }

    /// It, if it is the viewer's own or they may know who was there.
    pub async fn find(ctx: &Context<'_>, id: AttendanceId) -> Result<Self> {
        let (attendance, seen) = ::sessions::attendance_seen(&ctx.conn(), ctx.actor(), id).await?;
        let part = match PartObject::find(ctx, attendance.part_id).await {
            Err(Error::NotFound(_)) => return Err(Error::NotFound("attendance")),
            part => part?,
        };
        if ctx.actor().person() != Some(attendance.person_id) {
            permit::<Witness, SessionSeen>(ctx.actor(), seen)
                .map_err(|_| Error::NotFound("attendance"))?;
        }
        Ok(Self::of(attendance, part))
    }
}

#[Object(name = "Attendance")]
impl AttendanceObject {
    /// Its id.
    pub async fn id(&self) -> AttendanceId {
        self.attendance.id
    }

    /// Of which part.
    async fn part(&self) -> PartObject {
        self.part.clone()
    }

    /// Who.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.attendance.person_id).await
    }

    /// Whether they were there; nothing once it was taken back.
    async fn state(&self) -> Option<AttendanceState> {
        self.attendance.state
    }

    /// Who or what says so.
    async fn source(&self) -> AttendanceSource {
        self.attendance.source
    }

    /// What was said about it.
    async fn note(&self) -> Option<&str> {
        self.attendance.note.as_deref()
    }

    /// Who recorded it; nobody when the platform itself did.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        beside(ctx, self.attendance.recorded_by).await
    }

    /// When it was recorded.
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.attendance.recorded_at
    }

    /// Every recording of it, the oldest first.
    async fn history(&self, ctx: &Context<'_>) -> Result<Vec<AttendanceChangeObject>> {
        let changes = &ctx.loaders().sessions.attendance_changes;
        let changes = changes.load_one(self.attendance.id).await;
        let changes = changes.map_err(failed)?.unwrap_or_default();
        Ok(changes.into_iter().map(AttendanceChangeObject).collect())
    }
}

/// One recording of an attendance.
pub struct AttendanceChangeObject(AttendanceChange);

#[Object(name = "AttendanceChange")]
impl AttendanceChangeObject {
    /// From 1.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// What was said; nothing when it was taken back.
    async fn state(&self) -> Option<AttendanceState> {
        self.0.state
    }

    /// Who or what said so.
    async fn source(&self) -> AttendanceSource {
        self.0.source
    }

    /// What was said about it.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Who recorded it; nobody when the platform itself did.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        beside(ctx, self.0.recorded_by).await
    }

    /// When.
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.0.recorded_at
    }
}

async fn beside(ctx: &Context<'_>, id: Option<kernel::PersonId>) -> Result<Option<PersonObject>> {
    match id {
        Some(id) => PersonObject::beside(ctx, id).await,
        None => Ok(None),
    }
}
