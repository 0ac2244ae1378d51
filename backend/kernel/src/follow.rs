//! Following the log: each consumer has its own place in it, and catches up after any crash.
//!
//! On PostgreSQL a smaller `seq` may be committed after a larger one. The log is therefore ordered
//! by (transaction id, seq), and read only below the oldest transaction still open: whatever commits
//! later sorts behind what was read, so no fact is ever skipped.
use crate::tables::{event, follower};
use crate::{Actor, Command, Conn, Db, Error, Fact, PersonId, Place, Result, Tx};
use async_trait::async_trait;
use sea_orm::sea_query::{Condition, Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, ExprTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Statement,
};
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A place in the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cursor {
    pub txid: i64,
    pub seq: i64,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.txid, self.seq)
    }
}

impl FromStr for Cursor {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        text.split_once('.')
            .and_then(|(txid, seq)| {
                Some(Self {
                    txid: txid.parse().ok()?,
                    seq: seq.parse().ok()?,
                })
            })
            .ok_or_else(|| Error::invalid("after", "this is no place in the log"))
    }
}

/// The next facts after `cursor`, oldest first, at most `limit`.
pub async fn facts_after(conn: &Conn<'_>, cursor: Cursor, limit: u64) -> Result<Vec<Fact>> {
    let there = settled(conn.get_database_backend());
    facts_among(conn, (cursor, there), limit).await
}

/// As `facts_after`, with those that are written and cannot be followed yet, because an older
/// transaction is open: for telling what was not heard yet from what was lost. Nobody goes on from
/// here, as more may appear before what is answered.
pub async fn facts_written_after(conn: &Conn<'_>, cursor: Cursor, limit: u64) -> Result<Vec<Fact>> {
    facts_among(conn, (cursor, Condition::all()), limit).await
}

/// As `facts_after`, of these kinds alone.
pub async fn facts_of_kinds_after(
    conn: &Conn<'_>,
    kinds: &[&str],
    (cursor, limit): (Cursor, u64),
) -> Result<Vec<Fact>> {
    let there =
        settled(conn.get_database_backend()).add(event::Column::Kind.is_in(kinds.iter().copied()));
    facts_among(conn, (cursor, there), limit).await
}

async fn facts_among(
    conn: &Conn<'_>,
    (cursor, there): (Cursor, Condition),
    limit: u64,
) -> Result<Vec<Fact>> {
    let rows = event::Entity::find()
        .filter(after(cursor))
        .filter(there)
        .order_by_asc(event::Column::Txid)
        .order_by_asc(event::Column::Seq)
        .limit(limit)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(Fact::from).collect())
}

/// How many facts can be read after `cursor`.
pub async fn facts_left(conn: &Conn<'_>, cursor: Cursor) -> Result<u64> {
    let left = event::Entity::find()
        .filter(after(cursor))
        .filter(settled(conn.get_database_backend()));
    Ok(left.count(conn).await?)
}

/// Where this person did something last, after `cursor`; it may not be readable for others yet.
pub async fn last_act_of(
    conn: &Conn<'_>,
    person: PersonId,
    cursor: Cursor,
) -> Result<Option<Cursor>> {
    let last = event::Entity::find()
        .filter(after(cursor))
        .filter(event::Column::ActorId.eq(person))
        .order_by_desc(event::Column::Txid)
        .order_by_desc(event::Column::Seq)
        .limit(1)
        .select_only()
        .columns([event::Column::Txid, event::Column::Seq])
        .into_tuple::<(i64, i64)>()
        .one(conn)
        .await?;
    Ok(last.map(|(txid, seq)| Cursor { txid, seq }))
}

fn after(cursor: Cursor) -> Condition {
    let (txid, seq) = (event::Column::Txid, event::Column::Seq);
    Condition::any()
        .add(txid.gt(cursor.txid))
        .add(txid.eq(cursor.txid).and(seq.gt(cursor.seq)))
}

/// The end of the log as it can be read now.
pub async fn head(conn: &Conn<'_>) -> Result<Cursor> {
    let last = event::Entity::find()
        .filter(settled(conn.get_database_backend()))
        .order_by_desc(event::Column::Txid)
        .order_by_desc(event::Column::Seq)
        .one(conn)
        .await?;
    Ok(last.map_or_else(Cursor::default, |row| Cursor {
        txid: row.txid,
        seq: row.seq,
    }))
}

/// Rows below the oldest open transaction: no row can still appear before them.
fn settled(backend: DbBackend) -> Condition {
    match backend {
        DbBackend::Postgres => Condition::all().add(Expr::cust(
            "\"event\".\"txid\" < pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
        )),
        _ => Condition::all(),
    }
}

impl From<event::Model> for Fact {
    fn from(row: event::Model) -> Self {
        Self {
            id: row.id,
            cursor: Cursor {
                txid: row.txid,
                seq: row.seq,
            },
            kind: row.kind,
            actor: row.actor_id,
            place: Place {
                community: row.community_id,
                channel: row.channel_id,
                thread: row.thread_id,
                person: row.person_id,
            },
            origin: row.origin.and_then(|it| serde_json::from_value(it).ok()),
            body: row.body,
            happened_at: row.happened_at,
        }
    }
}

/// A consumer whose effects are rows: they and its place in the log are written together, so each
/// fact takes effect exactly once, whatever is killed when.
#[async_trait]
pub trait Follower: Send + Sync + 'static {
    /// Its name in the database; it never changes.
    const NAME: &'static str;

    /// Whether such a fact may concern it. What does not is passed by without a transaction.
    fn heeds(&self, fact: &Fact) -> bool;

    /// Hears facts that it heeds, in their order.
    async fn hear(&self, tx: &Tx, facts: &[Fact]) -> Result<()>;
}

