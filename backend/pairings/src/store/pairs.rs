use crate::policy::{Arrange, Belong, PairSeen, RoundSeen};
use crate::tables::{pair, pair_member};
use crate::{Pair, PairMember, Round};
use channels::Thread;
use chrono::{DateTime, TimeDelta, Utc};
use communities::{join_standing, standing_of};
use kernel::{
    Actor, CommunityId, Conn, Error, First, Page, PairId, PairingRoundId, Permit, PersonId, Result,
    Tx, key_of, select_all_of,
};
use sea_orm::sea_query::{Condition, Expr, Order, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use std::collections::HashMap;

fn seen(actor: Actor) -> SelectStatement {
    let mut query = Query::select();
    query.from(pair::Entity);
    select_all_of::<pair::Entity>(&mut query, "p_");
    let place = (pair::Entity, pair::Column::CommunityId);
    join_standing(&mut query, actor, place);
    query
}

/// Those of a query that the asker may know, with their people.
async fn all_seen(conn: &Conn<'_>, actor: Actor, query: &SelectStatement) -> Result<Vec<PairSeen>> {
    let mut found = Vec::new();
    for row in &conn.query_all(query).await? {
        found.push(PairSeen {
            pair: Pair::from_query_result(row, "p_")?,
            members: Vec::new(),
            standing: standing_of(row)?,
        });
    }
    let ids: Vec<PairId> = found.iter().map(|seen| seen.pair.id).collect();
    let mut of = members_of(conn, &ids).await?;
    for seen in &mut found {
        seen.members = of.remove(&seen.pair.id).unwrap_or_default();
    }
    found.retain(|seen| communities::allows::<crate::policy::See, _>(actor, seen));
    Ok(found)
}

pub(crate) async fn members_of(
    conn: &Conn<'_>,
    pairs: &[PairId],
) -> Result<HashMap<PairId, Vec<PairMember>>> {
    let mut of: HashMap<PairId, Vec<PairMember>> = HashMap::new();
    for some in pairs.chunks(1_000) {
        let found = pair_member::Entity::find()
            .filter(pair_member::Column::PairId.is_in(some.iter().copied()))
            .order_by_asc(pair_member::Column::PersonId)
            .all(conn)
            .await?;
        for member in found {
            of.entry(member.pair_id).or_default().push(member);
        }
    }
    Ok(of)
}

/// A pair that the asker may know.
///
/// # Errors
/// `NotFound` when there is none for them.
pub async fn pair_seen(conn: &Conn<'_>, actor: Actor, id: PairId) -> Result<PairSeen> {
    let mut query = seen(actor);
    query.and_where(Expr::col((pair::Entity, pair::Column::Id)).eq(id));
    let found = all_seen(conn, actor, &query).await?.pop();
    found.ok_or(Error::NotFound("pair"))
}

/// Of these pairs, those that the asker may know.
pub(crate) async fn pairs_by_ids(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[PairId],
) -> Result<Vec<PairSeen>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = seen(actor);
    query.and_where(Expr::col((pair::Entity, pair::Column::Id)).is_in(ids.iter().copied()));
    all_seen(conn, actor, &query).await
}

/// Whose room a community is.
pub async fn pair_of_room(
    conn: &Conn<'_>,
    actor: Actor,
    room: CommunityId,
) -> Result<Option<PairSeen>> {
    let mut query = seen(actor);
    query.and_where(Expr::col((pair::Entity, pair::Column::RoomId)).eq(room));
    Ok(all_seen(conn, actor, &query).await?.pop())
}

/// The pairs of these rounds that the asker may know.
pub async fn pairs_of_rounds(
    conn: &Conn<'_>,
    actor: Actor,
    rounds: &[PairingRoundId],
) -> Result<Vec<PairSeen>> {
    let mut query = seen(actor);
    query
        .and_where(Expr::col((pair::Entity, pair::Column::RoundId)).is_in(rounds.iter().copied()))
        .order_by((pair::Entity, pair::Column::Id), Order::Asc);
    all_seen(conn, actor, &query).await
}

fn of_person(actor: Actor, community: CommunityId) -> SelectStatement {
    let theirs = Query::select()
        .column(pair_member::Column::PairId)
        .from(pair_member::Entity)
        .and_where(pair_member::Column::PersonId.eq(actor.person()))
        .to_owned();
    let mut query = seen(actor);
    query
        .and_where(Expr::col((pair::Entity, pair::Column::CommunityId)).eq(community))
        .and_where(Expr::col((pair::Entity, pair::Column::PublishedAt)).is_not_null())
        .and_where(Expr::col((pair::Entity, pair::Column::Id)).in_subquery(theirs))
        .order_by((pair::Entity, pair::Column::Id), Order::Desc);
    query
}

