//! What carries on between sessions by itself, looked at now and then.
use consultations::keep_consultations;
use feedback::keep_feedback;
use kernel::Db;
use pairings::keep_rounds;
use prompts::ask_what_is_due;

/// Begins and ends rounds of pairs, asks what is due in series, passes on feedback that is late, and tells
/// of what nobody answered.
pub(super) async fn keep(db: &Db) {
    if let Err(error) = keep_rounds(db).await {
        tracing::warn!(%error, "rounds of pairs whose time is over could not be ended");
    }
    if let Err(error) = ask_what_is_due(db).await {
        tracing::warn!(%error, "questions of series could not be asked");
    }
    if let Err(error) = keep_feedback(db).await {
        tracing::warn!(%error, "rounds of feedback could not be looked after");
    }
    if let Err(error) = keep_consultations(db).await {
        tracing::warn!(%error, "consultations that nobody answered could not be told of");
    }
}
