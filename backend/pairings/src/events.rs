//! What pairings tell.
use kernel::{CommitmentId, CommunityId, Event, PairId, PairingRoundId, PersonId, Place};
use serde::{Deserialize, Serialize};

/// Whether a fact of this kind is told by pairings: each changes a page or a board that somebody has open.
pub fn tells(kind: &str) -> bool {
    kind.starts_with("pairings.")
}

/// Whether a fact of this kind is for who leads alone, though it names nobody.
pub fn is_for_leads(kind: &str) -> bool {
    [RoundChanged::KIND, RoundReady::KIND, TakersChanged::KIND].contains(&kind)
}

/// Who could be together is to be found out, or is known, or is changed: for who leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundChanged {
    pub community: CommunityId,
    pub round: PairingRoundId,
}

impl Event for RoundChanged {
    const KIND: &'static str = "pairings.round_changed";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// A round was published, or is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundPublished {
    pub community: CommunityId,
    pub round: PairingRoundId,
}

impl Event for RoundPublished {
    const KIND: &'static str = "pairings.round_published";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// A round that began by itself waits to be looked at, as a proposal or as none: for who leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundReady {
    pub community: CommunityId,
    pub round: PairingRoundId,
}

impl Event for RoundReady {
    const KIND: &'static str = "pairings.round_ready";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// Who takes part is another now: for who leads, who is not told who it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakersChanged {
    pub community: CommunityId,
}

impl Event for TakersChanged {
    const KIND: &'static str = "pairings.takers_changed";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

macro_rules! facts_for_one {
    ($($(#[$doc:meta])* $name:ident $kind:literal { $($field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name {
            pub community: CommunityId,
            /// Whom alone it concerns.
            pub person: PersonId,
            $(pub $field: $type),*
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn place(&self) -> Place {
                Place::community(self.community).only_for(self.person)
            }
        }
    )+};
}

facts_for_one! {
    /// Somebody is with others from now on, after who left their pair, where somebody did.
    Paired "pairings.paired" { pair: PairId, after: Option<PersonId> }
    /// Something of their pair is another now.
    PairChanged "pairings.pair_changed" { pair: PairId }
    /// One of their pair would like to hear from them.
    Nudged "pairings.nudged" { pair: PairId, by: PersonId }
    /// Somebody is in a pair no more: told to who goes on in it, and to each who leads where they left it.
    Parted "pairings.parted" { pair: PairId, whom: PersonId }
    /// Their pair is over, because somebody left it, and nobody was found for them.
    LeftAlone "pairings.left_alone" { round: PairingRoundId, after: Option<PersonId> }
    /// It is time to ask somebody whether they met.
    MeetingAsked "pairings.meeting_asked" { pair: PairId }
    /// Somebody is paused after silent rounds; told to them, and to each who leads.
    Paused "pairings.paused" { whom: PersonId }
    /// What they say of themself for pairing is another now.
    PreferencesChanged "pairings.preferences_changed" {}
    /// What somebody of their pair means to do is new, or settled.
    CommitmentChanged "pairings.commitment_changed" { pair: PairId, commitment: CommitmentId }
}
