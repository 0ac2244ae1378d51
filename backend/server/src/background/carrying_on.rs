//! What carries on between sessions by itself.
use super::{BETWEEN_HANDFULS, PAUSE_AFTER_FAILURE, POLL};
use api::App;
use consultations::keep_consultations;
use feedback::keep_feedback;
use kernel::{Db, Opaque};
use pairings::keep_rounds;
use tokio::time::timeout;

/// Begins and ends rounds of pairs, passes on feedback that is late, and tells of what nobody answered.
pub(super) async fn keep(db: &Db) {
    if let Err(error) = keep_rounds(db).await {
        tracing::warn!(%error, "rounds of pairs whose time is over could not be ended");
    }
    if let Err(error) = keep_feedback(db).await {
        tracing::warn!(%error, "rounds of feedback could not be looked after");
    }
    if let Err(error) = keep_consultations(db).await {
        tracing::warn!(%error, "consultations that nobody answered could not be told of");
    }
}

/// Opens, asks and closes check-ins: a handful of people, then whoever waits to write.
pub(super) async fn check_in(db: Db) {
    keep_time(&db, "check-ins cannot go on", || {
        checkins::do_what_is_due(&db)
    })
    .await;
}

/// Opens, asks and closes pulses, likewise.
pub(super) async fn take_pulses(db: Db) {
    keep_time(&db, "pulses cannot go on", || pulses::do_what_is_due(&db)).await;
}

/// Asks what is due in series, likewise.
pub(super) async fn ask_series(db: Db) {
    keep_time(&db, "series cannot go on", || prompts::ask_what_is_due(&db)).await;
}

/// Looks for those who saved a search, likewise.
pub(super) async fn watch_searches(app: Opaque<App>) {
    keep_time(&app.db, "saved searches cannot go on", || {
        app.searcher.watch_saved(&app.db)
    })
    .await;
}

/// Does what is due again and again, with room for others after each handful.
async fn keep_time<F>(db: &Db, trouble: &'static str, do_what_is_due: impl Fn() -> F)
where
    F: Future<Output = kernel::Result<usize>>,
{
    let mut committed = db.committed();
    loop {
        committed.mark_unchanged();
        match do_what_is_due().await {
            Ok(0) => {
                let _ = timeout(POLL, committed.changed()).await;
                tokio::time::sleep(POLL).await;
            }
            Ok(_) => tokio::time::sleep(BETWEEN_HANDFULS).await,
            Err(error) => {
                tracing::error!(%error, "{trouble}");
                tokio::time::sleep(PAUSE_AFTER_FAILURE).await;
            }
        }
    }
}
