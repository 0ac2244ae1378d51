//! The tables this capability owns.
pub use answer::Model as Answer;
pub use check_in::Model as CheckIn;
pub use link::Model as Link;
pub use question::Model as Question;
pub use response::Model as Response;
pub use theme::Model as Theme;

use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// How a question is answered.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Enum,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
)]
#[graphql(name = "CheckInQuestionKind")]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum QuestionKind {
    /// In a few words.
    ShortText,
    /// By one of 3 to 5 words, from the least to the most.
    Scale,
    /// By one of several.
    Choice,
    /// By what became of what the person themself said they would do.
    Commitment,
    /// By which of two statements the person would act on.
    Misconception,
}

/// Who reads the answers to one question.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Enum,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
)]
#[graphql(name = "CheckInVisibility")]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Visibility {
    /// The person, and whom they are paired with.
    Pair,
    /// The person and the facilitators.
    Facilitators,
    /// Everybody in the community.
    Cohort,
    /// Nobody by name: counts alone, and those only where enough people answered.
    Anonymous,
}

/// How far somebody's answers are.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Enum,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
)]
#[graphql(name = "CheckInResponseState")]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum ResponseState {
    /// Asked, and nothing saved.
    Waiting,
    /// Something is saved, and not sent.
    Saved,
    Sent,
    /// Sent after it closed.
    Late,
    Skipped,
    /// Away for as long as it was open: nobody waits for them.
    Away,
}

impl ResponseState {
    /// Whether somebody is done with it.
    pub fn is_settled(self) -> bool {
        self.is_sent() || matches!(self, Self::Skipped)
    }

    pub fn is_sent(self) -> bool {
        matches!(self, Self::Sent | Self::Late)
    }
}

/// What a question offers to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Options(pub Vec<String>);

pub mod check_in {
    use kernel::{CheckInId, CommunityId, PersonId, SessionId, ThreadId};
    use prompts::Audience;
    use sea_orm::entity::prelude::*;

    /// Questions to many people, open for some days.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "check_in")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CheckInId,
        pub community_id: CommunityId,
        pub session_id: Option<SessionId>,
        /// The first of those that come by one recurrence: itself, if it comes once.
        pub series_id: CheckInId,
        /// Which of them it is, from 0.
        pub number: i32,
        pub defined_by: PersonId,
        pub defined_at: DateTimeUtc,
        pub nonce: String,
        #[sea_orm(column_type = "Text")]
        pub title: String,
        pub audience: Audience,
        /// A name of the IANA time zone database: where its days are counted.
        pub zone: String,
        pub opens_at: DateTimeUtc,
        pub closes_at: DateTimeUtc,
        pub days_open: i32,
        /// So many days after its session it opens, if it follows one.
        pub days_after: Option<i32>,
        /// RFC 5545, if it comes back.
        #[sea_orm(column_type = "Text")]
        pub rrule: Option<String>,
        /// From where the recurrence counts.
        pub series_start: DateTimeUtc,
        pub opened_at: Option<DateTimeUtc>,
        pub closed_at: Option<DateTimeUtc>,
        pub cancelled_at: Option<DateTimeUtc>,
        pub nudged_at: Option<DateTimeUtc>,
        /// The conversation in which its summary was posted.
        pub summary_id: Option<ThreadId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod question {
    use super::{Options, QuestionKind, Visibility};
    use kernel::{CheckInId, CheckInQuestionId, MisconceptionId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "check_in_question")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CheckInQuestionId,
        pub check_in_id: CheckInId,
        pub position: i32,
        pub kind: QuestionKind,
        #[sea_orm(column_type = "Text")]
        pub words: String,
        pub options: Options,
        pub visibility: Visibility,
        pub optional: bool,
        /// What it asks about again, if it is known here.
        pub misconception_id: Option<MisconceptionId>,
        /// Which of the two statements says that, from 0.
        pub mistaken: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod response {
    use super::ResponseState;
    use kernel::{CheckInId, CheckInResponseId, PersonId};
    use sea_orm::entity::prelude::*;

    /// That somebody is asked, and how far they are.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "check_in_response")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CheckInResponseId,
        pub check_in_id: CheckInId,
        pub person_id: PersonId,
        pub state: ResponseState,
        /// When they are asked, by their own clock.
        pub asked_at: DateTimeUtc,
        /// Since when they have been asked.
        pub told_at: Option<DateTimeUtc>,
        pub sent_at: Option<DateTimeUtc>,
        #[sea_orm(column_type = "Text")]
        pub skipped_because: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod answer {
    use kernel::{CheckInAnswerId, CheckInQuestionId, CheckInResponseId, CommitmentId, SessionId};
    use sea_orm::entity::prelude::*;

    /// What somebody answers to one question; of an anonymous one only until it is sent.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "check_in_answer")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CheckInAnswerId,
        pub response_id: CheckInResponseId,
        pub question_id: CheckInQuestionId,
        #[sea_orm(column_type = "Text")]
        pub text: String,
        /// Of a commitment of a pair it is what was answered; what became of it since stands there.
        pub choice: Option<i32>,
        pub saved_at: DateTimeUtc,
        pub taken_into: Option<SessionId>,
        /// What it is about, if that was said on the page of a pair.
        pub commitment_id: Option<CommitmentId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::response::Entity",
            from = "Column::ResponseId",
            to = "super::response::Column::Id"
        )]
        Response,
    }

    impl Related<super::response::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Response.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod anonymous {
    use kernel::CheckInQuestionId;
    use sea_orm::entity::prelude::*;

    /// An answer of nobody's.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "check_in_anonymous")]
    pub struct Model {
        /// Chance alone.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub question_id: CheckInQuestionId,
        #[sea_orm(column_type = "Text")]
        pub text: String,
        pub choice: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod theme {
    use kernel::{CheckInId, CheckInThemeId, SessionId};
    use sea_orm::entity::prelude::*;

    /// A group of answers that somebody made by hand.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "check_in_theme")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CheckInThemeId,
        pub check_in_id: CheckInId,
        #[sea_orm(column_type = "Text")]
        pub title: String,
        pub made_at: DateTimeUtc,
        pub taken_into: Option<SessionId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod themed {
    use kernel::{CheckInAnswerId, CheckInThemeId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "check_in_themed")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub theme_id: CheckInThemeId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub answer_id: CheckInAnswerId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod link {
    use kernel::{CheckInId, CheckInLinkId, PersonId};
    use sea_orm::entity::prelude::*;

    /// What a letter carries, to answer one check-in once as one person.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "check_in_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CheckInLinkId,
        pub token_hash: Vec<u8>,
        pub check_in_id: CheckInId,
        pub person_id: PersonId,
        pub expires_at: DateTimeUtc,
        pub used_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod away {
    use kernel::PersonId;
    use sea_orm::entity::prelude::*;

    /// Somebody works on nothing until then.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "away")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub until: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
