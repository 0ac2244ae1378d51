//! The database, SQLite or PostgreSQL, behind two doors: one to read, one to write.
use crate::carried::{Carried, carried, done};
use crate::conn::{Conn, Runs};
use crate::event::{Event, Place};
use crate::follow::PassedBy;
use crate::jobs::Job;
use crate::opaque::Opaque;
use crate::origin::Origin;
use crate::races::{Races, lost_race};
use crate::tables::{event, job};
use crate::writer::{self, Answer, Queued};
use crate::{Actor, Clock, Command, Entropy, Error, Id, JobId, KeyRing, Result};
use chrono::{DateTime, Utc};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    DatabaseConnection, DbBackend, EntityTrait,
};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::{mpsc, oneshot, watch};

/// What enters the program from outside with every change.
#[derive(Clone)]
pub struct Parts {
    pub clock: Arc<dyn Clock>,
    pub entropy: Arc<dyn Entropy>,
    /// What secrets at rest are sealed with.
    pub keys: KeyRing,
}

/// The open database, as the server hands it over.
pub enum Store {
    /// A read-only pool, and the one connection that writes.
    Sqlite {
        readers: DatabaseConnection,
        writer: DatabaseConnection,
    },
    Postgres {
        pool: DatabaseConnection,
    },
}

/// Both doors. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    inner: Opaque<Inner>,
    /// Where those who write through it are, if somebody asks from somewhere.
    origin: Option<Arc<Origin>>,
}

/// Who asked for a write, and where from.
#[derive(Clone)]
pub(crate) struct Asker {
    pub actor: Actor,
    pub origin: Option<Arc<Origin>>,
}

struct Inner {
    reader: Box<dyn Runs>,
    writing: Writing,
    shared: Shared,
    statements: Arc<AtomicU64>,
    passed: PassedBy,
}

enum Writing {
    Grouped(mpsc::Sender<Queued>),
    Raced(Races),
}

/// What every transaction of one database shares.
#[derive(Clone)]
pub(crate) struct Shared {
    pub parts: Parts,
    pub committed: Arc<watch::Sender<u64>>,
}

/// An open write. It holds one instant, so all of one change happens at one time.
pub struct Tx {
    inner: Arc<dyn Runs>,
    parts: Parts,
    now: DateTime<Utc>,
    origin: Option<Arc<Origin>>,
}

/// Commands that wait for the SQLite writer; beyond this a caller waits to be let in.
const QUEUE_MAX: usize = 1024;
/// Facts of one statement: a database binds some thousands of values at once.
const FACTS_AT_ONCE: usize = 500;
impl Db {
    pub fn open(store: Store, parts: Parts) -> Self {
        let statements = Arc::new(AtomicU64::new(0));
        let count = |connection: &mut DatabaseConnection| {
            let statements = statements.clone();
            connection.set_metric_callback(move |_| {
                statements.fetch_add(1, Ordering::Relaxed);
            });
        };
        let shared = Shared {
            parts,
            committed: Arc::new(watch::Sender::new(0)),
        };
        let (reader, writing) = match store {
            Store::Sqlite {
                mut readers,
                mut writer,
            } => {
                count(&mut readers);
                count(&mut writer);
                let (queue, waiting) = mpsc::channel(QUEUE_MAX);
                tokio::spawn(writer::write_in_groups(writer, shared.clone(), waiting));
                (reading(readers), Writing::Grouped(queue))
            }
            Store::Postgres { mut pool } => {
                count(&mut pool);
                let races = Races::new(pool.clone());
                (reading(pool), Writing::Raced(races))
            }
        };
        let inner = Opaque::new(Inner {
            reader,
            writing,
            shared,
            statements,
            passed: PassedBy::default(),
        });
        Self {
            inner,
            origin: None,
        }
    }

    /// The same database for somebody who asks from there.
    #[must_use]
    pub fn asked_from(&self, origin: Origin) -> Self {
        Self {
            inner: self.inner.clone(),
            origin: Some(Arc::new(origin)).filter(|it| !it.is_unknown()),
        }
    }

    pub fn read(&self) -> Conn<'_> {
        Conn::of(self.inner.reader.as_ref())
    }

    pub fn backend(&self) -> DbBackend {
        self.inner.reader.backend()
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.inner.shared.parts.clock.now()
    }

    pub fn parts(&self) -> &Parts {
        &self.inner.shared.parts
    }

    /// Wakes whenever this process committed something. It may wake for nothing, and another
    /// process's commits do not wake it: the log is the truth, this only saves waiting.
    pub fn committed(&self) -> watch::Receiver<u64> {
        self.inner.shared.committed.subscribe()
    }

    /// Wakes the followers as if this process had committed; for news of another process's commit.
    pub fn wake(&self) {
        self.inner.shared.committed.send_modify(|n| *n += 1);
    }

    pub(crate) fn passed_by(&self) -> &PassedBy {
        &self.inner.passed
    }

    /// SQL statements sent so far, for the tests that count them.
    pub fn statements(&self) -> u64 {
        self.inner.statements.load(Ordering::Relaxed)
    }

    /// Runs `command` in one transaction and commits it.
    ///
    /// On SQLite the one writer commits waiting commands together, and the answer comes after the
    /// commit reached the disk. On PostgreSQL the transaction is serializable, and a lost race runs
    /// the command again.
    pub async fn write<C: Command>(&self, actor: Actor, command: C) -> Result<C::Done> {
        done::<C>(self.carry(actor, carried(command)).await?)
    }

    /// `write` of a command of any type; returns it with what it did.
    fn carry(&self, actor: Actor, mut command: Box<dyn Carried>) -> BoxFuture<'_, Answer> {
        let carrying = async move {
            command.prepare(&self.read(), actor).await?;
            let asker = Asker {
                actor,
                origin: self.origin.clone(),
            };
            match &self.inner.writing {
                Writing::Grouped(queue) => {
                    let (reply, answer) = oneshot::channel();
                    let queued = Queued::new(command, asker, reply);
                    queue.send(queued).await.map_err(|_| closing())?;
                    answer.await.map_err(|_| closing())?
                }
                Writing::Raced(races) => {
                    races
                        .run(&self.inner.shared, asker, command.as_mut())
                        .await?;
                    self.wake();
                    Ok(command)
                }
            }
        };
        carrying.boxed()
    }
}

