use super::Naming;
use crate::policy::{ChannelSeen, Edit, Moderate, ThreadSeen, Write};
use crate::scope::{opening_or_own, own_reading, thread_published_for, withholds_from};
use crate::tables::{channel, post, thread, thread_reader};
use crate::{Answers, Author, Channel, Thread, ThreadReader};
use chrono::{DateTime, Utc};
use communities::{Role, join_standing, readable_by, standing_is_one_of, standing_of};
use kernel::{
    Actor, ChannelId, CommunityId, Conn, Error, Permit, PersonId, Result, ThreadId, Tx,
    select_all_of,
};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult,
    IntoActiveModel, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QueryResult, QuerySelect,
};
use std::collections::HashMap;

/// Which threads of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
pub enum ThreadFilter {
    /// All of them.
    All,
    /// Those with something not read yet.
    Unread,
    /// Those the viewer follows.
    Following,
    /// Questions without an answer.
    Unanswered,
    /// Those the viewer began.
    Mine,
}

/// The place whose threads are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadsIn {
    Community(CommunityId),
    Channel(ChannelId),
    /// Every community the asker belongs to.
    Everywhere,
}

/// Threads joined with channel, own reading and standing: all that a policy and a page need.
pub(super) fn seen(actor: Actor) -> SelectStatement {
    let mut query = Query::select();
    query.from(thread::Entity);
    join_seen(&mut query, actor);
    query
}

/// Joins to each thread of a query what `read_seen` reads.
pub(super) fn join_seen(query: &mut SelectStatement, actor: Actor) {
    select_all_of::<thread::Entity>(query, "t_");
    select_all_of::<channel::Entity>(query, "c_");
    select_all_of::<thread_reader::Entity>(query, "r_");
    let its_channel = Expr::col((channel::Entity, channel::Column::Id))
        .equals((thread::Entity, thread::Column::ChannelId));
    query
        .join(JoinType::InnerJoin, channel::Entity, its_channel)
        .join(
            JoinType::LeftJoin,
            thread_reader::Entity,
            own_reading(actor),
        );
    join_standing(query, actor, (thread::Entity, thread::Column::CommunityId));
}

pub(super) fn read_seen(row: &QueryResult) -> Result<ThreadSeen> {
    Ok(ThreadSeen {
        thread: Thread::from_query_result(row, "t_")?,
        channel: Channel::from_query_result(row, "c_")?,
        reader: ThreadReader::from_query_result_optional(row, "r_")?,
        standing: standing_of(row)?,
    })
}

pub async fn thread_seen(conn: &Conn<'_>, actor: Actor, id: ThreadId) -> Result<ThreadSeen> {
    let mut query = seen(actor);
    query.and_where(thread::Column::Id.eq(id));
    let row = conn
        .query_one(&query)
        .await?
        .ok_or(Error::NotFound("thread"))?;
    read_seen(&row)
}

/// Of these threads, those the asker may read.
pub async fn threads_visible_to(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[ThreadId],
) -> Result<Vec<ThreadSeen>> {
    let mut query = seen(actor);
    query
        .and_where(thread::Column::Id.is_in(ids.iter().copied()))
        .cond_where(readable_by(
            actor,
            (thread::Entity, thread::Column::CommunityId),
        ))
        .cond_where(thread_published_for(actor));
    conn.query_all(&query)
        .await?
        .iter()
        .map(read_seen)
        .collect()
}

/// Nobody but who asked has answered. A comment is no answer, and hardly any question has only those.
pub(super) fn unanswered() -> Condition {
    let answers = Query::select()
        .expr(Expr::val(1))
        .from(post::Entity)
        .and_where(
            Expr::col((post::Entity, post::Column::ThreadId))
                .equals((thread::Entity, thread::Column::Id)),
        )
        .cond_where(super::asking::is_answer_of_another())
        .to_owned();
    Condition::any()
        .add(Expr::col((thread::Entity, thread::Column::ReplyCount)).eq(0))
        .add(Expr::exists(answers).not())
}

/// Questions without an answer in the communities where the asker is there to answer, as an expert, a
/// moderator or a facilitator: the one that waits longest first.
pub async fn unanswered_for(conn: &Conn<'_>, actor: Actor, limit: u64) -> Result<Vec<ThreadSeen>> {
    let answers = [Role::Expert, Role::Moderator, Role::Facilitator];
    let mut query = seen(actor);
    query
        .cond_where(standing_is_one_of(&answers))
        .cond_where(super::listing::filtered(ThreadFilter::Unanswered, actor))
        .and_where(thread::Column::AuthorId.ne(actor.person()))
        .and_where(Expr::col((channel::Entity, channel::Column::ArchivedAt)).is_null())
        .order_by((thread::Entity, thread::Column::CreatedAt), Order::Asc)
        .limit(limit);
    conn.query_all(&query)
        .await?
        .iter()
        .map(read_seen)
        .collect()
}

