//! Feedback: people hand in what they applied, and each who did looks at what others handed in.
//!
//! Invariants:
//! - what is handed in is a conversation of its channel, and the words of feedback are a reply in it;
//!   whoever may not read it knows of nothing that was handed in there;
//! - marks are for who handed in, who gave them, and who leads, and for nobody else by any path;
//! - one person has one thing in a round, looks at nothing of their own, and at nothing twice;
//! - somebody is asked as soon as something is handed in, and nobody waits while anybody could be asked;
//!   where nobody can, who leads is told;
//! - what is late, declined or left behind is asked of somebody else at once; who is late may still give;
//! - what somebody gets does not depend on what they give.
mod allocating;
mod balancing;
mod commands;
mod events;
mod held;
mod jobs;
mod life;
mod policy;
mod rubric;
mod store;
mod tables;

pub use commands::{
    AskForFeedback, CancelFeedbackRound, CloseFeedbackRound, CreateFeedbackRound, DeclineFeedback,
    GiveFeedback, MarkFeedback, ReopenFeedbackRound, SubmitEvidence, UpdateFeedbackRound,
    WithdrawEvidence,
};
pub use events::{
    EvidenceChanged, EvidenceNews, FeedbackChanged, FeedbackNews, RoundChanged, RoundMoved,
    RoundNews, is_for_leads, tells,
};
pub use held::held;
pub use jobs::{KeepFeedback, keep_feedback};
pub use life::{EvidenceState, FeedbackRoundState, FeedbackState};
pub use policy::{
    Decline, EvidenceSeen, FeedbackSeen, Give, HandIn, HandingIn, Lead, Read, RoundSeen, Withdraw,
};
pub use rubric::{Criterion, CriterionInput, Marks, Rubric};
pub use store::{
    FeedbackCounts, counts_of, evidence_by_ids, evidence_in, evidence_seen, feedback_asked_of,
    feedback_due_for, feedback_seen, own_evidence, round_seen, rounds_by_ids, rounds_in,
    rounds_of_sessions,
};
pub use tables::{Evidence, Feedback, FeedbackRound};
