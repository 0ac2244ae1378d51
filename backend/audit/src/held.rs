//! What this capability holds about a person.
use crate::tables::entry;
use kernel::{AuditEntryId, Holds, Rows};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        Rows::<entry::Entity>::new()
            .id::<AuditEntryId>()
            .of(entry::Column::ActorId)
            .others(&[entry::Column::PersonId], "whom they did it to")
            .without(
                &[entry::Column::Before, entry::Column::After],
                "they may hold words about others",
            )
            .without(
                &[entry::Column::Hash],
                "it belongs to the log, which stays whole",
            )
            .held(),
        Rows::<entry::Entity>::new()
            .called("audit_entry_about")
            .id::<AuditEntryId>()
            .of(entry::Column::PersonId)
            .without(
                &[
                    entry::Column::ActorId,
                    entry::Column::Via,
                    entry::Column::Address,
                    entry::Column::Device,
                ],
                "who did it, and where they were, is about them",
            )
            .without(
                &[entry::Column::Before, entry::Column::After],
                "they may hold words about others",
            )
            .without(
                &[entry::Column::Hash],
                "it belongs to the log, which stays whole",
            )
            .held(),
    ]
}