/// The first few people who wrote in each of these threads, as far as the asker may know, newest last.
pub async fn participants_of(
    conn: &Conn<'_>,
    actor: Actor,
    threads: &[ThreadId],
) -> Result<HashMap<ThreadId, Vec<PersonId>>> {
    const SHOWN_MAX: usize = 5;
    let withheld = Query::select()
        .column((thread::Entity, thread::Column::Id))
        .from(thread::Entity)
        .join(
            JoinType::LeftJoin,
            thread_reader::Entity,
            own_reading(actor),
        )
        .and_where(thread::Column::Id.is_in(threads.iter().copied()))
        .cond_where(withholds_from(actor))
        .to_owned();
    let open = post::Column::ThreadId.not_in_subquery(withheld);
    // Who takes part without a name takes part unseen, but for themself.
    let named = Condition::any()
        .add(post::Column::Nameless.eq(false))
        .add(post::Column::AuthorId.eq(actor.person()));
    let rows: Vec<(ThreadId, PersonId, i32)> = post::Entity::find()
        .select_only()
        .column(post::Column::ThreadId)
        .column(post::Column::AuthorId)
        .column_as(post::Column::Number.min(), "first_number")
        .filter(post::Column::ThreadId.is_in(threads.iter().copied()))
        .filter(post::Column::DeletedAt.is_null())
        .filter(post::Column::HiddenAt.is_null())
        .filter(post::Column::HeldAt.is_null())
        .filter(named)
        .filter(opening_or_own(actor).add(open))
        .group_by(post::Column::ThreadId)
        .group_by(post::Column::AuthorId)
        .order_by_asc(Expr::cust("first_number"))
        .into_tuple()
        .all(conn)
        .await?;
    let mut people: HashMap<ThreadId, Vec<PersonId>> = HashMap::new();
    for (thread, person, _) in rows {
        let shown = people.entry(thread).or_default();
        if shown.len() < SHOWN_MAX {
            shown.push(person);
        }
    }
    Ok(people)
}

pub(crate) async fn insert_thread(
    tx: &Tx,
    channel: &Permit<Write, ChannelSeen>,
    row: Thread,
) -> Result<Thread> {
    let row = Thread {
        channel_id: channel.channel.id,
        community_id: channel.channel.community_id,
        ..row
    };
    Ok(row.into_active_model().insert(&tx.conn()).await?)
}

/// Makes room for one more reply, and returns its number.
pub(crate) async fn grow_thread(
    tx: &Tx,
    seen: &Permit<Write, ThreadSeen>,
    author: PersonId,
    naming: Naming,
) -> Result<i32> {
    let nameless = naming == Naming::Without;
    next_number(tx, seen.thread.id, (Author::of(author), nameless)).await
}

/// The row is locked by this, so two replies never share a number.
pub(super) async fn next_number(
    tx: &Tx,
    thread: ThreadId,
    (author, nameless): (Author, bool),
) -> Result<i32> {
    let grown = thread::Entity::update_many()
        .col_expr(
            thread::Column::LastNumber,
            Expr::col(thread::Column::LastNumber).add(1),
        )
        .col_expr(
            thread::Column::ReplyCount,
            Expr::col(thread::Column::ReplyCount).add(1),
        )
        .col_expr(thread::Column::LastPostAt, Expr::value(tx.now()))
        .col_expr(thread::Column::LastAuthorId, Expr::value(author))
        .col_expr(thread::Column::LastNameless, Expr::value(nameless))
        .filter(thread::Column::Id.eq(thread))
        .exec_with_returning(&tx.conn())
        .await?;
    grown
        .first()
        .map(|thread| thread.last_number)
        .ok_or(Error::NotFound("thread"))
}

/// Counts what can be read after a post was deleted or restored.
pub(crate) async fn recount_replies(tx: &Tx, id: ThreadId) -> Result<()> {
    let replies = post::Entity::find()
        .filter(post::Column::ThreadId.eq(id))
        .filter(post::Column::Number.gt(1))
        .filter(post::Column::DeletedAt.is_null())
        .filter(post::Column::Published.eq(true))
        .count(&tx.conn())
        .await?;
    thread::Entity::update_many()
        .col_expr(
            thread::Column::ReplyCount,
            Expr::value(i32::try_from(replies).unwrap_or(i32::MAX)),
        )
        .filter(thread::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn set_title(
    tx: &Tx,
    seen: &Permit<Edit, ThreadSeen>,
    title: String,
    tags: Vec<String>,
) -> Result<Thread> {
    let row = thread::ActiveModel {
        id: Set(seen.thread.id),
        title: Set(title),
        tags: Set(tags.into()),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn set_locked(
    tx: &Tx,
    seen: &Permit<Moderate, ThreadSeen>,
    at: Option<DateTime<Utc>>,
) -> Result<Thread> {
    let row = thread::ActiveModel {
        id: Set(seen.thread.id),
        locked_at: Set(at),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn set_answer_first(
    tx: &Tx,
    seen: &Permit<Moderate, ThreadSeen>,
    answers: Answers,
) -> Result<Thread> {
    let row = thread::ActiveModel {
        id: Set(seen.thread.id),
        answer_first: Set(answers == Answers::First),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}
