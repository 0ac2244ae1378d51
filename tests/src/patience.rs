use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(60);
/// What was put off by a hiccup of a busy machine is tried again after half a minute, after one, after two.
const STANDSTILL: Duration = Duration::from_secs(300);
const PAUSE: Duration = Duration::from_millis(10);

/// Asks again and again until it is so; for what another process does in its own time.
///
/// # Panics
/// With `what`, when it is not so in a minute.
pub async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let began = Instant::now();
    while !is_so().await {
        assert!(began.elapsed() < PATIENCE, "in vain: {what}");
        tokio::time::sleep(PAUSE).await;
    }
}

/// Until `counted` is `enough`. Long work is given up when nothing of it moves any more, however long
/// the whole of it takes on a busy machine.
///
/// # Panics
/// When the count stands still in vain.
pub async fn until_counted(what: &str, enough: usize, mut counted: impl AsyncFnMut() -> usize) {
    let (mut reached, mut moved) = (0, Instant::now());
    loop {
        let now = counted().await;
        if now >= enough {
            return;
        }
        if now > reached {
            (reached, moved) = (now, Instant::now());
        }
        assert!(
            moved.elapsed() < STANDSTILL,
            "in vain: {what}, {now} of {enough}"
        );
        tokio::time::sleep(PAUSE).await;
    }
}
