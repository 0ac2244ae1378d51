//! The tables this capability owns.
pub use claim_match::Model as ClaimMatch;
pub use exposure::Model as Exposure;
pub use misconception::Model as Misconception;
pub use misconception_change::Model as MisconceptionChange;
pub use occurrence::Model as Occurrence;

use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// How far a misconception is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum MisconceptionState {
    /// Somebody thinks that it is wrong.
    Suspected,
    /// A moderator knows that it is.
    Confirmed,
    /// The correction is written.
    Drafted,
    /// The author was told, and may revise.
    AuthorsWindow,
    /// The correction stands beside the passage, and who read it is told.
    Published,
    /// It was looked at again, and there is nothing more to do.
    Closed,
    /// It is no misconception.
    Rejected,
}

impl MisconceptionState {
    pub(crate) const ALL: [Self; 7] = [
        Self::Suspected,
        Self::Confirmed,
        Self::Drafted,
        Self::AuthorsWindow,
        Self::Published,
        Self::Closed,
        Self::Rejected,
    ];
}

/// What can come of believing it.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Severity {
    /// One knows something that is not so.
    Information,
    /// One works less well.
    Practice,
    /// Somebody may be hurt.
    Safety,
    /// A rule that binds is broken.
    Compliance,
}

/// Whether a passage stands where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum OccurrenceState {
    /// It does.
    Stands,
    /// The post was revised after its author was told.
    Revised,
    /// It is in the post no more, for another reason.
    Lost,
}

/// What somebody answers who was told of a correction.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum CorrectionAnswer {
    /// It changes how they see it.
    GotIt,
    /// They saw it this way already.
    SawItAlready,
    /// They are not convinced yet.
    NotConvinced,
}

/// What a correction rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub title: String,
    pub url: Option<String>,
}

/// What a correction rests on, at most 8.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Sources(pub Vec<Source>);

pub mod misconception {
    use super::{MisconceptionState, Severity, Sources};
    use kernel::{CommunityId, MisconceptionId, ObjectiveId, PersonId, ProgramId};
    use sea_orm::entity::prelude::*;

    /// A wrong idea, and what holds instead.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "misconception")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MisconceptionId,
        /// The same number is never given twice.
        pub number: i32,
        pub community_id: CommunityId,
        /// The program that its community ran.
        pub program_id: Option<ProgramId>,
        pub objective_id: Option<ObjectiveId>,
        /// What is easy to think.
        #[sea_orm(column_type = "Text")]
        pub claim: String,
        /// What that misses.
        #[sea_orm(column_type = "Text")]
        pub misses: String,
        /// What holds instead.
        #[sea_orm(column_type = "Text")]
        pub holds: String,
        pub sources: Sources,
        pub severity: Severity,
        pub state: MisconceptionState,
        pub suspected_by: Option<PersonId>,
        pub drafted_by: Option<PersonId>,
        pub owner_id: Option<PersonId>,
        /// The colleague who is asked to agree.
        pub asked_id: Option<PersonId>,
        pub agreed_by: Option<PersonId>,
        pub agreed_at: Option<DateTimeUtc>,
        /// When its authors were told.
        pub offered_at: Option<DateTimeUtc>,
        pub window_ends_at: Option<DateTimeUtc>,
        pub published_at: Option<DateTimeUtc>,
        /// When the first person read it, as far as that is known; since it was published.
        pub first_exposure_at: Option<DateTimeUtc>,
        /// How many people had read it when it was published.
        pub exposed_before: i32,
        /// Since when posts are compared with it no longer.
        pub retired_at: Option<DateTimeUtc>,
        /// How many were told of whom it is not kept any more that they were.
        pub forgotten_told: i32,
        /// How many of those had said that they read it.
        pub forgotten_acknowledged: i32,
        pub forgotten_not_convinced: i32,
        pub version: i32,
        pub created_at: DateTimeUtc,
        /// In which words it was published last.
        #[sea_orm(column_type = "Text")]
        pub told_words: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod misconception_change {
    use super::MisconceptionState;
    use kernel::{MisconceptionChangeId, MisconceptionId, PersonId};
    use sea_orm::entity::prelude::*;

    /// A step that was taken.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "misconception_change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MisconceptionChangeId,
        pub misconception_id: MisconceptionId,
        /// That of the misconception after it.
        pub version: i32,
        /// Where it led.
        pub state: MisconceptionState,
        /// Nobody, when it happened by itself.
        pub changed_by: Option<PersonId>,
        pub at: DateTimeUtc,
        #[sea_orm(column_type = "Text", nullable)]
        pub note: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod occurrence {
    use super::OccurrenceState;
    use crate::Anchor;
    use kernel::{
        ChannelId, CommunityId, MisconceptionId, OccurrenceId, PersonId, PostId, ThreadId,
    };
    use sea_orm::entity::prelude::*;

    /// A passage of a post that says it.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "occurrence")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: OccurrenceId,
        pub misconception_id: MisconceptionId,
        pub community_id: CommunityId,
        pub channel_id: ChannelId,
        pub thread_id: ThreadId,
        pub post_id: PostId,
        #[sea_orm(column_type = "Text")]
        pub quote: String,
        #[sea_orm(column_type = "Text")]
        pub prefix: String,
        #[sea_orm(column_type = "Text")]
        pub suffix: String,
        /// Where it stood when it was last looked for, in UTF-16 units of the plain text.
        pub start: Option<i32>,
        pub end: Option<i32>,
        /// What was last known of it. What is shown is decided when it is read.
        pub state: OccurrenceState,
        pub revised_at: Option<DateTimeUtc>,
        pub added_by: Option<PersonId>,
        pub added_at: DateTimeUtc,
        pub removed_at: Option<DateTimeUtc>,
    }

    impl Model {
        pub fn anchor(&self) -> Anchor {
            Anchor {
                quote: self.quote.clone(),
                prefix: self.prefix.clone(),
                suffix: self.suffix.clone(),
                start: self.start,
            }
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod exposure {
    use super::CorrectionAnswer;
    use kernel::{CommunityId, MisconceptionId, PersonId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// Somebody who read it before it was corrected. There is one for each person: they are told once.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "exposure")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub misconception_id: MisconceptionId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        /// Where they met it.
        pub community_id: CommunityId,
        pub thread_id: ThreadId,
        pub told_at: Option<DateTimeUtc>,
        pub answer: Option<CorrectionAnswer>,
        pub answered_at: Option<DateTimeUtc>,
        pub reminded_at: Option<DateTimeUtc>,
        pub reminders: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod claim_match {
    use kernel::{ClaimMatchId, CommunityId, MisconceptionId, PersonId, PostId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// A post that resembles a misconception.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "claim_match")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ClaimMatchId,
        pub misconception_id: MisconceptionId,
        pub community_id: CommunityId,
        pub thread_id: ThreadId,
        pub post_id: PostId,
        /// 0 to 1.
        pub score: f64,
        #[sea_orm(column_type = "Text")]
        pub passage: String,
        pub created_at: DateTimeUtc,
        pub decided_at: Option<DateTimeUtc>,
        pub decided_by: Option<PersonId>,
        pub is_confirmed: Option<bool>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
