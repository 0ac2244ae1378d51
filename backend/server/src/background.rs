//! What goes on beside the requests: followers of the log, jobs, and tidying up.
mod carrying_on;
mod duty;
mod nodes;

use crate::failure::Failure;
use crate::front::Front;
use crate::http::metrics;
use crate::letters::{self, Carried, PostOffice};
use crate::socket::close_ended_sign_ins;
use audit::KeepAuditLog;
use channels::{ReadFiles, ReadUnread, SweepReading};
use feedback::KeepFeedback;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use journeys::{Actions, KeepPace, pause_until_due, run_due_items};
use kernel::{Actor, Conn, Db, Follower, Workers, run_due_jobs};
use misconceptions::{
    CompareWithPatterns, KeepPassages, SweepExposures, WatchPosts, do_what_is_due,
};
use moderation::KeepQueue;
use notifications::{NotifyReaders, SweepLetters};
use pairings::{KeepPairs, SolvePairs, SolveRounds};
use privacy::{MakeExports, MakePersonalExport};
use prompts::NoticeAnswers;
use scim::{ApplyGroups, ApplyRules, KeepRules};
use sea_orm::{ConnectionTrait, DbErr, Statement};
use search::SweepAskedInVain;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::timeout;

pub use duty::Duties;
pub use nodes::Neighbours;

/// How long a follower waits for news that nobody woke it for: another process on the same file.
const POLL: Duration = Duration::from_millis(500);
/// Facts that come together are heard together: each batch is a commit, which those who write wait for.
const GATHER: Duration = Duration::from_millis(150);
/// Telling many people of a correction leaves others this long to write.
const BETWEEN_HANDFULS: Duration = Duration::from_millis(40);
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(2);
const TIDY_EVERY: Duration = Duration::from_secs(15);
/// Tidyings between two sweeps of what expired: an hour.
const TIDYINGS_A_SWEEP: u64 = 240;
const LETTERS_EVERY: Duration = Duration::from_secs(2);
/// A mail server that cannot be reached is asked again after this time at the latest.
const MAIL_SERVER_PAUSE_MAX: Duration = Duration::from_secs(60);
/// How long a job may go on after the server was told to stop. What is cut off is done again later.
const JOB_MAY_FINISH: Duration = Duration::from_secs(10);

pub struct Background {
    tasks: JoinSet<()>,
    jobs: tokio::task::JoinHandle<()>,
    stop: watch::Sender<bool>,
}

