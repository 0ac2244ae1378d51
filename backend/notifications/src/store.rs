//! Every query on the tables of notifications: here the inbox, beside it the rest.
mod calendar;
mod feeds;
mod letters;
mod notices;
mod pending;
mod postboxes;

pub(crate) use calendar::{entries_of, keep_entry};
pub(crate) use feeds::{feed_by_id, feed_count, insert_feed, revoke, touch};
pub use feeds::{feed_by_token, feeds_of};
pub use letters::outbox_page;
pub(crate) use letters::{
    due_letters, insert_letter, keep_waiting, lease, letter_by_id, letters_since, settle, sweep,
    wait_again,
};
pub use notices::{notice_count, notice_seen, notices_page};
pub(crate) use notices::{
    open_though_done, restate, set_notice_done, settle_notices, tell, told_about, told_to,
};
pub(crate) use pending::{Pending, kind_of, mark_told, pending_for};
pub use postboxes::due_postboxes;
pub(crate) use postboxes::{Happened, expect_letters, postbox_of, postbox_to_change, set_choices};

use crate::hearing::{Conversation, Telling};
use crate::jobs::News;
use crate::tables::inbox_item::{self, Column};
use crate::{InboxItem, InboxItemSeen, InboxReason, Keep};
use channels::{Follow, Spot, post_readable_by, posts_visible_to};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, Conn, Error, First, InboxItemId, Page, Permit, PersonId, PostId, Result, ThreadId, Tx,
    keys_of,
};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use std::collections::{HashMap, HashSet};

/// Which part of an inbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
pub enum InboxFilter {
    /// Everything.
    All,
    /// Where somebody spoke to the viewer by name.
    Mentions,
    /// What the viewer follows.
    Following,
}

/// What waits in the asker's inbox and may still be read.
fn waiting_for(actor: Actor) -> Select<inbox_item::Entity> {
    inbox_item::Entity::find()
        .filter(Column::PersonId.eq(actor.person()))
        .filter(Column::DoneAt.is_null())
        .filter(post_readable_by(
            actor,
            (inbox_item::Entity, Column::LatestPostId),
        ))
}

fn because_of(reason: InboxReason) -> Expr {
    let word = match reason {
        InboxReason::Mention => "mention",
        InboxReason::Reply => "reply",
        InboxReason::Followed => "followed",
    };
    Expr::col((inbox_item::Entity, Column::Reasons))
        .cast_as("text")
        .like(format!("%\"{word}\"%"))
}

/// A page of what waits in the asker's inbox, newest first.
pub async fn inbox_page(
    conn: &Conn<'_>,
    actor: Actor,
    filter: InboxFilter,
    page: (First, Option<&str>),
) -> Result<Page<InboxItemSeen>> {
    let (first, after) = page;
    let mut query = waiting_for(actor)
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .limit(first.and_one());
    query = match filter {
        InboxFilter::All => query,
        InboxFilter::Mentions => query.filter(because_of(InboxReason::Mention)),
        InboxFilter::Following => query.filter(because_of(InboxReason::Followed)),
    };
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, InboxItemId) = keys_of(cursor)?;
        let older = Condition::any()
            .add(Column::At.lt(at))
            .add(Column::At.eq(at).and(Column::Id.lt(id)));
        query = query.filter(older);
    }
    let page = Page::cut(query.all(conn).await?, first, |item| {
        format!("{} {}", item.at.to_rfc3339(), item.id)
    });
    let mut latest = latest_of(conn, actor, page.nodes()).await?;
    let items = page.items.into_iter().filter_map(|(cursor, item)| {
        let latest = latest.remove(&item.latest_post_id)?;
        Some((cursor, InboxItemSeen { item, latest }))
    });
    Ok(Page {
        items: items.collect(),
        has_next: page.has_next,
    })
}

/// What has waited longest for the asker, mentions before the rest.
pub(crate) async fn longest_waiting(
    conn: &Conn<'_>,
    actor: Actor,
    limit: u64,
) -> Result<Vec<InboxItemSeen>> {
    let items = waiting_for(actor)
        .order_by_desc(because_of(InboxReason::Mention))
        .order_by_asc(Column::At)
        .limit(limit)
        .all(conn)
        .await?;
    let mut latest = latest_of(conn, actor, items.iter()).await?;
    let seen = items.into_iter().filter_map(|item| {
        let latest = latest.remove(&item.latest_post_id)?;
        Some(InboxItemSeen { item, latest })
    });
    Ok(seen.collect())
}