impl Tx {
    pub(crate) fn new(inner: Arc<dyn Runs>, shared: &Shared, asker: &Asker) -> Self {
        Self {
            inner,
            parts: shared.parts.clone(),
            now: shared.parts.clock.now(),
            origin: asker.origin.clone(),
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Where the request came from that asks for this change, as far as that is known.
    pub fn asked_from(&self) -> Option<&Origin> {
        self.origin.as_deref()
    }

    /// The same transaction with its instant elsewhere, for telling of what happened before.
    #[must_use]
    pub fn at(&self, instant: DateTime<Utc>) -> Self {
        Self {
            inner: self.inner.clone(),
            parts: self.parts.clone(),
            now: instant,
            origin: self.origin.clone(),
        }
    }

    pub fn conn(&self) -> Conn<'_> {
        Conn::of(self.inner.as_ref())
    }

    /// A new id, sorted by this transaction's instant.
    pub fn id<I: Id>(&self) -> I {
        I::mint(self.now, self.parts.entropy.as_ref())
    }

    /// A new id of chance alone: it tells nothing of when it was made.
    pub fn id_of_chance<I: From<uuid::Uuid>>(&self) -> I {
        let mut bytes = [0; 16];
        self.parts.entropy.fill(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid().into()
    }

    /// Chance for a secret. The caller hashes it before it is stored.
    pub fn secret(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.parts.entropy.fill(&mut bytes);
        bytes
    }

    /// The keys that seal what is kept secret, and open it.
    pub fn keys(&self) -> &KeyRing {
        &self.parts.keys
    }

    /// Records a fact.
    pub async fn emit<E: Event>(&self, actor: Actor, fact: &E) -> Result<()> {
        event::Entity::insert(self.row_of(actor, fact)?)
            .exec_without_returning(&self.conn())
            .await?;
        Ok(())
    }

    /// Records many facts of a kind, in their order.
    pub async fn emit_all<E: Event>(&self, actor: Actor, facts: &[E]) -> Result<()> {
        for some in facts.chunks(FACTS_AT_ONCE) {
            let rows = some.iter().map(|fact| self.row_of(actor, fact));
            let rows = rows.collect::<Result<Vec<_>>>()?;
            event::Entity::insert_many(rows)
                .exec_without_returning(&self.conn())
                .await?;
        }
        Ok(())
    }

    fn row_of<E: Event>(&self, actor: Actor, fact: &E) -> Result<event::ActiveModel> {
        let Place {
            community,
            channel,
            thread,
            person,
        } = fact.place();
        // What the platform tells by itself was done from nowhere, whoever's request made it tell.
        let is_kept = E::KEEPS_ORIGIN && actor.person().is_some();
        let origin = self.origin.as_deref().filter(|_| is_kept);
        Ok(event::ActiveModel {
            seq: NotSet,
            txid: NotSet, // the database fills it in
            id: Set(self.id()),
            kind: Set(E::KIND.to_owned()),
            actor_id: Set(actor.person()),
            community_id: Set(community),
            channel_id: Set(channel),
            thread_id: Set(thread),
            person_id: Set(person),
            body: Set(serde_json::to_value(fact)?),
            happened_at: Set(self.now),
            origin: Set(origin.map(serde_json::to_value).transpose()?),
        })
    }

    /// Does a part of the change that may fail by itself: what it wrote is taken back then, and the
    /// rest stands. The inner outcome is the part's own.
    ///
    /// # Errors
    /// When the part can neither be kept nor taken back; the whole change has failed then.
    pub async fn attempt<T>(&self, part: impl Future<Output = Result<T>>) -> Result<Result<T>> {
        self.inner.run_unprepared("SAVEPOINT part").await?;
        let outcome = part.await;
        match &outcome {
            // The race is the whole change's: it runs again from its beginning.
            Err(error) if lost_race(error) => return outcome.map(Ok),
            Err(_) => {
                self.inner.run_unprepared("ROLLBACK TO part").await?;
            }
            Ok(_) => {}
        }
        self.inner.run_unprepared("RELEASE part").await?;
        Ok(outcome)
    }

    /// Writes down work to be done once this transaction is committed.
    pub async fn enqueue<J: Job>(&self, work: &J) -> Result<()> {
        let row = job::ActiveModel {
            id: Set(self.id::<JobId>()),
            kind: Set(J::KIND.to_owned()),
            body: Set(serde_json::to_value(work)?),
            run_at: Set(self.now),
            attempts: Set(0),
            lease_until: Set(None),
            lease: Set(None),
            last_error: Set(None),
            given_up_at: Set(None),
        };
        job::Entity::insert(row)
            .exec_without_returning(&self.conn())
            .await?;
        Ok(())
    }
}

fn reading(pool: DatabaseConnection) -> Box<dyn Runs> {
    Box::new(pool)
}

pub(crate) fn closing() -> Error {
    Error::Unavailable("the server is closing; try again in a moment".into())
}
