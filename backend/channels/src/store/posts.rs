use super::threads;
use crate::commands::Words;
use crate::policy::{Delete, Edit, PostSeen, Restore, ThreadSeen};
use crate::scope::{opening_or_own, published_for, shown_to};
use crate::tables::{mention, post, reaction, revision, thread};
use crate::{Author, Post, ReactionKind, Revision};
use kernel::{
    Actor, Conn, Error, First, Page, Permit, PersonId, PostId, Result, Tx, key_of, keys_of,
    select_all_of,
};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, OnConflict, Order, Query, SelectStatement};
use sea_orm::{
    ActiveEnum, ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend,
    EntityTrait, FromQueryResult, IntoActiveModel, JoinType, QueryFilter, QueryOrder, QueryResult,
    QuerySelect,
};
use std::sync::Arc;

/// Posts with the asker's own reactions folded into each row: no second statement.
fn seen(backend: DbBackend, actor: Actor) -> SelectStatement {
    let mut query = Query::select();
    query.from(post::Entity);
    select_seen(&mut query, backend, actor);
    query
}

/// As `seen`, each in its thread as the asker sees that.
pub(super) fn seen_in_thread(backend: DbBackend, actor: Actor) -> SelectStatement {
    let mut query = seen(backend, actor);
    let its_thread = Expr::col((thread::Entity, thread::Column::Id))
        .equals((post::Entity, post::Column::ThreadId));
    query.join(JoinType::InnerJoin, thread::Entity, its_thread);
    threads::join_seen(&mut query, actor);
    query
}

fn select_seen(query: &mut SelectStatement, backend: DbBackend, actor: Actor) {
    let gathered = match backend {
        DbBackend::Postgres => "string_agg(\"kind\", ',')",
        _ => "group_concat(\"kind\", ',')",
    };
    let own = Query::select()
        .expr(Expr::cust(gathered))
        .from(reaction::Entity)
        .and_where(
            Expr::col((reaction::Entity, reaction::Column::PostId))
                .equals((post::Entity, post::Column::Id)),
        )
        .and_where(reaction::Column::PersonId.eq(actor.person()))
        .to_owned();
    select_all_of::<post::Entity>(query, "p_");
    query.expr_as(Expr::SubQuery(None, Box::new(own.into())), "reacted");
}

fn read_seen(row: &QueryResult, thread: &Arc<ThreadSeen>) -> Result<PostSeen> {
    let reacted: Option<String> = row.try_get("", "reacted")?;
    let reacted = reacted.unwrap_or_default();
    Ok(PostSeen {
        post: Post::from_query_result(row, "p_")?,
        thread: thread.clone(),
        reacted: reacted
            .split(',')
            .filter_map(|kind| ReactionKind::try_from_value(&kind.to_owned()).ok())
            .collect(),
    })
}

pub(super) fn read_seen_in_thread(row: &QueryResult) -> Result<PostSeen> {
    read_seen(row, &Arc::new(threads::read_seen(row)?))
}

/// A page of a thread in reading order: each post, then the replies to it.
pub async fn posts_of_thread(
    conn: &Conn<'_>,
    actor: Actor,
    thread: &Arc<ThreadSeen>,
    page: (First, Option<&str>),
) -> Result<Page<PostSeen>> {
    let (first, after) = page;
    let column = |column: post::Column| Expr::col((post::Entity, column));
    let mut query = seen(conn.get_database_backend(), actor);
    query
        .and_where(column(post::Column::ThreadId).eq(thread.thread.id))
        .cond_where(published_for(actor))
        .order_by((post::Entity, post::Column::RootNumber), Order::Asc)
        .order_by((post::Entity, post::Column::Number), Order::Asc)
        .limit(first.and_one());
    if thread.withholds() {
        query.cond_where(opening_or_own(actor));
    }
    if let Some(cursor) = after {
        let (root, number): (i32, i32) = keys_of(cursor)?;
        let later = Condition::any()
            .add(column(post::Column::RootNumber).gt(root))
            .add(
                column(post::Column::RootNumber)
                    .eq(root)
                    .and(column(post::Column::Number).gt(number)),
            );
        query.cond_where(later);
    }
    let rows = conn.query_all(&query).await?;
    let posts = rows
        .iter()
        .map(|row| read_seen(row, thread))
        .collect::<Result<Vec<_>>>()?;
    Ok(Page::cut(posts, first, |seen| {
        format!("{} {}", seen.post.root_number, seen.post.number)
    }))
}

pub async fn post_seen(conn: &Conn<'_>, actor: Actor, id: PostId) -> Result<PostSeen> {
    let mut query = seen_in_thread(conn.get_database_backend(), actor);
    query.and_where(Expr::col((post::Entity, post::Column::Id)).eq(id));
    let row = conn
        .query_one(&query)
        .await?
        .ok_or(Error::NotFound("post"))?;
    read_seen_in_thread(&row)
}

/// Of these posts, those the asker may read, each in its thread.
pub async fn posts_visible_to(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[PostId],
) -> Result<Vec<PostSeen>> {
    let mut query = seen_in_thread(conn.get_database_backend(), actor);
    query
        .and_where(Expr::col((post::Entity, post::Column::Id)).is_in(ids.iter().copied()))
        .cond_where(communities::readable_by(
            actor,
            (post::Entity, post::Column::CommunityId),
        ))
        .cond_where(shown_to(actor));
    let rows = conn.query_all(&query).await?;
    rows.iter().map(read_seen_in_thread).collect()
}

