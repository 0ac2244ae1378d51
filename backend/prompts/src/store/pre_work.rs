use super::still_asked;
use crate::PreWork;
use crate::policy::{Change, Finish, PreWorkSeen};
use crate::tables::{pre_work, pre_work_done, pre_work_objective};
use chrono::{DateTime, Utc};
use communities::{Ask, CommunitySeen, join_standing, readable_by, standing_of};
use kernel::{
    Actor, CommunityId, Conn, Error, ObjectiveId, Permit, PersonId, PreWorkId, Result, SessionId,
    Tx, select_all_of,
};
use sea_orm::sea_query::{
    Condition, Expr, ExprTrait, OnConflict, Order, Query, SelectStatement, SimpleExpr,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult,
    JoinType, QueryFilter,
};
use std::collections::HashMap;

/// Pre-work with the asker's standing and whether they are done.
fn seen(actor: Actor) -> SelectStatement {
    let mut query = Query::select();
    query.from(pre_work::Entity);
    select_all_of::<pre_work::Entity>(&mut query, "w_");
    let own = Condition::all()
        .add(
            Expr::col((pre_work_done::Entity, pre_work_done::Column::PreWorkId))
                .equals((pre_work::Entity, pre_work::Column::Id)),
        )
        .add(pre_work_done::Column::PersonId.eq(actor.person()));
    query
        .join(JoinType::LeftJoin, pre_work_done::Entity, own)
        .expr_as(
            Expr::col((pre_work_done::Entity, pre_work_done::Column::DoneAt)),
            "own_done_at",
        );
    join_standing(
        &mut query,
        actor,
        (pre_work::Entity, pre_work::Column::CommunityId),
    );
    query.cond_where(readable_by(
        actor,
        (pre_work::Entity, pre_work::Column::CommunityId),
    ));
    query
}

async fn all_seen(conn: &Conn<'_>, query: &SelectStatement) -> Result<Vec<PreWorkSeen>> {
    let rows = conn.query_all(query).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        let done_at: Option<DateTime<Utc>> = row.try_get("", "own_done_at")?;
        found.push(PreWorkSeen {
            item: PreWork::from_query_result(row, "w_")?,
            standing: standing_of(row)?,
            is_done: done_at.is_some(),
            objectives: Vec::new(),
        });
    }
    let ids = found.iter().map(|seen| seen.item.id);
    let links = pre_work_objective::Entity::find()
        .filter(pre_work_objective::Column::PreWorkId.is_in(ids))
        .all(conn)
        .await?;
    let mut of: HashMap<PreWorkId, Vec<ObjectiveId>> = HashMap::new();
    for link in links {
        of.entry(link.pre_work_id)
            .or_default()
            .push(link.objective_id);
    }
    for seen in &mut found {
        seen.objectives = of.remove(&seen.item.id).unwrap_or_default();
    }
    Ok(found)
}

/// Pre-work, with where the asker stands to it.
///
/// # Errors
/// `NotFound` when there is none in a community of the asker's; whether they may see it once it was
/// taken back is for the policy to say.
pub async fn pre_work_seen(conn: &Conn<'_>, actor: Actor, id: PreWorkId) -> Result<PreWorkSeen> {
    let mut query = seen(actor);
    query.and_where(pre_work::Column::Id.eq(id));
    let found = all_seen(conn, &query).await?.pop();
    found.ok_or(Error::NotFound("pre-work"))
}

/// What is to be read or done before a session, in the order in which it was opened.
pub async fn pre_work_of_session(
    conn: &Conn<'_>,
    actor: Actor,
    session: SessionId,
) -> Result<Vec<PreWorkSeen>> {
    in_order(conn, actor, pre_work::Column::SessionId.eq(session)).await
}

/// As `pre_work_of_session`, for a whole community.
pub(crate) async fn pre_work_of_community(
    conn: &Conn<'_>,
    actor: Actor,
    community: CommunityId,
) -> Result<Vec<PreWorkSeen>> {
    in_order(conn, actor, pre_work::Column::CommunityId.eq(community)).await
}

async fn in_order(conn: &Conn<'_>, actor: Actor, place: SimpleExpr) -> Result<Vec<PreWorkSeen>> {
    let mut query = seen(actor);
    query
        .and_where(place)
        .and_where(pre_work::Column::WithdrawnAt.is_null())
        .order_by((pre_work::Entity, pre_work::Column::OpenedAt), Order::Asc)
        .order_by((pre_work::Entity, pre_work::Column::Id), Order::Asc);
    all_seen(conn, &query).await
}

/// As many items are looked through for what is due.
const DUE_MAX: u64 = 50;

