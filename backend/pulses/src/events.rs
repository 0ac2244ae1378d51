//! What pulses tell. Never what was answered, and never who answered.
use crate::LinkState;
use kernel::{CommunityId, Event, PersonId, Place, PulseId, SessionId};
use serde::{Deserialize, Serialize};

/// What happened to a pulse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    Defined,
    Changed,
    Opened,
    Closed,
    Cancelled,
    /// Everybody in the community may see what the group said.
    Shared,
}

/// A pulse is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PulseChanged {
    pub community: CommunityId,
    pub pulse: PulseId,
    pub news: News,
    pub session: Option<SessionId>,
}

impl Event for PulseChanged {
    const KIND: &'static str = "pulses.pulse_changed";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// Why somebody is told that they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asking {
    First,
    /// A reminder: two at most.
    Again,
}

/// Somebody is asked, in their own hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PulseAsked {
    pub community: CommunityId,
    pub pulse: PulseId,
    pub person: PersonId,
    pub asking: Asking,
}

impl Event for PulseAsked {
    const KIND: &'static str = "pulses.pulse_asked";

    fn place(&self) -> Place {
        Place::community(self.community).only_for(self.person)
    }
}

/// Somebody answered, or said that they do not: it is not told who. It is dated back to the opening, so
/// that it does not tell when either.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PulseAnswered {
    pub community: CommunityId,
    pub pulse: PulseId,
}

impl Event for PulseAnswered {
    const KIND: &'static str = "pulses.pulse_answered";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// Somebody took along what a group said, as a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultsExported {
    pub community: CommunityId,
    pub pulse: PulseId,
}

impl Event for ResultsExported {
    const KIND: &'static str = "pulses.results_exported";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// A link was refused. What was typed is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkRefused {
    pub state: LinkState,
    /// Which pulse, where it was one of ours.
    pub pulse: Option<PulseId>,
}

impl Event for LinkRefused {
    const KIND: &'static str = "pulses.link_refused";

    fn place(&self) -> Place {
        Place::default()
    }
}
