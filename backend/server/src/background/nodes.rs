//! Several nodes on one PostgreSQL wake each other.
//!
//! A NOTIFY within each write would cost nine tenths of the throughput. So each node tells the others
//! at most once a tick, outside every transaction, that it committed something. A word that is lost
//! costs only the wait for the next poll: the log is the truth.
use crate::config::Secret;
use crate::failure::Failure;
use kernel::{Db, Entropy, SystemEntropy};
use sea_orm::sqlx::postgres::{PgListener, PgPool, PgPoolOptions};
use sea_orm::sqlx::{self, Error};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

const CHANNEL: &str = "interlude_committed";
const TICK: Duration = Duration::from_millis(50);
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(2);

pub struct Neighbours {
    pool: PgPool,
    /// Names this node, so that it does not wake itself.
    name: String,
    /// Wake-ups that came from others: they are no commits of ours, and are not told on.
    heard: AtomicU64,
}

impl Neighbours {
    pub async fn open(url: &Secret) -> Result<Self, Failure> {
        let pool = PgPoolOptions::new()
            .max_connections(2)
            .connect(url.reveal())
            .await
            .map_err(|error| Failure::plain(format!("PostgreSQL cannot be reached: {error}")))?;
        let mut chance = [0_u8; 8];
        SystemEntropy.fill(&mut chance);
        Ok(Self {
            pool,
            name: format!("{:016x}", u64::from_be_bytes(chance)),
            heard: AtomicU64::new(0),
        })
    }

    pub async fn wake_each_other(&self, db: Db) {
        tokio::join!(self.keep_telling(&db), self.keep_listening(&db));
    }

    async fn keep_telling(&self, db: &Db) {
        let mut committed = db.committed();
        let mut told = *committed.borrow_and_update();
        while committed.changed().await.is_ok() {
            tokio::time::sleep(TICK).await;
            let all = *committed.borrow_and_update();
            let ours = all.saturating_sub(self.heard.load(Ordering::Acquire));
            if ours <= told {
                continue;
            }
            told = ours;
            if let Err(error) = self.tell().await {
                tracing::warn!(%error, "the other nodes could not be woken; they will look by themselves");
            }
        }
    }

    async fn tell(&self) -> Result<(), Error> {
        sqlx::query("SELECT pg_notify($1, $2)")
            .bind(CHANNEL)
            .bind(&self.name)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    async fn keep_listening(&self, db: &Db) {
        loop {
            if let Err(error) = self.listen(db).await {
                tracing::warn!(%error, "the other nodes cannot be heard; trying again");
            }
            tokio::time::sleep(PAUSE_AFTER_FAILURE).await;
        }
    }

    async fn listen(&self, db: &Db) -> Result<(), Error> {
        let mut listener = PgListener::connect_with(&self.pool).await?;
        listener.listen(CHANNEL).await?;
        loop {
            let word = listener.recv().await?;
            if word.payload() != self.name {
                // Counted first: it must never pass for a commit of ours.
                self.heard.fetch_add(1, Ordering::Release);
                db.wake();
            }
        }
    }
}
