//! Rosters and their lines.
use super::KEYS_MAX;
use crate::tables::{roster, roster_line};
use crate::{Roster, RosterFate, RosterLine, RosterSeen};
use chrono::{DateTime, Utc};
use communities::{CommunitySeen, community_seen};
use kernel::{Actor, Conn, Error, First, Page, Permit, Result, RosterId, Tx, key_of};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// A roster and the place it is for, as the asker sees it.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may know is for the policy to say.
pub async fn roster_seen(conn: &Conn<'_>, actor: Actor, id: RosterId) -> Result<RosterSeen> {
    let found = roster::Entity::find_by_id(id).one(conn).await?;
    let roster = found.ok_or(Error::NotFound("roster"))?;
    let place = community_seen(conn, actor, roster.community_id).await?;
    Ok(RosterSeen { roster, place })
}

/// The rosters of a community, the latest first.
pub async fn rosters_page(
    conn: &Conn<'_>,
    place: &Permit<crate::BringIn, CommunitySeen>,
    (first, after): (First, Option<&str>),
) -> Result<Page<Roster>> {
    let mut query =
        roster::Entity::find().filter(roster::Column::CommunityId.eq(place.community.id));
    if let Some(after) = after {
        let last: RosterId = key_of(after)?;
        query = query.filter(roster::Column::Id.lt(last));
    }
    let rows = query
        .order_by_desc(roster::Column::Id)
        .limit(first.and_one())
        .all(conn)
        .await?;
    Ok(Page::cut(rows, first, |roster| roster.id.to_string()))
}

/// The lines of a roster in their order; with `fate` only those that have it.
pub async fn roster_lines_page(
    conn: &Conn<'_>,
    seen: &Permit<crate::BringIn, RosterSeen>,
    fate: Option<RosterFate>,
    (first, after): (First, Option<&str>),
) -> Result<Page<RosterLine>> {
    let mut query =
        roster_line::Entity::find().filter(roster_line::Column::RosterId.eq(seen.roster.id));
    if let Some(fate) = fate {
        query = query.filter(roster_line::Column::Fate.eq(fate));
    }
    if let Some(after) = after {
        let last: i32 = key_of(after)?;
        query = query.filter(roster_line::Column::Line.gt(last));
    }
    let rows = query
        .order_by_asc(roster_line::Column::Line)
        .limit(first.and_one())
        .all(conn)
        .await?;
    Ok(Page::cut(rows, first, |line| line.line.to_string()))
}

/// Every line of a roster.
pub(crate) async fn lines_of(conn: &Conn<'_>, roster: RosterId) -> Result<Vec<RosterLine>> {
    Ok(roster_line::Entity::find()
        .filter(roster_line::Column::RosterId.eq(roster))
        .order_by_asc(roster_line::Column::Line)
        .all(conn)
        .await?)
}

/// The lines after one on which somebody arrived who had no account.
pub(crate) async fn arrivals_after(
    conn: &Conn<'_>,
    (roster, line): (RosterId, i32),
    count: u64,
) -> Result<Vec<RosterLine>> {
    Ok(roster_line::Entity::find()
        .filter(roster_line::Column::RosterId.eq(roster))
        .filter(roster_line::Column::Fate.eq(RosterFate::Arrives))
        .filter(roster_line::Column::Line.gt(line))
        .order_by_asc(roster_line::Column::Line)
        .limit(count)
        .all(conn)
        .await?)
}

pub(crate) async fn insert_roster(tx: &Tx, row: Roster) -> Result<Roster> {
    let row: roster::ActiveModel = row.into();
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn update_roster(tx: &Tx, row: Roster) -> Result<Roster> {
    let row: roster::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

/// Writes what became of the lines in the place of what was to become of them.
pub(crate) async fn replace_lines(tx: &Tx, roster: RosterId, lines: &[RosterLine]) -> Result<()> {
    delete_lines(tx, &[roster]).await?;
    for some in lines.chunks(KEYS_MAX) {
        let rows = some.iter().cloned().map(roster_line::ActiveModel::from);
        roster_line::Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Forgets rosters that were looked at before `instant` and never applied.
pub(crate) async fn delete_rosters_only_looked_at(tx: &Tx, instant: DateTime<Utc>) -> Result<()> {
    let old: Vec<RosterId> = roster::Entity::find()
        .select_only()
        .column(roster::Column::Id)
        .filter(roster::Column::AppliedAt.is_null())
        .filter(roster::Column::CreatedAt.lt(instant))
        .into_tuple()
        .all(&tx.conn())
        .await?;
    for some in old.chunks(KEYS_MAX) {
        delete_lines(tx, some).await?;
        roster::Entity::delete_many()
            .filter(roster::Column::Id.is_in(some.iter().copied()))
            .exec(&tx.conn())
            .await?;
    }
    Ok(())
}

async fn delete_lines(tx: &Tx, rosters: &[RosterId]) -> Result<()> {
    roster_line::Entity::delete_many()
        .filter(roster_line::Column::RosterId.is_in(rosters.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
