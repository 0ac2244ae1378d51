//! What follows a session, for the capabilities that ask, pair and remind after one.
use crate::policy::{See, SessionSeen};
use crate::{SessionState, session_seen};
use kernel::{Actor, CommunityId, Conn, Error, Result, SessionId, permit};

/// The session that something follows, if any: one of the community, that the asker may see.
///
/// # Errors
/// `NotFound` when there is none for the asker; `Invalid` on `session` when it is another community's.
pub async fn session_followed(
    conn: &Conn<'_>,
    actor: Actor,
    (community, session): (CommunityId, Option<SessionId>),
) -> Result<Option<SessionSeen>> {
    let Some(session) = session else {
        return Ok(None);
    };
    let seen = session_seen(conn, actor, session).await?;
    let seen = permit::<See, _>(actor, seen)?.into_subject();
    match seen.session.community_id == community {
        true => Ok(Some(seen)),
        false => Err(Error::invalid(
            "session",
            "this session belongs to another community",
        )),
    }
}

/// The session after which something is planned, if any: one that [`session_followed`] finds and that takes
/// place. What came of one that was given up is asked of nobody.
///
/// # Errors
/// As there; `Invalid` on `session` when it does not take place.
pub async fn session_to_follow(
    conn: &Conn<'_>,
    actor: Actor,
    place: (CommunityId, Option<SessionId>),
) -> Result<Option<SessionSeen>> {
    let followed = session_followed(conn, actor, place).await?;
    match followed {
        Some(seen) if seen.session.state == SessionState::Cancelled => Err(Error::invalid(
            "session",
            "this session does not take place",
        )
        .hint("choose another one")),
        followed => Ok(followed),
    }
}

/// Whether a session does, if something follows one: nobody is asked what came of what was not held.
///
/// # Errors
/// When the database fails.
pub async fn takes_place(conn: &Conn<'_>, session: Option<SessionId>) -> Result<bool> {
    let Some(session) = session else {
        return Ok(true);
    };
    let held = session_seen(conn, Actor::System, session).await?;
    Ok(held.session.state != SessionState::Cancelled)
}
