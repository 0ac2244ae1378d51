//! What this capability holds about a person.
use crate::tables::{invitation, reveal, review, too};
use kernel::{Holds, RevealId, Rows, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        nobodys("question", "what stands beside a conversation").held(),
        Rows::<too::Entity>::new().of(too::Column::PersonId).held(),
        Rows::<invitation::Entity>::new()
            .of(invitation::Column::PersonId)
            .others(&[invitation::Column::InvitedBy], "who invited them")
            .held(),
        nobodys("question_objective", "what a question is about").held(),
        Rows::<review::Entity>::new()
            .of(review::Column::VerifiedBy)
            .held(),
        nobodys("resource", "what stands beside a conversation").held(),
        nobodys("story", "what stands beside a conversation").held(),
        Rows::<reveal::Entity>::new()
            .id::<RevealId>()
            .of(reveal::Column::RevealedTo)
            .held(),
    ]
}
