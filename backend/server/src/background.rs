//! What goes on beside the requests: followers of the log, jobs, and tidying up.
mod nodes;

use crate::failure::Failure;
use crate::front::Front;
use crate::http::metrics;
use crate::socket::close_ended_sign_ins;
use kernel::{Actor, Conn, Db, Follower, Workers, run_due_jobs};
use notifications::NotifyReaders;
use sea_orm::{ConnectionTrait, DbErr, Statement};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::timeout;

pub use nodes::Neighbours;

/// How long a follower waits for news that nobody woke it for: another process on the same file.
const POLL: Duration = Duration::from_millis(500);
/// Facts that come together are heard together: each batch is a commit.
const GATHER: Duration = Duration::from_millis(20);
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(2);
const TIDY_EVERY: Duration = Duration::from_secs(15);
/// Tidyings between two sweeps of what expired: an hour.
const TIDYINGS_A_SWEEP: u64 = 240;
/// How long a job may go on after the server was told to stop. What is cut off is done again later.
const JOB_MAY_FINISH: Duration = Duration::from_secs(10);

pub struct Background {
    tasks: JoinSet<()>,
    jobs: tokio::task::JoinHandle<()>,
    stop: watch::Sender<bool>,
}

impl Background {
    /// Starts everything. `neighbours` are the other nodes on the same PostgreSQL.
    pub fn start(front: &Arc<Front>, workers: Workers, neighbours: Option<Neighbours>) -> Self {
        let db = front.app.db.clone();
        let (stop, stopped) = watch::channel(false);
        let mut tasks = JoinSet::new();
        tasks.spawn(follow(db.clone(), Arc::new(NotifyReaders)));
        let (app, watched) = (front.app.clone(), front.clone());
        tasks.spawn(async move { app.searcher.follow(&app.db).await });
        let app = front.app.clone();
        tasks.spawn(async move { ended("live updates", app.hub.run(&app.db, POLL).await) });
        tasks.spawn(async move {
            let closing = close_ended_sign_ins(&watched.app.db, &watched.sockets, POLL).await;
            ended("the closing of sockets", closing);
        });
        tasks.spawn(tidy(front.clone()));
        if let Some(neighbours) = neighbours {
            tasks.spawn(neighbours.wake_each_other(db.clone()));
        }
        let jobs = tokio::spawn(work(db, workers, stopped));
        Self { tasks, jobs, stop }
    }

    /// Lets a job finish, and stops the rest: followers begin again where they were.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        self.tasks.shutdown().await;
        if timeout(JOB_MAY_FINISH, &mut self.jobs).await.is_err() {
            tracing::warn!("a job was cut off; it is done again later");
            self.jobs.abort();
        }
    }
}

fn ended(what: &str, outcome: kernel::Result<()>) {
    if let Err(error) = outcome {
        tracing::error!(%error, "{what} stopped");
    }
}

/// Lets a follower hear whatever is told, for as long as the server runs.
async fn follow<F: Follower>(db: Db, follower: Arc<F>) {
    let mut committed = db.committed();
    loop {
        committed.mark_unchanged();
        match db.catch_up(&follower).await {
            Ok(_) => {
                // A wake-up and the end of the wait are the same: look again.
                let _ = timeout(POLL, committed.changed()).await;
                tokio::time::sleep(GATHER).await;
            }
            Err(error) => {
                tracing::error!(follower = F::NAME, %error, "a follower could not hear");
                tokio::time::sleep(PAUSE_AFTER_FAILURE).await;
            }
        }
    }
}

/// Does jobs as they become due.
async fn work(db: Db, workers: Workers, mut stopped: watch::Receiver<bool>) {
    let mut committed = db.committed();
    while !*stopped.borrow() {
        committed.mark_unchanged();
        match run_due_jobs(&db, &workers).await {
            Ok(0) => {
                tokio::select! {
                    // A wake-up and the end of the wait are the same: look again.
                    _ = timeout(POLL, committed.changed()) => {}
                    _ = stopped.changed() => {}
                }
            }
            Ok(tried) => metrics::counter!(metrics::JOBS_DONE).increment(tried as u64),
            Err(error) => {
                tracing::error!(%error, "jobs could not be done");
                tokio::time::sleep(PAUSE_AFTER_FAILURE).await;
            }
        }
    }
}

async fn tidy(front: Arc<Front>) {
    for tidying in 0_u64.. {
        tokio::time::sleep(TIDY_EVERY).await;
        front.rates.tidy();
        metrics::tidy();
        if let Err(error) = measure_lag(&front.app.db.read()).await {
            tracing::warn!(%error, "how far the followers are could not be measured");
        }
        if tidying.is_multiple_of(TIDYINGS_A_SWEEP) {
            let sweeping = front.app.db.write(Actor::System, identity::SweepExpired);
            if let Err(error) = sweeping.await {
                tracing::warn!(%error, "what expired could not be cleared away");
            }
        }
    }
}

/// Tells the figures how many facts each follower has not heard yet.
async fn measure_lag(conn: &Conn<'_>) -> Result<(), DbErr> {
    let query = "SELECT f.name, (SELECT count(*) FROM event e WHERE e.txid > f.txid \
        OR (e.txid = f.txid AND e.seq > f.seq)) AS lag FROM follower f";
    let query = Statement::from_string(conn.get_database_backend(), query);
    for row in conn.query_all_raw(query).await? {
        let (name, lag): (String, i64) = (row.try_get("", "name")?, row.try_get("", "lag")?);
        metrics::gauge!(metrics::FOLLOWER_LAG, "follower" => name).set(lag as f64);
    }
    Ok(())
}

/// Opens the way to the other nodes, where there can be any.
///
/// # Errors
/// When PostgreSQL cannot be reached.
pub async fn neighbours(url: &crate::config::DatabaseUrl) -> Result<Option<Neighbours>, Failure> {
    match url {
        crate::config::DatabaseUrl::Sqlite(_) => Ok(None),
        crate::config::DatabaseUrl::Postgres(url) => Neighbours::open(url).await.map(Some),
    }
}
