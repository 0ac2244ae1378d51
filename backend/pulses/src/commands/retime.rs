//! What follows a session moves with it.
use super::planning::opening_after;
use super::{changeable, tell};
use crate::{News, Pulse, PulseKind, PulseState, store};
use checkins::closing;
use chrono::{DateTime, Utc};
use kernel::{Actor, Result, SessionId, Tx};

/// Lets what opens so many days after a session follow it; for whoever moves the session, within the
/// same change. What is asked again opens once the one before has closed: later than so many days after,
/// rather than beside it.
///
/// # Errors
/// When the database fails.
pub async fn retime(tx: &Tx, session: SessionId) -> Result<()> {
    let mut rows = store::unopened_of_session(&tx.conn(), session).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let held = sessions::session_seen(&tx.conn(), Actor::System, session).await?;
    rows.sort_by_key(|row| (row.series_id, row.wave));
    for mut row in rows {
        let calendar = communities::calendar_of(&tx.conn(), row.community_id).await?;
        let days = row.days_after.unwrap_or_default();
        let opens_at = opening_after(row.kind, (held.session.ends_at, days), &calendar);
        row.opens_at = match before(tx, &row).await? {
            Some(one) => opens_at.max(one.closes_at),
            None => opens_at,
        };
        moved(tx, row).await?;
    }
    Ok(())
}

/// What is asked before it in its series, as that stands by now.
async fn before(tx: &Tx, row: &Pulse) -> Result<Option<Pulse>> {
    let series = store::pulses_of_series(&tx.conn(), Actor::System, &[row.series_id]).await?;
    Ok(series
        .into_iter()
        .map(|it| it.pulse)
        .filter(|it| it.wave < row.wave && it.state(tx.now()) != PulseState::Cancelled)
        .max_by_key(|it| it.wave))
}

async fn moved(tx: &Tx, mut row: Pulse) -> Result<()> {
    row.closes_at = closing(row.opens_at, row.days_open, row.tz());
    let seen = changeable(tx, Actor::System, row.id).await?;
    if seen.pulse == row {
        return Ok(());
    }
    store::update_pulse(tx, &seen, row.clone()).await?;
    tell(tx, Actor::System, (&row, News::Changed)).await
}

/// Lets what is filled in on the way out open now that a session is closed before it should have ended;
/// for whoever hears of that.
///
/// # Errors
/// When the database fails.
pub async fn end_early(tx: &Tx, session: SessionId) -> Result<()> {
    for row in store::unopened_of_session(&tx.conn(), session).await? {
        let is_early = |opens_at: DateTime<Utc>| opens_at > tx.now();
        let on_the_way_out = row.kind == PulseKind::Reaction && row.days_after == Some(0);
        if on_the_way_out && is_early(row.opens_at) {
            let opens_at = tx.now();
            moved(tx, Pulse { opens_at, ..row }).await?;
        }
    }
    Ok(())
}
