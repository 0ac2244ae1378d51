//! Today: the little that waits for a person, and what is new. It ends.
use crate::{InboxItemSeen, store};
use channels::{Draft, ThreadFilter, ThreadSeen, ThreadsIn};
use chrono::{DateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use communities::CommunitySeen;
use kernel::{Actor, Conn, Error, First, Result, ThreadId};
use std::collections::HashSet;

const WAITING_MAX: u64 = 5;
const UNANSWERED_MAX: u64 = 3;
const NEWS_MAX: usize = 10;
const DRAFTS_MAX: i32 = 3;

/// What one person finds when they come in.
#[derive(Clone, Debug)]
pub struct Today {
    /// The beginning of yesterday where they live.
    pub since: DateTime<Utc>,
    /// Communities whose norms they have not acknowledged yet.
    pub norms: Vec<CommunitySeen>,
    /// What speaks to them, at most 5: who spoke to them by name first, and who waits longest.
    pub waiting: Vec<InboxItemSeen>,
    /// Questions that wait for somebody like them, at most 3, the oldest first.
    pub unanswered: Vec<ThreadSeen>,
    /// Conversations with something unread that are in none of these, at most 10, the newest first.
    pub news: Vec<ThreadSeen>,
    /// What they began to write, at most 3, the newest first.
    pub drafts: Vec<Draft>,
}

/// Reads it in six statements. `zone` is a name of the IANA time zone database.
///
/// # Errors
/// `SignInFirst` when nobody asks.
pub async fn today(
    conn: &Conn<'_>,
    actor: Actor,
    (now, zone): (DateTime<Utc>, &str),
) -> Result<Today> {
    let person = actor.person().ok_or(Error::SignInFirst)?;
    let norms = communities::communities_with_norms_ahead(conn, actor).await?;
    let waiting = store::longest_waiting(conn, actor, WAITING_MAX).await?;
    let unanswered = channels::unanswered_for(conn, actor, UNANSWERED_MAX).await?;
    let shown: HashSet<ThreadId> = waiting
        .iter()
        .map(|seen| seen.item.thread_id)
        .chain(unanswered.iter().map(|seen| seen.thread.id))
        .collect();
    let news = unread_but(conn, actor, &shown).await?;
    let drafts = channels::drafts_of(conn, person, (First::parse(DRAFTS_MAX)?, None)).await?;
    Ok(Today {
        since: yesterday(now, zone),
        norms,
        waiting,
        unanswered,
        news,
        drafts: drafts.items.into_iter().map(|(_, draft)| draft).collect(),
    })
}

async fn unread_but(
    conn: &Conn<'_>,
    actor: Actor,
    shown: &HashSet<ThreadId>,
) -> Result<Vec<ThreadSeen>> {
    let enough = i32::try_from(NEWS_MAX + shown.len()).map_err(Error::internal)?;
    let place = (ThreadsIn::Everywhere, ThreadFilter::Unread);
    let unread = channels::threads_in(conn, actor, place, (First::parse(enough)?, None)).await?;
    Ok(unread
        .items
        .into_iter()
        .map(|(_, seen)| seen)
        .filter(|seen| !shown.contains(&seen.thread.id))
        .take(NEWS_MAX)
        .collect())
}

/// The instant at which yesterday began in a zone. Where a clock change skips midnight, the day begins
/// an hour later.
fn yesterday(now: DateTime<Utc>, zone: &str) -> DateTime<Utc> {
    let zone: Tz = zone.parse().unwrap_or(Tz::UTC);
    let today = now.with_timezone(&zone).date_naive();
    let midnight = today.pred_opt().unwrap_or(today).and_time(NaiveTime::MIN);
    [midnight, midnight + TimeDelta::hours(1)]
        .iter()
        .find_map(|begin| zone.from_local_datetime(begin).earliest())
        .map_or(now, |begin| begin.with_timezone(&Utc))
}
