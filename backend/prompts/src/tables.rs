//! The tables this capability owns.
pub use pre_work::Model as PreWork;
pub use prompt::Model as Prompt;
pub use series::Model as PromptSeries;
pub use spaced::Model as SpacedQuestion;

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

/// What a question of a series asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum SpacedKind {
    /// To recall what was learned.
    Recall,
    /// To say where it was applied.
    Apply,
}

/// How well somebody recalled it, by their own word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum RecallMark {
    Knew,
    Partly,
    NotYet,
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

pub mod series {
    use crate::Audience;
    use kernel::{ChannelId, CommunityId, PersonId, PromptSeriesId, SessionId};
    use sea_orm::entity::prelude::*;

    /// Questions that come one after another in the days after a session.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "prompt_series")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PromptSeriesId,
        pub community_id: CommunityId,
        pub channel_id: ChannelId,
        pub session_id: SessionId,
        pub created_by: PersonId,
        pub created_at: DateTimeUtc,
        pub nonce: String,
        #[sea_orm(column_type = "Text")]
        pub title: String,
        pub audience: Audience,
        /// By so many days it is later, for the pauses it had.
        pub later_by: i32,
        pub paused_at: Option<DateTimeUtc>,
        pub cancelled_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod spaced {
    use super::SpacedKind;
    use kernel::{PromptId, PromptSeriesId};
    use sea_orm::entity::prelude::*;

    /// One question of a series: a prompt once its day has come.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "spaced_question")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub series_id: PromptSeriesId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        pub kind: SpacedKind,
        #[sea_orm(column_type = "Text")]
        pub title: String,
        #[sea_orm(column_type = "Text")]
        pub body: String,
        /// What was to be recalled: shown beside one's own answer.
        #[sea_orm(column_type = "Text")]
        pub expected: Option<String>,
        /// So many days after the end of the session.
        pub days: i32,
        pub minutes: Option<i32>,
        pub asks_at: DateTimeUtc,
        pub prompt_id: Option<PromptId>,
        /// How often it could not be asked.
        pub tries: i32,
        /// Why it could not, the last time.
        #[sea_orm(column_type = "Text")]
        pub problem: Option<String>,
        /// Since when nobody tries any more.
        pub given_up_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod recall {
    use super::RecallMark;
    use kernel::{PersonId, PromptId};
    use sea_orm::entity::prelude::*;

    /// How well somebody recalled what a prompt asked, by their own word.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "recall_mark")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub prompt_id: PromptId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub mark: RecallMark,
        pub marked_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
