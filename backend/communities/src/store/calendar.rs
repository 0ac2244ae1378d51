//! The days on which a community works.
use crate::calendar::zone_of;
use crate::tables::{community, holiday};
use crate::{WorkCalendar, WorkWeek};
use chrono::NaiveDate;
use kernel::{CommunityId, Conn, Error, Result, Tx};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeMap;

/// When a community works. Whoever asks has leave to know the community.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn calendar_of(conn: &Conn<'_>, id: CommunityId) -> Result<WorkCalendar> {
    let community = community::Entity::find_by_id(id)
        .one(conn)
        .await?
        .ok_or(Error::NotFound("community"))?;
    let days = holidays_of(conn, id).await?.into_keys().collect();
    let week = WorkWeek::from_bits(community.work_week);
    Ok(WorkCalendar::new(zone_of(&community)?, week, days))
}

/// The days on which a community does not work, with their names. Whoever asks has leave to know the
/// community.
pub async fn holidays_of(
    conn: &Conn<'_>,
    community: CommunityId,
) -> Result<BTreeMap<NaiveDate, String>> {
    let holidays: Vec<(NaiveDate, String)> = holiday::Entity::find()
        .select_only()
        .column(holiday::Column::Day)
        .column(holiday::Column::Name)
        .filter(holiday::Column::CommunityId.eq(community))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(holidays.into_iter().collect())
}

pub(crate) async fn replace_holidays(
    tx: &Tx,
    community: CommunityId,
    holidays: BTreeMap<NaiveDate, String>,
) -> Result<()> {
    holiday::Entity::delete_many()
        .filter(holiday::Column::CommunityId.eq(community))
        .exec(&tx.conn())
        .await?;
    if holidays.is_empty() {
        return Ok(());
    }
    let rows = holidays
        .into_iter()
        .map(|(day, name)| holiday::ActiveModel {
            community_id: Set(community),
            day: Set(day),
            name: Set(name),
        });
    holiday::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}
