//! Items.
use crate::reckon::Reckoned;
use crate::tables::journey_item::{self, Column};
use crate::{ItemSeen, Journey, JourneyItem, JourneyItemState, JourneySeen, Look};
use chrono::{DateTime, Utc};
use communities::{Role, membership};
use kernel::{
    Actor, Conn, Error, First, JourneyId, JourneyItemId, Page, Permit, Result, Tx, keys_of,
};
use sea_orm::prelude::Uuid;
use sea_orm::sea_query::{Condition, LockBehavior, LockType, OnConflict, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait,
    ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select,
};

/// Which items are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
pub enum ItemFilter {
    /// All of them.
    All,
    /// What is still to happen.
    Ahead,
    /// What happened.
    Done,
    /// What could not be done and waits for another attempt, or for somebody to look.
    Failing,
}

/// An item in its journey.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may see it is for the policy to say.
pub async fn item_seen(conn: &Conn<'_>, actor: Actor, id: JourneyItemId) -> Result<ItemSeen> {
    let item = item_by_id(conn, id).await?;
    let item = item.ok_or(Error::NotFound("item"))?;
    let journey = super::journey_seen(conn, actor, item.journey_id).await?;
    Ok(ItemSeen { item, journey })
}

/// A page of a journey's items, as they are due.
pub async fn items_page(
    conn: &Conn<'_>,
    seen: &Permit<Look, JourneySeen>,
    filter: ItemFilter,
    (first, after): (First, Option<&str>),
) -> Result<Page<JourneyItem>> {
    let mut query = journey_item::Entity::find()
        .filter(Column::JourneyId.eq(seen.journey.id))
        .filter(filtered(filter))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, Uuid) = keys_of(cursor)?;
        let id = JourneyItemId::from(id);
        let later = Condition::any()
            .add(Column::DueAt.gt(at))
            .add(Column::DueAt.eq(at).and(Column::Id.gt(id)));
        query = query.filter(later);
    }
    Ok(Page::cut(query.all(conn).await?, first, |item| {
        format!("{} {}", item.due_at.to_rfc3339(), Uuid::from(item.id))
    }))
}

fn filtered(filter: ItemFilter) -> Condition {
    let in_state = |states: &[JourneyItemState]| {
        Condition::all().add(Column::State.is_in(states.iter().copied()))
    };
    match filter {
        ItemFilter::All => Condition::all(),
        ItemFilter::Ahead => in_state(&[JourneyItemState::Waiting, JourneyItemState::Pending]),
        ItemFilter::Done => in_state(&[JourneyItemState::Done]),
        ItemFilter::Failing => Condition::any()
            .add(in_state(&[JourneyItemState::Failed]))
            .add(in_state(&[JourneyItemState::Pending]).add(Column::Attempts.gt(0))),
    }
}

pub(crate) async fn items_by_ids(
    conn: &Conn<'_>,
    ids: &[JourneyItemId],
) -> Result<Vec<JourneyItem>> {
    Ok(journey_item::Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .all(conn)
        .await?)
}

pub(crate) async fn item_by_id(conn: &Conn<'_>, id: JourneyItemId) -> Result<Option<JourneyItem>> {
    Ok(journey_item::Entity::find_by_id(id).one(conn).await?)
}

pub(crate) async fn item_in_slot(
    conn: &Conn<'_>,
    journey: JourneyId,
    slot: &str,
) -> Result<Option<JourneyItem>> {
    Ok(journey_item::Entity::find()
        .filter(Column::JourneyId.eq(journey))
        .filter(Column::Slot.eq(slot))
        .one(conn)
        .await?)
}

/// Every item of a journey, as they are due.
pub(crate) async fn items_of(conn: &Conn<'_>, journey: JourneyId) -> Result<Vec<JourneyItem>> {
    Ok(journey_item::Entity::find()
        .filter(Column::JourneyId.eq(journey))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .all(conn)
        .await?)
}

/// How many items are done in one transaction, and how many of these go on beside each other. SQLite
/// commits what comes together; on PostgreSQL items are neighbours in the indexes, and many transactions
/// would only make each other begin anew.
pub(crate) fn pace(conn: &Conn<'_>) -> (usize, usize) {
    match conn.get_database_backend() {
        DbBackend::Postgres => (16, 2),
        _ => (1, 16),
    }
}

