//! What a calendar program reads at a feed's address.
use crate::calendar::{House, feed};
use crate::reconcile::entries_of_session;
use crate::{CalendarFeed, TouchCalendarFeed, store};
use chrono::TimeDelta;
use kernel::{Actor, Db, Error, Result};
use sessions::{SessionSeen, SessionState};

/// How exactly it is known when a feed was read.
const READ_LAG: TimeDelta = TimeDelta::hours(1);
/// How long a session stays in a feed after it ended.
const PAST: TimeDelta = TimeDelta::days(120);

/// A feed as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedText(pub String);

/// The sessions behind a token, as its person sees them now.
///
/// # Errors
/// `NotFound` when the token opens nothing: it was never made, was revoked, or its person is gone.
pub async fn read_feed(db: &Db, house: &House, token: &str) -> Result<FeedText> {
    let conn = db.read();
    let missing = || Error::NotFound("feed");
    let found = store::feed_by_token(&conn, token)
        .await?
        .ok_or_else(missing)?;
    let person = identity::person_by_id(&conn, found.person_id).await?;
    let person = person
        .filter(|person| person.suspended_at.is_none())
        .ok_or_else(missing)?;
    let actor = identity::actor_of(&person);
    let mut communities = communities::readable_community_ids(&conn, actor).await?;
    communities.retain(|community| found.community_id.is_none_or(|only| only == *community));
    let now = db.now();
    let mut entries = Vec::new();
    for community in &communities {
        let seen = sessions::sessions_of(&conn, actor, *community).await?;
        let shown = seen.iter().filter(|seen| is_shown(seen, now - PAST));
        entries.extend(shown.flat_map(entries_of_session));
    }
    // Whoever was removed from the only community hears no more of it, not even its name.
    let name = match (found.community_id, communities.first()) {
        (Some(_), Some(community)) => communities::community_by_id(&conn, *community)
            .await?
            .map(|community| community.name),
        (Some(_), None) | (None, _) => None,
    };
    let name = name.unwrap_or_else(|| house.name.clone());
    touch(db, &found).await?;
    let heading = (name.as_str(), person.zone.as_str());
    Ok(FeedText(feed(house, heading, &entries, now)))
}

/// What takes place or was to, of which the person is part. Drafts are in no calendar.
fn is_shown(seen: &SessionSeen, since: chrono::DateTime<chrono::Utc>) -> bool {
    let was_told = seen.session.published_at.is_some() && seen.session.state != SessionState::Draft;
    was_told && seen.standing.is_some() && seen.session.ends_at > since
}

async fn touch(db: &Db, feed: &CalendarFeed) -> Result<()> {
    let known = feed.read_at.is_some_and(|at| db.now() - at < READ_LAG);
    match known {
        true => Ok(()),
        false => {
            db.write(Actor::System, TouchCalendarFeed { feed: feed.id })
                .await
        }
    }
}
