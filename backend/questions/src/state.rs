//! Where a question stands. Pure.
use crate::store::QuestionSeen;
use async_graphql::Enum;
use channels::Thread;

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum QuestionState {
    /// Nobody answered yet.
    Open,
    /// Somebody answered.
    Answered,
    /// Somebody who knows stands behind an answer.
    Verified,
    /// It was asked before, or is asked no longer.
    Closed,
}

/// Which questions of a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum QuestionFilter {
    /// All of them.
    All,
    /// Those asked since the latest session ended.
    Interlude,
    /// Those that nobody answered.
    Unanswered,
    /// Those the viewer asked, or has too.
    Mine,
    /// Those the viewer follows.
    Following,
    /// Those in whose conversation something was corrected.
    Corrected,
}

impl QuestionSeen {
    pub fn state(&self, thread: &Thread) -> QuestionState {
        match self.answers {
            _ if thread.duplicate_of.is_some() || thread.withdrawn_at.is_some() => {
                QuestionState::Closed
            }
            _ if self.verified_at.is_some() => QuestionState::Verified,
            Some(_) => QuestionState::Answered,
            None => QuestionState::Open,
        }
    }
}