const BATCH: u64 = 200;
/// So many facts a follower may have passed by before its place is written all the same: after a restart it
/// passes by them again.
const UNWRITTEN_MAX: usize = 200;

/// How far followers came over facts that did not concern them, beyond the places that are written.
#[derive(Default)]
pub(crate) struct PassedBy(Mutex<HashMap<&'static str, Passed>>);

#[derive(Clone, Copy)]
struct Passed {
    /// The place that is written.
    written: Cursor,
    place: Cursor,
    facts: usize,
}

impl PassedBy {
    /// How far a follower came from the place that is written.
    fn since(&self, name: &str, written: Cursor) -> Passed {
        let nothing = Passed {
            written,
            place: written,
            facts: 0,
        };
        let known = self.lock().get(name).copied();
        // Another process may have written a later place.
        known.filter(|it| it.written == written).unwrap_or(nothing)
    }

    fn keep(&self, name: &'static str, passed: Passed) {
        self.lock().insert(name, passed);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<&'static str, Passed>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Db {
    /// Whether only this process serves from the database, so that it knows of every commit: on SQLite.
    pub fn is_alone(&self) -> bool {
        self.backend() == DbBackend::Sqlite
    }

    /// Lets a follower hear all that is there; returns how many facts it heard.
    pub async fn catch_up<F: Follower>(&self, follower: &Arc<F>) -> Result<usize> {
        let mut heard = 0;
        loop {
            let written = place_of(&self.read(), F::NAME).await?;
            let passed = self.passed_by().since(F::NAME, written);
            let mut facts = facts_after(&self.read(), passed.place, BATCH).await?;
            let Some(last) = facts.last() else {
                return Ok(heard);
            };
            let (through, count) = (last.cursor, facts.len());
            heard += count;
            facts.retain(|fact| follower.heeds(fact));
            let passed = Passed {
                place: through,
                facts: passed.facts + count,
                ..passed
            };
            if facts.is_empty() && passed.facts < UNWRITTEN_MAX {
                self.passed_by().keep(F::NAME, passed);
                continue;
            }
            let hear = Hear {
                follower: follower.clone(),
                place: written,
                facts,
                through,
            };
            self.write(Actor::System, hear).await?;
        }
    }
}

/// How far a follower of this name has written that it came.
pub async fn place_of(conn: &Conn<'_>, name: &str) -> Result<Cursor> {
    let row = follower::Entity::find_by_id(name.to_owned())
        .one(conn)
        .await?;
    Ok(row.map_or_else(Cursor::default, |row| Cursor {
        txid: row.txid,
        seq: row.seq,
    }))
}

struct Hear<F> {
    follower: Arc<F>,
    place: Cursor,
    facts: Vec<Fact>,
    /// Where it is when it has heard them, and passed by the others.
    through: Cursor,
}

#[async_trait]
impl<F: Follower> Command for Hear<F> {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        // Another node may have heard these facts since they were read: then there is nothing to do.
        if place_of(&tx.conn(), F::NAME).await? != self.place {
            return Ok(());
        }
        if !self.facts.is_empty() {
            self.follower.hear(tx, &self.facts).await?;
        }
        let row = follower::ActiveModel {
            name: Set(F::NAME.to_owned()),
            txid: Set(self.through.txid),
            seq: Set(self.through.seq),
        };
        let replace = OnConflict::column(follower::Column::Name)
            .update_columns([follower::Column::Txid, follower::Column::Seq])
            .to_owned();
        follower::Entity::insert(row)
            .on_conflict(replace)
            .exec_without_returning(&tx.conn())
            .await?;
        Ok(())
    }
}

/// Takes the transaction ids out of a log, so that its order is its numbers alone. A follower may have
/// heard a larger number before a smaller one: it goes back before the first that it has not heard,
/// and hears some things twice rather than one never.
pub const FORGET_TRANSACTIONS: &str = "\
    UPDATE follower SET seq = coalesce( \
      (SELECT min(seq) - 1 FROM event WHERE event.txid > follower.txid \
         OR (event.txid = follower.txid AND event.seq > follower.seq)), \
      (SELECT max(seq) FROM event), seq); \
    UPDATE event SET txid = 0; UPDATE follower SET txid = 0";

/// Transaction ids begin anew in a new PostgreSQL cluster. A log that was restored into one holds
/// ids from the future, and its followers would wait for them; this puts the old log before all new
/// transactions. Returns whether that was needed.
pub async fn rebase_after_restore(db: &Db) -> Result<bool> {
    match db.backend() {
        DbBackend::Postgres => db.write(Actor::System, Rebase).await,
        _ => Ok(false),
    }
}

struct Rebase;

#[async_trait]
impl Command for Rebase {
    type Done = bool;

    async fn run(&self, tx: &Tx, _: Actor) -> Result<bool> {
        let conn = tx.conn();
        let ahead = "SELECT 1 FROM event WHERE txid >= pg_current_xact_id()::text::bigint LIMIT 1";
        let ahead = Statement::from_string(DbBackend::Postgres, ahead);
        let is_ahead = conn.query_one_raw(ahead).await?.is_some();
        if is_ahead {
            conn.execute_unprepared(FORGET_TRANSACTIONS).await?;
        }
        Ok(is_ahead)
    }
}
