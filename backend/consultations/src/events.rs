//! What consultations tell. Never what was asked, of whom, or what was answered.
use kernel::{CommunityId, ConsultationId, Event, PersonId, Place};
use serde::{Deserialize, Serialize};

/// What happened to a consultation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// A plan asks for it.
    Assigned,
    /// A colleague is written to.
    Asked,
    /// The colleague confirmed.
    Confirmed,
    /// The colleague cannot.
    Declined,
    /// The colleague did not answer in time.
    Expired,
    Concluded,
    /// It is read by others than before.
    Shared,
    Withdrawn,
}

/// A consultation is not as it was: for who asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsultationChanged {
    pub community: CommunityId,
    pub consultation: ConsultationId,
    /// Who asks.
    pub person: PersonId,
    pub news: News,
}

impl Event for ConsultationChanged {
    const KIND: &'static str = "consultations.consultation_changed";

    fn place(&self) -> Place {
        Place::community(self.community).only_for(self.person)
    }
}

/// What a colleague who belongs to the community is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToColleague {
    /// Somebody would like to ask them.
    Asked,
    /// Nobody waits for them any more.
    Released,
}

/// A colleague who belongs to the community is asked, or is so no longer: for them alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColleagueTold {
    pub community: CommunityId,
    pub consultation: ConsultationId,
    /// The colleague.
    pub person: PersonId,
    pub told: ToColleague,
}

impl Event for ColleagueTold {
    const KIND: &'static str = "consultations.colleague_told";

    fn place(&self) -> Place {
        Place::community(self.community).only_for(self.person)
    }
}

/// Why a link opened nothing. Whoever held it was not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// It was altered, or cut short on its way.
    Unknown,
    Used,
    Expired,
    /// It was taken back, or another letter took its place.
    Retired,
}

/// A link from a letter was refused. What was typed is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkRefused {
    pub why: Refusal,
    /// Which consultation, where it was one of ours.
    pub consultation: Option<ConsultationId>,
}

impl Event for LinkRefused {
    const KIND: &'static str = "consultations.link_refused";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place::default()
    }
}
