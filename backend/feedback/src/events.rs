//! What feedback tells. Never what was written or marked.
use kernel::{
    CommunityId, Event, EvidenceId, FeedbackId, FeedbackRoundId, PersonId, Place, SessionId,
};
use serde::{Deserialize, Serialize};

/// What happened to a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundNews {
    Opened,
    Changed,
    Closed,
    Reopened,
    Cancelled,
}

/// A round is not as it was: for everybody who may hand in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundChanged {
    pub community: CommunityId,
    pub feedback_round: FeedbackRoundId,
    pub session: Option<SessionId>,
    pub news: RoundNews,
}

impl Event for RoundChanged {
    const KIND: &'static str = "feedback.round_changed";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// Something in a round is not as it was: who handed in, who is asked, what was given. For who leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundMoved {
    pub community: CommunityId,
    pub feedback_round: FeedbackRoundId,
    /// How much nobody can look at, where that is news to who leads.
    pub with_nobody: Option<usize>,
}

impl Event for RoundMoved {
    const KIND: &'static str = "feedback.round_moved";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// What happened to something that was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceNews {
    HandedIn,
    /// Others are asked to look at it than before, or nobody is.
    ReadersChanged,
    /// Somebody gave feedback, which can be read from now on.
    GotFeedback,
    Withdrawn,
}

/// Something that was handed in is not as it was: for who did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceChanged {
    pub community: CommunityId,
    pub feedback_round: FeedbackRoundId,
    pub evidence: EvidenceId,
    /// Who handed it in.
    pub person: PersonId,
    /// The feedback, where it got some.
    pub feedback: Option<FeedbackId>,
    pub news: EvidenceNews,
}

impl Event for EvidenceChanged {
    const KIND: &'static str = "feedback.evidence_changed";

    fn place(&self) -> Place {
        Place::community(self.community).only_for(self.person)
    }
}

/// What happened to what one person is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackNews {
    Asked,
    /// It is due soon.
    Reminded,
    Given,
    /// Another level is marked.
    Marked,
    Declined,
    /// It is late, and somebody else is asked.
    PassedOn,
    /// Nobody waits for it any more.
    Released,
}

/// What one person is asked for is not as it was: for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackChanged {
    pub community: CommunityId,
    pub feedback_round: FeedbackRoundId,
    pub evidence: EvidenceId,
    pub feedback: FeedbackId,
    /// Who is asked.
    pub person: PersonId,
    pub news: FeedbackNews,
}

impl Event for FeedbackChanged {
    const KIND: &'static str = "feedback.feedback_changed";

    fn place(&self) -> Place {
        Place::community(self.community).only_for(self.person)
    }
}

/// Whether a fact is for those who lead alone.
pub fn is_for_leads(kind: &str) -> bool {
    kind == RoundMoved::KIND
}

/// Whether a fact is one of these.
pub fn tells(kind: &str) -> bool {
    [
        RoundChanged::KIND,
        RoundMoved::KIND,
        EvidenceChanged::KIND,
        FeedbackChanged::KIND,
    ]
    .contains(&kind)
}
