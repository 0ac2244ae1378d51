//! Closing sockets whose sign-in ended, on whichever node it was ended.
use super::Sockets;
use identity::SignedOut;
use kernel::{Cursor, Db, Result, facts_after, head};
use std::time::Duration;

const BATCH: u64 = 200;
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(1);

/// Follows the log until the process ends. `poll` is how long it waits for news without a wake-up.
pub async fn close_ended_sign_ins(db: &Db, sockets: &Sockets, poll: Duration) -> Result<()> {
    let mut committed = db.committed();
    let mut place = head(&db.read()).await?;
    loop {
        match hear(db, sockets, place).await {
            Ok(reached) if reached != place => place = reached,
            Ok(_) => {
                // A wake-up and the end of the wait are the same: look again.
                let _ = tokio::time::timeout(poll, committed.changed()).await;
            }
            Err(error) => {
                tracing::error!(%error, "the log could not be read for ended sign-ins");
                tokio::time::sleep(PAUSE_AFTER_FAILURE).await;
            }
        }
    }
}

async fn hear(db: &Db, sockets: &Sockets, mut place: Cursor) -> Result<Cursor> {
    for fact in facts_after(&db.read(), place, BATCH).await? {
        place = fact.cursor;
        if let Some(ended) = fact.as_event::<SignedOut>() {
            sockets.close_sign_ins(&ended.sign_ins);
        }
    }
    Ok(place)
}
