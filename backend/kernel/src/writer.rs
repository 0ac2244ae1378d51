//! The one SQLite writer, and its group commit.
//!
//! Several writers on one SQLite file wait for its lock and time out; one writer that commits a
//! group at a time has no lock to wait for, and shares the price of `synchronous=FULL` among all.
use crate::carried::Carried;
use crate::db::{Asker, Shared, Tx};
use crate::{Error, Result};
use futures_util::FutureExt;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

const GROUP_MAX: usize = 64;
const GROUP_TIME_MAX: Duration = Duration::from_millis(2);

/// What comes back to who waits: the command with what it did.
pub(crate) type Answer = Result<Box<dyn Carried>>;

/// A command with somebody waiting for its answer.
pub(crate) struct Queued {
    command: Box<dyn Carried>,
    asker: Asker,
    outcome: Option<Result<()>>,
    reply: oneshot::Sender<Answer>,
}

impl Queued {
    pub fn new(command: Box<dyn Carried>, asker: Asker, reply: oneshot::Sender<Answer>) -> Self {
        Self {
            command,
            asker,
            outcome: None,
            reply,
        }
    }

    /// Runs it and keeps the outcome; says whether it succeeded.
    async fn run(&mut self, inner: &Arc<DatabaseTransaction>, shared: &Shared) -> bool {
        let tx = Tx::new(inner.clone(), shared, &self.asker);
        let running = AssertUnwindSafe(self.command.run(&tx, self.asker.actor)).catch_unwind();
        let outcome = running
            .await
            .unwrap_or_else(|_| Err(Error::internal("a command panicked")));
        self.outcome.insert(outcome).is_ok()
    }

    /// Tells the one who waits. With `failure`, what succeeded was not committed after all.
    fn settle(self, failure: Option<&DbErr>) {
        let outcome = match (failure, self.outcome) {
            (Some(error), None | Some(Ok(()))) => Err(Error::internal(error.to_string())),
            (None, None) => Err(Error::internal("a command was settled before it ran")),
            (_, Some(outcome)) => outcome,
        };
        // Who asked may have gone away; the change stands all the same.
        let _ = self.reply.send(outcome.map(|()| self.command));
    }
}

pub(crate) async fn write_in_groups(
    writer: DatabaseConnection,
    shared: Shared,
    mut queue: mpsc::Receiver<Queued>,
) {
    while let Some(first) = queue.recv().await {
        write_group(&writer, &shared, first, &mut queue).await;
    }
}

async fn write_group(
    writer: &DatabaseConnection,
    shared: &Shared,
    mut first: Queued,
    queue: &mut mpsc::Receiver<Queued>,
) {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let inner = match writer.begin_with_options(options).await {
        Ok(inner) => Arc::new(inner),
        Err(error) => return first.settle(Some(&error)),
    };
    // The first needs no savepoint: when it fails, there is nothing else to keep.
    if !first.run(&inner, shared).await {
        roll_back(inner).await;
        return first.settle(None);
    }
    let opened = Instant::now();
    let mut group = vec![first];
    while group.len() < GROUP_MAX && opened.elapsed() < GROUP_TIME_MAX {
        let Ok(mut next) = queue.try_recv() else {
            break;
        };
        match run_beside(&inner, shared, &mut next).await {
            // A refusal waits for the commit too: it may rest on what others of the group wrote.
            Ok(_) => group.push(next),
            Err(error) => {
                // The savepoint itself failed: nothing of this group can be trusted.
                roll_back(inner).await;
                group.push(next);
                return settle_all(group, Some(&error));
            }
        }
    }
    let outcome = match Arc::into_inner(inner) {
        Some(inner) => inner.commit().await,
        None => Err(DbErr::Custom("a command kept its transaction".to_owned())),
    };
    shared.committed.send_modify(|n| *n += 1);
    settle_all(group, outcome.err().as_ref());
}

/// Runs one more command in the open group; a failure takes back that command alone.
async fn run_beside(
    inner: &Arc<DatabaseTransaction>,
    shared: &Shared,
    queued: &mut Queued,
) -> Result<bool, DbErr> {
    inner.execute_unprepared("SAVEPOINT command").await?;
    let fine = queued.run(inner, shared).await;
    if !fine {
        inner.execute_unprepared("ROLLBACK TO command").await?;
    }
    inner.execute_unprepared("RELEASE command").await?;
    Ok(fine)
}

async fn roll_back(inner: Arc<DatabaseTransaction>) {
    if let Some(inner) = Arc::into_inner(inner)
        && let Err(error) = inner.rollback().await
    {
        tracing::error!(%error, "a write could not be rolled back");
    }
}

fn settle_all(group: Vec<Queued>, failure: Option<&DbErr>) {
    for queued in group {
        queued.settle(failure);
    }
}
