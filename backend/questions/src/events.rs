//! What questions tell. None of it names who asked.
use channels::Spot;
use kernel::{Event, PersonId, Place, PostId, SessionId};
use serde::{Deserialize, Serialize};

macro_rules! facts_of_a_question {
    ($($(#[$doc:meta])* $name:ident $kind:literal { $($field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name {
            pub spot: Spot,
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

facts_of_a_question! {
    /// Somebody has it too, or not after all; or it serves other objectives.
    QuestionChanged "questions.question_changed" {}
    /// It will be covered in a session, or will not after all.
    QuestionParked "questions.question_parked" { session: Option<SessionId> }
    /// An answer helped who asked.
    AnswerHelped "questions.answer_helped" { post: PostId }
    /// Somebody stands behind a post, or no longer; it holds still, or no longer.
    StandingChanged "questions.standing_changed" { post: PostId, is_verified: bool }
}

/// Somebody is asked to answer a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerInvited {
    pub spot: Spot,
    pub person: PersonId,
}

impl Event for AnswerInvited {
    const KIND: &'static str = "questions.answer_invited";

    fn place(&self) -> Place {
        self.spot.place().only_for(self.person)
    }
}

/// A moderator was told who asked. It names who was told and why, never who asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskerRevealed {
    pub spot: Spot,
    pub told: PersonId,
    pub reason: String,
}

impl Event for AskerRevealed {
    const KIND: &'static str = "questions.asker_revealed";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        self.spot.place().only_for(self.told)
    }
}
