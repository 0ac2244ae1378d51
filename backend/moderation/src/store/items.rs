//! What waits for moderators.
use crate::policy::{Decide, ItemSeen};
use crate::tables::item::{self, Column};
use crate::waiting::{Waits, tab_of};
use crate::{Decision, Item, Reason, Reasons, Tab};
use chrono::{DateTime, Utc};
use communities::{join_standing, overseen_by, standing_of};
use kernel::{
    Actor, CommunityId, Conn, Error, First, ModerationItemId, Page, Permit, PersonId, PostId,
    Result, ThreadId, Tx, keys_of, select_all_of,
};
use sea_orm::sea_query::{Condition, Expr, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait,
    FromQueryResult, IntoActiveModel, Order, QueryFilter, QueryResult, QuerySelect,
};
use std::collections::{HashMap, HashSet};

fn seen(actor: Actor) -> SelectStatement {
    let mut query = Query::select();
    query.from(item::Entity);
    select_all_of::<item::Entity>(&mut query, "i_");
    join_standing(&mut query, actor, (item::Entity, Column::CommunityId));
    query
}

fn read_seen(row: &QueryResult) -> Result<ItemSeen> {
    Ok(ItemSeen {
        item: Item::from_query_result(row, "i_")?,
        standing: standing_of(row)?,
    })
}

/// What waits or waited, with where the asker stands.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may know is for the policy to say.
pub async fn item_seen(conn: &Conn<'_>, actor: Actor, id: ModerationItemId) -> Result<ItemSeen> {
    let mut query = seen(actor);
    query.and_where(Expr::col((item::Entity, Column::Id)).eq(id));
    let row = conn.query_one(&query).await?;
    read_seen(&row.ok_or(Error::NotFound("item"))?)
}

/// A page of what waits where the asker moderates, what waits longest first.
pub async fn queue(
    conn: &Conn<'_>,
    actor: Actor,
    (tab, community): (Tab, Option<CommunityId>),
    (first, after): (First, Option<&str>),
) -> Result<Page<ItemSeen>> {
    let column = |column: Column| Expr::col((item::Entity, column));
    let mut query = seen(actor);
    query
        .cond_where(overseen_by(actor, (item::Entity, Column::CommunityId)))
        .and_where(column(Column::SettledAt).is_null())
        .and_where(column(Column::Tab).eq(tab))
        .order_by((item::Entity, Column::WaitingSince), Order::Asc)
        .order_by((item::Entity, Column::Id), Order::Asc)
        .limit(first.and_one());
    if let Some(community) = community {
        query.and_where(column(Column::CommunityId).eq(community));
    }
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, ModerationItemId) = keys_of(cursor)?;
        let later = Condition::any()
            .add(column(Column::WaitingSince).gt(at))
            .add(
                column(Column::WaitingSince)
                    .eq(at)
                    .and(column(Column::Id).gt(id)),
            );
        query.cond_where(later);
    }
    let rows = conn.query_all(&query).await?;
    let found = rows.iter().map(read_seen).collect::<Result<Vec<_>>>()?;
    Ok(Page::cut(found, first, |seen| {
        format!("{} {}", seen.item.waiting_since.to_rfc3339(), seen.item.id)
    }))
}

/// How much waits in each tab where the asker moderates.
pub async fn queue_counts(conn: &Conn<'_>, actor: Actor) -> Result<HashMap<Tab, i64>> {
    let counts: Vec<(Tab, i64)> = item::Entity::find()
        .select_only()
        .column(Column::Tab)
        .column_as(Column::Id.count(), "items")
        .filter(Column::SettledAt.is_null())
        .filter(overseen_by(actor, (item::Entity, Column::CommunityId)))
        .group_by(Column::Tab)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(counts.into_iter().collect())
}

/// How much is to be checked in a community, or was complained of.
pub async fn open_count(conn: &Conn<'_>, community: CommunityId) -> Result<i64> {
    let counts: Vec<(Tab, i64)> = item::Entity::find()
        .select_only()
        .column(Column::Tab)
        .column_as(Column::Id.count(), "items")
        .filter(Column::SettledAt.is_null())
        .filter(Column::CommunityId.eq(community))
        .filter(Column::Tab.ne(Tab::Unanswered))
        .group_by(Column::Tab)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(counts.into_iter().map(|(_, count)| count).sum())
}

/// Since when the question waits that waits longest in each community, of those not looked at.
pub async fn longest_waiting(conn: &Conn<'_>) -> Result<Vec<(CommunityId, DateTime<Utc>)>> {
    Ok(item::Entity::find()
        .select_only()
        .column(Column::CommunityId)
        .column_as(Column::WaitingSince.min(), "since")
        .filter(Column::SettledAt.is_null())
        .filter(Column::Tab.eq(Tab::Unanswered))
        .group_by(Column::CommunityId)
        .into_tuple()
        .all(conn)
        .await?)
}

/// The question that waits longest in a community.
pub async fn oldest_unanswered(conn: &Conn<'_>, community: CommunityId) -> Result<Option<Item>> {
    let mut query = seen(Actor::System);
    query
        .and_where(Expr::col((item::Entity, Column::CommunityId)).eq(community))
        .and_where(Expr::col((item::Entity, Column::SettledAt)).is_null())
        .and_where(Expr::col((item::Entity, Column::Tab)).eq(Tab::Unanswered))
        .order_by((item::Entity, Column::WaitingSince), Order::Asc)
        .order_by((item::Entity, Column::Id), Order::Asc)
        .limit(1);
    let row = conn.query_one(&query).await?;
    let found = row.map(|row| read_seen(&row)).transpose()?;
    Ok(found.map(|seen| seen.item))
}

