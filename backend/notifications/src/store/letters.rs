//! The outbox.
use crate::tables::letter::{self, Column};
use crate::{LetterKind, LetterState, OutboxLetter, ReadOutbox};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Conn, First, JobId, LetterId, Organisation, Page, Permit, PersonId, Result, Tx};
use sea_orm::sea_query::{Condition, Expr};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// A letter that is not settled within this time was dropped by who had it.
const LEASE: TimeDelta = TimeDelta::minutes(10);
/// How long a letter is kept after it was settled.
const KEPT: TimeDelta = TimeDelta::days(30);

pub(crate) async fn insert_letter(tx: &Tx, letter: OutboxLetter) -> Result<OutboxLetter> {
    Ok(letter.into_active_model().insert(&tx.conn()).await?)
}

/// How many letters told a person of single things since an instant.
pub(crate) async fn letters_since(
    conn: &Conn<'_>,
    person: PersonId,
    since: DateTime<Utc>,
) -> Result<u64> {
    Ok(letter::Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::Kind.eq(LetterKind::News))
        .filter(Column::CreatedAt.gte(since))
        .count(conn)
        .await?)
}

/// A page of the outbox, the newest letter first.
pub async fn outbox_page(
    conn: &Conn<'_>,
    _leave: &Permit<ReadOutbox, Organisation>,
    state: Option<LetterState>,
    page: (First, Option<&str>),
) -> Result<Page<OutboxLetter>> {
    let (first, after) = page;
    let mut query = letter::Entity::find()
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .limit(first.and_one());
    if let Some(state) = state {
        query = query.filter(Column::State.eq(state));
    }
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, LetterId) = kernel::keys_of(cursor)?;
        let older = Condition::any()
            .add(Column::CreatedAt.lt(at))
            .add(Column::CreatedAt.eq(at).and(Column::Id.lt(id)));
        query = query.filter(older);
    }
    Ok(Page::cut(query.all(conn).await?, first, |letter| {
        format!("{} {}", letter.created_at.to_rfc3339(), letter.id)
    }))
}

pub(crate) async fn letter_by_id(conn: &Conn<'_>, id: LetterId) -> Result<Option<OutboxLetter>> {
    Ok(letter::Entity::find_by_id(id).one(conn).await?)
}

/// Letters that may be sent now, who waits longest first.
pub(crate) async fn due_letters(
    conn: &Conn<'_>,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<OutboxLetter>> {
    let free = Condition::any()
        .add(Column::LeaseUntil.is_null())
        .add(Column::LeaseUntil.lt(now));
    Ok(letter::Entity::find()
        .filter(Column::State.eq(LetterState::Waiting))
        .filter(Column::RunAt.lte(now))
        .filter(free)
        .order_by_asc(Column::RunAt)
        .order_by_asc(Column::Id)
        .limit(limit)
        .all(conn)
        .await?)
}

/// Takes letters for one node to send.
pub(crate) async fn lease(tx: &Tx, letters: &mut [OutboxLetter]) -> Result<()> {
    if letters.is_empty() {
        return Ok(());
    }
    let lease: JobId = tx.id();
    letter::Entity::update_many()
        .col_expr(Column::Lease, Expr::value(Some(lease)))
        .col_expr(Column::LeaseUntil, Expr::value(Some(tx.now() + LEASE)))
        .filter(Column::Id.is_in(letters.iter().map(|it| it.id)))
        .exec(&tx.conn())
        .await?;
    for letter in letters {
        letter.lease = Some(lease);
    }
    Ok(())
}

/// Writes down how sending went, unless another node has the letter by now.
pub(crate) async fn settle(tx: &Tx, letter: &OutboxLetter) -> Result<()> {
    let row = letter::ActiveModel {
        state: Set(letter.state),
        attempts: Set(letter.attempts),
        run_at: Set(letter.run_at),
        lease: Set(None),
        lease_until: Set(None),
        failure: Set(letter.failure.clone()),
        settled_at: Set(letter.settled_at),
        ..Default::default()
    };
    letter::Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(letter.id))
        .filter(Column::Lease.eq(letter.lease))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Keeps here what waits to be sent, as nobody sends it.
pub(crate) async fn keep_waiting(tx: &Tx) -> Result<u64> {
    let kept = letter::Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Kept))
        .col_expr(Column::SettledAt, Expr::value(Some(tx.now())))
        .filter(Column::State.eq(LetterState::Waiting))
        .exec(&tx.conn())
        .await?;
    Ok(kept.rows_affected)
}

/// Sends a letter again from the beginning.
pub(crate) async fn wait_again(tx: &Tx, letter: OutboxLetter) -> Result<OutboxLetter> {
    let row = letter::ActiveModel {
        id: Set(letter.id),
        state: Set(LetterState::Waiting),
        attempts: Set(0),
        run_at: Set(tx.now()),
        failure: Set(None),
        settled_at: Set(None),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

/// Clears away letters that were settled long ago.
pub(crate) async fn sweep(tx: &Tx) -> Result<u64> {
    let gone = letter::Entity::delete_many()
        .filter(Column::SettledAt.lt(tx.now() - KEPT))
        .exec(&tx.conn())
        .await?;
    Ok(gone.rows_affected)
}
