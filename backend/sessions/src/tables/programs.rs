//! What is taught.
use kernel::{CommunityId, ObjectiveId, PersonId, ProgramId, ProgramVersionId};

pub mod program {
    use super::ProgramId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "program")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ProgramId,
        pub slug: String,
        pub title: String,
        pub summary: String,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod version {
    use super::{ProgramId, ProgramVersionId};
    use sea_orm::entity::prelude::*;

    /// One state of a program. Once published it never changes; at most one is not.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "program_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ProgramVersionId,
        pub program_id: ProgramId,
        pub number: i32,
        /// What is new in it; may be empty.
        #[sea_orm(column_type = "Text")]
        pub notes: String,
        pub created_at: DateTimeUtc,
        pub published_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod objective {
    use super::{ObjectiveId, ProgramVersionId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "objective")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ObjectiveId,
        pub version_id: ProgramVersionId,
        /// The same in every version of the program.
        pub number: i32,
        pub position: i32,
        /// What people can do afterwards.
        pub statement: String,
        /// How one sees that they can.
        pub measure: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod delivery {
    use super::{CommunityId, PersonId, ProgramVersionId};
    use sea_orm::entity::prelude::*;

    /// Which version a cohort runs.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "cohort_delivery")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub community_id: CommunityId,
        pub version_id: ProgramVersionId,
        pub delivered_at: DateTimeUtc,
        /// Nobody, when the platform itself did it.
        pub delivered_by: Option<PersonId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