/// The items of these subjects and of the posts in these threads.
pub(crate) async fn items_about(
    conn: &Conn<'_>,
    subjects: &[String],
    threads: &[ThreadId],
) -> Result<Vec<Item>> {
    let about = Condition::any()
        .add(Column::Subject.is_in(subjects))
        .add(Column::ThreadId.is_in(threads.iter().copied()));
    Ok(item::Entity::find().filter(about).all(conn).await?)
}

/// The posts that wait in these communities because they resemble a misconception.
pub(crate) async fn resembling_in(
    conn: &Conn<'_>,
    communities: &[CommunityId],
) -> Result<Vec<PostId>> {
    if communities.is_empty() {
        return Ok(Vec::new());
    }
    let items = item::Entity::find()
        .filter(Column::CommunityId.is_in(communities.iter().copied()))
        .filter(Column::SettledAt.is_null())
        .all(conn)
        .await?;
    let resembling = items
        .into_iter()
        .filter(|item| item.reasons.contains(Reason::ResemblesMisconception));
    Ok(resembling.filter_map(|item| item.post_id).collect())
}

/// Of these posts, those that do not wait for a review, and were not looked at since it is due. Where the
/// author is asked, it waits for them.
pub(crate) async fn not_waiting_for_review(conn: &Conn<'_>, due: &[PostId]) -> Result<Vec<PostId>> {
    let items = match due.is_empty() {
        true => Vec::new(),
        false => {
            let subjects = due.iter().map(ToString::to_string);
            item::Entity::find()
                .filter(Column::Subject.is_in(subjects))
                .all(conn)
                .await?
        }
    };
    let is_known = |item: &Item| {
        let asked = item.decision == Some(Decision::AskAuthor);
        let waits =
            item.reasons.contains(Reason::ReviewDue) && (item.settled_at.is_none() || asked);
        waits || item.checked.contains(Reason::ReviewDue)
    };
    let known: HashSet<PostId> = items
        .iter()
        .filter(|item| is_known(item))
        .filter_map(|item| item.post_id)
        .collect();
    Ok(due
        .iter()
        .copied()
        .filter(|post| !known.contains(post))
        .collect())
}

/// Something that may wait: what it is about.
#[derive(Clone, Debug)]
pub(crate) struct About {
    pub community: CommunityId,
    pub subject: String,
    pub thread: Option<ThreadId>,
    pub post: Option<PostId>,
}

pub(crate) async fn open_new(tx: &Tx, about: &About, waits: Waits) -> Result<ModerationItemId> {
    let row = Item {
        id: tx.id(),
        community_id: about.community,
        subject: about.subject.clone(),
        thread_id: about.thread,
        post_id: about.post,
        tab: tab_of(&waits.reasons),
        reasons: waits.reasons,
        checked: waits.checked,
        waiting_since: waits.since,
        settled_at: None,
        claimed_by: None,
        claimed_at: None,
        act_id: None,
        decision: None,
        decided_by: None,
        decided_at: None,
        reason: None,
        breach_told_at: None,
        version: 1,
    };
    let id = row.id;
    item::Entity::insert(row.into_active_model())
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(id)
}

/// Lets an item wait for these reasons. One that was settled waits anew: nobody has it.
pub(crate) async fn wait_for(tx: &Tx, item: &Item, waits: Waits) -> Result<()> {
    let mut row = item::ActiveModel {
        id: Set(item.id),
        tab: Set(tab_of(&waits.reasons)),
        reasons: Set(waits.reasons),
        checked: Set(waits.checked),
        waiting_since: Set(waits.since),
        version: Set(item.version + 1),
        ..Default::default()
    };
    if item.settled_at.is_some() {
        row.settled_at = Set(None);
        row.act_id = Set(None);
        row.decision = Set(None);
        row.decided_by = Set(None);
        row.decided_at = Set(None);
        row.reason = Set(None);
        row.breach_told_at = Set(None);
    }
    row.update(&tx.conn()).await?;
    Ok(())
}

/// Keeps what was looked at, where nothing else changes.
pub(crate) async fn set_checked(tx: &Tx, item: &Item, checked: Reasons) -> Result<()> {
    let row = item::ActiveModel {
        id: Set(item.id),
        checked: Set(checked),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

/// Ends the waiting without a decision: there is nothing to decide any more.
pub(crate) async fn settle(tx: &Tx, item: &Item, checked: Reasons) -> Result<()> {
    let row = item::ActiveModel {
        id: Set(item.id),
        checked: Set(checked),
        settled_at: Set(Some(tx.now())),
        claimed_by: Set(None),
        claimed_at: Set(None),
        version: Set(item.version + 1),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

/// Writes down what was decided, with leave to decide.
pub(crate) async fn set_decided(tx: &Tx, _: &Permit<Decide, ItemSeen>, row: Item) -> Result<Item> {
    let row: item::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

pub(crate) async fn set_claim(
    tx: &Tx,
    seen: &Permit<Decide, ItemSeen>,
    by: Option<PersonId>,
) -> Result<Item> {
    let row = item::ActiveModel {
        id: Set(seen.item.id),
        claimed_by: Set(by),
        claimed_at: Set(by.map(|_| tx.now())),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn set_breach_told(tx: &Tx, item: &Item) -> Result<()> {
    let row = item::ActiveModel {
        id: Set(item.id),
        breach_told_at: Set(Some(tx.now())),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}
