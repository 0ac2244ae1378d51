//! What this capability holds about a person.
use crate::tables::{apart, commitment, pair_member, profile, rating};
use kernel::{CommitmentId, Holds, PairingRoundId, Rows, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        nobodys("pairing_round", "rounds of many")
            .others(
                &["proposed_by"],
                "a duty that they had or an act of theirs for all, not something about them",
            )
            .held(),
        nobodys("pairing_plan", "rounds of many")
            .others(
                &["set_by"],
                "a duty that they had or an act of theirs for all, not something about them",
            )
            .held(),
        nobodys("pair", "what is theirs of it stands in pair_member")
            .ids::<PairingRoundId>("round_id")
            .held(),
        Rows::<pair_member::Entity>::new()
            .of(pair_member::Column::PersonId)
            .held(),
        Rows::<commitment::Entity>::new()
            .id::<CommitmentId>()
            .of(commitment::Column::PersonId)
            .without(
                &[commitment::Column::Nonce],
                "a note of the program on its own work",
            )
            .held(),
        Rows::<profile::Entity>::new()
            .of(profile::Column::PersonId)
            .others(&[profile::Column::ManagerId], "who leads them")
            .held(),
        Rows::<rating::Entity>::new()
            .of(rating::Column::PersonId)
            .held(),
        Rows::<apart::Entity>::new()
            .of(apart::Column::PersonId)
            .others(
                &[apart::Column::OtherId],
                "whom they would rather not be with: it is told to nobody else",
            )
            .held(),
    ]
}
