//! The tables that searching owns: what people want to ask again, which words mean the same, and
//! what was asked in vain. The index is no table.
pub use asked_in_vain::Model as AskedInVain;
pub use saved_search::Model as SavedSearch;
pub use synonyms::Model as Synonyms;

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// Words and short phrases, each once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Words(pub Vec<String>);

pub mod asked_in_vain {
    use kernel::CommunityId;
    use sea_orm::entity::prelude::*;

    /// Words that somebody looked for in a community, and found nothing.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "asked_in_vain")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub community_id: CommunityId,
        /// Folded, without operators.
        #[sea_orm(primary_key, auto_increment = false)]
        pub words: String,
        /// Makes one person count once.
        #[sea_orm(primary_key, auto_increment = false)]
        pub mark: Vec<u8>,
        pub asked_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod synonyms {
    use super::Words;
    use kernel::SynonymsId;
    use sea_orm::entity::prelude::*;

    /// Words that mean the same in this organisation.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "synonyms")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SynonymsId,
        pub words: Words,
        pub changed_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod saved_search {
    use kernel::{CommunityId, PersonId, SavedSearchId};
    use sea_orm::entity::prelude::*;

    /// A search that a person keeps under a name of their own.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "saved_search")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SavedSearchId,
        pub person_id: PersonId,
        /// Only there.
        pub community_id: Option<CommunityId>,
        #[sea_orm(column_type = "Text")]
        pub name: String,
        #[sea_orm(column_type = "Text")]
        pub query: String,
        pub created_at: DateTimeUtc,
        /// What was written after this is new.
        pub told_through: DateTimeUtc,
        /// When to look next whether there is something new; nothing when its person does not want to
        /// be told.
        pub look_at: Option<DateTimeUtc>,
    }

    impl Model {
        /// Whether its person is told of what is new.
        pub fn tells(&self) -> bool {
            self.look_at.is_some()
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
