//! Files, and what is said in them.
use sea_orm::entity::prelude::*;

/// Why what is said in a file cannot be searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, async_graphql::Enum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Unreadable {
    /// It is not what it says it is.
    Broken,
    /// It is locked with a password.
    Locked,
    /// Reading it takes more than a file may take.
    TooMuch,
}

pub mod file {
    use crate::Author;
    use kernel::{CommunityId, FileId, PostId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: FileId,
        pub uploader_id: Author,
        /// The post it is attached to; nothing while that is still being written.
        pub post_id: Option<PostId>,
        /// The community that reads it without a post.
        pub community_id: Option<CommunityId>,
        pub name: String,
        pub media_type: String,
        pub bytes: i64,
        pub width: Option<i32>,
        pub height: Option<i32>,
        pub sha256: String,
        pub created_at: DateTimeUtc,
        /// Why what is said in it cannot be searched.
        pub unreadable: Option<super::Unreadable>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is said in a file, for searching.
pub mod file_text {
    use kernel::FileId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "file_text")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub file_id: FileId,
        pub text: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
