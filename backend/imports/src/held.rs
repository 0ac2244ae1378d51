//! What this capability holds about a person.
use crate::tables::{invite_line, invite_list, roster, roster_line};
use kernel::{Holds, InviteListId, RosterId, Rows, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        Rows::<roster::Entity>::new()
            .id::<RosterId>()
            .of(roster::Column::BroughtBy)
            .held(),
        Rows::<roster_line::Entity>::new()
            .of(roster_line::Column::PersonId)
            .held(),
        Rows::<invite_list::Entity>::new()
            .id::<InviteListId>()
            .of(invite_list::Column::MadeBy)
            .held(),
        Rows::<invite_line::Entity>::new()
            .among(invite_line::Column::Email, identity::address_of)
            .held(),
        nobodys("import_run", "what an import did, in numbers").held(),
        nobodys("import_link", "what became of which line of an archive")
            .others(&["target_id"], "what was made of the line, of any kind")
            .held(),
    ]
}