/// Items that may be done by now, the one that waits longest first.
pub(crate) async fn due_items(
    conn: &Conn<'_>,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<JourneyItemId>> {
    Ok(journey_item::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::RunAfter.lte(now))
        .order_by_asc(Column::RunAfter)
        .limit(limit)
        .into_tuple()
        .all(conn)
        .await?)
}

/// When the next item is due.
pub(crate) async fn next_due(conn: &Conn<'_>) -> Result<Option<DateTime<Utc>>> {
    let next: Option<Option<DateTime<Utc>>> = journey_item::Entity::find()
        .select_only()
        .column_as(Column::RunAfter.min(), "next")
        .into_tuple()
        .one(conn)
        .await?;
    Ok(next.flatten())
}

/// An item that nobody else changes until this transaction is over, waiting for whoever has it: for a
/// person who acts on it.
pub(crate) async fn hold_item(tx: &Tx, id: JourneyItemId) -> Result<Option<JourneyItem>> {
    locked(tx, id, |query| query.lock(LockType::Update)).await
}

/// As `hold_item`, and nothing when another node has it: for the engine, which comes by again.
pub(crate) async fn take_item(tx: &Tx, id: JourneyItemId) -> Result<Option<JourneyItem>> {
    locked(tx, id, |query| {
        query.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
    })
    .await
}

/// SQLite has one writer: there, nobody else has anything.
async fn locked(
    tx: &Tx,
    id: JourneyItemId,
    lock: fn(Select<journey_item::Entity>) -> Select<journey_item::Entity>,
) -> Result<Option<JourneyItem>> {
    let conn = tx.conn();
    let query = journey_item::Entity::find_by_id(id);
    let query = match conn.get_database_backend() {
        DbBackend::Postgres => lock(query),
        _ => query,
    };
    Ok(query.one(&conn).await?)
}

/// How many rows one statement inserts: an item has 15 columns, and a statement 32,766 places.
const ROWS_MAX: usize = 1_000;

/// Writes new items of a journey. One whose place is taken is there already.
pub(crate) async fn insert_items(
    tx: &Tx,
    journey: &Journey,
    (zone, items): (&str, &[Reckoned]),
) -> Result<()> {
    for some in items.chunks(ROWS_MAX) {
        let rows = some.iter().map(|item| journey_item::ActiveModel {
            id: Set(tx.id()),
            journey_id: Set(journey.id),
            community_id: Set(journey.community_id),
            slot: Set(item.slot.clone()),
            step: Set(item.step.clone()),
            person_id: Set(item.person),
            due_at: Set(item.due_at),
            zone: Set(zone.to_owned()),
            state: Set(item.state),
            why: Set(item.why),
            run_after: Set(item.run_after),
            done_at: Set(None),
            outcome: Set(None),
            attempts: Set(0),
            last_error: Set(None),
        });
        let taken = OnConflict::columns([Column::JourneyId, Column::Slot])
            .do_nothing()
            .to_owned();
        journey_item::Entity::insert_many(rows)
            .on_conflict(taken)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

pub(crate) async fn update_item(tx: &Tx, changed: JourneyItem) -> Result<JourneyItem> {
    let row = changed.into_active_model().reset_all();
    Ok(row.update(&tx.conn()).await?)
}

/// The failing items of the communities that the asker leads, from a place in the list on: the latest
/// first.
pub(crate) async fn failing_items(
    conn: &Conn<'_>,
    actor: Actor,
    before: Option<(DateTime<Utc>, JourneyItemId)>,
    limit: u64,
) -> Result<Vec<JourneyItem>> {
    let mut query = journey_item::Entity::find()
        .filter(filtered(ItemFilter::Failing))
        .filter(led_by(actor))
        .order_by_desc(Column::DueAt)
        .order_by_desc(Column::Id)
        .limit(limit);
    if let Some((at, id)) = before {
        let same = Column::DueAt.eq(at).and(Column::Id.lt(id));
        query = query.filter(Column::DueAt.lt(at).or(same));
    }
    Ok(query.all(conn).await?)
}

/// `Look`, as SQL.
fn led_by(actor: Actor) -> Condition {
    if actor.administers() {
        return Condition::all();
    }
    let led = Query::select()
        .column(membership::Column::CommunityId)
        .from(membership::Entity)
        .and_where(membership::Column::PersonId.eq(actor.person()))
        .and_where(membership::Column::Role.eq(Role::Facilitator))
        .to_owned();
    Condition::all().add(Column::CommunityId.in_subquery(led))
}
