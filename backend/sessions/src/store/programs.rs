//! Programs, versions, objectives, deliveries.
use crate::tables::{delivery, objective, program, session_objective, version};
use crate::{Delivery, Objective, Program, ProgramSeen, ProgramVersion, VersionSeen, Write};
use communities::{Role, membership, readable_by};
use kernel::{
    Actor, CommunityId, Conn, Error, First, ObjectiveId, Organisation, Page, Permit, ProgramId,
    ProgramVersionId, Result, SessionId, Tx, key_of,
};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::{HashMap, HashSet};

/// The latest cohorts of a version that are listed beside it.
const DELIVERIES_MAX: u64 = 100;

/// Whether the asker is a facilitator anywhere.
async fn facilitates(conn: &Conn<'_>, actor: Actor) -> Result<bool> {
    let Some(person) = actor.person() else {
        return Ok(false);
    };
    let led = membership::Entity::find()
        .filter(membership::Column::PersonId.eq(person))
        .filter(membership::Column::Role.eq(Role::Facilitator))
        .count(conn)
        .await?;
    Ok(led > 0)
}

/// The programs that run in the asker's communities.
fn taking_part(actor: Actor) -> SelectStatement {
    Query::select()
        .column((version::Entity, version::Column::ProgramId))
        .from(version::Entity)
        .inner_join(
            delivery::Entity,
            Expr::col((delivery::Entity, delivery::Column::VersionId))
                .equals((version::Entity, version::Column::Id)),
        )
        .inner_join(
            membership::Entity,
            Expr::col((membership::Entity, membership::Column::CommunityId))
                .equals((delivery::Entity, delivery::Column::CommunityId)),
        )
        .and_where(membership::Column::PersonId.eq(actor.person()))
        .to_owned()
}

pub(super) async fn as_seen(
    conn: &Conn<'_>,
    actor: Actor,
    programs: Vec<Program>,
) -> Result<Vec<ProgramSeen>> {
    let facilitates = facilitates(conn, actor).await?;
    let ids = programs.iter().map(|program| program.id);
    let joined: HashSet<ProgramId> = program::Entity::find()
        .select_only()
        .column(program::Column::Id)
        .filter(program::Column::Id.is_in(ids))
        .filter(program::Column::Id.in_subquery(taking_part(actor)))
        .into_tuple()
        .all(conn)
        .await?
        .into_iter()
        .collect();
    Ok(programs
        .into_iter()
        .map(|program| ProgramSeen {
            takes_part: joined.contains(&program.id),
            facilitates,
            program,
        })
        .collect())
}

async fn one_seen(conn: &Conn<'_>, actor: Actor, found: Option<Program>) -> Result<ProgramSeen> {
    let program = found.ok_or(Error::NotFound("program"))?;
    let seen = as_seen(conn, actor, vec![program]).await?.pop();
    seen.ok_or(Error::NotFound("program"))
}

/// A program, and what the asker has to do with it.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may see it is for the policy to say.
pub async fn program_seen(conn: &Conn<'_>, actor: Actor, id: ProgramId) -> Result<ProgramSeen> {
    let found = program::Entity::find_by_id(id).one(conn).await?;
    one_seen(conn, actor, found).await
}

/// As `program_seen`, by the part of the address.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn program_seen_by_slug(
    conn: &Conn<'_>,
    actor: Actor,
    slug: &str,
) -> Result<ProgramSeen> {
    let found = program_by_slug(conn, slug).await?;
    one_seen(conn, actor, found).await
}

pub(crate) async fn program_by_slug(conn: &Conn<'_>, slug: &str) -> Result<Option<Program>> {
    Ok(program::Entity::find()
        .filter(program::Column::Slug.eq(slug))
        .one(conn)
        .await?)
}

/// A page of the programs that the asker may see, by address.
pub async fn programs_page(
    conn: &Conn<'_>,
    actor: Actor,
    (first, after): (First, Option<&str>),
) -> Result<Page<ProgramSeen>> {
    let mut query = program::Entity::find()
        .order_by_asc(program::Column::Slug)
        .limit(first.and_one());
    if !actor.administers() && !facilitates(conn, actor).await? {
        query = query.filter(program::Column::Id.in_subquery(taking_part(actor)));
    }
    if let Some(after) = after {
        let after: String = key_of(after)?;
        query = query.filter(program::Column::Slug.gt(after));
    }
    let found = as_seen(conn, actor, query.all(conn).await?).await?;
    Ok(Page::cut(found, first, |seen| seen.program.slug.clone()))
}

/// A slug like `wanted` that no program has: itself, or with the next free number.
pub(crate) async fn free_slug(conn: &Conn<'_>, wanted: &str) -> Result<String> {
    let alike: Vec<String> = program::Entity::find()
        .select_only()
        .column(program::Column::Slug)
        .filter(program::Column::Slug.starts_with(wanted))
        .into_tuple()
        .all(conn)
        .await?;
    let taken: HashSet<String> = alike.into_iter().collect();
    std::iter::once(wanted.to_owned())
        .chain((2..).map(|number| format!("{wanted}-{number}")))
        .find(|slug| !taken.contains(slug))
        .ok_or_else(|| Error::internal("there is no free slug"))
}