/// What the asker is expected to do and has not done, the first to be due first. What is late for more
/// than a week is let go.
pub async fn pre_work_due_for(
    conn: &Conn<'_>,
    actor: Actor,
    now: DateTime<Utc>,
) -> Result<Vec<PreWorkSeen>> {
    let since = still_asked(now);
    let asked = Condition::any()
        .add(pre_work::Column::DueAt.gte(since))
        .add(
            pre_work::Column::DueAt
                .is_null()
                .and(pre_work::Column::OpenedAt.gte(since)),
        );
    let mut query = seen(actor);
    query
        .and_where(pre_work::Column::WithdrawnAt.is_null())
        .and_where(pre_work_done::Column::DoneAt.is_null())
        .cond_where(asked)
        .order_by((pre_work::Entity, pre_work::Column::DueAt), Order::Asc)
        .limit(DUE_MAX);
    let mut found = all_seen(conn, &query).await?;
    found.retain(|seen| {
        let asking = seen.item.asking();
        seen.standing
            .is_some_and(|standing| standing.archived_at.is_none() && asking.expects(standing))
    });
    found.sort_by_key(|seen| (seen.item.due_at.is_none(), seen.item.due_at));
    Ok(found)
}

/// Who is done with each of these.
pub async fn pre_work_done_by(
    conn: &Conn<'_>,
    items: &[PreWorkId],
) -> Result<Vec<(PreWorkId, PersonId)>> {
    let rows = pre_work_done::Entity::find()
        .filter(pre_work_done::Column::PreWorkId.is_in(items.iter().copied()))
        .all(conn)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.pre_work_id, row.person_id))
        .collect())
}

pub(crate) async fn insert_pre_work(
    tx: &Tx,
    _: &Permit<Ask, CommunitySeen>,
    row: PreWork,
    objectives: &[ObjectiveId],
) -> Result<()> {
    let id = row.id;
    let row: pre_work::ActiveModel = row.into();
    pre_work::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    link(tx, id, objectives).await
}

async fn link(tx: &Tx, item: PreWorkId, objectives: &[ObjectiveId]) -> Result<()> {
    if objectives.is_empty() {
        return Ok(());
    }
    let rows = objectives
        .iter()
        .map(|objective| pre_work_objective::ActiveModel {
            pre_work_id: Set(item),
            objective_id: Set(*objective),
        });
    pre_work_objective::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the whole row, and which objectives it serves when they are given.
pub(crate) async fn update_pre_work(
    tx: &Tx,
    seen: &Permit<Change, PreWorkSeen>,
    row: PreWork,
    objectives: Option<&[ObjectiveId]>,
) -> Result<()> {
    let row: pre_work::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    let Some(objectives) = objectives else {
        return Ok(());
    };
    pre_work_objective::Entity::delete_many()
        .filter(pre_work_objective::Column::PreWorkId.eq(seen.item.id))
        .exec(&tx.conn())
        .await?;
    link(tx, seen.item.id, objectives).await
}

/// Writes down that somebody is done, or takes it back when `at` is nothing.
pub(crate) async fn set_done(
    tx: &Tx,
    seen: &Permit<Finish, PreWorkSeen>,
    person: PersonId,
    at: Option<DateTime<Utc>>,
) -> Result<()> {
    let Some(at) = at else {
        pre_work_done::Entity::delete_by_id((seen.item.id, person))
            .exec(&tx.conn())
            .await?;
        return Ok(());
    };
    let row = pre_work_done::ActiveModel {
        pre_work_id: Set(seen.item.id),
        person_id: Set(person),
        done_at: Set(at),
    };
    let known = OnConflict::columns([
        pre_work_done::Column::PreWorkId,
        pre_work_done::Column::PersonId,
    ])
    .do_nothing()
    .to_owned();
    pre_work_done::Entity::insert(row)
        .on_conflict(known)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The pre-work of a session that is due by a rule, and asked still.
pub(crate) async fn ruled_pre_work(conn: &Conn<'_>, session: SessionId) -> Result<Vec<PreWork>> {
    Ok(pre_work::Entity::find()
        .filter(pre_work::Column::SessionId.eq(session))
        .filter(pre_work::Column::WithdrawnAt.is_null())
        .filter(pre_work::Column::DueRule.is_not_null())
        .all(conn)
        .await?)
}

pub(crate) async fn set_pre_work_due(tx: &Tx, id: PreWorkId, due_at: DateTime<Utc>) -> Result<()> {
    pre_work::Entity::update_many()
        .col_expr(pre_work::Column::DueAt, Expr::value(Some(due_at)))
        .filter(pre_work::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
