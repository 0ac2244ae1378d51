//! Who was there, and how it came to be known.
use crate::tables::{attendance, attendance_change, part};
use crate::{Attendance, AttendanceChange, AttendanceState, SessionSeen, Witness};
use kernel::{
    Actor, AttendanceId, Conn, Error, First, Page, Permit, PersonId, Result, SessionId,
    SessionPartId, Tx, key_of,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::HashMap;

/// Where everybody stands in a session as a whole, as far as it was recorded: of several parts, what
/// is most for them.
pub async fn attendance_of(
    conn: &Conn<'_>,
    session: SessionId,
) -> Result<Vec<(PersonId, AttendanceState)>> {
    let recorded: Vec<(PersonId, AttendanceState)> = attendance::Entity::find()
        .select_only()
        .column(attendance::Column::PersonId)
        .column(attendance::Column::State)
        .inner_join(part::Entity)
        .filter(part::Column::SessionId.eq(session))
        .filter(attendance::Column::State.is_not_null())
        .order_by_asc(attendance::Column::PersonId)
        .into_tuple()
        .all(conn)
        .await?;
    let mut most: HashMap<PersonId, AttendanceState> = HashMap::new();
    let mut order = Vec::new();
    for (person, state) in recorded {
        match most.get_mut(&person) {
            None => {
                order.push(person);
                most.insert(person, state);
            }
            Some(known) => *known = known.or_more(state),
        }
    }
    let known = order.into_iter();
    Ok(known
        .filter_map(|person| Some((person, *most.get(&person)?)))
        .collect())
}

/// A page of what stands for people in a part, in the order in which it was first recorded.
pub async fn attendance_page(
    conn: &Conn<'_>,
    _: &Permit<Witness, SessionSeen>,
    part: SessionPartId,
    (first, after): (First, Option<&str>),
) -> Result<Page<Attendance>> {
    let mut query = attendance::Entity::find()
        .filter(attendance::Column::PartId.eq(part))
        .filter(attendance::Column::State.is_not_null())
        .order_by_asc(attendance::Column::Id)
        .limit(first.and_one());
    if let Some(after) = after {
        let after: String = key_of(after)?;
        let after: AttendanceId = after.parse()?;
        query = query.filter(attendance::Column::Id.gt(after));
    }
    let found = query.all(conn).await?;
    Ok(Page::cut(found, first, |row| row.id.to_string()))
}

/// What stands for the asker in each of these parts.
pub async fn own_attendance(
    conn: &Conn<'_>,
    actor: Actor,
    parts: &[SessionPartId],
) -> Result<Vec<Attendance>> {
    let Some(person) = actor.person() else {
        return Ok(Vec::new());
    };
    Ok(attendance::Entity::find()
        .filter(attendance::Column::PartId.is_in(parts.iter().copied()))
        .filter(attendance::Column::PersonId.eq(person))
        .filter(attendance::Column::State.is_not_null())
        .all(conn)
        .await?)
}

/// What was recorded, with its part and its session as the asker sees it.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may know is for the policy to say.
pub async fn attendance_seen(
    conn: &Conn<'_>,
    actor: Actor,
    id: AttendanceId,
) -> Result<(Attendance, SessionSeen)> {
    let found = attendance::Entity::find_by_id(id).one(conn).await?;
    let attendance = found.ok_or(Error::NotFound("attendance"))?;
    let (_, seen) = super::part_seen(conn, actor, attendance.part_id).await?;
    Ok((attendance, seen))
}

/// Every recording of each of these, the oldest first.
pub async fn changes_of_attendance(
    conn: &Conn<'_>,
    ids: &[AttendanceId],
) -> Result<HashMap<AttendanceId, Vec<AttendanceChange>>> {
    let changes = attendance_change::Entity::find()
        .filter(attendance_change::Column::AttendanceId.is_in(ids.iter().copied()))
        .order_by_asc(attendance_change::Column::Number)
        .all(conn)
        .await?;
    let mut of: HashMap<AttendanceId, Vec<AttendanceChange>> = HashMap::new();
    for change in changes {
        of.entry(change.attendance_id).or_default().push(change);
    }
    Ok(of)
}

pub(crate) async fn attendance_for(
    conn: &Conn<'_>,
    part: SessionPartId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Attendance>> {
    let found = attendance::Entity::find()
        .filter(attendance::Column::PartId.eq(part))
        .filter(attendance::Column::PersonId.is_in(people.iter().copied()))
        .all(conn)
        .await?;
    Ok(found.into_iter().map(|row| (row.person_id, row)).collect())
}

pub(crate) async fn is_recorded_for(conn: &Conn<'_>, part: SessionPartId) -> Result<bool> {
    let recorded = attendance::Entity::find()
        .filter(attendance::Column::PartId.eq(part))
        .count(conn)
        .await?;
    Ok(recorded > 0)
}

/// Writes what stands now, and adds it to the changes.
pub(crate) async fn save_attendance(tx: &Tx, row: Attendance) -> Result<Attendance> {
    let change = AttendanceChange {
        attendance_id: row.id,
        number: row.changes,
        state: row.state,
        source: row.source,
        note: row.note.clone(),
        recorded_by: row.recorded_by,
        recorded_at: row.recorded_at,
    };
    let first = row.changes == 1;
    let row: attendance::ActiveModel = row.into();
    let saved = match first {
        true => row.insert(&tx.conn()).await?,
        false => row.reset_all().update(&tx.conn()).await?,
    };
    let change: attendance_change::ActiveModel = change.into();
    change.insert(&tx.conn()).await?;
    Ok(saved)
}
