//! The table that the audit log owns.
pub use entry::Model as Entry;

pub mod entry {
    use kernel::{AuditEntryId, CommunityId, PersonId};
    use sea_orm::entity::prelude::*;

    /// Something that was done. Nothing of it changes once it is written.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_entry")]
    pub struct Model {
        /// Its place in the chain, from 1.
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        /// As the fact that it tells of.
        pub id: AuditEntryId,
        pub at: DateTimeUtc,
        pub kind: String,
        /// Who did it; nobody where the platform did, or somebody who was not signed in.
        pub actor_id: Option<PersonId>,
        /// The id of what let them in: a sign-in, or a token.
        pub via: Option<String>,
        pub address: Option<String>,
        pub device: Option<String>,
        /// What it was done to, by its id as people see it.
        pub object: Option<String>,
        /// Whom it was done to.
        pub person_id: Option<PersonId>,
        pub community_id: Option<CommunityId>,
        /// What was, as a JSON object. It is text, so that its hash is the same wherever it is kept.
        #[sea_orm(column_type = "Text", nullable)]
        pub before: Option<String>,
        /// What is from then on, likewise.
        #[sea_orm(column_type = "Text", nullable)]
        pub after: Option<String>,
        /// Of this entry and the hash before it, in hexadecimal digits.
        pub hash: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
