//! What of a session is shown, and when. Pure.
use crate::{Material, MaterialShown, Part, Session, SessionState};
use chrono::{DateTime, TimeDelta, Utc};

impl Session {
    /// From when to when learners see the link to a part.
    pub fn join_window(&self, part: &Part) -> (DateTime<Utc>, DateTime<Utc>) {
        let minutes = |minutes: i32| TimeDelta::minutes(minutes.into());
        (
            part.starts_at - minutes(self.join_minutes_before),
            part.ends_at + minutes(self.join_minutes_after),
        )
    }

    /// Whether learners see the link now.
    pub fn is_joinable(&self, parts: &[Part], now: DateTime<Utc>) -> bool {
        let takes_place = matches!(self.state, SessionState::Published | SessionState::Running);
        takes_place
            && parts.iter().any(|part| {
                let (opens_at, closes_at) = self.join_window(part);
                (opens_at..=closes_at).contains(&now)
            })
    }
}

impl Material {
    /// Whether learners see it now.
    pub fn is_shown(&self, session: &Session, now: DateTime<Utc>) -> bool {
        let closed = session.state == SessionState::Closed;
        match self.shown {
            MaterialShown::Always => true,
            MaterialShown::FromStart => {
                closed || session.state == SessionState::Running || session.starts_at <= now
            }
            MaterialShown::AfterEnd => closed || session.ends_at <= now,
        }
    }
}
