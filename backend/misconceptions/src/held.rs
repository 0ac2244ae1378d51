//! What this capability holds about a person.
use crate::tables::{exposure, misconception, misconception_change, occurrence};
use kernel::{Holds, MisconceptionChangeId, MisconceptionId, OccurrenceId, Rows, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        Rows::<misconception::Entity>::new()
            .id::<MisconceptionId>()
            .of(misconception::Column::SuspectedBy)
            .of(misconception::Column::DraftedBy)
            .others(
                &[
                    misconception::Column::OwnerId,
                    misconception::Column::AskedId,
                    misconception::Column::AgreedBy,
                ],
                "a duty that they had or an act of theirs for all, not something about them",
            )
            .held(),
        Rows::<misconception_change::Entity>::new()
            .id::<MisconceptionChangeId>()
            .of(misconception_change::Column::ChangedBy)
            .held(),
        Rows::<occurrence::Entity>::new()
            .id::<OccurrenceId>()
            .of(occurrence::Column::AddedBy)
            .without(
                &[
                    occurrence::Column::Quote,
                    occurrence::Column::Prefix,
                    occurrence::Column::Suffix,
                ],
                "the words of who wrote them",
            )
            .held(),
        Rows::<exposure::Entity>::new()
            .of(exposure::Column::PersonId)
            .held(),
        nobodys("claim_match", "what the program found resembling")
            .others(
                &["decided_by"],
                "a duty that they had or an act of theirs for all, not something about them",
            )
            .held(),
    ]
}
