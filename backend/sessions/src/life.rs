//! The life of a session: what can follow what. Pure.
use crate::{Session, SessionState};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Error, Result};

/// How long before its time a session may be started.
const EARLY: TimeDelta = TimeDelta::hours(12);

/// Whether what is planned of it may still change.
///
/// # Errors
/// `Conflict` once it is over, or does not take place.
pub fn open_to_change(session: &Session) -> Result<()> {
    match session.state {
        SessionState::Draft | SessionState::Published | SessionState::Running => Ok(()),
        SessionState::Closed => Err(Error::conflict(
            "this session is over; plan another one instead",
        )),
        SessionState::Cancelled => Err(Error::conflict(
            "this session was cancelled; publish it again first",
        )),
    }
}

/// # Errors
/// `Conflict` when the community sees it already, and it takes place.
pub fn may_publish(session: &Session) -> Result<()> {
    match session.state {
        SessionState::Draft | SessionState::Cancelled => Ok(()),
        SessionState::Published | SessionState::Running | SessionState::Closed => {
            Err(Error::conflict("this session is published already"))
        }
    }
}

/// # Errors
/// `Conflict` when it is not published, or its time is more than twelve hours away.
pub fn may_start(session: &Session, now: DateTime<Utc>) -> Result<()> {
    match session.state {
        SessionState::Published if session.starts_at - now > EARLY => Err(Error::conflict(
            "this session begins more than twelve hours from now; move it to today first",
        )),
        SessionState::Published => Ok(()),
        SessionState::Draft => Err(Error::conflict(
            "nobody has seen this session yet; publish it first",
        )),
        SessionState::Running => Err(Error::conflict("this session goes on already")),
        SessionState::Closed | SessionState::Cancelled => open_to_change(session),
    }
}

/// # Errors
/// `Conflict` when it never began, or is over already.
pub fn may_close(session: &Session, now: DateTime<Utc>) -> Result<()> {
    match session.state {
        SessionState::Running => Ok(()),
        SessionState::Published if session.starts_at <= now => Ok(()),
        SessionState::Published | SessionState::Draft => Err(Error::conflict(
            "this session has not begun; move or cancel it instead",
        )),
        SessionState::Closed | SessionState::Cancelled => open_to_change(session),
    }
}
