//! What check-ins tell. Never what was answered.
use crate::LinkState;
use kernel::{CheckInId, CommunityId, Event, PersonId, Place, SessionId};
use serde::{Deserialize, Serialize};

/// What happened to a check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    Defined,
    Changed,
    Opened,
    Closed,
    Cancelled,
    /// Answers were put together, or taken into a session.
    Arranged,
}

/// A check-in is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInChanged {
    pub community: CommunityId,
    pub check_in: CheckInId,
    pub news: News,
    pub session: Option<SessionId>,
}

impl Event for CheckInChanged {
    const KIND: &'static str = "checkins.check_in_changed";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// Why somebody is told that they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asking {
    First,
    /// A facilitator reminds them, once.
    Again,
}

/// Somebody is asked, in their own hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInAsked {
    pub community: CommunityId,
    pub check_in: CheckInId,
    pub person: PersonId,
    pub asking: Asking,
}

impl Event for CheckInAsked {
    const KIND: &'static str = "checkins.check_in_asked";

    fn place(&self) -> Place {
        Place::community(self.community).only_for(self.person)
    }
}

/// Somebody sent their answers, or said that they skip it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInAnswered {
    pub community: CommunityId,
    pub check_in: CheckInId,
    pub person: PersonId,
}

impl Event for CheckInAnswered {
    const KIND: &'static str = "checkins.check_in_answered";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// Somebody is away until then, or is back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwayChanged {
    pub person: PersonId,
}

impl Event for AwayChanged {
    const KIND: &'static str = "checkins.away_changed";

    fn place(&self) -> Place {
        Place::person(self.person)
    }
}

/// A link from a letter was refused. What was typed is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkRefused {
    pub state: LinkState,
    /// Which check-in and whom it was for, where it was one of ours.
    pub check_in: Option<CheckInId>,
    pub person: Option<PersonId>,
}

impl Event for LinkRefused {
    const KIND: &'static str = "checkins.link_refused";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place {
            person: self.person,
            ..Place::default()
        }
    }
}
