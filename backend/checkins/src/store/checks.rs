//! Check-ins themselves, and what they ask.
use crate::policy::{Change, CheckInSeen};
use crate::tables::{check_in, question, response};
use crate::{CheckIn, Question, ResponseState};
use async_graphql::Enum;
use chrono::{DateTime, Utc};
use communities::{Ask, CommunitySeen, join_standing, readable_by, standing_of};
use kernel::{
    Actor, CheckInId, CommunityId, Conn, Error, First, Page, Permit, PersonId, Result, SessionId,
    Tx, keys_of, select_all_of,
};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder,
};
use std::collections::HashMap;

/// Which check-ins of a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum CheckInFilter {
    /// Those that are open, or will be.
    Current,
    Closed,
    All,
}

fn joined(actor: Actor) -> SelectStatement {
    let mut query = Query::select();
    query.from(check_in::Entity);
    select_all_of::<check_in::Entity>(&mut query, "k_");
    let community = (check_in::Entity, check_in::Column::CommunityId);
    join_standing(&mut query, actor, community);
    query.cond_where(readable_by(actor, community));
    query
}

async fn all_seen(conn: &Conn<'_>, query: &SelectStatement) -> Result<Vec<CheckInSeen>> {
    let rows = conn.query_all(query).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        found.push(CheckInSeen {
            check_in: CheckIn::from_query_result(row, "k_")?,
            standing: standing_of(row)?,
        });
    }
    Ok(found)
}

/// A check-in, with where the asker stands in its community.
///
/// # Errors
/// `NotFound` when there is none in a community of the asker's.
pub async fn check_in_seen(conn: &Conn<'_>, actor: Actor, id: CheckInId) -> Result<CheckInSeen> {
    let mut query = joined(actor);
    query.and_where(check_in::Column::Id.eq(id));
    let found = all_seen(conn, &query).await?.pop();
    found.ok_or(Error::NotFound("check-in"))
}

fn standing() -> Condition {
    Condition::all().add(check_in::Column::CancelledAt.is_null())
}

/// Those of these check-ins that are in a community of the asker's.
pub async fn check_ins_visible_to(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[CheckInId],
) -> Result<HashMap<CheckInId, CheckInSeen>> {
    let mut query = joined(actor);
    query.and_where(check_in::Column::Id.is_in(ids.iter().copied()));
    let found = all_seen(conn, &query).await?;
    Ok(found.into_iter().map(|it| (it.check_in.id, it)).collect())
}

/// Check-ins of a community that stand, the latest to open first.
pub async fn check_ins_in(
    conn: &Conn<'_>,
    actor: Actor,
    (community, filter, now): (CommunityId, CheckInFilter, DateTime<Utc>),
    (first, after): (First, Option<&str>),
) -> Result<Page<CheckInSeen>> {
    let mut query = joined(actor);
    query
        .and_where(check_in::Column::CommunityId.eq(community))
        .cond_where(standing())
        .order_by((check_in::Entity, check_in::Column::OpensAt), Order::Desc)
        .order_by((check_in::Entity, check_in::Column::Id), Order::Desc)
        .limit(first.and_one());
    let is_over = Condition::any()
        .add(check_in::Column::ClosedAt.is_not_null())
        .add(check_in::Column::ClosesAt.lte(now));
    match filter {
        CheckInFilter::All => {}
        CheckInFilter::Closed => {
            query.cond_where(is_over);
        }
        CheckInFilter::Current => {
            query.cond_where(is_over.not());
        }
    }
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, CheckInId) = keys_of(cursor)?;
        let same = check_in::Column::OpensAt
            .eq(at)
            .and(check_in::Column::Id.lt(id));
        query.cond_where(
            Condition::any()
                .add(check_in::Column::OpensAt.lt(at))
                .add(same),
        );
    }
    let found = all_seen(conn, &query).await?;
    Ok(Page::cut(found, first, |seen| {
        let row = &seen.check_in;
        format!("{} {}", row.opens_at.to_rfc3339(), row.id)
    }))
}

/// What follows these sessions, in the order of its opening.
pub async fn check_ins_of_sessions(
    conn: &Conn<'_>,
    actor: Actor,
    sessions: &[SessionId],
) -> Result<Vec<CheckInSeen>> {
    let mut query = joined(actor);
    query
        .and_where(check_in::Column::SessionId.is_in(sessions.iter().copied()))
        .cond_where(standing())
        .order_by((check_in::Entity, check_in::Column::OpensAt), Order::Asc);
    all_seen(conn, &query).await
}

/// As many wait for one person at once.
const DUE_MAX: u64 = 20;

