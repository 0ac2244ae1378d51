//! Pulses themselves, and what they ask.
use crate::policy::{Answer as MayAnswer, Change, PulseSeen};
use crate::tables::{asked, pulse, question};
use crate::{AskedState, Pulse, Question};
use async_graphql::Enum;
use chrono::{DateTime, Utc};
use communities::{Ask, CommunitySeen, allows, join_standing, readable_by, standing_of};
use kernel::{
    Actor, CommunityId, Conn, Error, First, Page, Permit, PersonId, PulseId, Result, SessionId, Tx,
    keys_of, select_all_of,
};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder,
};
use std::collections::HashMap;

/// Which pulses of a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum PulseFilter {
    /// Those that are open, or will be.
    Current,
    Closed,
    All,
}

fn joined(actor: Actor) -> SelectStatement {
    let mut query = Query::select();
    query.from(pulse::Entity);
    select_all_of::<pulse::Entity>(&mut query, "u_");
    let community = (pulse::Entity, pulse::Column::CommunityId);
    join_standing(&mut query, actor, community);
    query.cond_where(readable_by(actor, community));
    query
}

async fn all_seen(conn: &Conn<'_>, query: &SelectStatement) -> Result<Vec<PulseSeen>> {
    let rows = conn.query_all(query).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        found.push(PulseSeen {
            pulse: Pulse::from_query_result(row, "u_")?,
            standing: standing_of(row)?,
        });
    }
    Ok(found)
}

fn standing() -> Condition {
    Condition::all().add(Expr::col((pulse::Entity, pulse::Column::CancelledAt)).is_null())
}

/// A pulse, with where the asker stands in its community.
///
/// # Errors
/// `NotFound` when there is none in a community of the asker's.
pub async fn pulse_seen(conn: &Conn<'_>, actor: Actor, id: PulseId) -> Result<PulseSeen> {
    let mut query = joined(actor);
    query.and_where(pulse::Column::Id.eq(id));
    let found = all_seen(conn, &query).await?.pop();
    found.ok_or(Error::NotFound("pulse"))
}

/// Those of these pulses that are in a community of the asker's.
pub async fn pulses_visible_to(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[PulseId],
) -> Result<HashMap<PulseId, PulseSeen>> {
    let mut query = joined(actor);
    query.and_where(pulse::Column::Id.is_in(ids.iter().copied()));
    let found = all_seen(conn, &query).await?;
    Ok(found.into_iter().map(|it| (it.pulse.id, it)).collect())
}

/// Pulses of a community that stand, the latest to open first.
pub async fn pulses_in(
    conn: &Conn<'_>,
    actor: Actor,
    (community, filter, now): (CommunityId, PulseFilter, DateTime<Utc>),
    (first, after): (First, Option<&str>),
) -> Result<Page<PulseSeen>> {
    let mut query = joined(actor);
    query
        .and_where(pulse::Column::CommunityId.eq(community))
        .cond_where(standing())
        .order_by((pulse::Entity, pulse::Column::OpensAt), Order::Desc)
        .order_by((pulse::Entity, pulse::Column::Id), Order::Desc)
        .limit(first.and_one());
    let is_over = Condition::any()
        .add(pulse::Column::ClosedAt.is_not_null())
        .add(pulse::Column::ClosesAt.lte(now));
    match filter {
        PulseFilter::All => {}
        PulseFilter::Closed => {
            query.cond_where(is_over);
        }
        PulseFilter::Current => {
            query.cond_where(is_over.not());
        }
    }
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, PulseId) = keys_of(cursor)?;
        let same = pulse::Column::OpensAt.eq(at).and(pulse::Column::Id.lt(id));
        let before = Condition::any().add(pulse::Column::OpensAt.lt(at));
        query.cond_where(before.add(same));
    }
    let found = all_seen(conn, &query).await?;
    Ok(Page::cut(found, first, |seen| {
        let row = &seen.pulse;
        format!("{} {}", row.opens_at.to_rfc3339(), row.id)
    }))
}

/// What follows these sessions, in the order of its opening.
pub async fn pulses_of_sessions(
    conn: &Conn<'_>,
    actor: Actor,
    sessions: &[SessionId],
) -> Result<Vec<PulseSeen>> {
    let mut query = joined(actor);
    query
        .and_where(pulse::Column::SessionId.is_in(sessions.iter().copied()))
        .cond_where(standing())
        .order_by((pulse::Entity, pulse::Column::OpensAt), Order::Asc);
    all_seen(conn, &query).await
}

/// The baselines of these series and what repeats them, in their order.
pub async fn pulses_of_series(
    conn: &Conn<'_>,
    actor: Actor,
    series: &[PulseId],
) -> Result<Vec<PulseSeen>> {
    let mut query = joined(actor);
    query
        .and_where(pulse::Column::SeriesId.is_in(series.iter().copied()))
        .cond_where(standing())
        .order_by((pulse::Entity, pulse::Column::Wave), Order::Asc);
    all_seen(conn, &query).await
}

