//! The tables of journeys.
use crate::actions::Outcome;
use crate::step::Step;
use kernel::{CommunityId, JourneyId, JourneyItemId, PersonId, ProgramId, SessionId, TemplateId};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

pub use journey::Model as Journey;
pub use journey_item::Model as JourneyItem;
pub use journey_template::Model as JourneyTemplate;
pub use kinds::{JourneyItemState, JourneyItemWhy};

/// Steps as a column holds them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Steps(pub Vec<Step>);

mod kinds {
    use async_graphql::Enum;
    use sea_orm::entity::prelude::*;

    /// Where an item stands.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, EnumIter, DeriveActiveEnum)]
    #[sea_orm(
        rs_type = "String",
        db_type = "String(StringLen::None)",
        rename_all = "snake_case"
    )]
    pub enum JourneyItemState {
        /// It begins once the session is closed.
        Waiting,
        /// It is done when it is due, or tried again after a failure.
        Pending,
        /// It happened.
        Done,
        /// It does not happen, for the reason that `why` gives.
        Skipped,
        /// It was tried so often that somebody should look: it can be run again.
        Failed,
    }

    /// Why an item does not happen.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, EnumIter, DeriveActiveEnum)]
    #[sea_orm(
        rs_type = "String",
        db_type = "String(StringLen::None)",
        rename_all = "snake_case"
    )]
    pub enum JourneyItemWhy {
        /// Somebody skipped it.
        ByHand,
        /// It happened, and somebody took it back.
        TakenBack,
        /// Its time had passed when it could have been done, and it would have helped nobody.
        TooLate,
        /// There was nobody left whom it is for.
        Nobody,
        /// The session was cancelled.
        Cancelled,
        /// The person it is for left the community.
        Left,
        /// The journey was taken back, or the step taken out of it.
        Withdrawn,
    }
}

pub(crate) mod journey_template {
    use super::{CommunityId, ProgramId, Steps, TemplateId};
    use sea_orm::entity::prelude::*;

    /// What happens around a session, written once: for every cohort of a program, or for one
    /// community.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "journey_template")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: TemplateId,
        pub program_id: Option<ProgramId>,
        pub community_id: Option<CommunityId>,
        pub name: String,
        #[sea_orm(column_type = "Text")]
        pub purpose: String,
        pub steps: Steps,
        /// Each session of its communities has it by itself.
        pub for_each_session: bool,
        pub created_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
        pub archived_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod journey {
    use super::{CommunityId, JourneyId, PersonId, SessionId, Steps, TemplateId};
    use sea_orm::entity::prelude::*;

    /// A template applied. It keeps its own steps: a change of the template does not reach it.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "journey")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: JourneyId,
        pub community_id: CommunityId,
        pub session_id: Option<SessionId>,
        pub template_id: Option<TemplateId>,
        pub name: String,
        pub steps: Steps,
        /// Who applied it, and speaks in it as long as they lead the community.
        pub applied_by: Option<PersonId>,
        pub applied_at: DateTimeUtc,
        pub paused_at: Option<DateTimeUtc>,
        pub withdrawn_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(has_many = "super::journey_item::Entity")]
        JourneyItem,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod journey_item {
    use super::{
        CommunityId, JourneyId, JourneyItemId, JourneyItemState, JourneyItemWhy, Outcome, PersonId,
    };
    use sea_orm::entity::prelude::*;

    /// Something that happens once.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "journey_item")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: JourneyItemId,
        pub journey_id: JourneyId,
        pub community_id: CommunityId,
        /// The step, and whom it is for if that is one person: no two items of a journey share it.
        pub slot: String,
        pub step: String,
        pub person_id: Option<PersonId>,
        pub due_at: DateTimeUtc,
        /// The zone in which `due_at` was reckoned.
        pub zone: String,
        pub state: JourneyItemState,
        pub why: Option<JourneyItemWhy>,
        /// From when on it may be done; nothing when it may not.
        pub run_after: Option<DateTimeUtc>,
        pub done_at: Option<DateTimeUtc>,
        pub outcome: Option<Outcome>,
        pub attempts: i32,
        pub last_error: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::journey::Entity",
            from = "Column::JourneyId",
            to = "super::journey::Column::Id"
        )]
        Journey,
    }

    impl Related<super::journey::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Journey.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}
