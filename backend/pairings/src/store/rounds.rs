use crate::policy::{Arrange, Oversee, RoundSeen};
use crate::tables::round::{self, Column};
use crate::{Round, RoundState};
use chrono::{DateTime, Utc};
use communities::{CommunitySeen, join_standing, standing_of};
use kernel::{
    Actor, CommunityId, Conn, Error, First, Page, PairingRoundId, Permit, Result, Tx, key_of,
    select_all_of,
};
use sea_orm::sea_query::{Expr, Order, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult,
    IntoActiveModel, QueryFilter, QueryOrder, QueryResult, QuerySelect,
};

fn seen(actor: Actor) -> SelectStatement {
    let mut query = Query::select();
    query.from(round::Entity);
    select_all_of::<round::Entity>(&mut query, "o_");
    join_standing(&mut query, actor, (round::Entity, Column::CommunityId));
    query
}

fn read_seen(row: &QueryResult) -> Result<RoundSeen> {
    Ok(RoundSeen {
        round: Round::from_query_result(row, "o_")?,
        standing: standing_of(row)?,
    })
}

/// A round, with where the asker stands.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may know is for the policy to say.
pub async fn round_seen(conn: &Conn<'_>, actor: Actor, id: PairingRoundId) -> Result<RoundSeen> {
    let mut query = seen(actor);
    query.and_where(Expr::col((round::Entity, Column::Id)).eq(id));
    let row = conn.query_one(&query).await?;
    read_seen(&row.ok_or(Error::NotFound("round"))?)
}

/// Of these rounds, those that the asker may know.
pub async fn rounds_visible_to(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[PairingRoundId],
) -> Result<Vec<RoundSeen>> {
    let mut query = seen(actor);
    query.and_where(Expr::col((round::Entity, Column::Id)).is_in(ids.iter().copied()));
    let rows = conn.query_all(&query).await?;
    let found = rows.iter().map(read_seen).collect::<Result<Vec<_>>>()?;
    let visible = |it: &RoundSeen| communities::allows::<crate::policy::See, _>(actor, it);
    Ok(found.into_iter().filter(visible).collect())
}

/// The rounds of a community, the newest first, for who leads.
pub async fn rounds_page(
    conn: &Conn<'_>,
    community: &Permit<Oversee, CommunitySeen>,
    (first, after): (First, Option<&str>),
) -> Result<Page<RoundSeen>> {
    let mut query = seen(community.actor());
    query
        .and_where(Expr::col((round::Entity, Column::CommunityId)).eq(community.community.id))
        .order_by((round::Entity, Column::Number), Order::Desc)
        .limit(first.and_one());
    if let Some(after) = after {
        let last: i32 = key_of(after)?;
        query.and_where(Expr::col((round::Entity, Column::Number)).lt(last));
    }
    let rows = conn.query_all(&query).await?;
    let found = rows.iter().map(read_seen).collect::<Result<Vec<_>>>()?;
    Ok(Page::cut(found, first, |seen| {
        seen.round.number.to_string()
    }))
}

/// The newest round that is solved or looked at; where none is, the newest that goes on.
pub async fn current_round(
    conn: &Conn<'_>,
    community: CommunityId,
) -> Result<Option<PairingRoundId>> {
    let alive = [
        RoundState::Solving,
        RoundState::Proposed,
        RoundState::Published,
    ];
    let found: Vec<(PairingRoundId, RoundState)> = round::Entity::find()
        .select_only()
        .columns([Column::Id, Column::State])
        .filter(Column::CommunityId.eq(community))
        .filter(Column::State.is_in(alive))
        .order_by_desc(Column::Number)
        .into_tuple()
        .all(conn)
        .await?;
    let goes_on = |it: &&(PairingRoundId, RoundState)| it.1 == RoundState::Published;
    let prepared = found.iter().find(|it| !goes_on(it));
    Ok(prepared.or_else(|| found.first()).map(|(id, _)| *id))
}

/// The rounds that people know of and that are not over.
pub async fn running_rounds(conn: &Conn<'_>, community: CommunityId) -> Result<Vec<Round>> {
    Ok(round::Entity::find()
        .filter(Column::CommunityId.eq(community))
        .filter(Column::State.eq(RoundState::Published))
        .all(conn)
        .await?)
}

/// The newest round, where no proposal came out of it.
pub async fn failed_round(
    conn: &Conn<'_>,
    community: CommunityId,
) -> Result<Option<PairingRoundId>> {
    let newest = round::Entity::find()
        .filter(Column::CommunityId.eq(community))
        .order_by_desc(Column::Number)
        .one(conn)
        .await?;
    let failed = newest.filter(|round| round.state == RoundState::Failed);
    Ok(failed.map(|round| round.id))
}

/// The rounds of a community that people lived through, the latest first.
pub(crate) async fn lived_rounds(conn: &Conn<'_>, community: CommunityId) -> Result<Vec<Round>> {
    Ok(round::Entity::find()
        .filter(Column::CommunityId.eq(community))
        .filter(Column::State.is_in([RoundState::Published, RoundState::Ended]))
        .order_by_desc(Column::Number)
        .all(conn)
        .await?)
}

pub(crate) async fn next_number(conn: &Conn<'_>, community: CommunityId) -> Result<i32> {
    let last: Option<Option<i32>> = round::Entity::find()
        .select_only()
        .column_as(Column::Number.max(), "last")
        .filter(Column::CommunityId.eq(community))
        .into_tuple()
        .one(conn)
        .await?;
    Ok(last.flatten().unwrap_or(0) + 1)
}

/// Proposals that are published by themselves by now.
pub(crate) async fn rounds_to_publish(
    conn: &Conn<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<PairingRoundId>> {
    due(conn, (RoundState::Proposed, Column::PublishesAt), now).await
}

/// Rounds in which people are together whose time is over.
pub(crate) async fn overdue_rounds(
    conn: &Conn<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<PairingRoundId>> {
    due(conn, (RoundState::Published, Column::EndsAt), now).await
}

/// Rounds in a state whose moment has come.
async fn due(
    conn: &Conn<'_>,
    (state, moment): (RoundState, Column),
    now: DateTime<Utc>,
) -> Result<Vec<PairingRoundId>> {
    Ok(round::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(state))
        .filter(moment.lte(now))
        .into_tuple()
        .all(conn)
        .await?)
}

pub(crate) async fn insert_round(
    tx: &Tx,
    community: &Permit<Arrange, CommunitySeen>,
    row: Round,
) -> Result<Round> {
    let row = Round {
        community_id: community.community.id,
        ..row
    };
    Ok(row.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn update_round(
    tx: &Tx,
    _: &Permit<Arrange, RoundSeen>,
    row: Round,
) -> Result<Round> {
    let row: round::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}
