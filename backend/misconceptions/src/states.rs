//! The life of a misconception: which step leads where, and what a step needs. Pure.
//!
//! ```text
//! suspected ─confirm→ confirmed ─draft→ drafted ─offer→ author's window ─publish→ published ─close→ closed
//!     └─────────────────┴────────reject────┴───────────────┘                  │                  │
//! rejected ───────────────────────────reopen──────────────→ confirmed ←───────┴──────────────────┘
//! ```
//!
//! - The author is asked first, within a window (24 hours unless said otherwise). It ends by itself: what
//!   was drafted is published then. A moderator may publish earlier once the author revised the post.
//! - What touches safety or compliance waits for no window, and needs a second person who agrees.
//! - A draft that is changed needs to be agreed to anew; what an author reads is not changed.
//! - What was published can be taken back for seven days; it is a draft again then.
use crate::{MisconceptionState, Severity};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Error, Result};

/// How long an author may revise, unless a moderator says otherwise.
pub const WINDOW_HOURS: i32 = 24;
/// The longest window: a week.
pub const WINDOW_HOURS_MAX: i32 = 168;
/// For so long what was published can be taken back.
pub const UNDO: TimeDelta = TimeDelta::days(7);

/// A step in the life of a misconception.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    Confirm,
    Reject,
    Reopen,
    Draft,
    Agree,
    Offer,
    Publish,
    Undo,
    Close,
}

impl Step {
    pub const ALL: [Self; 9] = [
        Self::Confirm,
        Self::Reject,
        Self::Reopen,
        Self::Draft,
        Self::Agree,
        Self::Offer,
        Self::Publish,
        Self::Undo,
        Self::Close,
    ];
}

/// What of a misconception decides which steps it can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub state: MisconceptionState,
    pub severity: Severity,
    pub is_agreed: bool,
    /// Whether its passages stand in no post any more.
    pub is_revised: bool,
    pub window_ends_at: Option<DateTime<Utc>>,
    pub published_at: Option<DateTime<Utc>>,
}

impl Severity {
    /// Whether it waits for no window, needs two people, and everybody's word that they read it.
    pub fn is_grave(self) -> bool {
        matches!(self, Self::Safety | Self::Compliance)
    }
}

impl MisconceptionState {
    /// Whether readers are shown the correction.
    pub fn is_public(self) -> bool {
        matches!(self, Self::Published | Self::Closed)
    }

    /// Whether posts are compared with it.
    pub fn is_watched(self) -> bool {
        !matches!(self, Self::Suspected | Self::Rejected)
    }
}

impl Standing {
    /// Where a step leads.
    ///
    /// # Errors
    /// `Conflict` when this step leads nowhere from here, in words that say which would.
    pub fn after(&self, step: Step, now: DateTime<Utc>) -> Result<MisconceptionState> {
        use MisconceptionState::{
            AuthorsWindow, Closed, Confirmed, Drafted, Published, Rejected, Suspected,
        };
        match (self.state, step) {
            (Suspected, Step::Confirm) => Ok(Confirmed),
            (Suspected | Confirmed | Drafted | AuthorsWindow, Step::Reject) => Ok(Rejected),
            (Rejected | Published | Closed, Step::Reopen) => Ok(Confirmed),
            (Confirmed | Drafted, Step::Draft) => Ok(Drafted),
            (Drafted | AuthorsWindow, Step::Agree) if self.is_agreed => {
                Err(Error::conflict("somebody agreed to it already"))
            }
            (Drafted | AuthorsWindow, Step::Agree) => Ok(self.state),
            (Drafted, Step::Offer) if self.severity.is_grave() => Err(Error::conflict(
                "what touches safety or compliance waits for nobody; publish it",
            )),
            (Drafted, Step::Offer) => Ok(AuthorsWindow),
            (Drafted | AuthorsWindow, Step::Publish) => self.publishable(now).map(|()| Published),
            (Published, Step::Close) => Ok(Closed),
            (Published | Closed, Step::Undo) => match self.undoable_until() {
                Some(until) if now < until => Ok(Drafted),
                _ => Err(Error::conflict(
                    "this was published more than seven days ago; reopen it instead",
                )),
            },
            (state, _) => Err(Error::conflict(refusal(state))),
        }
    }

    fn publishable(&self, now: DateTime<Utc>) -> Result<()> {
        if self.severity.is_grave() && !self.is_agreed {
            return Err(Error::conflict(
                "a second person must agree before this is published",
            ));
        }
        let is_over = self.window_ends_at.is_some_and(|ends| ends <= now);
        let waits_for_nobody = self.severity.is_grave() || self.is_revised || is_over;
        match (self.state, waits_for_nobody) {
            (_, true) => Ok(()),
            (MisconceptionState::AuthorsWindow, false) => Err(Error::conflict(
                "the author still has time to revise; it is published by itself when that is over",
            )),
            (_, false) => Err(Error::conflict("offer it to the author first")),
        }
    }

    /// Until when the publication can be taken back.
    pub fn undoable_until(&self) -> Option<DateTime<Utc>> {
        self.published_at
            .filter(|_| self.state.is_public())
            .map(|published| published + UNDO)
    }
}

fn refusal(state: MisconceptionState) -> &'static str {
    match state {
        MisconceptionState::Suspected => "this is only suspected; confirm or reject it first",
        MisconceptionState::Confirmed => "write the correction first",
        MisconceptionState::Drafted => "this is being written; nobody has read it yet",
        MisconceptionState::AuthorsWindow => "the author is reading this; it is not changed now",
        MisconceptionState::Published => "this is published already",
        MisconceptionState::Closed => "this is closed; reopen it first",
        MisconceptionState::Rejected => "this was rejected; reopen it first",
    }
}

/// How long a window is.
///
/// # Errors
/// `Invalid` on `hours` outside 1 to 168.
pub fn window(hours: i32) -> Result<TimeDelta> {
    match (1..=WINDOW_HOURS_MAX).contains(&hours) {
        true => Ok(TimeDelta::hours(i64::from(hours))),
        false => Err(Error::invalid(
            "hours",
            format!("an author has from 1 to {WINDOW_HOURS_MAX} hours"),
        )),
    }
}

#[cfg(test)]
mod tests;
