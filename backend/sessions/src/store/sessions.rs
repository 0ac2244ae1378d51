//! Sessions and their parts.
use crate::tables::{part, session};
use crate::{Part, Plan, See, Session, SessionSeen, SessionState};
use chrono::{DateTime, Utc};
use communities::{
    Community, Role, community, join_standing, membership, readable_by, standing_of,
};
use kernel::{
    Actor, CommunityId, Conn, Error, First, Permit, PersonId, Policy, Result, SessionId,
    SessionPartId, Tx, select_all_of,
};
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;

/// More sessions than a community may have; a list of them needs no pages.
pub(crate) const SESSIONS_MAX: u64 = 200;

/// Somebody who has another session at that time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clash {
    pub person: PersonId,
    pub session: SessionId,
}

fn seen(actor: Actor) -> SelectStatement {
    let mut query = Query::select();
    query.from(session::Entity);
    select_all_of::<session::Entity>(&mut query, "s_");
    select_all_of::<community::Entity>(&mut query, "c_");
    let its_community = Expr::col((community::Entity, community::Column::Id))
        .equals((session::Entity, session::Column::CommunityId));
    query.join(JoinType::InnerJoin, community::Entity, its_community);
    join_standing(
        &mut query,
        actor,
        (session::Entity, session::Column::CommunityId),
    );
    query
}

async fn all_seen(conn: &Conn<'_>, query: &SelectStatement) -> Result<Vec<SessionSeen>> {
    let rows = conn.query_all(query).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        found.push(SessionSeen {
            session: Session::from_query_result(row, "s_")?,
            parts: Vec::new(),
            community: Community::from_query_result(row, "c_")?,
            standing: standing_of(row)?,
        });
    }
    let ids: Vec<SessionId> = found.iter().map(|seen| seen.session.id).collect();
    let mut parts = parts_of(conn, &ids).await?;
    for seen in &mut found {
        seen.parts = parts.remove(&seen.session.id).unwrap_or_default();
    }
    Ok(found)
}

/// The parts of each of these sessions, in the order of time.
pub(crate) async fn parts_of(
    conn: &Conn<'_>,
    sessions: &[SessionId],
) -> Result<HashMap<SessionId, Vec<Part>>> {
    if sessions.is_empty() {
        return Ok(HashMap::new());
    }
    let found = part::Entity::find()
        .filter(part::Column::SessionId.is_in(sessions.iter().copied()))
        .order_by_asc(part::Column::Number)
        .all(conn)
        .await?;
    let mut of: HashMap<SessionId, Vec<Part>> = HashMap::new();
    for part in found {
        of.entry(part.session_id).or_default().push(part);
    }
    Ok(of)
}

async fn one_seen(conn: &Conn<'_>, query: &SelectStatement) -> Result<SessionSeen> {
    let found = all_seen(conn, query).await?.pop();
    found.ok_or(Error::NotFound("session"))
}

/// A session, with the asker's place in its community.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may see it is for the policy to say.
pub async fn session_seen(conn: &Conn<'_>, actor: Actor, id: SessionId) -> Result<SessionSeen> {
    let mut query = seen(actor);
    query.and_where(session::Column::Id.eq(id));
    one_seen(conn, &query).await
}

/// As `session_seen`, by its number in a community.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn session_seen_by_number(
    conn: &Conn<'_>,
    actor: Actor,
    (community, number): (CommunityId, i32),
) -> Result<SessionSeen> {
    let mut query = seen(actor);
    query
        .and_where(session::Column::CommunityId.eq(community))
        .and_where(session::Column::Number.eq(number));
    one_seen(conn, &query).await
}

/// A part, and its session as `session_seen` finds it.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn part_seen(
    conn: &Conn<'_>,
    actor: Actor,
    id: SessionPartId,
) -> Result<(Part, SessionSeen)> {
    let found = part::Entity::find_by_id(id).one(conn).await?;
    let part = found.ok_or(Error::NotFound("part"))?;
    let seen = session_seen(conn, actor, part.session_id).await?;
    Ok((part, seen))
}

/// Of these sessions, those the asker may see.
pub async fn sessions_visible_to(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[SessionId],
) -> Result<Vec<SessionSeen>> {
    let mut query = seen(actor);
    query.and_where(session::Column::Id.is_in(ids.iter().copied()));
    visible(conn, actor, &query).await
}