impl Background {
    /// Starts everything. `neighbours` are the other nodes on the same PostgreSQL.
    pub fn start(
        front: &Arc<Front>,
        post: &Arc<PostOffice>,
        neighbours: Option<Neighbours>,
    ) -> Self {
        let db = front.app.db.clone();
        let files = front.app.files.clone();
        let workers = letters::workers(post)
            .on::<MakePersonalExport>(MakeExports::new(db.clone(), files.clone()))
            .on::<ReadFiles>(ReadUnread::new(db.clone(), files))
            .on::<WatchPosts>(CompareWithPatterns::new(db.clone()))
            .on::<SolvePairs>(SolveRounds::new(db.clone()))
            .on::<ApplyGroups>(ApplyRules::new(db.clone()));
        let (stop, stopped) = watch::channel(false);
        let mut tasks = JoinSet::new();
        let mut keep = |what, task: Task| {
            let (front, stopped) = (front.clone(), stopped.clone());
            tasks.spawn(async move { front.duties.keep(what, stopped, task).await });
        };
        keep("telling readers", followed::<NotifyReaders>(&db));
        keep("keeping journeys in pace", followed::<KeepPace>(&db));
        keep(
            "journeys",
            task(&front.app, |app| {
                travel(app.db.clone(), app.actions.clone())
            }),
        );
        keep(
            "keeping the queue of moderators",
            followed::<KeepQueue>(&db),
        );
        keep("keeping the audit log", followed::<KeepAuditLog>(&db));
        keep("keeping the rules of groups", followed::<KeepRules>(&db));
        keep("noticing answers", followed::<NoticeAnswers>(&db));
        keep("keeping feedback", followed::<KeepFeedback>(&db));
        keep("keeping pairs", followed::<KeepPairs>(&db));
        keep("keeping passages", followed::<KeepPassages>(&db));
        keep("corrections", task(&db, correct));
        keep("check-ins", task(&db, carrying_on::check_in));
        keep("pulses", task(&db, carrying_on::take_pulses));
        keep("series", task(&db, carrying_on::ask_series));
        keep(
            "search",
            task(&front.app, |app| async move {
                app.searcher.follow(&app.db).await
            }),
        );
        keep(
            "saved searches",
            task(&front.app, carrying_on::watch_searches),
        );
        keep("live updates", task(front, tell_live));
        keep("the closing of sockets", task(front, close_sockets));
        keep("tidying up", task(front, tidy));
        keep("writing letters", task(post, write_letters));
        keep("sending letters", task(post, send_letters));
        if let Some(neighbours) = neighbours {
            let both = (Arc::new(neighbours), db.clone());
            keep(
                "waking the other nodes",
                task(&both, |(neighbours, db)| async move {
                    neighbours.wake_each_other(db).await;
                }),
            );
        }
        let (front, workshop) = (front.clone(), (db, Arc::new(workers), stopped.clone()));
        let jobs = tokio::spawn(async move {
            let begin = task(&workshop, |(db, workers, stopped)| {
                work(db, workers, stopped)
            });
            front.duties.keep("the jobs", stopped, begin).await;
        });
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

/// Something that can be begun again and again.
type Task = Box<dyn Fn() -> BoxFuture<'static, ()> + Send + Sync>;

fn task<T, F>(with: &T, begin: impl Fn(T) -> F + Send + Sync + 'static) -> Task
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = ()> + Send + 'static,
{
    let with = with.clone();
    Box::new(move || begin(with.clone()).boxed())
}

async fn tell_live(front: Arc<Front>) {
    // Both who listen here and who should be shut out missed what was told meanwhile: they come back
    // and are checked, and hear it from where they were.
    front.sockets.close_all();
    let told = front.app.hub.run(&front.app.db, POLL).await;
    ended("live updates", told);
}

async fn close_sockets(front: Arc<Front>) {
    front.sockets.close_all();
    let closing = close_ended_sign_ins(&front.app.db, &front.sockets, POLL).await;
    ended("the closing of sockets", closing);
}

fn ended(what: &str, outcome: kernel::Result<()>) {
    if let Err(error) = outcome {
        tracing::error!(%error, "{what} cannot go on");
    }
}

fn followed<F: Follower + Default>(db: &Db) -> Task {
    task(db, |db| follow(db, Arc::new(F::default())))
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

/// Writes letters as they become due.
async fn write_letters(post: Arc<PostOffice>) {
    loop {
        match post.write().await {
            Ok(Carried::Some) => {}
            Ok(Carried::Nothing | Carried::Unreachable) => tokio::time::sleep(LETTERS_EVERY).await,
            Err(error) => {
                tracing::error!(%error, "letters could not be written");
                tokio::time::sleep(PAUSE_AFTER_FAILURE).await;
            }
        }
    }
}

/// Sends letters as they are written. It waits for nobody else, and nobody waits for it.
async fn send_letters(post: Arc<PostOffice>) {
    let mut pause = LETTERS_EVERY;
    loop {
        match post.carry().await {
            Ok(Carried::Some) => {
                pause = LETTERS_EVERY;
                continue;
            }
            Ok(Carried::Nothing) => pause = LETTERS_EVERY,
            Ok(Carried::Unreachable) => pause = (pause * 2).min(MAIL_SERVER_PAUSE_MAX),
            Err(error) => tracing::error!(%error, "letters could not be sent"),
        }
        tokio::time::sleep(pause).await;
    }
}

/// Does jobs as they become due.
async fn work(db: Db, workers: Arc<Workers>, mut stopped: watch::Receiver<bool>) {
    let mut committed = db.committed();
    while !*stopped.borrow() {
        committed.mark_unchanged();
        match run_due_jobs(&db, &workers).await {
            Ok(0) => {
                tokio::select! {
                    // A wake-up and the end of the wait are the same: look again.
                    _ = timeout(POLL, committed.changed()) => tokio::time::sleep(GATHER).await,
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

/// Does what journeys bring, as it becomes due.
async fn travel(db: Db, actions: Arc<Actions>) {
    let mut committed = db.committed();
    loop {
        committed.mark_unchanged();
        match run_due_items(&db, &actions).await {
            Ok(0) => {
                // What is due next is known to the second; what somebody changes wakes it sooner.
                let pause = pause_until_due(&db.read(), db.now()).await;
                let pause = pause.ok().flatten().and_then(|pause| pause.to_std().ok());
                let pause = pause.map_or(POLL, |pause| pause.min(POLL));
                let _ = timeout(pause, committed.changed()).await;
                tokio::time::sleep(GATHER).await;
            }
            Ok(done) => metrics::counter!(metrics::ITEMS_LOOKED_AT).increment(done as u64),
            Err(error) => {
                tracing::error!(%error, "journeys cannot go on");
                tokio::time::sleep(PAUSE_AFTER_FAILURE).await;
            }
        }
    }
}

/// Ends windows, and tells those who read what was corrected: a handful, then whoever waits to write.
async fn correct(db: Db) {
    let mut committed = db.committed();
    loop {
        committed.mark_unchanged();
        match do_what_is_due(&db).await {
            Ok(0) => {
                let _ = timeout(POLL, committed.changed()).await;
                tokio::time::sleep(POLL).await;
            }
            Ok(_) => tokio::time::sleep(BETWEEN_HANDFULS).await,
            Err(error) => {
                tracing::error!(%error, "corrections cannot go on");
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
        if let Err(error) = communities::end_cohorts(&front.app.db).await {
            tracing::warn!(%error, "cohorts whose last day is over could not be ended");
        }
        if let Err(error) = communities::lift_mutes(&front.app.db).await {
            tracing::warn!(%error, "mutes that are over could not be lifted");
        }
        if let Err(error) = moderation::tell_of_broken_promises(&front.app.db).await {
            tracing::warn!(%error, "broken promises could not be told of");
        }
        if let Err(error) = moderation::look_for_due_reviews(&front.app.db).await {
            tracing::warn!(%error, "what is to be looked at again could not be put into the queue");
        }
        carrying_on::keep(&front.app.db).await;
        if let Err(error) = measure_lag(&front.app.db.read()).await {
            tracing::warn!(%error, "how far the followers are could not be measured");
        }
        if let Err(error) = measure_index(&front).await {
            tracing::warn!(%error, "how far the search index is could not be measured");
        }
        if tidying.is_multiple_of(TIDYINGS_A_SWEEP) {
            let sweeping = front.app.db.write(Actor::System, identity::SweepExpired);
            if let Err(error) = sweeping.await {
                tracing::warn!(%error, "what expired could not be cleared away");
            }
            let sweeping = front.app.db.write(Actor::System, imports::SweepRosters);
            if let Err(error) = sweeping.await {
                tracing::warn!(%error, "rosters that were only looked at could not be cleared away");
            }
            let sweeping = front.app.db.write(Actor::System, sso::SweepSso);
            if let Err(error) = sweeping.await {
                tracing::warn!(%error, "attempts to sign in that are over could not be cleared away");
            }
            let sweeping = front.app.db.write(Actor::System, SweepAskedInVain);
            if let Err(error) = sweeping.await {
                tracing::warn!(%error, "what was asked in vain long ago could not be cleared away");
            }
            let sweeping = front.app.db.write(Actor::System, SweepLetters);
            if let Err(error) = sweeping.await {
                tracing::warn!(%error, "old letters could not be cleared away");
            }
            if let Err(error) = forget_reading(&front).await {
                tracing::warn!(%error, "who read what long ago could not be cleared away");
            }
            if let Err(error) = front.app.files.sweep(&front.app.db).await {
                tracing::warn!(%error, "uploads that were never posted could not be cleared away");
            }
            if let Err(error) = privacy::sweep_exports(&front.app.db, &front.app.files).await {
                tracing::warn!(%error, "what people took along could not be cleared away");
            }
            if let Err(error) = front.app.files.begin_reading(&front.app.db).await {
                tracing::warn!(%error, "files that nobody read could not be looked for");
            }
        }
    }
}

/// Forgets who read what longer ago than is kept.
async fn forget_reading(front: &Front) -> kernel::Result<u64> {
    let db = &front.app.db;
    let before = db.now() - front.reading_kept;
    db.write(Actor::System, SweepExposures { before }).await?;
    db.write(Actor::System, SweepReading { before }).await
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

/// Tells the figures how many facts the index of this node has not heard yet.
async fn measure_index(front: &Front) -> kernel::Result<()> {
    let behind = front.app.searcher.behind(&front.app.db.read()).await?;
    if let Some(behind) = behind {
        metrics::gauge!(metrics::FOLLOWER_LAG, "follower" => "search").set(behind as f64);
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