async fn latest_of(
    conn: &Conn<'_>,
    actor: Actor,
    items: impl Iterator<Item = &InboxItem>,
) -> Result<HashMap<PostId, channels::PostSeen>> {
    let ids: Vec<PostId> = items.map(|item| item.latest_post_id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let posts = posts_visible_to(conn, actor, &ids).await?;
    Ok(posts.into_iter().map(|seen| (seen.post.id, seen)).collect())
}

/// How many conversations wait in the asker's inbox.
pub async fn inbox_unread_count(conn: &Conn<'_>, actor: Actor) -> Result<u64> {
    Ok(waiting_for(actor).count(conn).await?)
}

/// How many conversations with something unread are read for a letter.
const UNREAD_MAX: i32 = 50;

/// Conversations with something unread in which something was said since then, the newest first.
pub(crate) async fn unread_since(
    conn: &Conn<'_>,
    actor: Actor,
    since: DateTime<Utc>,
) -> Result<Vec<channels::ThreadSeen>> {
    let place = (
        channels::ThreadsIn::Everywhere,
        channels::ThreadFilter::Unread,
    );
    let first = First::parse(UNREAD_MAX)?;
    let unread = channels::threads_in(conn, actor, place, (first, None)).await?;
    let unread = unread.items.into_iter().map(|(_, seen)| seen);
    Ok(unread
        .filter(|seen| seen.thread.last_post_at > since)
        .collect())
}

/// An inbox item with what it tells of.
///
/// # Errors
/// `NotFound` when there is none, or the asker may not read what it tells of.
pub async fn inbox_item_seen(
    conn: &Conn<'_>,
    actor: Actor,
    id: InboxItemId,
) -> Result<InboxItemSeen> {
    let missing = || Error::NotFound("inbox item");
    let item = inbox_item::Entity::find_by_id(id)
        .one(conn)
        .await?
        .ok_or_else(missing)?;
    let mut latest = latest_of(conn, actor, std::iter::once(&item)).await?;
    let latest = latest.remove(&item.latest_post_id).ok_or_else(missing)?;
    Ok(InboxItemSeen { item, latest })
}

pub(crate) async fn set_done(
    tx: &Tx,
    seen: &Permit<Keep, InboxItemSeen>,
    at: Option<DateTime<Utc>>,
) -> Result<InboxItem> {
    let row = inbox_item::ActiveModel {
        id: Set(seen.item.id),
        done_at: Set(at),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

/// A conversation as far as this news needs it.
pub(crate) async fn conversation(tx: &Tx, spot: Spot, heard: &[News]) -> Result<Conversation> {
    let conn = tx.conn();
    let items = inbox_item::Entity::find()
        .filter(Column::ThreadId.eq(spot.thread))
        .all(&conn)
        .await?;
    let latest = items.iter().map(|item| item.latest_post_id);
    let named: HashSet<PostId> = heard.iter().flat_map(News::posts).chain(latest).collect();
    let named: Vec<PostId> = named.into_iter().collect();
    let posts = channels::post_lines(&conn, spot.thread, &named).await?;
    let readers = channels::readers_of(&conn, spot.thread).await?;
    let audience = if heard.iter().any(News::speaks) {
        let people = readers
            .iter()
            .filter(|reader| reader.follow == Follow::Following)
            .map(|reader| reader.person_id)
            .chain(posts.iter().map(|post| post.author_id.addressee()))
            .chain(heard.iter().flat_map(News::mentions).copied());
        communities::members_among(&conn, spot.community, &people.collect()).await?
    } else {
        HashSet::new()
    };
    let withheld = channels::withheld_from(&conn, spot.thread, &audience).await?;
    Ok(Conversation {
        posts: posts.into_iter().map(|post| (post.id, post)).collect(),
        readers: readers.into_iter().map(|it| (it.person_id, it)).collect(),
        audience,
        withheld,
        inboxes: items
            .into_iter()
            .map(|it| (it.person_id, Some(it.into())))
            .collect(),
        ..Conversation::default()
    })
}

impl From<InboxItem> for Telling {
    fn from(item: InboxItem) -> Self {
        Self {
            reasons: item.reasons,
            latest: item.latest_post_id,
            new_count: item.new_count,
            at: item.at,
            done_at: item.done_at,
        }
    }
}

/// What waits of a conversation waits of the one that took it in; once for each person.
pub(crate) async fn merge_items(tx: &Tx, from: ThreadId, into: ThreadId) -> Result<()> {
    let conn = tx.conn();
    let known = inbox_item::Entity::find()
        .select_only()
        .column(Column::PersonId)
        .filter(Column::ThreadId.eq(into))
        .into_tuple();
    let known: Vec<PersonId> = known.all(&conn).await?;
    inbox_item::Entity::delete_many()
        .filter(Column::ThreadId.eq(from))
        .filter(Column::PersonId.is_in(known))
        .exec(&conn)
        .await?;
    inbox_item::Entity::update_many()
        .col_expr(Column::ThreadId, Expr::value(into))
        .filter(Column::ThreadId.eq(from))
        .exec(&conn)
        .await?;
    Ok(())
}

/// How many rows one statement inserts: an item has 8 columns, and a statement 32,766 places.
const ROWS_MAX: usize = 1_000;

/// Writes down what changed in the inboxes of a conversation.
pub(crate) async fn keep(tx: &Tx, thread: ThreadId, conversation: &Conversation) -> Result<()> {
    let (mut kept, mut gone) = (Vec::new(), Vec::new());
    for person in &conversation.changed {
        match conversation.inboxes.get(person) {
            Some(Some(telling)) => kept.push(row_of(tx, (*person, thread), telling)),
            Some(None) | None => gone.push(*person),
        }
    }
    let conn = tx.conn();
    if !gone.is_empty() {
        inbox_item::Entity::delete_many()
            .filter(Column::ThreadId.eq(thread))
            .filter(Column::PersonId.is_in(gone))
            .exec(&conn)
            .await?;
    }
    for some in kept.chunks(ROWS_MAX) {
        let known = OnConflict::columns([Column::PersonId, Column::ThreadId])
            .update_columns([
                Column::LatestPostId,
                Column::Reasons,
                Column::NewCount,
                Column::At,
                Column::DoneAt,
            ])
            .to_owned();
        inbox_item::Entity::insert_many(some.to_vec())
            .on_conflict(known)
            .exec_without_returning(&conn)
            .await?;
    }
    Ok(())
}

fn row_of(
    tx: &Tx,
    (person, thread): (PersonId, ThreadId),
    telling: &Telling,
) -> inbox_item::ActiveModel {
    inbox_item::ActiveModel {
        id: Set(tx.id()),
        person_id: Set(person),
        thread_id: Set(thread),
        latest_post_id: Set(telling.latest),
        reasons: Set(telling.reasons.clone()),
        new_count: Set(telling.new_count),
        at: Set(telling.at),
        done_at: Set(telling.done_at),
        mailed_post_id: Set(None),
    }
}