/// These sessions as they stand, whoever may see them: for keeping an index, never for showing.
pub async fn sessions_as_they_stand(conn: &Conn<'_>, ids: &[SessionId]) -> Result<Vec<Session>> {
    Ok(session::Entity::find()
        .filter(session::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?)
}

/// As `sessions_as_they_stand`, a stretch of all of them in the order of their ids.
pub async fn sessions_walked(
    conn: &Conn<'_>,
    after: Option<SessionId>,
    limit: u64,
) -> Result<Vec<Session>> {
    let mut query = session::Entity::find()
        .order_by_asc(session::Column::Id)
        .limit(limit);
    if let Some(after) = after {
        query = query.filter(session::Column::Id.gt(after));
    }
    Ok(query.all(conn).await?)
}

/// How many sessions there are.
pub async fn session_count(conn: &Conn<'_>) -> Result<u64> {
    Ok(session::Entity::find().count(conn).await?)
}

/// The sessions of a community that the asker may see, in the order of time.
pub async fn sessions_of(
    conn: &Conn<'_>,
    actor: Actor,
    community: CommunityId,
) -> Result<Vec<SessionSeen>> {
    let mut query = seen(actor);
    query
        .and_where(session::Column::CommunityId.eq(community))
        .limit(SESSIONS_MAX);
    in_time(&mut query);
    visible(conn, actor, &query).await
}

/// The sessions of a community that were held before a moment, in the order of time: those that the
/// asker may see.
pub async fn held_before(
    conn: &Conn<'_>,
    actor: Actor,
    (community, moment): (CommunityId, DateTime<Utc>),
) -> Result<Vec<SessionSeen>> {
    let mut query = seen(actor);
    query
        .and_where(session::Column::CommunityId.eq(community))
        .and_where(session::Column::State.eq(SessionState::Closed))
        .and_where(session::Column::EndsAt.lte(moment))
        .limit(SESSIONS_MAX);
    in_time(&mut query);
    visible(conn, actor, &query).await
}

/// What the asker has before them: the next sessions, and those that go on, of every community they
/// belong to.
pub async fn sessions_ahead(
    conn: &Conn<'_>,
    actor: Actor,
    now: DateTime<Utc>,
    first: First,
) -> Result<Vec<SessionSeen>> {
    let mut query = seen(actor);
    query
        .cond_where(readable_by(
            actor,
            (session::Entity, session::Column::CommunityId),
        ))
        .and_where(session::Column::State.is_in([SessionState::Published, SessionState::Running]))
        .and_where(session::Column::EndsAt.gt(now))
        .limit(first.get());
    in_time(&mut query);
    visible(conn, actor, &query).await
}

fn in_time(query: &mut SelectStatement) {
    query
        .order_by((session::Entity, session::Column::StartsAt), Order::Asc)
        .order_by((session::Entity, session::Column::Number), Order::Asc);
}

async fn visible(
    conn: &Conn<'_>,
    actor: Actor,
    query: &SelectStatement,
) -> Result<Vec<SessionSeen>> {
    let mut found = all_seen(conn, query).await?;
    found.retain(|seen| Policy::<See>::verdict(seen, &actor).allows());
    Ok(found)
}

/// Who of a community has another session while one of these spans lasts.
pub async fn clashes_with(
    conn: &Conn<'_>,
    seen: &Permit<Plan, SessionSeen>,
    spans: &[(DateTime<Utc>, DateTime<Utc>)],
) -> Result<Vec<Clash>> {
    let mut overlaps = Condition::any();
    for (starts_at, ends_at) in spans {
        let overlap = part::Column::StartsAt
            .lt(*ends_at)
            .and(part::Column::EndsAt.gt(*starts_at));
        overlaps = overlaps.add(overlap);
    }
    let here = Alias::new("here");
    let there = Alias::new("there");
    let column = |of: &Alias, name: &'static str| Expr::col((of.clone(), Alias::new(name)));
    let person = (there.clone(), Alias::new("person_id"));
    let query = Query::select()
        .distinct()
        .expr_as(Expr::col(person), Alias::new("person"))
        .expr_as(
            Expr::col((session::Entity, session::Column::Id)),
            Alias::new("session"),
        )
        .from_as(membership::Entity, here.clone())
        .join_as(
            JoinType::InnerJoin,
            membership::Entity,
            there.clone(),
            column(&there, "person_id").eq(column(&here, "person_id")),
        )
        .join(
            JoinType::InnerJoin,
            session::Entity,
            column(&there, "community_id")
                .eq(Expr::col((session::Entity, session::Column::CommunityId))),
        )
        .join(
            JoinType::InnerJoin,
            part::Entity,
            Expr::col((part::Entity, part::Column::SessionId))
                .equals((session::Entity, session::Column::Id)),
        )
        .and_where(column(&here, "community_id").eq(seen.session.community_id))
        .and_where(column(&here, "role").ne(Role::Observer))
        .and_where(column(&there, "role").ne(Role::Observer))
        .and_where(session::Column::Id.ne(seen.session.id))
        .and_where(session::Column::State.is_in([SessionState::Published, SessionState::Running]))
        .cond_where(overlaps)
        .to_owned();
    if spans.is_empty() {
        return Ok(Vec::new());
    }
    conn.query_all(&query)
        .await?
        .iter()
        .map(|row| {
            Ok(Clash {
                person: row.try_get("", "person")?,
                session: row.try_get("", "session")?,
            })
        })
        .collect()
}

/// How many learners a community has.
pub async fn learner_count(conn: &Conn<'_>, community: CommunityId) -> Result<i32> {
    let learners = membership::Entity::find()
        .filter(membership::Column::CommunityId.eq(community))
        .filter(membership::Column::Role.eq(Role::Learner))
        .count(conn)
        .await?;
    Ok(i32::try_from(learners).unwrap_or(i32::MAX))
}

/// The next number, and how many sessions there are.
pub(crate) async fn next_number(conn: &Conn<'_>, community: CommunityId) -> Result<(i32, u64)> {
    let numbers: Vec<i32> = session::Entity::find()
        .select_only()
        .column(session::Column::Number)
        .filter(session::Column::CommunityId.eq(community))
        .into_tuple()
        .all(conn)
        .await?;
    let count = u64::try_from(numbers.len()).unwrap_or(u64::MAX);
    Ok((numbers.into_iter().max().unwrap_or(0) + 1, count))
}

pub(crate) async fn insert_session(tx: &Tx, row: Session) -> Result<Session> {
    let row: session::ActiveModel = row.into();
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn update_session(tx: &Tx, row: Session) -> Result<Session> {
    let row: session::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

pub(crate) async fn insert_part(tx: &Tx, row: Part) -> Result<Part> {
    let row: part::ActiveModel = row.into();
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn update_part(tx: &Tx, row: Part) -> Result<Part> {
    let row: part::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

pub(crate) async fn delete_part(tx: &Tx, id: SessionPartId) -> Result<()> {
    part::Entity::delete_by_id(id).exec(&tx.conn()).await?;
    Ok(())
}
