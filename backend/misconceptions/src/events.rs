//! What misconceptions tell.
use crate::{CorrectionAnswer, MisconceptionState};
use channels::Spot;
use chrono::{DateTime, Utc};
use kernel::{
    ClaimMatchId, CommunityId, Event, MisconceptionId, OccurrenceId, PersonId, Place, PostId,
    ThreadId,
};
use serde::{Deserialize, Serialize};

/// A step was taken, or something about it is another now: for those who moderate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MisconceptionChanged {
    pub community: CommunityId,
    pub misconception: MisconceptionId,
    pub state: MisconceptionState,
}

impl Event for MisconceptionChanged {
    const KIND: &'static str = "misconceptions.misconception_changed";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

macro_rules! facts_of_a_passage {
    ($($(#[$doc:meta])* $name:ident $kind:literal { $($field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name {
            pub spot: Spot,
            pub post: PostId,
            pub misconception: MisconceptionId,
            $(pub $field: $type),*
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn place(&self) -> Place {
                self.spot.place()
            }
        }
    )+};
}

facts_of_a_passage! {
    /// A correction stands beside a post from now on.
    CorrectionShown "misconceptions.correction_shown" { occurrence: OccurrenceId }
    /// It does so no longer.
    CorrectionWithdrawn "misconceptions.correction_withdrawn" { occurrence: OccurrenceId }
    /// A passage is in its post no more.
    PassageRevised "misconceptions.passage_revised" {
        occurrence: OccurrenceId,
        state: MisconceptionState,
    }
    /// A post resembles a misconception.
    ClaimMatched "misconceptions.claim_matched" { claim_match: ClaimMatchId }
}

/// An author was told that a passage of theirs will be corrected, and until when they may revise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionOffered {
    pub person: PersonId,
    pub community: CommunityId,
    pub thread: ThreadId,
    pub post: PostId,
    pub misconception: MisconceptionId,
    /// Nothing when it was published already.
    pub until: Option<DateTime<Utc>>,
}

impl Event for CorrectionOffered {
    const KIND: &'static str = "misconceptions.correction_offered";

    fn place(&self) -> Place {
        Place::person(self.person)
    }
}

/// Somebody answered a correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionAnswered {
    pub person: PersonId,
    pub misconception: MisconceptionId,
    pub answer: CorrectionAnswer,
}

impl Event for CorrectionAnswered {
    const KIND: &'static str = "misconceptions.correction_answered";

    fn place(&self) -> Place {
        Place::person(self.person)
    }
}

/// A colleague is asked to agree to a correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementAsked {
    pub person: PersonId,
    pub community: CommunityId,
    pub misconception: MisconceptionId,
}

impl Event for AgreementAsked {
    const KIND: &'static str = "misconceptions.agreement_asked";

    /// Who is asked is between them and who asks.
    fn place(&self) -> Place {
        Place::community(self.community).only_for(self.person)
    }
}

/// An auditor was told who read a misconception. It names who was told and why, and nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExposuresAudited {
    pub community: CommunityId,
    pub by: PersonId,
    pub misconception: MisconceptionId,
    pub reason: String,
}

impl Event for ExposuresAudited {
    const KIND: &'static str = "misconceptions.exposures_audited";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place::community(self.community).only_for(self.by)
    }
}

/// People who read a misconception are told of its correction, a handful at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionTold {
    pub misconception: MisconceptionId,
    /// Each with where they met it.
    pub people: Vec<Met>,
}

/// People who were told and must say that they read it are reminded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionReminded {
    pub misconception: MisconceptionId,
    pub people: Vec<Met>,
}

/// Somebody, and where they met a misconception.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    pub person: PersonId,
    pub community: CommunityId,
    pub thread: ThreadId,
}

macro_rules! placeless {
    ($($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;

            /// Nowhere: open browsers hear of the notices that come of it.
            fn place(&self) -> Place {
                Place::default()
            }
        }
    )+};
}

placeless! {
    CorrectionTold "misconceptions.correction_told",
    CorrectionReminded "misconceptions.correction_reminded",
}
