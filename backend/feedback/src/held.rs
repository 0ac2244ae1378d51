//! What this capability holds about a person.
use crate::tables::{evidence, feedback, round};
use kernel::{EvidenceId, FeedbackId, FeedbackRoundId, Holds, Rows, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        Rows::<round::Entity>::new()
            .id::<FeedbackRoundId>()
            .of(round::Column::CreatedBy)
            .without(
                &[round::Column::BodyHtml],
                "the same words, as a page shows them",
            )
            .without(
                &[round::Column::Nonce],
                "a note of the program on its own work",
            )
            .held(),
        nobodys("feedback_round_objective", "what a round is about")
            .ids::<FeedbackRoundId>("round_id")
            .held(),
        Rows::<evidence::Entity>::new()
            .id::<EvidenceId>()
            .ids::<FeedbackRoundId>(evidence::Column::RoundId)
            .of(evidence::Column::PersonId)
            .held(),
        Rows::<feedback::Entity>::new()
            .id::<FeedbackId>()
            .ids::<FeedbackRoundId>(feedback::Column::RoundId)
            .of(feedback::Column::PersonId)
            .others(&[feedback::Column::AskedBy], "who asked them")
            .held(),
    ]
}
