use crate::policy::BringIn;
use crate::tables::{channel, post, reaction, revision, thread};
use crate::{Author, Post, Revision, Thread};
use chrono::{DateTime, Utc};
use kernel::{Conn, Organisation, Permit, PostId, Result, ThreadId, Tx};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashSet;

/// How many rows one statement inserts: a post has 26 columns, and a statement 32,766 places.
const ROWS_MAX: usize = 500;

/// Whole conversations as rows, for an import.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    pub threads: Vec<Thread>,
    pub posts: Vec<Post>,
    pub revisions: Vec<Revision>,
    pub reactions: Vec<reaction::Model>,
}

pub(crate) async fn insert_threads(
    tx: &Tx,
    _: &Permit<BringIn, Organisation>,
    rows: Rows,
) -> Result<()> {
    let conn = tx.conn();
    for some in rows.threads.chunks(ROWS_MAX) {
        let models = some.iter().cloned().map(IntoActiveModel::into_active_model);
        thread::Entity::insert_many(models)
            .exec_without_returning(&conn)
            .await?;
    }
    for some in rows.posts.chunks(ROWS_MAX) {
        let models = some.iter().cloned().map(IntoActiveModel::into_active_model);
        post::Entity::insert_many(models)
            .exec_without_returning(&conn)
            .await?;
    }
    for some in rows.revisions.chunks(ROWS_MAX) {
        let models = some.iter().cloned().map(IntoActiveModel::into_active_model);
        revision::Entity::insert_many(models)
            .exec_without_returning(&conn)
            .await?;
    }
    for some in rows.reactions.chunks(ROWS_MAX) {
        let models = some.iter().map(|row| reaction::ActiveModel {
            post_id: Set(row.post_id),
            person_id: Set(row.person_id),
            kind: Set(row.kind),
            created_at: Set(row.created_at),
        });
        reaction::Entity::insert_many(models)
            .exec_without_returning(&conn)
            .await?;
    }
    Ok(())
}

/// Every post that stands in the order of their ids, for whoever must walk them all, as the index does.
pub async fn posts_walked(
    conn: &Conn<'_>,
    after: Option<PostId>,
    limit: u64,
) -> Result<Vec<(Post, Option<Thread>)>> {
    let mut query = post::Entity::find()
        .filter(post::Column::DeletedAt.is_null())
        .filter(post::Column::HiddenAt.is_null())
        .filter(post::Column::HeldAt.is_null())
        .order_by_asc(post::Column::Id)
        .limit(limit);
    if let Some(after) = after {
        query = query.filter(post::Column::Id.gt(after));
    }
    with_threads(conn, query.all(conn).await?).await
}

/// All posts in the order of their ids, deleted ones too: for keeping them, never for showing.
pub(crate) async fn posts_in_order(
    conn: &Conn<'_>,
    after: Option<PostId>,
    limit: u64,
) -> Result<Vec<Post>> {
    let mut query = post::Entity::find()
        .order_by_asc(post::Column::Id)
        .limit(limit);
    if let Some(after) = after {
        query = query.filter(post::Column::Id.gt(after));
    }
    Ok(query.all(conn).await?)
}

/// How many posts there are, deleted ones too.
pub async fn post_count(conn: &Conn<'_>) -> Result<u64> {
    Ok(post::Entity::find().count(conn).await?)
}

