//! The table this capability owns.
pub use export::Model as PersonalExport;

pub mod export {
    use kernel::{PersonId, PersonalExportId};
    use sea_orm::entity::prelude::*;

    /// All that is held about a person, as a file that is made or was.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "personal_export")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PersonalExportId,
        pub person_id: PersonId,
        pub asked_by: PersonId,
        /// Why an administrator asked; nothing where the person did.
        pub reason: Option<String>,
        pub asked_at: DateTimeUtc,
        /// Which of the tables is next, and from which row on.
        pub step: i32,
        pub from_row: i64,
        pub percent: i32,
        pub ready_at: Option<DateTimeUtc>,
        pub expires_at: Option<DateTimeUtc>,
        /// When it was fetched last.
        pub fetched_at: Option<DateTimeUtc>,
        pub bytes: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
