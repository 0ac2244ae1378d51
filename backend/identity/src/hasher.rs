//! Passwords to hashes, a few at a time: each costs 19 MiB and some 25 ms of a core, on purpose.
use crate::Secret;
use argon2::{Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier};
use kernel::{Error, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

/// Longer in the queue, and it is kinder to say so.
const QUEUE_TIME_MAX: Duration = Duration::from_secs(2);
/// What is checked when there is nothing to check, so that an unknown address takes as long as a
/// wrong password. Its parameters are those of `Params::DEFAULT`.
const NOBODYS_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// How a typed password compares with the kept one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    Wrong,
    Right,
    /// Right, and kept with parameters of the past: time to hash it anew.
    RightButOld,
}

/// Hashes with argon2id (19 MiB, two passes, one lane), at most as many at once as there are cores.
/// Cheap to clone; a server holds one.
#[derive(Clone, Debug)]
pub struct Hasher {
    turns: Arc<Semaphore>,
    done: Arc<AtomicU64>,
}

impl Default for Hasher {
    fn default() -> Self {
        Self::new()
    }
}

impl Hasher {
    pub fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            turns: Arc::new(Semaphore::new(cores)),
            done: Arc::default(),
        }
    }

    /// Passwords hashed or compared so far, for the tests that count the work.
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// The hash of a password as a PHC string.
    ///
    /// # Errors
    /// `Unavailable` when the queue is too long.
    pub async fn hash(&self, password: &Secret) -> Result<String> {
        let password = normal(password);
        let hashed = self
            .in_turn(move || Argon2::default().hash_password(password.expose().as_bytes()))
            .await?;
        hashed.map(|hash| hash.to_string()).map_err(Error::internal)
    }

    /// Compares a password with a kept hash, or with nobody's when there is none.
    ///
    /// # Errors
    /// `Unavailable` when the queue is too long.
    pub async fn check(&self, typed: &Secret, phc: Option<String>) -> Result<Check> {
        let typed = normal(typed);
        self.in_turn(move || {
            let kept = phc.as_deref().unwrap_or(NOBODYS_HASH);
            match Argon2::default().verify_password(typed.expose().as_bytes(), kept) {
                Ok(()) if phc.is_none() => Check::Wrong,
                Ok(()) if is_of_today(kept) => Check::Right,
                Ok(()) => Check::RightButOld,
                Err(_) => Check::Wrong,
            }
        })
        .await
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        let turn = self.turns.clone().acquire_owned();
        let turn = tokio::time::timeout(QUEUE_TIME_MAX, turn)
            .await
            .map_err(|_| {
                Error::Unavailable("many people are signing in; try again in a moment".into())
            })?
            .map_err(Error::internal)?;
        self.done.fetch_add(1, Ordering::Relaxed);
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop(turn); // held to the end even when who asked has gone away
            done
        })
        .await
        .map_err(Error::internal)
    }
}

/// The same password typed on two keyboards may differ in its code points.
fn normal(password: &Secret) -> Secret {
    Secret::new(password.expose().nfc().collect::<String>())
}

fn is_of_today(phc: &str) -> bool {
    let today = Params::DEFAULT;
    PasswordHash::new(phc)
        .ok()
        .and_then(|hash| Params::try_from(&hash).ok())
        .is_some_and(|kept| {
            (kept.m_cost(), kept.t_cost(), kept.p_cost())
                == (today.m_cost(), today.t_cost(), today.p_cost())
        })
}
