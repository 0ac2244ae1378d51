//! Questions: what people ask each other, what helped them, what somebody stands behind and until when;
//! and what they share beside, resources and stories.
//!
//! Invariants:
//! - a question is a thread of its channel, and an answer a post in it; one that was brought in, and has
//!   no row here, is a question like any other;
//! - two marks are independent: that an answer helped who asked, which only they say, and that somebody
//!   who knows stands behind it, with their name and a day to look again;
//! - who asked without a name is told to one moderator at a time, with a reason that is kept, and by no
//!   event;
//! - a question that was answered is not erased: it is withdrawn, or its asker's name is taken away.
mod commands;
mod events;
mod held;
mod pieces;
mod policy;
mod state;
mod store;
mod tables;

pub use commands::{
    AskQuestion, HaveQuestionToo, InviteToAnswer, MarkHelped, MarkObsolete, MergeThreads,
    ParkQuestion, RevealAsker, ShareResource, SplitThread, StillTrue, TakeBackVerification,
    TellStory, UnverifyAnswer, Verification, VerifyAnswer, begin_once,
};
pub use events::{
    AnswerHelped, AnswerInvited, AskerRevealed, QuestionChanged, QuestionParked, StandingChanged,
};
pub use held::held;
pub use pieces::{ResourceWords, StoryWords};
pub use policy::{Have, Invite, Park, Verify};
pub use state::{QuestionFilter, QuestionState};
pub use store::{
    QuestionSeen, due_by, listing_of, parked_on, questions_of, resources_of, reveals_in,
    reviews_due, reviews_of, stories_of,
};
pub use tables::{Question, Resource, Reveal, Review, Story};

impl Review {
    /// Whether the day to look again has come.
    pub fn is_due(&self, now: chrono::DateTime<chrono::Utc>) -> bool {
        self.obsolete_at.is_none() && self.review_at.is_some_and(|at| at <= now)
    }
}
