//! What is to be done by now.
use crate::tables::{exposure, misconception};
use crate::{Exposure, MisconceptionState, Severity};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Conn, MisconceptionId, Result};
use sea_orm::sea_query::{Condition, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

/// Who must say that they read it, and has not, is reminded after two days, and then every two days.
const REMIND_AFTER: TimeDelta = TimeDelta::days(2);
/// So often, and no more.
const REMINDERS_MAX: i32 = 3;

const PUBLIC: [MisconceptionState; 2] = [MisconceptionState::Published, MisconceptionState::Closed];

/// Only those of misconceptions that are published, of one of these severities.
fn of_published(severities: Option<[Severity; 2]>) -> Condition {
    let mut records = Query::select();
    records
        .column(misconception::Column::Id)
        .from(misconception::Entity)
        .and_where(misconception::Column::State.is_in(PUBLIC));
    if let Some(severities) = severities {
        records.and_where(misconception::Column::Severity.is_in(severities));
    }
    Condition::all().add(exposure::Column::MisconceptionId.in_subquery(records))
}

fn windows(now: DateTime<Utc>) -> Select<misconception::Entity> {
    misconception::Entity::find()
        .filter(misconception::Column::State.eq(MisconceptionState::AuthorsWindow))
        .filter(misconception::Column::WindowEndsAt.lte(now))
        .order_by_asc(misconception::Column::WindowEndsAt)
}

fn waiting() -> Select<exposure::Entity> {
    exposure::Entity::find()
        .filter(exposure::Column::ToldAt.is_null())
        .filter(of_published(None))
        .order_by_asc(exposure::Column::MisconceptionId)
        .order_by_asc(exposure::Column::PersonId)
}

fn silent(now: DateTime<Utc>) -> Select<exposure::Entity> {
    let since = now - REMIND_AFTER;
    let first = exposure::Column::RemindedAt
        .is_null()
        .and(exposure::Column::ToldAt.lte(since));
    let again = Condition::any()
        .add(first)
        .add(exposure::Column::RemindedAt.lte(since));
    exposure::Entity::find()
        .filter(exposure::Column::ToldAt.is_not_null())
        .filter(exposure::Column::AnsweredAt.is_null())
        .filter(exposure::Column::Reminders.lt(REMINDERS_MAX))
        .filter(again)
        .filter(of_published(Some([Severity::Safety, Severity::Compliance])))
        .order_by_asc(exposure::Column::MisconceptionId)
        .order_by_asc(exposure::Column::PersonId)
}

/// Whether there is anything to do.
pub(crate) async fn is_anything_due(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<bool> {
    let window = windows(now).limit(1).one(conn).await?;
    if window.is_some() {
        return Ok(true);
    }
    let untold = waiting().limit(1).one(conn).await?;
    Ok(untold.is_some() || silent(now).limit(1).one(conn).await?.is_some())
}

/// The misconceptions whose authors had their time.
pub(crate) async fn ended_windows(
    conn: &Conn<'_>,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<MisconceptionId>> {
    let found = windows(now).limit(limit).all(conn).await?;
    Ok(found.into_iter().map(|record| record.id).collect())
}

/// People of one misconception who are to be told.
pub(crate) async fn untold(conn: &Conn<'_>, limit: u64) -> Result<Vec<Exposure>> {
    of_one(waiting().limit(limit).all(conn).await?)
}

/// People of one misconception who are to be reminded.
pub(crate) async fn reminders_due(
    conn: &Conn<'_>,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<Exposure>> {
    of_one(silent(now).limit(limit).all(conn).await?)
}

fn of_one(mut found: Vec<Exposure>) -> Result<Vec<Exposure>> {
    if let Some(first) = found.first().map(|it| it.misconception_id) {
        found.retain(|it| it.misconception_id == first);
    }
    Ok(found)
}
