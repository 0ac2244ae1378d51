//! Rounds themselves.
use crate::life::ALONE_FOR;
use crate::policy::RoundSeen;
use crate::tables::{FeedbackRound, evidence, feedback, round, round_objective};
use chrono::{DateTime, Utc};
use communities::{community, join_standing, readable_by, standing_of};
use kernel::{
    Actor, CommunityId, Conn, Error, FeedbackRoundId, ObjectiveId, Permit, PersonId, Result,
    SessionId, Tx, select_all_of,
};
use sea_orm::sea_query::{Condition, Order, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult,
    QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::{BTreeSet, HashMap};

use round::Column;

fn joined(actor: Actor) -> SelectStatement {
    let mut query = Query::select();
    query.from(round::Entity);
    select_all_of::<round::Entity>(&mut query, "k_");
    let community = (round::Entity, Column::CommunityId);
    join_standing(&mut query, actor, community);
    query.cond_where(readable_by(actor, community));
    query
}

async fn all_seen(conn: &Conn<'_>, query: &SelectStatement) -> Result<Vec<RoundSeen>> {
    let rows = conn.query_all(query).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        found.push(RoundSeen {
            round: FeedbackRound::from_query_result(row, "k_")?,
            objectives: Vec::new(),
            standing: standing_of(row)?,
        });
    }
    let ids = found.iter().map(|it| it.round.id);
    let links = round_objective::Entity::find()
        .filter(round_objective::Column::RoundId.is_in(ids))
        .all(conn)
        .await?;
    let mut of: HashMap<FeedbackRoundId, Vec<ObjectiveId>> = HashMap::new();
    for link in links {
        of.entry(link.round_id).or_default().push(link.objective_id);
    }
    for seen in &mut found {
        seen.objectives = of.remove(&seen.round.id).unwrap_or_default();
    }
    Ok(found)
}

/// A round, with where the viewer stands in its community.
///
/// # Errors
/// `NotFound` when there is none in a community of the viewer's.
pub async fn round_seen(conn: &Conn<'_>, actor: Actor, id: FeedbackRoundId) -> Result<RoundSeen> {
    let found = rounds_by_ids(conn, actor, &[id]).await?.pop();
    found.ok_or(Error::NotFound("feedback round"))
}

/// Of these rounds, those in communities of the viewer's.
pub async fn rounds_by_ids(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[FeedbackRoundId],
) -> Result<Vec<RoundSeen>> {
    let mut query = joined(actor);
    query.and_where(Column::Id.is_in(ids.iter().copied()));
    all_seen(conn, &query).await
}

/// As many rounds of one community are shown.
const ROUNDS_MAX: u64 = 50;

/// The rounds of a community, the newest first.
pub async fn rounds_in(
    conn: &Conn<'_>,
    actor: Actor,
    community: CommunityId,
) -> Result<Vec<RoundSeen>> {
    let mut query = joined(actor);
    query
        .and_where(Column::CommunityId.eq(community))
        .order_by((round::Entity, Column::CreatedAt), Order::Desc)
        .order_by((round::Entity, Column::Id), Order::Desc)
        .limit(ROUNDS_MAX);
    all_seen(conn, &query).await
}

/// The rounds that follow these sessions.
pub async fn rounds_of_sessions(
    conn: &Conn<'_>,
    actor: Actor,
    sessions: &[SessionId],
) -> Result<Vec<RoundSeen>> {
    let mut query = joined(actor);
    query
        .and_where(Column::SessionId.is_in(sessions.iter().copied()))
        .order_by((round::Entity, Column::CreatedAt), Order::Asc);
    all_seen(conn, &query).await
}

pub(crate) async fn round_row(conn: &Conn<'_>, id: FeedbackRoundId) -> Result<FeedbackRound> {
    let found = round::Entity::find_by_id(id).one(conn).await?;
    found.ok_or(Error::NotFound("feedback round"))
}

/// What somebody began with this word of their client's.
pub(crate) async fn round_twin(
    conn: &Conn<'_>,
    person: PersonId,
    nonce: &str,
) -> Result<Option<FeedbackRound>> {
    Ok(round::Entity::find()
        .filter(Column::CreatedBy.eq(person))
        .filter(Column::Nonce.eq(nonce))
        .one(conn)
        .await?)
}

