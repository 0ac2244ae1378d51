//! Who read what within which hour, and whose letters quoted it: what is needed to tell people that
//! something they read was corrected, and for nothing else. It is kept for a time, and no page shows it.
use crate::Post;
use crate::policy::{Moderate, ThreadSeen, Tidy};
use crate::tables::{post, post_mailed, reaction, reading_span, thread_reader};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use kernel::{Conn, Error, Organisation, Permit, PersonId, PostId, Result, ThreadId, Tx};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// How many rows one statement inserts.
const ROWS_MAX: usize = 1_000;

/// Notes that a person read from one post to another, to the hour.
pub(crate) async fn note_reading(
    tx: &Tx,
    (thread, person): (ThreadId, PersonId),
    (from, through): (i32, i32),
) -> Result<()> {
    let span = (from, through);
    keep_span(tx, (thread, person, hour_of(tx.now())?), span).await
}

fn hour_of(at: DateTime<Utc>) -> Result<DateTime<Utc>> {
    at.duration_trunc(TimeDelta::hours(1))
        .map_err(Error::internal)
}

/// Writes down what was read within an hour, with what is known of that hour already.
async fn keep_span(
    tx: &Tx,
    (thread, person, hour): (ThreadId, PersonId, DateTime<Utc>),
    (from, through): (i32, i32),
) -> Result<()> {
    use reading_span::Column;
    let row = reading_span::ActiveModel {
        thread_id: Set(thread),
        person_id: Set(person),
        hour: Set(hour),
        from_number: Set(from),
        through_number: Set(through),
    };
    let column = |column: Column| Expr::col((reading_span::Entity, column));
    let first =
        Expr::case(column(Column::FromNumber).gt(from), from).finally(column(Column::FromNumber));
    let last = Expr::case(column(Column::ThroughNumber).lt(through), through)
        .finally(column(Column::ThroughNumber));
    let wider = OnConflict::columns([Column::ThreadId, Column::PersonId, Column::Hour])
        .value(Column::FromNumber, first)
        .value(Column::ThroughNumber, last)
        .to_owned();
    reading_span::Entity::insert(row)
        .on_conflict(wider)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Notes of posts that went from one thread to another, under these numbers instead of those, who had read
/// them there: they have read them wherever they are.
pub(crate) async fn carry_reading(
    tx: &Tx,
    (from, into): (ThreadId, ThreadId),
    numbers: &[(i32, i32)],
) -> Result<()> {
    let conn = tx.conn();
    let spans = reading_span::Entity::find()
        .filter(reading_span::Column::ThreadId.eq(from))
        .all(&conn)
        .await?;
    let mut read: Vec<(PersonId, DateTime<Utc>, i32, i32)> = spans
        .into_iter()
        .map(|it| (it.person_id, it.hour, it.from_number, it.through_number))
        .collect();
    // Also who read before there was a ledger, or longer ago than it is kept.
    for reader in super::readers_of(&conn, from).await? {
        let hour = hour_of(reader.updated_at)?;
        read.push((reader.person_id, hour, 1, reader.read_through));
    }
    for (person, hour, first, last) in read {
        let there = numbers
            .iter()
            .filter(|(was, _)| (first..=last).contains(was));
        let there = there.map(|(_, is)| *is);
        if let (Some(first), Some(last)) = (there.clone().min(), there.max()) {
            keep_span(tx, (into, person, hour), (first, last)).await?;
        }
    }
    Ok(())
}

/// Notes that a letter to a person quotes these posts.
pub async fn note_mailed(tx: &Tx, person: PersonId, posts: &[PostId]) -> Result<()> {
    use post_mailed::Column;
    for some in posts.chunks(ROWS_MAX) {
        let rows = some.iter().map(|post| post_mailed::ActiveModel {
            post_id: Set(*post),
            person_id: Set(person),
            mailed_at: Set(tx.now()),
        });
        let known = OnConflict::columns([Column::PostId, Column::PersonId])
            .do_nothing()
            .to_owned();
        post_mailed::Entity::insert_many(rows)
            .on_conflict(known)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Who may have read a post until now, and since when at the latest: whoever read past it, wrote after it
/// in its conversation, reacted to it, or had it in a letter. Its author is not among them. For telling
/// them of it, never for showing.
pub async fn exposed_to(conn: &Conn<'_>, post: &Post) -> Result<HashMap<PersonId, DateTime<Utc>>> {
    let mut exposed: HashMap<PersonId, DateTime<Utc>> = HashMap::new();
    for some in [
        spans_over(conn, post).await?,
        read_through(conn, post).await?,
        wrote_after(conn, post).await?,
        reacted(conn, post.id).await?,
        mailed(conn, post.id).await?,
    ] {
        for (person, at) in some {
            let at = std::cmp::Ord::max(at, post.created_at);
            let known = exposed.entry(person).or_insert(at);
            *known = std::cmp::Ord::min(at, *known);
        }
    }
    exposed.remove(&post.author_id.id());
    Ok(exposed)
}

type Met = Vec<(PersonId, DateTime<Utc>)>;

async fn spans_over(conn: &Conn<'_>, post: &Post) -> Result<Met> {
    use reading_span::Column;
    Ok(reading_span::Entity::find()
        .select_only()
        .column(Column::PersonId)
        .column_as(Column::Hour.min(), "first")
        .filter(Column::ThreadId.eq(post.thread_id))
        .filter(Column::FromNumber.lte(post.number))
        .filter(Column::ThroughNumber.gte(post.number))
        .group_by(Column::PersonId)
        .into_tuple()
        .all(conn)
        .await?)
}

/// Also who read before there was a ledger, or longer ago than it is kept.
async fn read_through(conn: &Conn<'_>, post: &Post) -> Result<Met> {
    use thread_reader::Column;
    Ok(thread_reader::Entity::find()
        .select_only()
        .column(Column::PersonId)
        .column(Column::UpdatedAt)
        .filter(Column::ThreadId.eq(post.thread_id))
        .filter(Column::ReadThrough.gte(post.number))
        .into_tuple()
        .all(conn)
        .await?)
}

async fn wrote_after(conn: &Conn<'_>, before: &Post) -> Result<Met> {
    use post::Column;
    let later = Condition::any()
        .add(Column::Number.gt(before.number))
        .add(Column::ParentId.eq(before.id));
    Ok(post::Entity::find()
        .select_only()
        .column(Column::AuthorId)
        .column_as(Column::CreatedAt.min(), "first")
        .filter(Column::ThreadId.eq(before.thread_id))
        .filter(later)
        .group_by(Column::AuthorId)
        .into_tuple()
        .all(conn)
        .await?)
}

async fn reacted(conn: &Conn<'_>, post: PostId) -> Result<Met> {
    use reaction::Column;
    Ok(reaction::Entity::find()
        .select_only()
        .column(Column::PersonId)
        .column(Column::CreatedAt)
        .filter(Column::PostId.eq(post))
        .into_tuple()
        .all(conn)
        .await?)
}

async fn mailed(conn: &Conn<'_>, post: PostId) -> Result<Met> {
    use post_mailed::Column;
    Ok(post_mailed::Entity::find()
        .select_only()
        .column(Column::PersonId)
        .column(Column::MailedAt)
        .filter(Column::PostId.eq(post))
        .into_tuple()
        .all(conn)
        .await?)
}

/// Notes that there is something to know about a post beside its words: whoever shows it looks.
pub async fn note_examined(tx: &Tx, _: &Permit<Moderate, ThreadSeen>, post: PostId) -> Result<()> {
    post::Entity::update_many()
        .col_expr(post::Column::Examined, Expr::value(true))
        .filter(post::Column::Id.eq(post))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Forgets who read what before an instant, and whose letters quoted it. Returns how much that was.
pub(crate) async fn forget_reading(
    tx: &Tx,
    _: &Permit<Tidy, Organisation>,
    before: DateTime<Utc>,
) -> Result<u64> {
    let conn = tx.conn();
    let spans = reading_span::Entity::delete_many()
        .filter(reading_span::Column::Hour.lt(before))
        .exec(&conn)
        .await?;
    let mailed = post_mailed::Entity::delete_many()
        .filter(post_mailed::Column::MailedAt.lt(before))
        .exec(&conn)
        .await?;
    Ok(spans.rows_affected + mailed.rows_affected)
}
