//! The days on which a community works.
use crate::tables::{community, holiday};
use crate::{WorkCalendar, WorkWeek};
use chrono::NaiveDate;
use kernel::{CommunityId, Conn, Error, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
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
    let zone = community.zone.parse();
    let zone = zone.map_err(|_| Error::internal("a community's zone is none"))?;
    let week = WorkWeek::from_bits(community.work_week);
    Ok(WorkCalendar::new(zone, week, days))
}

/// The days on which a community does not work, with their names.
pub(crate) async fn holidays_of(
    conn: &Conn<'_>,
    community: CommunityId,
) -> Result<BTreeMap<NaiveDate, String>> {
    let holidays: Vec<(NaiveDate, String)> = holiday::Entity::find()
        .select_only()
        .column(holiday::Column::Day)
        .column(holiday::Column::Name)
        .filter(holiday::Column::CommunityId.eq(community))
        .order_by_asc(holiday::Column::Day)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(holidays.into_iter().collect())
}
