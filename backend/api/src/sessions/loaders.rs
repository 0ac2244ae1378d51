//! Loading what many sessions are asked for at once.
use crate::App;
use crate::loaders::batched;
use ::sessions::{Attendance, AttendanceChange, Objective, SessionSeen};
use async_graphql::dataloader::{DataLoader, Loader};
use async_trait::async_trait;
use kernel::{Actor, AttendanceId, Error, ObjectiveId, Opaque, SessionId, SessionPartId};
use std::collections::HashMap;
use std::sync::Arc;

type Loaded<K, V> = Result<HashMap<K, V>, Arc<Error>>;

/// The loaders of sessions, for one request.
pub struct SessionLoaders {
    pub seen: DataLoader<Sessions>,
    pub objectives: DataLoader<ObjectivesOfSessions>,
    pub objectives_by_id: DataLoader<Objectives>,
    pub own_attendance: DataLoader<OwnAttendance>,
    pub attendance_changes: DataLoader<AttendanceChanges>,
}

impl SessionLoaders {
    pub fn new(app: &Opaque<App>, actor: Actor) -> Self {
        let own = || app.clone();
        Self {
            seen: batched(Sessions(own(), actor)),
            objectives: batched(ObjectivesOfSessions(own())),
            objectives_by_id: batched(Objectives(own())),
            own_attendance: batched(OwnAttendance(own(), actor)),
            attendance_changes: batched(AttendanceChanges(own())),
        }
    }
}

/// Sessions that the asker may see.
pub struct Sessions(Opaque<App>, Actor);

#[async_trait]
impl Loader<SessionId> for Sessions {
    type Value = Arc<SessionSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[SessionId]) -> Loaded<SessionId, Arc<SessionSeen>> {
        let seen = ::sessions::sessions_visible_to(&self.0.db.read(), self.1, ids).await?;
        Ok(seen
            .into_iter()
            .map(|seen| (seen.session.id, Arc::new(seen)))
            .collect())
    }
}

pub struct ObjectivesOfSessions(Opaque<App>);

#[async_trait]
impl Loader<SessionId> for ObjectivesOfSessions {
    type Value = Vec<Objective>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[SessionId]) -> Loaded<SessionId, Vec<Objective>> {
        let served = ::sessions::objective_ids_of(&self.0.db.read(), ids).await?;
        let wanted: Vec<ObjectiveId> = served.values().flatten().copied().collect();
        let objectives = ::sessions::objectives_by_ids(&self.0.db.read(), &wanted).await?;
        let of = |ids: Vec<ObjectiveId>| {
            let own = objectives.iter().filter(|one| ids.contains(&one.id));
            own.cloned().collect()
        };
        Ok(served
            .into_iter()
            .map(|(session, ids)| (session, of(ids)))
            .collect())
    }
}

pub struct Objectives(Opaque<App>);

#[async_trait]
impl Loader<ObjectiveId> for Objectives {
    type Value = Objective;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[ObjectiveId]) -> Loaded<ObjectiveId, Objective> {
        let objectives = ::sessions::objectives_by_ids(&self.0.db.read(), ids).await?;
        Ok(objectives.into_iter().map(|one| (one.id, one)).collect())
    }
}

pub struct OwnAttendance(Opaque<App>, Actor);

#[async_trait]
impl Loader<SessionPartId> for OwnAttendance {
    type Value = Attendance;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[SessionPartId]) -> Loaded<SessionPartId, Attendance> {
        let own = ::sessions::own_attendance(&self.0.db.read(), self.1, ids).await?;
        Ok(own.into_iter().map(|row| (row.part_id, row)).collect())
    }
}

pub struct AttendanceChanges(Opaque<App>);

#[async_trait]
impl Loader<AttendanceId> for AttendanceChanges {
    type Value = Vec<AttendanceChange>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[AttendanceId]) -> Loaded<AttendanceId, Vec<AttendanceChange>> {
        Ok(::sessions::changes_of_attendance(&self.0.db.read(), ids).await?)
    }
}