/// What is open, was asked of the asker and waits for them, the first to close first.
pub async fn check_ins_due_for(
    conn: &Conn<'_>,
    actor: Actor,
    now: DateTime<Utc>,
) -> Result<Vec<CheckInSeen>> {
    let waiting = Query::select()
        .column(response::Column::CheckInId)
        .from(response::Entity)
        .and_where(response::Column::PersonId.eq(actor.person()))
        .and_where(response::Column::State.is_in([ResponseState::Waiting, ResponseState::Saved]))
        .and_where(response::Column::AskedAt.lte(now))
        .to_owned();
    let mut query = joined(actor);
    query
        .and_where(Expr::col((check_in::Entity, check_in::Column::Id)).in_subquery(waiting))
        .and_where(check_in::Column::OpenedAt.is_not_null())
        .and_where(check_in::Column::ClosedAt.is_null())
        .and_where(check_in::Column::ClosesAt.gt(now))
        .cond_where(standing())
        .order_by((check_in::Entity, check_in::Column::ClosesAt), Order::Asc)
        .limit(DUE_MAX);
    let mut found = all_seen(conn, &query).await?;
    found.retain(|seen| {
        let rests = seen.standing.is_none_or(|it| it.archived_at.is_some());
        seen.expects() && !rests
    });
    Ok(found)
}

/// What these check-ins ask, in its order. Whoever asks has leave to know them.
pub async fn questions_of(
    conn: &Conn<'_>,
    check_ins: &[CheckInId],
) -> Result<HashMap<CheckInId, Vec<Question>>> {
    let found = question::Entity::find()
        .filter(question::Column::CheckInId.is_in(check_ins.iter().copied()))
        .order_by_asc(question::Column::Position)
        .all(conn)
        .await?;
    let mut of: HashMap<CheckInId, Vec<Question>> = HashMap::new();
    for row in found {
        of.entry(row.check_in_id).or_default().push(row);
    }
    Ok(of)
}

/// The check-in that the same person defined with the same word of their client's.
pub(crate) async fn twin_of(
    conn: &Conn<'_>,
    person: PersonId,
    nonce: &str,
) -> Result<Option<CheckIn>> {
    Ok(check_in::Entity::find()
        .filter(check_in::Column::DefinedBy.eq(person))
        .filter(check_in::Column::Nonce.eq(nonce))
        .filter(check_in::Column::Number.eq(0))
        .one(conn)
        .await?)
}

/// What follows a session by so many days and has not opened yet.
pub(crate) async fn unopened_of_session(
    conn: &Conn<'_>,
    session: SessionId,
) -> Result<Vec<CheckIn>> {
    Ok(check_in::Entity::find()
        .filter(check_in::Column::SessionId.eq(session))
        .filter(check_in::Column::DaysAfter.is_not_null())
        .filter(check_in::Column::OpenedAt.is_null())
        .filter(check_in::Column::CancelledAt.is_null())
        .all(conn)
        .await?)
}

/// Whoever may define a check-in, or the platform, which repeats one that was defined.
pub(crate) enum Leave<'a> {
    Defined(&'a Permit<Ask, CommunitySeen>),
    Repeated(&'a Permit<Change, CheckInSeen>),
}

impl Leave<'_> {
    fn covers(&self, row: &CheckIn) -> bool {
        match self {
            Self::Defined(seen) => seen.community.id == row.community_id,
            Self::Repeated(seen) => seen.check_in.series_id == row.series_id,
        }
    }
}

pub(crate) async fn insert_check_in(
    tx: &Tx,
    leave: Leave<'_>,
    (row, questions): (CheckIn, Vec<Question>),
) -> Result<()> {
    if !leave.covers(&row) {
        return Err(Error::internal("leave for another place"));
    }
    let row: check_in::ActiveModel = row.into();
    check_in::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    insert_questions(tx, questions).await
}

async fn insert_questions(tx: &Tx, questions: Vec<Question>) -> Result<()> {
    let rows = questions.into_iter().map(question::ActiveModel::from);
    question::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the whole row.
pub(crate) async fn update_check_in(
    tx: &Tx,
    _: &Permit<Change, CheckInSeen>,
    row: CheckIn,
) -> Result<()> {
    let row: check_in::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}

/// Asks something else, as long as nobody has been asked.
pub(crate) async fn replace_questions(
    tx: &Tx,
    seen: &Permit<Change, CheckInSeen>,
    questions: Vec<Question>,
) -> Result<()> {
    question::Entity::delete_many()
        .filter(question::Column::CheckInId.eq(seen.check_in.id))
        .exec(&tx.conn())
        .await?;
    insert_questions(tx, questions).await
}

/// Takes back this one and those of its recurrence that would come after it.
pub(crate) async fn cancel_series(tx: &Tx, seen: &Permit<Change, CheckInSeen>) -> Result<()> {
    check_in::Entity::update_many()
        .col_expr(check_in::Column::CancelledAt, Expr::value(Some(tx.now())))
        .filter(check_in::Column::SeriesId.eq(seen.check_in.series_id))
        .filter(check_in::Column::Number.gte(seen.check_in.number))
        .filter(check_in::Column::CancelledAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}
