//! What is to be opened, told and closed by now.
use crate::tables::{asked, pulse};
use crate::{Asked, AskedState, Pulse};
use chrono::{DateTime, Utc};
use kernel::{
    CommunityId, Conn, KeepTime, Organisation, Permit, PersonId, PulseId, PulseResponseId, Result,
    Tx,
};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};
use std::collections::HashMap;

fn opening(now: DateTime<Utc>) -> Select<pulse::Entity> {
    pulse::Entity::find()
        .filter(pulse::Column::OpensAt.lte(now))
        .filter(pulse::Column::OpenedAt.is_null())
        .filter(pulse::Column::CancelledAt.is_null())
        .order_by_asc(pulse::Column::OpensAt)
        .order_by_asc(pulse::Column::Id)
}

fn closing(now: DateTime<Utc>) -> Select<pulse::Entity> {
    pulse::Entity::find()
        .filter(pulse::Column::ClosesAt.lte(now))
        .filter(pulse::Column::OpenedAt.is_not_null())
        .filter(pulse::Column::ClosedAt.is_null())
        .filter(pulse::Column::CancelledAt.is_null())
        .order_by_asc(pulse::Column::ClosesAt)
}

fn telling(now: DateTime<Utc>) -> Select<asked::Entity> {
    let open = Query::select()
        .column(pulse::Column::Id)
        .from(pulse::Entity)
        .and_where(pulse::Column::ClosesAt.gt(now))
        .and_where(pulse::Column::ClosedAt.is_null())
        .and_where(pulse::Column::CancelledAt.is_null())
        .to_owned();
    asked::Entity::find()
        .filter(asked::Column::TellAt.lte(now))
        .filter(asked::Column::State.eq(AskedState::Waiting))
        .filter(asked::Column::PulseId.in_subquery(open))
        .order_by_asc(asked::Column::TellAt)
}

/// Whether there is anything to do.
pub(crate) async fn is_anything_due(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<bool> {
    if opening(now).limit(1).one(conn).await?.is_some()
        || closing(now).limit(1).one(conn).await?.is_some()
    {
        return Ok(true);
    }
    Ok(telling(now).limit(1).one(conn).await?.is_some())
}

/// As many are opened, or closed, in one go.
const AT_ONCE: u64 = 10;

pub(crate) async fn to_open(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<Vec<Pulse>> {
    Ok(opening(now).limit(AT_ONCE).all(conn).await?)
}

pub(crate) async fn to_close(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<Vec<Pulse>> {
    Ok(closing(now).limit(AT_ONCE).all(conn).await?)
}

pub(crate) async fn to_tell(conn: &Conn<'_>, now: DateTime<Utc>, limit: u64) -> Result<Vec<Asked>> {
    Ok(telling(now).limit(limit).all(conn).await?)
}

/// Writes that it is open, or over.
pub(crate) async fn mark_opened(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    row: &Pulse,
) -> Result<()> {
    pulse::Entity::update_many()
        .col_expr(pulse::Column::OpenedAt, Expr::value(row.opened_at))
        .col_expr(pulse::Column::ClosedAt, Expr::value(row.closed_at))
        .filter(pulse::Column::Id.eq(row.id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Writes that these were told once more, and when they are reminded, if they are.
pub(crate) async fn mark_told(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    (asked, next): (&[PulseResponseId], Option<DateTime<Utc>>),
) -> Result<()> {
    asked::Entity::update_many()
        .col_expr(asked::Column::TellAt, Expr::value(next))
        .col_expr(asked::Column::Told, Expr::col(asked::Column::Told).add(1))
        .filter(asked::Column::Id.is_in(asked.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Tells these at another moment, or not at all.
pub(crate) async fn put_off(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    (asked, next): (&[PulseResponseId], Option<DateTime<Utc>>),
) -> Result<()> {
    asked::Entity::update_many()
        .col_expr(asked::Column::TellAt, Expr::value(next))
        .filter(asked::Column::Id.is_in(asked.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// What is open and waits for somebody, or does not because they are away, and they were not told of.
pub(crate) async fn untold(
    conn: &Conn<'_>,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<(Asked, Pulse)>> {
    let theirs = asked::Entity::find()
        .filter(asked::Column::PersonId.eq(person))
        .filter(asked::Column::Told.eq(0))
        .filter(asked::Column::State.is_in([AskedState::Waiting, AskedState::Away]))
        .all(conn)
        .await?;
    let open = pulse::Entity::find()
        .filter(pulse::Column::Id.is_in(theirs.iter().map(|it| it.pulse_id)))
        .filter(pulse::Column::OpenedAt.is_not_null())
        .filter(pulse::Column::ClosesAt.gt(now))
        .filter(pulse::Column::ClosedAt.is_null())
        .filter(pulse::Column::CancelledAt.is_null())
        .all(conn)
        .await?;
    let mut open: HashMap<PulseId, Pulse> = open.into_iter().map(|it| (it.id, it)).collect();
    let both = theirs.into_iter();
    Ok(both
        .filter_map(|it| open.remove(&it.pulse_id).map(|row| (it, row)))
        .collect())
}

/// Writes when somebody is asked, or that they are not.
pub(crate) async fn move_asking(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    row: Asked,
) -> Result<()> {
    let row: asked::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}

/// How many pulses of a community are neither closed nor taken back, this one left out.
pub(crate) async fn unfinished_in(
    conn: &Conn<'_>,
    (community, but): (CommunityId, PulseId),
) -> Result<u64> {
    Ok(pulse::Entity::find()
        .filter(pulse::Column::CommunityId.eq(community))
        .filter(pulse::Column::Id.ne(but))
        .filter(pulse::Column::ClosedAt.is_null())
        .filter(pulse::Column::CancelledAt.is_null())
        .count(conn)
        .await?)
}
