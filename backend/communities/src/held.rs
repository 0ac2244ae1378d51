//! What this capability holds about a person.
use crate::tables::{invitation, membership, mute};
use kernel::{Holds, InvitationId, MembershipId, MuteId, Rows, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        nobodys("community", "a place of many").held(),
        Rows::<membership::Entity>::new()
            .id::<MembershipId>()
            .of(membership::Column::PersonId)
            .others(
                &[membership::Column::GrantedById],
                "who gave somebody a role is told of whom they gave it to",
            )
            .held(),
        nobodys("holiday", "days of a community").held(),
        Rows::<mute::Entity>::new()
            .id::<MuteId>()
            .of(mute::Column::PersonId)
            .others(
                &[mute::Column::ById],
                "what moderators do is told by their log",
            )
            .held(),
        Rows::<invitation::Entity>::new()
            .id::<InvitationId>()
            .among(invitation::Column::Email, identity::address_of)
            .others(
                &[invitation::Column::InvitedBy],
                "whom they invited is about others",
            )
            .without(
                &[invitation::Column::TokenHash],
                "what opens something is kept as a hash alone, and given to nobody",
            )
            .held(),
    ]
}
