//! Work that follows a change: written with it, done later, at least once.
use crate::tables::job;
use crate::{Actor, Command, Conn, Db, Error, JobId, Result, Tx};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Serialize, de::DeserializeOwned};
use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;

pub use job::Model as JobRow;

/// Something to do, named in the imperative. Run at least once, so it must be idempotent.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// `capability.imperative`. Kinds are stored; they never change.
    const KIND: &'static str;
}

/// How a job ended that did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    #[error("{0}")]
    Retry(String),
    #[error("{0}")]
    GiveUp(String),
}

impl From<crate::Error> for JobError {
    fn from(error: crate::Error) -> Self {
        Self::Retry(error.to_string())
    }
}

pub type Working<'a> = Pin<Box<dyn Future<Output = Result<(), JobError>> + Send + 'a>>;

/// Does jobs of one kind.
pub trait Worker: Send + Sync + 'static {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> Working<'a>;
}

/// Who does which kind of job: filled once, by the server.
#[derive(Default)]
pub struct Workers(HashMap<&'static str, Box<dyn Worker>>);

impl Workers {
    #[must_use]
    pub fn on<J: Job>(mut self, worker: impl Worker) -> Self {
        self.0.insert(J::KIND, Box::new(worker));
        self
    }
}

const ATTEMPTS_MAX: i32 = 8;
/// Few at a time: all that one node claims must be done well within the lease.
const CLAIM_MAX: u64 = 4;
const LEASE: TimeDelta = TimeDelta::minutes(5);

/// Claims what is due and does it; returns how many jobs were tried.
pub async fn run_due_jobs(db: &Db, workers: &Workers) -> Result<usize> {
    // Claiming is a write: looking first keeps a quiet queue from costing a commit each time.
    if due(&db.read(), db.now(), 1).await?.is_empty() {
        return Ok(0);
    }
    let claimed = db.write(Actor::System, Claim).await?;
    for row in &claimed {
        let outcome = match workers.0.get(row.kind.as_str()) {
            Some(worker) => worker.work(&row.body).await,
            None => Err(JobError::GiveUp(format!("nobody does {}", row.kind))),
        };
        if let Err(error) = &outcome {
            tracing::warn!(job = %row.id, kind = row.kind, attempt = row.attempts, %error, "a job failed");
        }
        db.write(
            Actor::System,
            Settle {
                row: row.clone(),
                outcome,
            },
        )
        .await?;
    }
    Ok(claimed.len())
}

/// Jobs that may be done now, the oldest first.
async fn due(conn: &Conn<'_>, now: DateTime<Utc>, limit: u64) -> Result<Vec<JobRow>> {
    let free = Condition::any()
        .add(job::Column::LeaseUntil.is_null())
        .add(job::Column::LeaseUntil.lt(now));
    Ok(job::Entity::find()
        .filter(job::Column::RunAt.lte(now))
        .filter(job::Column::GivenUpAt.is_null())
        .filter(free)
        .order_by_asc(job::Column::RunAt)
        .limit(limit)
        .all(conn)
        .await?)
}

struct Claim;

#[async_trait]
impl Command for Claim {
    type Done = Vec<JobRow>;

    async fn run(&self, tx: &Tx, _: Actor) -> Result<Vec<JobRow>> {
        let mut due = due(&tx.conn(), tx.now(), CLAIM_MAX).await?;
        if due.is_empty() {
            return Ok(due);
        }
        let lease: JobId = tx.id();
        job::Entity::update_many()
            .col_expr(job::Column::Lease, Expr::value(Some(lease)))
            .col_expr(job::Column::LeaseUntil, Expr::value(Some(tx.now() + LEASE)))
            .col_expr(
                job::Column::Attempts,
                Expr::col(job::Column::Attempts).add(1),
            )
            .filter(job::Column::Id.is_in(due.iter().map(|row| row.id)))
            .exec(&tx.conn())
            .await?;
        for row in &mut due {
            row.lease = Some(lease);
            row.attempts += 1;
        }
        Ok(due)
    }
}

struct Settle {
    row: JobRow,
    outcome: Result<(), JobError>,
}

#[async_trait]
impl Command for Settle {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        let ours = job::Column::Id
            .eq(self.row.id)
            .and(job::Column::Lease.eq(self.row.lease));
        let Err(error) = &self.outcome else {
            job::Entity::delete_many()
                .filter(ours)
                .exec(&tx.conn())
                .await?;
            return Ok(());
        };
        let hopeless = matches!(error, JobError::GiveUp(_)) || self.row.attempts >= ATTEMPTS_MAX;
        let given_up_at: Option<DateTime<Utc>> = hopeless.then_some(tx.now());
        job::Entity::update_many()
            .col_expr(job::Column::LastError, Expr::value(Some(error.to_string())))
            .col_expr(job::Column::Lease, Expr::value(None::<JobId>))
            .col_expr(job::Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
            .col_expr(
                job::Column::RunAt,
                Expr::value(tx.now() + pause_after(self.row.attempts)),
            )
            .col_expr(job::Column::GivenUpAt, Expr::value(given_up_at))
            .filter(ours)
            .exec(&tx.conn())
            .await?;
        Ok(())
    }
}

/// Whether a job of this kind is to be done, or is being done.
pub async fn is_awaited<J: Job>(conn: &Conn<'_>) -> Result<bool> {
    let awaited = job::Entity::find()
        .filter(job::Column::Kind.eq(J::KIND))
        .filter(job::Column::GivenUpAt.is_null())
        .limit(1);
    Ok(awaited.one(conn).await?.is_some())
}

/// Jobs that failed and wait for another attempt, or were given up, from a place in the list on: the
/// latest first. The place is when a job was to run, and its id.
pub async fn failing_jobs(
    conn: &Conn<'_>,
    before: Option<(DateTime<Utc>, JobId)>,
    limit: u64,
) -> Result<Vec<JobRow>> {
    let mut query = job::Entity::find()
        .filter(job::Column::LastError.is_not_null())
        .order_by_desc(job::Column::RunAt)
        .order_by_desc(job::Column::Id)
        .limit(limit);
    if let Some((at, id)) = before {
        let same = job::Column::RunAt.eq(at).and(job::Column::Id.lt(id));
        query = query.filter(job::Column::RunAt.lt(at).or(same));
    }
    Ok(query.all(conn).await?)
}

/// Puts a job that failed back, to be done now and as often as a new one.
///
/// # Errors
/// `NotFound` when there is none, or it has been done.
pub async fn run_job_again(tx: &Tx, id: JobId) -> Result<JobRow> {
    let again = job::Entity::update_many()
        .col_expr(job::Column::RunAt, Expr::value(tx.now()))
        .col_expr(job::Column::Attempts, Expr::value(0))
        .col_expr(job::Column::GivenUpAt, Expr::value(None::<DateTime<Utc>>))
        .filter(job::Column::Id.eq(id))
        .exec_with_returning(&tx.conn())
        .await?;
    again.into_iter().next().ok_or(Error::NotFound("job"))
}

/// 30 seconds, doubled for each attempt, 12 hours at most.
fn pause_after(attempts: i32) -> TimeDelta {
    let doublings = attempts.clamp(1, 12) - 1;
    TimeDelta::seconds(30 << doublings).min(TimeDelta::hours(12))
}
