//! What is to be opened, asked and closed by now.
use crate::tables::{check_in, response};
use crate::{CheckIn, Response, ResponseState};
use chrono::{DateTime, Utc};
use kernel::{
    CheckInId, CheckInResponseId, CommunityId, Conn, KeepTime, Organisation, Permit, PersonId,
    Result, Tx,
};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
};
use std::collections::HashSet;

fn opening(now: DateTime<Utc>) -> Select<check_in::Entity> {
    check_in::Entity::find()
        .filter(check_in::Column::OpensAt.lte(now))
        .filter(check_in::Column::OpenedAt.is_null())
        .filter(check_in::Column::CancelledAt.is_null())
        .order_by_asc(check_in::Column::OpensAt)
}

fn closing(now: DateTime<Utc>) -> Select<check_in::Entity> {
    check_in::Entity::find()
        .filter(check_in::Column::ClosesAt.lte(now))
        .filter(check_in::Column::OpenedAt.is_not_null())
        .filter(check_in::Column::ClosedAt.is_null())
        .filter(check_in::Column::CancelledAt.is_null())
        .order_by_asc(check_in::Column::ClosesAt)
}

fn asking(now: DateTime<Utc>) -> Select<response::Entity> {
    let open = Query::select()
        .column(check_in::Column::Id)
        .from(check_in::Entity)
        .and_where(check_in::Column::ClosesAt.gt(now))
        .and_where(check_in::Column::ClosedAt.is_null())
        .and_where(check_in::Column::CancelledAt.is_null())
        .to_owned();
    response::Entity::find()
        .filter(response::Column::ToldAt.is_null())
        .filter(response::Column::AskedAt.lte(now))
        .filter(response::Column::State.is_in([ResponseState::Waiting, ResponseState::Saved]))
        .filter(response::Column::CheckInId.in_subquery(open))
        .order_by_asc(response::Column::AskedAt)
}

/// Whether there is anything to do.
pub(crate) async fn is_anything_due(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<bool> {
    if opening(now).limit(1).one(conn).await?.is_some()
        || closing(now).limit(1).one(conn).await?.is_some()
    {
        return Ok(true);
    }
    Ok(asking(now).limit(1).one(conn).await?.is_some())
}

/// As many are opened, or closed, in one go.
const AT_ONCE: u64 = 10;

pub(crate) async fn to_open(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<Vec<CheckIn>> {
    Ok(opening(now).limit(AT_ONCE).all(conn).await?)
}

pub(crate) async fn to_close(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<Vec<CheckIn>> {
    Ok(closing(now).limit(AT_ONCE).all(conn).await?)
}

fn open(now: DateTime<Utc>) -> Select<check_in::Entity> {
    check_in::Entity::find()
        .filter(check_in::Column::OpenedAt.is_not_null())
        .filter(check_in::Column::ClosesAt.gt(now))
        .filter(check_in::Column::ClosedAt.is_null())
        .filter(check_in::Column::CancelledAt.is_null())
}

/// What is open in a community.
pub(crate) async fn open_in(
    conn: &Conn<'_>,
    community: CommunityId,
    now: DateTime<Utc>,
) -> Result<Vec<CheckIn>> {
    Ok(open(now)
        .filter(check_in::Column::CommunityId.eq(community))
        .all(conn)
        .await?)
}

/// Whose responses are looked at, of those who were not told yet that they are asked.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Untold {
    /// Everything that is open and asked of them.
    Of(PersonId),
    /// Whom this check-in does not wait for.
    AwayFrom(CheckInId),
}

pub(crate) async fn untold(
    conn: &Conn<'_>,
    whose: Untold,
    now: DateTime<Utc>,
) -> Result<Vec<Response>> {
    let ids = open(now).select_only().column(check_in::Column::Id);
    let rows = response::Entity::find()
        .filter(response::Column::ToldAt.is_null())
        .filter(response::Column::CheckInId.in_subquery(QueryTrait::into_query(ids)));
    let rows = match whose {
        Untold::Of(person) => rows.filter(response::Column::PersonId.eq(person)).filter(
            response::Column::State.is_in([
                ResponseState::Waiting,
                ResponseState::Saved,
                ResponseState::Away,
            ]),
        ),
        Untold::AwayFrom(id) => rows
            .filter(response::Column::CheckInId.eq(id))
            .filter(response::Column::State.eq(ResponseState::Away)),
    };
    Ok(rows.all(conn).await?)
}

/// Writes when somebody is asked, and whether they are waited for.
pub(crate) async fn move_asking(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    row: Response,
) -> Result<()> {
    let row: response::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn to_ask(
    conn: &Conn<'_>,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<Response>> {
    Ok(asking(now).limit(limit).all(conn).await?)
}

/// Writes that it is open, or over.
pub(crate) async fn mark_opened(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    row: &CheckIn,
) -> Result<()> {
    check_in::Entity::update_many()
        .col_expr(check_in::Column::OpenedAt, Expr::value(row.opened_at))
        .col_expr(check_in::Column::ClosedAt, Expr::value(row.closed_at))
        .filter(check_in::Column::Id.eq(row.id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Who has a response already: they answered before everybody was asked.
pub(crate) async fn answered_people(
    conn: &Conn<'_>,
    check_in: CheckInId,
) -> Result<HashSet<PersonId>> {
    let found: Vec<PersonId> = response::Entity::find()
        .select_only()
        .column(response::Column::PersonId)
        .filter(response::Column::CheckInId.eq(check_in))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(found.into_iter().collect())
}

pub(crate) async fn insert_responses(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    rows: Vec<Response>,
) -> Result<()> {
    const AT_ONCE: usize = 1_000;
    for rows in rows.chunks(AT_ONCE) {
        let rows = rows.iter().cloned().map(response::ActiveModel::from);
        response::Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

pub(crate) async fn mark_told(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    responses: &[CheckInResponseId],
) -> Result<()> {
    response::Entity::update_many()
        .col_expr(response::Column::ToldAt, Expr::value(Some(tx.now())))
        .filter(response::Column::Id.is_in(responses.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Whether somebody is asked and neither answered nor skipped it.
pub async fn is_waited_for(conn: &Conn<'_>, check_in: CheckInId, person: PersonId) -> Result<bool> {
    let found = super::response_of(conn, check_in, person).await?;
    let waits = [ResponseState::Waiting, ResponseState::Saved];
    Ok(found.is_some_and(|it| waits.contains(&it.state)))
}