/// What the asker already posted under this nonce: a repeated request finds its first answer.
pub async fn nonce_twin(conn: &Conn<'_>, actor: Actor, nonce: &str) -> Result<Option<Post>> {
    Ok(post::Entity::find()
        .filter(post::Column::AuthorId.eq(actor.person()))
        .filter(post::Column::Nonce.eq(nonce))
        .one(conn)
        .await?)
}

/// How a post read before, newest first, each with the words that followed it.
pub async fn revisions_of(
    conn: &Conn<'_>,
    post: &PostSeen,
    page: (First, Option<&str>),
) -> Result<Page<(Revision, String)>> {
    let (first, after) = page;
    let mut query = revision::Entity::find()
        .filter(revision::Column::PostId.eq(post.post.id))
        .order_by_desc(revision::Column::Number);
    let mut next = post.post.body.clone();
    if let Some(cursor) = after {
        let number: i32 = key_of(cursor)?;
        // The last one of the page before is what the first of this one was changed into.
        let before = query.clone().filter(revision::Column::Number.eq(number));
        next = before
            .one(conn)
            .await?
            .map_or(next, |revision| revision.body);
        query = query.filter(revision::Column::Number.lt(number));
    }
    let rows = query.limit(first.and_one()).all(conn).await?;
    let rows = rows
        .into_iter()
        .map(|revision| {
            let followed = std::mem::replace(&mut next, revision.body.clone());
            (revision, followed)
        })
        .collect();
    Ok(Page::cut(rows, first, |(revision, _)| {
        revision.number.to_string()
    }))
}

/// What a new post consists of, beyond its place.
pub(crate) struct NewPost {
    pub id: PostId,
    pub number: i32,
    pub parent: Option<(PostId, i32)>,
    pub body: String,
    pub html: String,
    pub file_count: i32,
    pub nonce: String,
    pub naming: Naming,
    pub showing: Showing,
}

/// Whether something is written with a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Naming {
    /// Its author is shown.
    #[default]
    With,
    /// Its author is shown to nobody.
    Without,
}

/// When others read a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Showing {
    AtOnce,
    /// Once a moderator has looked at it.
    Later,
}

pub(crate) async fn insert_post(
    tx: &Tx,
    spot: crate::Spot,
    author: PersonId,
    new: NewPost,
) -> Result<Post> {
    let waits = new.showing == Showing::Later;
    let row = Post {
        id: new.id,
        community_id: spot.community,
        channel_id: spot.channel,
        thread_id: spot.thread,
        number: new.number,
        parent_id: new.parent.map(|(id, _)| id),
        root_number: new.parent.map_or(new.number, |(_, number)| number),
        author_id: Author::of(author),
        body: new.body,
        html: new.html,
        revision: 1,
        created_at: tx.now(),
        edited_at: None,
        deleted_at: None,
        deleted_by: None,
        helpful: 0,
        used_it: 0,
        thank_you: 0,
        file_count: new.file_count,
        nonce: Some(new.nonce),
        nameless: new.naming == Naming::Without,
        held_at: waits.then(|| tx.now()),
        published: !waits,
        hidden_at: None,
        hidden_by: None,
        hidden_reason: None,
        examined: false,
    };
    post::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(row)
}

pub(crate) async fn insert_mentions(tx: &Tx, post: PostId, people: &[PersonId]) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let rows = people.iter().map(|person| mention::ActiveModel {
        post_id: Set(post),
        person_id: Set(*person),
    });
    let known = OnConflict::columns([mention::Column::PostId, mention::Column::PersonId])
        .do_nothing()
        .to_owned();
    mention::Entity::insert_many(rows)
        .on_conflict(known)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Keeps how the post read before it is changed.
pub(crate) async fn insert_revision(
    tx: &Tx,
    seen: &Permit<Edit, PostSeen>,
    editor: PersonId,
    reason: Option<String>,
) -> Result<()> {
    let row = revision::ActiveModel {
        id: Set(tx.id()),
        post_id: Set(seen.post.id),
        number: Set(seen.post.revision),
        body: Set(seen.post.body.clone()),
        editor_id: Set(Author::of(editor)),
        edited_at: Set(tx.now()),
        reason: Set(reason),
    };
    revision::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn set_words(
    tx: &Tx,
    seen: &Permit<Edit, PostSeen>,
    words: &Words,
    showing: Showing,
) -> Result<Post> {
    let row = post::ActiveModel {
        id: Set(seen.post.id),
        body: Set(words.body.clone()),
        html: Set(words.html.clone()),
        revision: Set(seen.post.revision + 1),
        edited_at: Set(Some(tx.now())),
        held_at: Set(match showing {
            Showing::AtOnce => seen.post.held_at,
            Showing::Later => Some(seen.post.held_at.unwrap_or(tx.now())),
        }),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

/// Leave to take a post away, or to bring it back.
pub(crate) enum Removal<'a> {
    Take(&'a Permit<Delete, PostSeen>),
    Return(&'a Permit<Restore, PostSeen>),
}

pub(crate) async fn set_deleted(tx: &Tx, removal: Removal<'_>) -> Result<Post> {
    let (id, at, by) = match removal {
        Removal::Take(seen) => {
            let by = seen.actor().person().map(Author::of);
            (seen.post.id, Some(tx.now()), by)
        }
        Removal::Return(seen) => (seen.post.id, None, None),
    };
    let row = post::ActiveModel {
        id: Set(id),
        deleted_at: Set(at),
        deleted_by: Set(by),
        ..Default::default()
    };
    let changed = row.update(&tx.conn()).await?;
    super::recount_replies(tx, changed.thread_id).await?;
    super::recount_answers(tx, changed.thread_id, changed.author_id.id()).await?;
    Ok(changed)
}
