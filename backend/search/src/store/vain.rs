//! What was asked and found nothing.
use crate::policy::Watch;
use crate::tables::AskedInVain;
use crate::tables::asked_in_vain::{self, Column};
use chrono::{DateTime, Utc};
use communities::{CommunitySeen, Moderate, Oversee, Read};
use kernel::{CommunityId, Conn, Organisation, Permit, Result, Tx};
use sea_orm::sea_query::{ExprTrait, OnConflict};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, IntoActiveModel, Order, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

/// So many people must have asked alike before anybody is told.
const PEOPLE_MIN: i64 = 3;
const REPORT_MAX: u64 = 50;

/// Words that several people looked for, and found nothing.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Missed {
    pub words: String,
    pub people: i64,
    /// When they were asked last.
    pub asked_at: DateTime<Utc>,
}

/// What several people asked in vain in a community, what most of them asked first.
pub async fn asked_in_vain(
    conn: &Conn<'_>,
    seen: &Permit<Oversee, CommunitySeen>,
) -> Result<Vec<Missed>> {
    let people = || Column::Mark.count();
    Ok(asked_in_vain::Entity::find()
        .select_only()
        .column(Column::Words)
        .column_as(people(), "people")
        .column_as(Column::AskedAt.max(), "asked_at")
        .filter(Column::CommunityId.eq(seen.community.id))
        .group_by(Column::Words)
        .having(people().gte(PEOPLE_MIN))
        .order_by(people(), Order::Desc)
        .order_by_asc(Column::Words)
        .limit(REPORT_MAX)
        .into_model::<Missed>()
        .all(conn)
        .await?)
}

pub(crate) async fn count(conn: &Conn<'_>, community: CommunityId) -> Result<u64> {
    Ok(asked_in_vain::Entity::find()
        .filter(Column::CommunityId.eq(community))
        .count(conn)
        .await?)
}

/// Asked again, it is one more time and not one more person.
pub(crate) async fn note(tx: &Tx, _: &Permit<Read, CommunitySeen>, row: AskedInVain) -> Result<()> {
    let again = OnConflict::columns([Column::CommunityId, Column::Words, Column::Mark])
        .update_column(Column::AskedAt)
        .to_owned();
    asked_in_vain::Entity::insert(row.into_active_model())
        .on_conflict(again)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn forget(
    tx: &Tx,
    seen: &Permit<Moderate, CommunitySeen>,
    words: &str,
) -> Result<()> {
    asked_in_vain::Entity::delete_many()
        .filter(Column::CommunityId.eq(seen.community.id))
        .filter(Column::Words.eq(words))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn sweep(
    tx: &Tx,
    _: &Permit<Watch, Organisation>,
    before: DateTime<Utc>,
) -> Result<u64> {
    let swept = asked_in_vain::Entity::delete_many()
        .filter(Column::AskedAt.lt(before))
        .exec(&tx.conn())
        .await?;
    Ok(swept.rows_affected)
}
