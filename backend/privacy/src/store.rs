//! Every query on what people take along.
use crate::PersonalExport;
use crate::policy::{Fetch, OverseeData, TakeAlong};
use crate::tables::export::{self, Column};
use chrono::{DateTime, Utc};
use kernel::{
    Conn, First, KeepTime, Organisation, Page, Permit, PersonId, PersonalExportId, Result, Tx,
    key_of,
};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

/// How many a list of one's own shows.
const SHOWN: u64 = 10;

pub(crate) async fn export_by_id(
    conn: &Conn<'_>,
    id: PersonalExportId,
) -> Result<Option<PersonalExport>> {
    Ok(export::Entity::find_by_id(id).one(conn).await?)
}

/// What this person took along or is about to, the newest first.
pub async fn exports_of(
    conn: &Conn<'_>,
    person: &Permit<TakeAlong, PersonId>,
) -> Result<Vec<PersonalExport>> {
    let own = export::Entity::find()
        .filter(Column::PersonId.eq(**person))
        .order_by_desc(Column::Id)
        .limit(SHOWN);
    Ok(own.all(conn).await?)
}

/// What was asked for and is kept, of everybody, the newest first.
pub async fn exports_page(
    conn: &Conn<'_>,
    _: &Permit<OverseeData, Organisation>,
    (first, after): (First, Option<&str>),
) -> Result<Page<PersonalExport>> {
    let mut query = export::Entity::find()
        .order_by_desc(Column::Id)
        .limit(first.and_one());
    if let Some(after) = after {
        let id: PersonalExportId = key_of(after)?;
        query = query.filter(Column::Id.lt(id));
    }
    let rows = query.all(conn).await?;
    Ok(Page::cut(rows, first, |row| row.id.to_string()))
}

/// How many of a person's are kept or being made.
pub(crate) async fn count_of(conn: &Conn<'_>, person: PersonId) -> Result<u64> {
    let kept = export::Entity::find().filter(Column::PersonId.eq(person));
    Ok(kept.count(conn).await?)
}

/// The one that is being made for a person, if there is one.
pub(crate) async fn underway_of(
    conn: &Conn<'_>,
    person: PersonId,
) -> Result<Option<PersonalExport>> {
    let underway = export::Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::ReadyAt.is_null());
    Ok(underway.one(conn).await?)
}

pub(crate) async fn insert(
    tx: &Tx,
    person: &Permit<TakeAlong, PersonId>,
    (asked_by, reason): (PersonId, Option<String>),
) -> Result<PersonalExport> {
    let row = PersonalExport {
        id: tx.id(),
        person_id: **person,
        asked_by,
        reason,
        asked_at: tx.now(),
        step: 0,
        from_row: 0,
        percent: 0,
        ready_at: None,
        expires_at: None,
        fetched_at: None,
        bytes: None,
    };
    let row = export::ActiveModel::from(row);
    Ok(row.insert(&tx.conn()).await?)
}

/// Where the making of one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reached {
    pub step: i32,
    pub from_row: i64,
    pub percent: i32,
}

/// Notes how far it came, unless another worker was faster.
pub(crate) async fn move_on(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    (was, reached): (&PersonalExport, Reached),
) -> Result<()> {
    export::Entity::update_many()
        .col_expr(Column::Step, Expr::value(reached.step))
        .col_expr(Column::FromRow, Expr::value(reached.from_row))
        .col_expr(Column::Percent, Expr::value(reached.percent))
        .filter(Column::Id.eq(was.id))
        .filter(Column::Step.eq(was.step))
        .filter(Column::FromRow.eq(was.from_row))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn set_ready(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    (id, bytes, until): (PersonalExportId, i64, DateTime<Utc>),
) -> Result<()> {
    let row = export::ActiveModel {
        id: Set(id),
        percent: Set(100),
        ready_at: Set(Some(tx.now())),
        expires_at: Set(Some(until)),
        bytes: Set(Some(bytes)),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn set_fetched(tx: &Tx, export: &Permit<Fetch, PersonalExport>) -> Result<()> {
    let row = export::ActiveModel {
        id: Set(export.id),
        fetched_at: Set(Some(tx.now())),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

/// Those whose time is over, a handful.
pub(crate) async fn expired(
    conn: &Conn<'_>,
    (now, limit): (DateTime<Utc>, u64),
) -> Result<Vec<PersonalExport>> {
    let over = export::Entity::find()
        .filter(Column::ExpiresAt.lte(now))
        .limit(limit);
    Ok(over.all(conn).await?)
}

pub(crate) async fn delete(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    ids: &[PersonalExportId],
) -> Result<()> {
    export::Entity::delete_many()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
