use super::Naming;
use crate::policy::{Read, ThreadSeen};
use crate::scope::withholds_from;
use crate::tables::{mention, thread, thread_reader};
use crate::{Follow, Post, ThreadReader};
use kernel::{Actor, Conn, Permit, PersonId, PostId, Result, ThreadId, Tx};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

/// Threads (joined with the asker's reading and standing) that hold something unread.
///
/// A thread the person never opened counts only if it was written in since they joined: nobody is
/// late for what was said before they came.
pub(super) fn unread(actor: Actor) -> Condition {
    let column = |column: thread::Column| Expr::col((thread::Entity, column));
    let reader = |column: thread_reader::Column| Expr::col((thread_reader::Entity, column));
    let last_readable: Expr = Expr::case(withholds_from(actor), 1)
        .finally(column(thread::Column::LastNumber))
        .into();
    let opened = Condition::all()
        .add(reader(thread_reader::Column::ReadThrough).is_not_null())
        .add(last_readable.gt(reader(thread_reader::Column::ReadThrough)))
        .add(reader(thread_reader::Column::Follow).ne(Follow::Muted));
    let fresh = Condition::all()
        .add(reader(thread_reader::Column::ReadThrough).is_null())
        .add(communities::since_joining(
            actor,
            (thread::Entity, thread::Column::CommunityId),
            (thread::Entity, thread::Column::LastPostAt),
        ));
    Condition::any().add(opened).add(fresh)
}

/// How everybody who opened or follows a thread stands to it.
pub async fn readers_of(conn: &Conn<'_>, thread: ThreadId) -> Result<Vec<ThreadReader>> {
    Ok(thread_reader::Entity::find()
        .filter(thread_reader::Column::ThreadId.eq(thread))
        .all(conn)
        .await?)
}

/// Whom a post already speaks to.
pub async fn mentioned_in(conn: &Conn<'_>, post: PostId) -> Result<Vec<PersonId>> {
    Ok(mention::Entity::find()
        .select_only()
        .column(mention::Column::PersonId)
        .filter(mention::Column::PostId.eq(post))
        .into_tuple()
        .all(conn)
        .await?)
}

/// The first post asks, and a reply to somebody's answer is none.
fn is_answer(post: &Post) -> bool {
    post.number > 1 && post.parent_id.is_none()
}

/// What writing says of a reader.
pub(super) struct Written {
    pub read_through: i32,
    pub nameless: bool,
}

/// Who writes has read, and follows from then on, unless they muted it.
pub(crate) async fn wrote_in(tx: &Tx, post: &Post, person: PersonId) -> Result<()> {
    let written = Written {
        read_through: post.number,
        nameless: post.nameless,
    };
    wrote(tx, post, person, written).await
}

pub(super) async fn wrote(tx: &Tx, post: &Post, person: PersonId, written: Written) -> Result<()> {
    let row = ThreadReader {
        thread_id: post.thread_id,
        person_id: person,
        read_through: written.read_through,
        follow: Follow::Following,
        answers: i32::from(is_answer(post)),
        nameless: written.nameless,
        updated_at: tx.now(),
    };
    let answers = Expr::col((thread_reader::Entity, thread_reader::Column::Answers));
    let follow = Expr::col((thread_reader::Entity, thread_reader::Column::Follow));
    let keep_muted = Expr::case(follow.eq(Follow::Muted), Follow::Muted).finally(Follow::Following);
    let known = OnConflict::columns([
        thread_reader::Column::ThreadId,
        thread_reader::Column::PersonId,
    ])
    .update_columns([
        thread_reader::Column::ReadThrough,
        thread_reader::Column::Nameless,
        thread_reader::Column::UpdatedAt,
    ])
    .value(thread_reader::Column::Follow, keep_muted)
    .value(thread_reader::Column::Answers, answers.add(row.answers))
    .to_owned();
    upsert(tx, row, known).await
}

pub(crate) async fn set_read_through(
    tx: &Tx,
    seen: &Permit<Read, ThreadSeen>,
    person: PersonId,
    number: i32,
) -> Result<ThreadReader> {
    let row = ThreadReader {
        thread_id: seen.thread.id,
        person_id: person,
        read_through: number,
        follow: seen
            .reader
            .as_ref()
            .map_or(Follow::Normal, |reader| reader.follow),
        answers: answers_of(seen),
        nameless: seen.naming() == Naming::Without,
        updated_at: tx.now(),
    };
    upsert(tx, row.clone(), replace()).await?;
    Ok(row)
}

pub(crate) async fn set_follow(
    tx: &Tx,
    seen: &Permit<Read, ThreadSeen>,
    person: PersonId,
    follow: Follow,
) -> Result<ThreadReader> {
    let row = ThreadReader {
        thread_id: seen.thread.id,
        person_id: person,
        read_through: seen.read_through(),
        follow,
        answers: answers_of(seen),
        nameless: seen.naming() == Naming::Without,
        updated_at: tx.now(),
    };
    upsert(tx, row.clone(), replace()).await?;
    Ok(row)
}

fn answers_of(seen: &ThreadSeen) -> i32 {
    seen.reader.as_ref().map_or(0, |reader| reader.answers)
}

fn replace() -> OnConflict {
    OnConflict::columns([
        thread_reader::Column::ThreadId,
        thread_reader::Column::PersonId,
    ])
    .update_columns([
        thread_reader::Column::ReadThrough,
        thread_reader::Column::Follow,
        thread_reader::Column::UpdatedAt,
    ])
    .to_owned()
}

async fn upsert(tx: &Tx, row: ThreadReader, known: OnConflict) -> Result<()> {
    let row = thread_reader::ActiveModel {
        thread_id: Set(row.thread_id),
        person_id: Set(row.person_id),
        read_through: Set(row.read_through),
        follow: Set(row.follow),
        answers: Set(row.answers),
        nameless: Set(row.nameless),
        updated_at: Set(row.updated_at),
    };
    thread_reader::Entity::insert(row)
        .on_conflict(known)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}