/// Keeps how a revision of a post is shown, unless it was edited meanwhile.
pub(crate) async fn set_html(tx: &Tx, (post, revision): (PostId, i32), html: &str) -> Result<()> {
    post::Entity::update_many()
        .col_expr(post::Column::Html, Expr::value(html))
        .filter(post::Column::Id.eq(post))
        .filter(post::Column::Revision.eq(revision))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// These posts as they stand, whoever may read them: for keeping an index, never for showing.
pub async fn posts_as_they_stand(
    conn: &Conn<'_>,
    ids: &[PostId],
) -> Result<Vec<(Post, Option<Thread>)>> {
    let posts = post::Entity::find()
        .filter(post::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    with_threads(conn, posts).await
}

/// Of these posts, those whose words are there for whoever may read them.
pub async fn standing_among(conn: &Conn<'_>, ids: &[PostId]) -> Result<HashSet<PostId>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let standing: Vec<PostId> = post::Entity::find()
        .select_only()
        .column(post::Column::Id)
        .filter(post::Column::Id.is_in(ids.iter().copied()))
        .filter(post::Column::DeletedAt.is_null())
        .filter(post::Column::HiddenAt.is_null())
        .filter(post::Column::HeldAt.is_null())
        .into_tuple()
        .all(conn)
        .await?;
    Ok(standing.into_iter().collect())
}

/// Of these threads, those whose opening is there for whoever reads them, and in which members can reply.
pub async fn threads_open_among(conn: &Conn<'_>, ids: &[ThreadId]) -> Result<HashSet<ThreadId>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let closed = Query::select()
        .column(channel::Column::Id)
        .from(channel::Entity)
        .and_where(channel::Column::ArchivedAt.is_not_null())
        .to_owned();
    let hidden = Query::select()
        .column(post::Column::ThreadId)
        .from(post::Entity)
        .and_where(post::Column::ThreadId.is_in(ids.iter().copied()))
        .and_where(post::Column::Number.eq(1))
        .cond_where(
            Condition::any()
                .add(post::Column::DeletedAt.is_not_null())
                .add(post::Column::HiddenAt.is_not_null())
                .add(post::Column::HeldAt.is_not_null()),
        )
        .to_owned();
    let open: Vec<ThreadId> = thread::Entity::find()
        .select_only()
        .column(thread::Column::Id)
        .filter(thread::Column::Id.is_in(ids.iter().copied()))
        .filter(thread::Column::Published.eq(true))
        .filter(thread::Column::LockedAt.is_null())
        .filter(thread::Column::MovedTo.is_null())
        .filter(thread::Column::ChannelId.not_in_subquery(closed))
        .filter(thread::Column::Id.not_in_subquery(hidden))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(open.into_iter().collect())
}

/// The posts of these threads as they stand, in the order of their ids, for keeping an index.
pub async fn thread_posts_as_they_stand(
    conn: &Conn<'_>,
    ids: &[ThreadId],
    after: Option<PostId>,
    limit: u64,
) -> Result<Vec<(Post, Option<Thread>)>> {
    let mut query = post::Entity::find()
        .filter(post::Column::ThreadId.is_in(ids.iter().copied()))
        .order_by_asc(post::Column::Id)
        .limit(limit);
    if let Some(after) = after {
        query = query.filter(post::Column::Id.gt(after));
    }
    with_threads(conn, query.all(conn).await?).await
}

/// The posts that open these threads, as they stand.
pub async fn openings_as_they_stand(
    conn: &Conn<'_>,
    ids: &[ThreadId],
) -> Result<Vec<(Post, Option<Thread>)>> {
    let openings = post::Entity::find()
        .filter(post::Column::ThreadId.is_in(ids.iter().copied()))
        .filter(post::Column::Number.eq(1));
    with_threads(conn, openings.all(conn).await?).await
}

/// A post without its words: whose it is, and whether it still stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct PostLine {
    pub id: PostId,
    pub number: i32,
    pub author_id: Author,
    pub created_at: DateTime<Utc>,
    pub deleted_at: Option<DateTime<Utc>>,
    pub held_at: Option<DateTime<Utc>>,
    pub hidden_at: Option<DateTime<Utc>>,
}

impl PostLine {
    /// Whether its words are there for whoever may read the post.
    pub fn stands(&self) -> bool {
        self.deleted_at.is_none() && self.held_at.is_none() && self.hidden_at.is_none()
    }
}

/// As many of the newest posts of a thread are read as lines.
const LINES_MAX: i32 = 100;

/// The opening of a thread, its newest 100 posts, and those named, in order: for whoever must know who
/// spoke to whom.
pub async fn post_lines(
    conn: &Conn<'_>,
    thread: ThreadId,
    named: &[PostId],
) -> Result<Vec<PostLine>> {
    let last_number = Query::select()
        .column(thread::Column::LastNumber)
        .from(thread::Entity)
        .and_where(thread::Column::Id.eq(thread))
        .to_owned();
    let last_number = Expr::SubQuery(None, Box::new(last_number.into()));
    let wanted = Condition::any()
        .add(post::Column::Number.eq(1))
        .add(Expr::col(post::Column::Number).gt(last_number.sub(LINES_MAX)))
        .add(post::Column::Id.is_in(named.iter().copied()));
    Ok(post::Entity::find()
        .select_only()
        .column(post::Column::Id)
        .column(post::Column::Number)
        .column(post::Column::AuthorId)
        .column(post::Column::CreatedAt)
        .column(post::Column::DeletedAt)
        .column(post::Column::HeldAt)
        .column(post::Column::HiddenAt)
        .filter(post::Column::ThreadId.eq(thread))
        .filter(wanted)
        .order_by_asc(post::Column::Number)
        .into_model()
        .all(conn)
        .await?)
}

async fn with_threads(conn: &Conn<'_>, posts: Vec<Post>) -> Result<Vec<(Post, Option<Thread>)>> {
    let mut ids: Vec<ThreadId> = posts.iter().map(|post| post.thread_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let threads: std::collections::HashMap<ThreadId, Thread> = thread::Entity::find()
        .filter(thread::Column::Id.is_in(ids))
        .all(conn)
        .await?
        .into_iter()
        .map(|thread| (thread.id, thread))
        .collect();
    Ok(posts
        .into_iter()
        .map(|post| {
            let thread = threads.get(&post.thread_id).cloned();
            (post, thread)
        })
        .collect())
}