/// The rounds of these communities in which feedback may still be asked for.
pub(crate) async fn rounds_going_on(
    conn: &Conn<'_>,
    communities: &BTreeSet<CommunityId>,
) -> Result<Vec<FeedbackRoundId>> {
    if communities.is_empty() {
        return Ok(Vec::new());
    }
    Ok(round::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::CommunityId.is_in(communities.iter().copied()))
        .filter(Column::CancelledAt.is_null())
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(conn)
        .await?)
}

/// The rounds that go on in which one of these people handed something in, or was asked.
pub(crate) async fn rounds_with(
    conn: &Conn<'_>,
    people: &BTreeSet<PersonId>,
) -> Result<BTreeSet<FeedbackRoundId>> {
    let mut found = BTreeSet::new();
    let people: Vec<PersonId> = people.iter().copied().collect();
    for some in people.chunks(PEOPLE_AT_ONCE) {
        let handed_in = Query::select()
            .column(evidence::Column::RoundId)
            .from(evidence::Entity)
            .and_where(evidence::Column::PersonId.is_in(some.iter().copied()))
            .to_owned();
        let asked = Query::select()
            .column(feedback::Column::RoundId)
            .from(feedback::Entity)
            .and_where(feedback::Column::PersonId.is_in(some.iter().copied()))
            .to_owned();
        let theirs = Condition::any()
            .add(Column::Id.in_subquery(handed_in))
            .add(Column::Id.in_subquery(asked));
        let rounds: Vec<FeedbackRoundId> = round::Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::CancelledAt.is_null())
            .filter(theirs)
            .into_tuple()
            .all(conn)
            .await?;
        found.extend(rounds);
    }
    Ok(found)
}

/// A statement has room for so many.
const PEOPLE_AT_ONCE: usize = 1_000;
/// As many rounds are looked after in one go.
const HANDFUL: u64 = 20;

/// Rounds in communities that go on, in which something is due: they close, feedback is late, or
/// something has had nobody to look at it for too long.
pub(crate) async fn rounds_to_keep(
    conn: &Conn<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<FeedbackRoundId>> {
    let late = Query::select()
        .column(feedback::Column::RoundId)
        .from(feedback::Entity)
        .and_where(feedback::Column::DueAt.lte(now))
        .cond_where(super::feedback::is_asked())
        .to_owned();
    let closes = Condition::all()
        .add(Column::ClosesAt.lte(now))
        .add(Column::ClosedAt.is_null());
    let due = Condition::any()
        .add(Column::Id.in_subquery(late))
        .add(Column::Id.in_subquery(alone(now)))
        .add(closes);
    Ok(round::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::CancelledAt.is_null())
        .filter(due)
        .filter(Column::CommunityId.in_subquery(going_on()))
        .order_by_asc(Column::Id)
        .limit(HANDFUL)
        .into_tuple()
        .all(conn)
        .await?)
}

/// The communities that are not archived.
pub(super) fn going_on() -> SelectStatement {
    Query::select()
        .column(community::Column::Id)
        .from(community::Entity)
        .and_where(community::Column::ArchivedAt.is_null())
        .to_owned()
}

/// The rounds of what has nobody for a while, and who leads was not told of it.
fn alone(now: DateTime<Utc>) -> SelectStatement {
    Query::select()
        .column(evidence::Column::RoundId)
        .from(evidence::Entity)
        .and_where(evidence::Column::AloneSince.is_not_null())
        .and_where(evidence::Column::ToldAt.is_null())
        .and_where(evidence::Column::HandedInAt.lte(now - ALONE_FOR))
        .to_owned()
}

pub(crate) async fn insert_round<Action, Subject>(
    tx: &Tx,
    _: &Permit<Action, Subject>,
    (row, objectives): (FeedbackRound, &[ObjectiveId]),
) -> Result<()> {
    let id = row.id;
    let row: round::ActiveModel = row.into();
    round::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    link(tx, id, objectives).await
}

async fn link(tx: &Tx, round: FeedbackRoundId, objectives: &[ObjectiveId]) -> Result<()> {
    if objectives.is_empty() {
        return Ok(());
    }
    let rows = objectives
        .iter()
        .map(|objective| round_objective::ActiveModel {
            round_id: Set(round),
            objective_id: Set(*objective),
        });
    round_objective::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the whole row.
pub(crate) async fn update_round<Action, Subject>(
    tx: &Tx,
    _: &Permit<Action, Subject>,
    row: FeedbackRound,
) -> Result<()> {
    let row: round::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}
