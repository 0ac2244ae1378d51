//! What becomes of a question as a conversation: its name, its end, what helped.
use crate::Thread;
use crate::policy::{Ask, Edit, PostSeen, ThreadSeen};
use crate::tables::{post, thread, thread_reader};
use chrono::{DateTime, Utc};
use kernel::{Conn, Permit, PostId, Result, ThreadId, Tx};
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType,
    QueryFilter,
};
use std::collections::HashMap;

/// Takes the name of who asked from all that they wrote in it.
pub(crate) async fn set_nameless(tx: &Tx, seen: &Permit<Ask, ThreadSeen>) -> Result<Thread> {
    let (id, author) = (seen.thread.id, seen.thread.author_id);
    let conn = tx.conn();
    post::Entity::update_many()
        .col_expr(post::Column::Nameless, Expr::value(true))
        .filter(post::Column::ThreadId.eq(id))
        .filter(post::Column::AuthorId.eq(author))
        .exec(&conn)
        .await?;
    thread_reader::Entity::update_many()
        .col_expr(thread_reader::Column::Nameless, Expr::value(true))
        .filter(thread_reader::Column::ThreadId.eq(id))
        .filter(thread_reader::Column::PersonId.eq(author))
        .exec(&conn)
        .await?;
    let row = thread::ActiveModel {
        id: Set(id),
        nameless: Set(true),
        last_nameless: Set(seen.thread.last_nameless || seen.thread.last_author_id == author),
        ..Default::default()
    };
    Ok(row.update(&conn).await?)
}

pub(crate) async fn set_withdrawn<Action>(
    tx: &Tx,
    seen: &Permit<Action, ThreadSeen>,
    at: Option<DateTime<Utc>>,
) -> Result<Thread> {
    let row = thread::ActiveModel {
        id: Set(seen.thread.id),
        withdrawn_at: Set(at),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn set_duplicate(
    tx: &Tx,
    seen: &Permit<Edit, ThreadSeen>,
    of: Option<ThreadId>,
) -> Result<Thread> {
    let row = thread::ActiveModel {
        id: Set(seen.thread.id),
        duplicate_of: Set(of),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn set_accepted(
    tx: &Tx,
    seen: &Permit<Ask, ThreadSeen>,
    post: Option<PostId>,
) -> Result<Thread> {
    let row = thread::ActiveModel {
        id: Set(seen.thread.id),
        accepted_post_id: Set(post),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

/// How often a question was answered, and when first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswersOf {
    pub count: i32,
    pub first_at: DateTime<Utc>,
}

/// How often others answered these threads; nothing for those without an answer. What waits for a
/// moderator counts once it is out.
pub async fn answers_of(
    conn: &Conn<'_>,
    threads: &[ThreadId],
) -> Result<HashMap<ThreadId, AnswersOf>> {
    let column = |column: post::Column| Expr::col((post::Entity, column));
    let mut query = Query::select();
    query
        .expr_as(column(post::Column::ThreadId), "thread_id")
        .expr_as(Func::count(column(post::Column::Id)), "answers")
        .expr_as(Func::min(column(post::Column::CreatedAt)), "first_at")
        .from(post::Entity)
        .join(
            JoinType::InnerJoin,
            thread::Entity,
            Expr::col((thread::Entity, thread::Column::Id))
                .equals((post::Entity, post::Column::ThreadId)),
        )
        .and_where(column(post::Column::ThreadId).is_in(threads.iter().copied()))
        .cond_where(is_answer_of_another())
        .group_by_col((post::Entity, post::Column::ThreadId));
    let rows = conn.query_all(&query).await?;
    rows.iter()
        .map(|row| {
            let count: i64 = row.try_get("", "answers")?;
            let answers = AnswersOf {
                count: i32::try_from(count).unwrap_or(i32::MAX),
                first_at: row.try_get("", "first_at")?,
            };
            Ok((row.try_get("", "thread_id")?, answers))
        })
        .collect()
}

/// Posts (joined with their threads) that answer what somebody else asked.
pub(crate) fn is_answer_of_another() -> sea_orm::sea_query::Condition {
    let column = |column: post::Column| Expr::col((post::Entity, column));
    sea_orm::sea_query::Condition::all()
        .add(column(post::Column::Number).gt(1))
        .add(column(post::Column::ParentId).is_null())
        .add(column(post::Column::Published).eq(true))
        .add(column(post::Column::HeldAt).is_null())
        .add(column(post::Column::HiddenAt).is_null())
        .add(column(post::Column::DeletedAt).is_null())
        .add(column(post::Column::AuthorId).not_equals((thread::Entity, thread::Column::AuthorId)))
}

/// Who asked, for whoever may know: the caller has leave to reveal it.
pub async fn asker_of(
    conn: &Conn<'_>,
    leave: &Permit<crate::Reveal, ThreadSeen>,
) -> Result<Option<identity::Person>> {
    identity::person_by_id(conn, leave.thread.author_id.id()).await
}

/// Who wrote a post without a name, for whoever may know: the caller has leave to reveal it.
pub async fn writer_of(
    conn: &Conn<'_>,
    leave: &Permit<crate::Reveal, PostSeen>,
) -> Result<Option<identity::Person>> {
    identity::person_by_id(conn, leave.post.author_id.id()).await
}
