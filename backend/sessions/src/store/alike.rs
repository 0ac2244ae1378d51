//! What programs, their versions and their objectives have to do with each other, for whoever keeps something
//! about them.
use super::programs::as_seen;
use crate::See;
use crate::tables::{delivery, objective, program, version};
use kernel::{Actor, CommunityId, Conn, ObjectiveId, Policy, ProgramId, ProgramVersionId, Result};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{HashMap, HashSet};

/// Of these programs, those the asker may see.
pub async fn programs_visible_to(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[ProgramId],
) -> Result<HashSet<ProgramId>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let found = program::Entity::find()
        .filter(program::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    let seen = as_seen(conn, actor, found).await?;
    let visible = seen
        .iter()
        .filter(|seen| Policy::<See>::verdict(*seen, &actor).allows());
    Ok(visible.map(|seen| seen.program.id).collect())
}

/// The program that a community runs, if it runs one.
pub async fn program_of_community(
    conn: &Conn<'_>,
    community: CommunityId,
) -> Result<Option<ProgramId>> {
    let runs = Query::select()
        .column(delivery::Column::VersionId)
        .from(delivery::Entity)
        .and_where(delivery::Column::CommunityId.eq(community))
        .to_owned();
    Ok(version::Entity::find()
        .select_only()
        .column(version::Column::ProgramId)
        .filter(version::Column::Id.in_subquery(runs))
        .into_tuple()
        .one(conn)
        .await?)
}

/// The communities that run a program, in whatever version.
pub async fn communities_of_program(
    conn: &Conn<'_>,
    program: ProgramId,
) -> Result<Vec<CommunityId>> {
    let versions = Query::select()
        .column(version::Column::Id)
        .from(version::Entity)
        .and_where(version::Column::ProgramId.eq(program))
        .to_owned();
    Ok(delivery::Entity::find()
        .select_only()
        .column(delivery::Column::CommunityId)
        .filter(delivery::Column::VersionId.in_subquery(versions))
        .into_tuple()
        .all(conn)
        .await?)
}

/// These objectives in every version of their programs: an objective keeps its number from one to the next.
pub async fn objectives_alike(conn: &Conn<'_>, ids: &[ObjectiveId]) -> Result<Vec<ObjectiveId>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let named = Query::select()
        .column(objective::Column::VersionId)
        .from(objective::Entity)
        .and_where(objective::Column::Id.is_in(ids.iter().copied()))
        .to_owned();
    let programs = Query::select()
        .column(version::Column::ProgramId)
        .from(version::Entity)
        .and_where(version::Column::Id.in_subquery(named))
        .to_owned();
    let versions: HashMap<ProgramVersionId, ProgramId> = version::Entity::find()
        .filter(version::Column::ProgramId.in_subquery(programs))
        .all(conn)
        .await?
        .into_iter()
        .map(|version| (version.id, version.program_id))
        .collect();
    let all = objective::Entity::find()
        .filter(objective::Column::VersionId.is_in(versions.keys().copied()))
        .all(conn)
        .await?;
    let place = |it: &crate::Objective| (versions.get(&it.version_id).copied(), it.number);
    let wanted: HashSet<_> = all
        .iter()
        .filter(|it| ids.contains(&it.id))
        .map(place)
        .collect();
    let alike = all.iter().filter(|it| wanted.contains(&place(it)));
    Ok(alike.map(|it| it.id).collect())
}
