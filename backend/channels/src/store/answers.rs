//! What was answered, by whom, and who may read it.
use super::{posts, readers_of};
use crate::PostSeen;
use crate::policy::withholds;
use crate::scope::{own_reading, shown_to, withholds_from};
use crate::tables::{post, thread, thread_reader};
use communities::readable_by;
use kernel::{Actor, CommunityId, Conn, PersonId, Result, ThreadId, Tx};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect,
};
use std::collections::{HashMap, HashSet};

/// As many answers are read at a time.
const ANSWERS_MAX: u64 = 1_000;

/// What was answered in these threads and still stands, as far as the asker may read it: thread by
/// thread, each answer followed by the replies to it; at most 1,000.
pub async fn answers_visible_to(
    conn: &Conn<'_>,
    actor: Actor,
    threads: &[ThreadId],
) -> Result<Vec<PostSeen>> {
    answers(conn, actor, (threads, Condition::all())).await
}

/// As `answers_visible_to`, what the asker wrote.
pub async fn own_answers(
    conn: &Conn<'_>,
    actor: Actor,
    threads: &[ThreadId],
) -> Result<Vec<PostSeen>> {
    let own = Expr::col((post::Entity, post::Column::AuthorId)).eq(actor.person());
    answers(conn, actor, (threads, Condition::all().add(own))).await
}

async fn answers(
    conn: &Conn<'_>,
    actor: Actor,
    (threads, which): (&[ThreadId], Condition),
) -> Result<Vec<PostSeen>> {
    let column = |column: post::Column| Expr::col((post::Entity, column));
    // What waits for a moderator is an answer for who gave it, and for nobody else yet.
    let out_or_own = Condition::any()
        .add(column(post::Column::HeldAt).is_null())
        .add(column(post::Column::AuthorId).eq(actor.person()));
    let mut query = posts::seen_in_thread(conn.get_database_backend(), actor);
    query
        .and_where(column(post::Column::ThreadId).is_in(threads.iter().copied()))
        .and_where(column(post::Column::Number).gt(1))
        .and_where(column(post::Column::DeletedAt).is_null())
        .and_where(column(post::Column::HiddenAt).is_null())
        .cond_where(out_or_own)
        .cond_where(which)
        .cond_where(communities::readable_by(
            actor,
            (post::Entity, post::Column::CommunityId),
        ))
        .cond_where(shown_to(actor))
        .order_by((post::Entity, post::Column::ThreadId), Order::Asc)
        .order_by((post::Entity, post::Column::RootNumber), Order::Asc)
        .order_by((post::Entity, post::Column::Number), Order::Asc)
        .limit(ANSWERS_MAX);
    let rows = conn.query_all(&query).await?;
    rows.iter().map(posts::read_seen_in_thread).collect()
}

/// Of the threads of these communities that ask for an answer first, those whose answers the asker may
/// read.
pub async fn answers_opened_to(
    conn: &Conn<'_>,
    actor: Actor,
    communities: &[CommunityId],
) -> Result<Vec<ThreadId>> {
    let mut query = Query::select();
    query
        .expr_as(Expr::col((thread::Entity, thread::Column::Id)), "id")
        .from(thread::Entity)
        .join(
            JoinType::LeftJoin,
            thread_reader::Entity,
            own_reading(actor),
        )
        .and_where(thread::Column::AnswerFirst.eq(true))
        .and_where(thread::Column::CommunityId.is_in(communities.iter().copied()))
        .cond_where(readable_by(
            actor,
            (thread::Entity, thread::Column::CommunityId),
        ));
    if actor != Actor::System {
        query.cond_where(withholds_from(actor).not());
    }
    let rows = conn.query_all(&query).await?;
    rows.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}

/// Who has an answer standing in which of these threads, whoever asks: for whoever may know.
pub async fn answered_in(
    conn: &Conn<'_>,
    threads: &[ThreadId],
) -> Result<HashSet<(ThreadId, PersonId)>> {
    let rows: Vec<(ThreadId, PersonId)> = thread_reader::Entity::find()
        .select_only()
        .column(thread_reader::Column::ThreadId)
        .column(thread_reader::Column::PersonId)
        .filter(thread_reader::Column::ThreadId.is_in(threads.iter().copied()))
        .filter(thread_reader::Column::Answers.gt(0))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Of these people, those from whom a thread withholds what others answered: they read its opening
/// alone.
pub async fn withheld_from(
    conn: &Conn<'_>,
    thread: ThreadId,
    people: &HashSet<PersonId>,
) -> Result<HashSet<PersonId>> {
    let asked = thread::Entity::find_by_id(thread).one(conn).await?;
    let Some(asked) = asked.filter(|thread| thread.answer_first) else {
        return Ok(HashSet::new());
    };
    let answers: HashMap<PersonId, i32> = readers_of(conn, thread)
        .await?
        .into_iter()
        .map(|reader| (reader.person_id, reader.answers))
        .collect();
    let standings = communities::standings(conn, asked.community_id).await?;
    let is_withheld = |person: &&PersonId| {
        let answers = answers.get(person).copied().unwrap_or(0);
        standings
            .get(person)
            .is_some_and(|standing| withholds(&asked, (standing.role, answers)))
    };
    Ok(people.iter().filter(is_withheld).copied().collect())
}

/// Counts what stands of a person's answers, after one of them was deleted or restored.
pub(crate) async fn recount_answers(tx: &Tx, thread: ThreadId, person: PersonId) -> Result<()> {
    let standing = post::Entity::find()
        .filter(post::Column::ThreadId.eq(thread))
        .filter(post::Column::AuthorId.eq(person))
        .filter(post::Column::Number.gt(1))
        .filter(post::Column::ParentId.is_null())
        .filter(post::Column::DeletedAt.is_null())
        .count(&tx.conn())
        .await?;
    let standing = i32::try_from(standing).unwrap_or(i32::MAX);
    thread_reader::Entity::update_many()
        .col_expr(thread_reader::Column::Answers, Expr::value(standing))
        .filter(thread_reader::Column::ThreadId.eq(thread))
        .filter(thread_reader::Column::PersonId.eq(person))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
