//! Writes on PostgreSQL: serializable transactions beside each other, and again when one lost a race.
use crate::carried::Carried;
use crate::db::{Asker, Shared, Tx, closing};
use crate::{Error, Result};
use async_trait::async_trait;
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, IsolationLevel, RuntimeErr, TransactionOptions,
    TransactionTrait,
};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Concurrent writes of one process: more would only lose races to each other.
const WRITES_MAX: u32 = 8;
const ATTEMPTS_MAX: u32 = 12;
/// Attempts beside others. A command that lost so many races then runs alone in its process.
const RACES_MAX: u32 = 4;

/// A pool that begins transactions, without saying what it is.
#[async_trait]
trait Begins: Send + Sync {
    async fn begin(&self, options: TransactionOptions) -> Result<DatabaseTransaction, DbErr>;
}

#[async_trait]
impl Begins for DatabaseConnection {
    async fn begin(&self, options: TransactionOptions) -> Result<DatabaseTransaction, DbErr> {
        self.begin_with_options(options).await
    }
}

/// Where commands run beside each other.
pub(crate) struct Races {
    pool: Box<dyn Begins>,
    slots: Semaphore,
}

impl Races {
    pub fn new(pool: DatabaseConnection) -> Self {
        Self {
            pool: Box::new(pool),
            slots: Semaphore::new(WRITES_MAX as usize),
        }
    }

    /// Runs it in a transaction of its own and commits that, again after each lost race.
    pub async fn run(
        &self,
        shared: &Shared,
        asker: Asker,
        command: &mut dyn Carried,
    ) -> Result<()> {
        for attempt in 1.. {
            let alone = attempt > RACES_MAX;
            let wanted = if alone { WRITES_MAX } else { 1 };
            let slot = self.slots.acquire_many(wanted).await;
            let slot = slot.map_err(|_| closing())?;
            let outcome = self.attempt(shared, &asker, command).await;
            drop(slot); // who waits to run alone waits for this
            match outcome {
                Err(error) if attempt < ATTEMPTS_MAX && lost_race(&error) => {
                    let mut jitter = [0_u8; 1];
                    shared.parts.entropy.fill(&mut jitter);
                    let pause_ms = u64::from(jitter[0]) * u64::from(attempt) / 16 + 1;
                    tokio::time::sleep(Duration::from_millis(pause_ms)).await;
                }
                Err(error) if lost_race(&error) => {
                    let words = "others were faster each time; try again in a moment";
                    return Err(Error::Unavailable(words.into()));
                }
                outcome => return outcome,
            }
        }
        unreachable!("the last attempt returns")
    }

    async fn attempt(
        &self,
        shared: &Shared,
        asker: &Asker,
        command: &mut dyn Carried,
    ) -> Result<()> {
        let options = TransactionOptions {
            isolation_level: Some(IsolationLevel::Serializable),
            ..TransactionOptions::default()
        };
        let inner = Arc::new(self.pool.begin(options).await?);
        let tx = Tx::new(inner.clone(), shared, asker);
        command.run(&tx, asker.actor).await?; // an early return drops both, which rolls back
        drop(tx);
        let inner = Arc::into_inner(inner);
        let inner = inner.ok_or_else(|| Error::internal("a command kept its transaction"))?;
        Ok(inner.commit().await?)
    }
}

/// Whether running the command again may succeed: a serialization failure, a deadlock, or a lock that
/// was not to be had. A unique key that a twin wrote first is none of these: it would be met again, and
/// who sends a nonce is answered with what the twin did.
pub(crate) fn lost_race(error: &Error) -> bool {
    const RETRYABLE: [&str; 3] = ["40001", "40P01", "55P03"];
    let Error::Internal(source) = error else {
        return false;
    };
    match source.downcast_ref::<DbErr>() {
        Some(DbErr::Exec(RuntimeErr::SqlxError(e)) | DbErr::Query(RuntimeErr::SqlxError(e))) => e
            .as_database_error()
            .and_then(|e| e.code())
            .is_some_and(|code| RETRYABLE.contains(&code.as_ref())),
        _ => false,
    }
}
