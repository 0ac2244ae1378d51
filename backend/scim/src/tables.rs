//! The tables of what a directory keeps.
pub(crate) use group::Model as GroupRow;
pub(crate) use person::Model as PersonRow;

pub(crate) mod person {
    use kernel::PersonId;
    use sea_orm::entity::prelude::*;

    /// A person as a directory wrote them.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "scim_person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        /// In lower case, by which it is found.
        pub user_name: String,
        pub external_id: Option<String>,
        /// Whom they report to: an id as the directory wrote it, whether anybody has it or not.
        pub manager_id: Option<PersonId>,
        /// The attributes that it wrote and we have.
        pub resource: Json,
        pub created_at: DateTimeUtc,
        pub changed_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod group {
    use kernel::ScimGroupId;
    use sea_orm::entity::prelude::*;

    /// A group of a directory.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "scim_group")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ScimGroupId,
        pub name: String,
        /// The name in lower case, by which it is found.
        pub name_key: String,
        pub external_id: Option<String>,
        /// Moves with each change, of its members, too.
        pub version: i32,
        pub created_at: DateTimeUtc,
        pub changed_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod member {
    use super::group;
    use kernel::{PersonId, ScimGroupId};
    use sea_orm::entity::prelude::*;

    /// Somebody who is in a group.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "scim_member")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub group_id: ScimGroupId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "group::Entity",
            from = "Column::GroupId",
            to = "group::Column::Id"
        )]
        Group,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