/// The pairs that go on in which somebody is, in one community or in all.
pub(crate) async fn open_pairs_with(
    conn: &Conn<'_>,
    person: PersonId,
    community: Option<CommunityId>,
) -> Result<Vec<PairSeen>> {
    let theirs = Query::select()
        .column(pair_member::Column::PairId)
        .from(pair_member::Entity)
        .and_where(pair_member::Column::PersonId.eq(person))
        .and_where(pair_member::Column::LeftAt.is_null())
        .to_owned();
    let mut query = seen(Actor::System);
    query
        .and_where(Expr::col((pair::Entity, pair::Column::PublishedAt)).is_not_null())
        .and_where(Expr::col((pair::Entity, pair::Column::EndedAt)).is_null())
        .and_where(Expr::col((pair::Entity, pair::Column::Id)).in_subquery(theirs))
        .order_by((pair::Entity, pair::Column::Id), Order::Asc);
    if let Some(community) = community {
        query.and_where(Expr::col((pair::Entity, pair::Column::CommunityId)).eq(community));
    }
    all_seen(conn, Actor::System, &query).await
}

/// The asker's pairs in a community that are not over, the newest first.
pub async fn own_pairs(
    conn: &Conn<'_>,
    actor: Actor,
    community: CommunityId,
) -> Result<Vec<PairSeen>> {
    let mut query = of_person(actor, community);
    query.and_where(Expr::col((pair::Entity, pair::Column::EndedAt)).is_null());
    let mut found = all_seen(conn, actor, &query).await?;
    found.retain(|seen| seen.belongs(&actor));
    Ok(found)
}

/// The asker's pairs in a community that are over, or that they left, the newest first.
pub async fn past_pairs(
    conn: &Conn<'_>,
    actor: Actor,
    community: CommunityId,
    (first, after): (First, Option<&str>),
) -> Result<Page<PairSeen>> {
    let left = Query::select()
        .column(pair_member::Column::PairId)
        .from(pair_member::Entity)
        .and_where(pair_member::Column::PersonId.eq(actor.person()))
        .and_where(pair_member::Column::LeftAt.is_not_null())
        .to_owned();
    let over = Expr::col((pair::Entity, pair::Column::EndedAt))
        .is_not_null()
        .or(Expr::col((pair::Entity, pair::Column::Id)).in_subquery(left));
    let mut query = of_person(actor, community);
    query.and_where(over).limit(first.and_one());
    if let Some(after) = after {
        let last: PairId = key_of(after)?;
        query.and_where(Expr::col((pair::Entity, pair::Column::Id)).lt(last));
    }
    let found = all_seen(conn, actor, &query).await?;
    Ok(Page::cut(found, first, |seen| seen.pair.id.to_string()))
}

/// Takes away what was proposed, but for what is locked.
pub(crate) async fn delete_proposed(
    tx: &Tx,
    _: &Permit<Arrange, RoundSeen>,
    pairs: &[PairId],
) -> Result<()> {
    for some in pairs.chunks(1_000) {
        pair_member::Entity::delete_many()
            .filter(pair_member::Column::PairId.is_in(some.iter().copied()))
            .exec(&tx.conn())
            .await?;
        pair::Entity::delete_many()
            .filter(pair::Column::Id.is_in(some.iter().copied()))
            .filter(pair::Column::PublishedAt.is_null())
            .exec(&tx.conn())
            .await?;
    }
    Ok(())
}