/// As many wait for one person at once.
const DUE_MAX: u64 = 20;

/// What is open, was asked of the asker and waits for them, the first to close first.
pub async fn pulses_due_for(
    conn: &Conn<'_>,
    actor: Actor,
    now: DateTime<Utc>,
) -> Result<Vec<PulseSeen>> {
    let waiting = Query::select()
        .column(asked::Column::PulseId)
        .from(asked::Entity)
        .and_where(asked::Column::PersonId.eq(actor.person()))
        .and_where(asked::Column::State.eq(AskedState::Waiting))
        .and_where(asked::Column::AskedAt.lte(now))
        .to_owned();
    let mut query = joined(actor);
    query
        .and_where(Expr::col((pulse::Entity, pulse::Column::Id)).in_subquery(waiting))
        .and_where(pulse::Column::OpenedAt.is_not_null())
        .and_where(pulse::Column::ClosedAt.is_null())
        .and_where(pulse::Column::ClosesAt.gt(now))
        .cond_where(standing())
        .order_by((pulse::Entity, pulse::Column::ClosesAt), Order::Asc)
        .limit(DUE_MAX);
    let mut found = all_seen(conn, &query).await?;
    found.retain(|seen| {
        let may = allows::<MayAnswer, _>(actor, seen);
        seen.standing.is_some() && may
    });
    Ok(found)
}

/// What these pulses ask, in its order. Whoever asks has leave to know them.
pub async fn questions_of(
    conn: &Conn<'_>,
    pulses: &[PulseId],
) -> Result<HashMap<PulseId, Vec<Question>>> {
    let found = question::Entity::find()
        .filter(question::Column::PulseId.is_in(pulses.iter().copied()))
        .order_by_asc(question::Column::Position)
        .all(conn)
        .await?;
    let mut of: HashMap<PulseId, Vec<Question>> = HashMap::new();
    for row in found {
        of.entry(row.pulse_id).or_default().push(row);
    }
    Ok(of)
}

/// The pulse that the same person defined with the same word of their client's.
pub(crate) async fn twin_of(
    conn: &Conn<'_>,
    person: PersonId,
    nonce: &str,
) -> Result<Option<Pulse>> {
    Ok(pulse::Entity::find()
        .filter(pulse::Column::DefinedBy.eq(person))
        .filter(pulse::Column::Nonce.eq(nonce))
        .filter(pulse::Column::Wave.eq(0))
        .one(conn)
        .await?)
}

/// The reaction form behind an open link.
pub(crate) async fn pulse_by_token(conn: &Conn<'_>, token: &str) -> Result<Option<Pulse>> {
    Ok(pulse::Entity::find()
        .filter(pulse::Column::OpenToken.eq(token))
        .one(conn)
        .await?)
}

/// What follows a session by so many days and has not opened yet.
pub(crate) async fn unopened_of_session(conn: &Conn<'_>, session: SessionId) -> Result<Vec<Pulse>> {
    Ok(pulse::Entity::find()
        .filter(pulse::Column::SessionId.eq(session))
        .filter(pulse::Column::DaysAfter.is_not_null())
        .filter(pulse::Column::OpenedAt.is_null())
        .filter(pulse::Column::CancelledAt.is_null())
        .all(conn)
        .await?)
}

/// Writes down a pulse and what repeats it, with what they ask.
pub(crate) async fn insert_pulses(
    tx: &Tx,
    place: &Permit<Ask, CommunitySeen>,
    pulses: Vec<(Pulse, Vec<Question>)>,
) -> Result<()> {
    for (row, questions) in pulses {
        if row.community_id != place.community.id {
            return Err(Error::internal("leave for another place"));
        }
        let row: pulse::ActiveModel = row.into();
        pulse::Entity::insert(row)
            .exec_without_returning(&tx.conn())
            .await?;
        insert_questions(tx, questions).await?;
    }
    Ok(())
}

async fn insert_questions(tx: &Tx, questions: Vec<Question>) -> Result<()> {
    let rows = questions.into_iter().map(question::ActiveModel::from);
    question::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the whole row.
pub(crate) async fn update_pulse(tx: &Tx, _: &Permit<Change, PulseSeen>, row: Pulse) -> Result<()> {
    let row: pulse::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}

/// Asks something else, as long as nobody has been asked.
pub(crate) async fn replace_questions(
    tx: &Tx,
    seen: &Permit<Change, PulseSeen>,
    questions: Vec<Question>,
) -> Result<()> {
    question::Entity::delete_many()
        .filter(question::Column::PulseId.eq(seen.pulse.id))
        .exec(&tx.conn())
        .await?;
    insert_questions(tx, questions).await
}

/// Takes these back.
pub(crate) async fn cancel(
    tx: &Tx,
    _: &Permit<Change, PulseSeen>,
    pulses: &[PulseId],
) -> Result<()> {
    pulse::Entity::update_many()
        .col_expr(pulse::Column::CancelledAt, Expr::value(Some(tx.now())))
        .filter(pulse::Column::Id.is_in(pulses.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