/// The versions of a program, the newest first; also the one that is being written.
pub async fn versions_of(conn: &Conn<'_>, program: ProgramId) -> Result<Vec<ProgramVersion>> {
    Ok(version::Entity::find()
        .filter(version::Column::ProgramId.eq(program))
        .order_by_desc(version::Column::Number)
        .all(conn)
        .await?)
}

/// A version in its program.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may see it is for the policy to say.
pub async fn version_seen(
    conn: &Conn<'_>,
    actor: Actor,
    id: ProgramVersionId,
) -> Result<VersionSeen> {
    let found = version::Entity::find_by_id(id).one(conn).await?;
    let version = found.ok_or(Error::NotFound("version"))?;
    let program = program_seen(conn, actor, version.program_id).await?;
    Ok(VersionSeen { version, program })
}

/// The objectives of each of these versions, in their order.
pub async fn objectives_of_versions(
    conn: &Conn<'_>,
    versions: &[ProgramVersionId],
) -> Result<HashMap<ProgramVersionId, Vec<Objective>>> {
    let found = objective::Entity::find()
        .filter(objective::Column::VersionId.is_in(versions.iter().copied()))
        .order_by_asc(objective::Column::Position)
        .all(conn)
        .await?;
    let mut of: HashMap<ProgramVersionId, Vec<Objective>> = HashMap::new();
    for objective in found {
        of.entry(objective.version_id).or_default().push(objective);
    }
    Ok(of)
}

/// Those of these objectives that there are, in their order.
pub async fn objectives_by_ids(conn: &Conn<'_>, ids: &[ObjectiveId]) -> Result<Vec<Objective>> {
    Ok(objective::Entity::find()
        .filter(objective::Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(objective::Column::Position)
        .all(conn)
        .await?)
}

/// What a cohort runs, if anything.
pub async fn delivery_of(conn: &Conn<'_>, community: CommunityId) -> Result<Option<Delivery>> {
    Ok(delivery::Entity::find_by_id(community).one(conn).await?)
}

/// Which communities run a version, among those that the asker may see; the latest first.
pub async fn deliveries_of(
    conn: &Conn<'_>,
    actor: Actor,
    version: ProgramVersionId,
) -> Result<Vec<Delivery>> {
    let mut query = delivery::Entity::find()
        .filter(delivery::Column::VersionId.eq(version))
        .order_by_desc(delivery::Column::DeliveredAt)
        .limit(DELIVERIES_MAX);
    if !actor.administers() {
        query = query.filter(readable_by(
            actor,
            (delivery::Entity, delivery::Column::CommunityId),
        ));
    }
    Ok(query.all(conn).await?)
}

/// The objectives of the version that a community runs, in their order; none when it runs none.
pub async fn objectives_of_community(
    conn: &Conn<'_>,
    community: CommunityId,
) -> Result<Vec<Objective>> {
    let version = Query::select()
        .column(delivery::Column::VersionId)
        .from(delivery::Entity)
        .and_where(delivery::Column::CommunityId.eq(community))
        .to_owned();
    Ok(objective::Entity::find()
        .filter(objective::Column::VersionId.in_subquery(version))
        .order_by_asc(objective::Column::Position)
        .all(conn)
        .await?)
}

/// The objectives of a session, in their order.
pub async fn objectives_of_session(conn: &Conn<'_>, session: SessionId) -> Result<Vec<Objective>> {
    let own = Query::select()
        .column(session_objective::Column::ObjectiveId)
        .from(session_objective::Entity)
        .and_where(session_objective::Column::SessionId.eq(session))
        .to_owned();
    Ok(objective::Entity::find()
        .filter(objective::Column::Id.in_subquery(own))
        .order_by_asc(objective::Column::Position)
        .all(conn)
        .await?)
}

pub(crate) async fn insert_program(
    tx: &Tx,
    _: &Permit<Write, Organisation>,
    row: Program,
) -> Result<Program> {
    let row: program::ActiveModel = row.into();
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn update_program(tx: &Tx, row: Program) -> Result<Program> {
    let row: program::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

pub(crate) async fn insert_version(tx: &Tx, row: ProgramVersion) -> Result<ProgramVersion> {
    let row: version::ActiveModel = row.into();
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn update_version(tx: &Tx, row: ProgramVersion) -> Result<ProgramVersion> {
    let row: version::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

/// Writes the objectives of a version that is not published: what stood there before goes.
pub(crate) async fn replace_objectives(
    tx: &Tx,
    version: ProgramVersionId,
    rows: Vec<Objective>,
) -> Result<()> {
    objective::Entity::delete_many()
        .filter(objective::Column::VersionId.eq(version))
        .exec(&tx.conn())
        .await?;
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows.into_iter().map(objective::ActiveModel::from);
    objective::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn insert_delivery(tx: &Tx, row: Delivery) -> Result<Delivery> {
    let row: delivery::ActiveModel = row.into();
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn update_delivery(tx: &Tx, row: Delivery) -> Result<Delivery> {
    let row: delivery::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}