pub(crate) async fn insert_pairs(
    tx: &Tx,
    _: &Permit<Arrange, RoundSeen>,
    pairs: Vec<(Pair, Vec<PairMember>)>,
) -> Result<()> {
    for some in pairs.chunks(200) {
        let rows = some
            .iter()
            .map(|(pair, _)| pair.clone().into_active_model());
        pair::Entity::insert_many(rows).exec(&tx.conn()).await?;
        let members = some.iter().flat_map(|(_, members)| members.iter().cloned());
        pair_member::Entity::insert_many(members.map(IntoActiveModel::into_active_model))
            .exec(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Changes a pair as who leads, or as the platform.
pub(crate) async fn update_pair(tx: &Tx, _: &Permit<Arrange, PairSeen>, row: Pair) -> Result<Pair> {
    let row: pair::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

pub(crate) async fn put_member(
    tx: &Tx,
    _: &Permit<Arrange, PairSeen>,
    row: PairMember,
) -> Result<()> {
    row.into_active_model().insert(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn take_member(
    tx: &Tx,
    pair: &Permit<Arrange, PairSeen>,
    person: PersonId,
) -> Result<()> {
    pair_member::Entity::delete_by_id((pair.pair.id, person))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn update_member(
    tx: &Tx,
    _: &Permit<Belong, PairSeen>,
    row: PairMember,
) -> Result<PairMember> {
    let row: pair_member::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

/// Pairs of which somebody is to be asked whether they met, and was not: at most so many.
pub(crate) async fn pairs_to_ask(
    conn: &Conn<'_>,
    now: DateTime<Utc>,
    at_most: u64,
) -> Result<Vec<PairId>> {
    let open = pair_member::Entity::find()
        .select_only()
        .column(pair_member::Column::PairId)
        .filter(pair_member::Column::AskedAt.is_null())
        .filter(pair_member::Column::Met.is_null())
        .filter(pair_member::Column::LeftAt.is_null())
        .into_query();
    let late = Condition::any()
        .add(pair::Column::StartsAt.lte(now - TimeDelta::weeks(1)))
        .add(pair::Column::EndsAt.lte(now + TimeDelta::days(2)));
    Ok(pair::Entity::find()
        .select_only()
        .column(pair::Column::Id)
        .filter(pair::Column::PublishedAt.is_not_null())
        .filter(pair::Column::EndedAt.is_null())
        .filter(pair::Column::StartsAt.lte(now))
        .filter(late)
        .filter(pair::Column::Id.in_subquery(open))
        .order_by_asc(pair::Column::Id)
        .limit(at_most)
        .into_tuple()
        .all(conn)
        .await?)
}

/// Keeps that these people of a pair were asked.
pub(crate) async fn mark_asked(
    tx: &Tx,
    pair: &Permit<Arrange, PairSeen>,
    people: &[PersonId],
) -> Result<()> {
    pair_member::Entity::update_many()
        .col_expr(pair_member::Column::AskedAt, Expr::value(Some(tx.now())))
        .filter(pair_member::Column::PairId.eq(pair.pair.id))
        .filter(pair_member::Column::PersonId.is_in(people.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Keeps where a pair talks.
pub(crate) async fn keep_room(
    tx: &Tx,
    pair: &Permit<Belong, PairSeen>,
    thread: &Thread,
) -> Result<()> {
    pair::Entity::update_many()
        .col_expr(pair::Column::RoomId, Expr::value(Some(thread.community_id)))
        .col_expr(
            pair::Column::ChannelId,
            Expr::value(Some(thread.channel_id)),
        )
        .col_expr(pair::Column::ThreadId, Expr::value(Some(thread.id)))
        .filter(pair::Column::Id.eq(pair.pair.id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Everybody of a round knows from now on, and is together from when the round says.
pub(crate) async fn publish_pairs(
    tx: &Tx,
    seen: &Permit<Arrange, RoundSeen>,
    round: &Round,
) -> Result<()> {
    pair::Entity::update_many()
        .col_expr(pair::Column::StartsAt, Expr::value(round.starts_at))
        .col_expr(pair::Column::EndsAt, Expr::value(round.ends_at))
        .filter(pair::Column::RoundId.eq(seen.round.id))
        .exec(&tx.conn())
        .await?;
    stamp(tx, seen, pair::Column::PublishedAt).await
}

/// The pairs of a round that go on are together until then.
pub(crate) async fn keep_pairs_until(
    tx: &Tx,
    round: &Permit<Arrange, RoundSeen>,
    ends_at: DateTime<Utc>,
) -> Result<()> {
    pair::Entity::update_many()
        .col_expr(pair::Column::EndsAt, Expr::value(ends_at))
        .filter(pair::Column::RoundId.eq(round.round.id))
        .filter(pair::Column::EndedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// The pairs of a round are over.
pub(crate) async fn end_pairs(tx: &Tx, round: &Permit<Arrange, RoundSeen>) -> Result<()> {
    stamp(tx, round, pair::Column::EndedAt).await
}

async fn stamp(tx: &Tx, round: &Permit<Arrange, RoundSeen>, column: pair::Column) -> Result<()> {
    pair::Entity::update_many()
        .col_expr(column, Expr::value(Some(tx.now())))
        .filter(pair::Column::RoundId.eq(round.round.id))
        .filter(column.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}
