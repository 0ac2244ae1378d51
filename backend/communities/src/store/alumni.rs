//! Cohorts that end, and who was in them.
use crate::tables::{community, membership};
use crate::{Community, CommunityKind, Membership};
use chrono::NaiveDate;
use kernel::{CommunityId, Conn, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// How many cohorts end at a time.
const ENDING_MAX: u64 = 100;

/// Cohorts whose last day is not after `day`, which have not ended, and are not archived.
pub(crate) async fn cohorts_ending_by(conn: &Conn<'_>, day: NaiveDate) -> Result<Vec<Community>> {
    Ok(community::Entity::find()
        .filter(community::Column::Kind.eq(CommunityKind::Cohort))
        .filter(community::Column::EndedAt.is_null())
        .filter(community::Column::ArchivedAt.is_null())
        .filter(community::Column::EndsOn.lte(day))
        .order_by_asc(community::Column::EndsOn)
        .limit(ENDING_MAX)
        .all(conn)
        .await?)
}

/// Everybody in a community, for a command that has leave to know them.
pub async fn everybody_in(conn: &Conn<'_>, community: CommunityId) -> Result<Vec<Membership>> {
    Ok(membership::Entity::find()
        .filter(membership::Column::CommunityId.eq(community))
        .order_by_asc(membership::Column::Id)
        .all(conn)
        .await?)
}

/// The runs that were cloned from this one, the latest first.
pub async fn next_runs_of(conn: &Conn<'_>, community: CommunityId) -> Result<Vec<CommunityId>> {
    Ok(community::Entity::find()
        .select_only()
        .column(community::Column::Id)
        .filter(community::Column::ClonedFrom.eq(community))
        .order_by_desc(community::Column::Id)
        .limit(super::COMMUNITIES_MAX)
        .into_tuple()
        .all(conn)
        .await?)
}
