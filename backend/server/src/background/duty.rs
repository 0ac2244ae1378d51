//! Whatever goes on beside the requests goes on until the server stops. A task that panics is begun
//! anew, and until it runs again the server says that it is not ready.
use futures_util::FutureExt;
use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::watch;

const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(2);

/// How many tasks are down at the moment.
#[derive(Debug, Default)]
pub struct Duties {
    down: AtomicUsize,
}

impl Duties {
    pub fn are_kept(&self) -> bool {
        self.down.load(Ordering::Relaxed) == 0
    }

    /// Keeps a task going until the server is told to stop. `what` names it in the log.
    pub async fn keep<F: Future<Output = ()>>(
        &self,
        what: &str,
        mut stopped: watch::Receiver<bool>,
        task: impl Fn() -> F,
    ) {
        loop {
            // It is begun anew from what is in the database: nothing half done is carried over.
            let run = AssertUnwindSafe(async { task().await });
            let ended = run.catch_unwind().await;
            if *stopped.borrow() {
                return;
            }
            let why = match &ended {
                Ok(()) => "it came to an end",
                Err(panic) => words_of(panic.as_ref()),
            };
            tracing::error!("{what} stopped, and begins anew: {why}");
            self.down.fetch_add(1, Ordering::Relaxed);
            let told_to_stop = stopped.wait_for(|stop| *stop);
            let told = tokio::time::timeout(PAUSE_AFTER_FAILURE, told_to_stop).await;
            self.down.fetch_sub(1, Ordering::Relaxed);
            if told.is_ok() {
                return;
            }
        }
    }
}

fn words_of(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without words")
}
