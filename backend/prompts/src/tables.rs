//! The tables this capability owns.
pub use pre_work::Model as PreWork;
pub use prompt::Model as Prompt;

use async_graphql::Enum;
use sea_orm::entity::prelude::*;

/// What pre-work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum PreWorkKind {
    /// A page elsewhere.
    Link,
    /// A file.
    File,
    /// What the note says: a chapter, a task.
    Reading,
}

pub mod prompt {
    use crate::{Audience, DueRule};
    use kernel::{ChannelId, CommunityId, PersonId, PromptId, SessionId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// What a facilitator asks. Its words are the opening of its thread, its answers the posts in it.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "prompt")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PromptId,
        pub community_id: CommunityId,
        pub channel_id: ChannelId,
        pub thread_id: ThreadId,
        pub session_id: Option<SessionId>,
        pub asked_by: PersonId,
        pub posted_at: DateTimeUtc,
        /// How long it takes.
        pub minutes: Option<i32>,
        pub audience: Audience,
        pub due_at: Option<DateTimeUtc>,
        /// A name of the IANA time zone database: where `due_at` was meant.
        pub zone: String,
        pub due_rule: Option<DueRule>,
        /// Since when it is asked no longer.
        pub withdrawn_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod pre_work {
    use super::PreWorkKind;
    use crate::{Audience, DueRule};
    use kernel::{CommunityId, FileId, PersonId, PreWorkId, SessionId};
    use sea_orm::entity::prelude::*;

    /// Something to read or to do before a session, that is no question.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pre_work")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PreWorkId,
        pub community_id: CommunityId,
        pub session_id: Option<SessionId>,
        pub opened_by: PersonId,
        pub opened_at: DateTimeUtc,
        pub kind: PreWorkKind,
        pub title: String,
        /// Markdown; may be empty.
        #[sea_orm(column_type = "Text")]
        pub note: String,
        #[sea_orm(column_type = "Text")]
        pub note_html: String,
        #[sea_orm(column_type = "Text")]
        pub url: Option<String>,
        pub file_id: Option<FileId>,
        pub minutes: Option<i32>,
        pub audience: Audience,
        pub due_at: Option<DateTimeUtc>,
        pub zone: String,
        pub due_rule: Option<DueRule>,
        pub withdrawn_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod prompt_objective {
    use kernel::{ObjectiveId, PromptId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "prompt_objective")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub prompt_id: PromptId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub objective_id: ObjectiveId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod pre_work_objective {
    use kernel::{ObjectiveId, PreWorkId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pre_work_objective")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub pre_work_id: PreWorkId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub objective_id: ObjectiveId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod pre_work_done {
    use kernel::{PersonId, PreWorkId};
    use sea_orm::entity::prelude::*;

    /// Somebody said that they are done with it.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pre_work_done")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub pre_work_id: PreWorkId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub done_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
