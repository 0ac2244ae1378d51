//! The tables this capability owns.
pub use consultation::Model as Consultation;
pub use link::Model as Link;

use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Who reads what was asked and what changes. The colleague and their line stay with who asked.
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
#[graphql(name = "ConsultationVisibility")]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Visibility {
    /// Who asked, alone.
    Asker,
    /// The facilitators as well.
    Facilitators,
    /// Everybody in the community.
    Cohort,
}

pub mod consultation {
    use super::Visibility;
    use kernel::{CommunityId, ConsultationId, ObjectiveId, PersonId, SessionId};
    use sea_orm::entity::prelude::*;

    /// One person's talk with a colleague: to be had, asked for, confirmed, and what came of it.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "consultation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ConsultationId,
        pub community_id: CommunityId,
        pub session_id: Option<SessionId>,
        /// Who asks.
        pub person_id: PersonId,
        pub nonce: String,
        /// What the plan says that asks for it.
        #[sea_orm(column_type = "Text")]
        pub note: Option<String>,
        pub due_at: Option<DateTimeUtc>,
        pub started_at: DateTimeUtc,
        pub objective_id: Option<ObjectiveId>,
        #[sea_orm(column_type = "Text")]
        pub question: Option<String>,
        pub visibility: Visibility,
        /// As who asks calls them.
        #[sea_orm(column_type = "Text")]
        pub colleague_name: Option<String>,
        /// As it was typed; nothing where a person was picked.
        #[sea_orm(column_type = "Text")]
        pub colleague_email: Option<String>,
        /// Whom that is here. Where an address was typed, nobody but they themself learn it.
        pub colleague_id: Option<PersonId>,
        pub asked_at: Option<DateTimeUtc>,
        /// When the last letter was asked for.
        pub mailed_at: Option<DateTimeUtc>,
        pub expires_at: Option<DateTimeUtc>,
        /// When it was told that nobody answered in time.
        pub expired_at: Option<DateTimeUtc>,
        pub declined_at: Option<DateTimeUtc>,
        pub confirmed_at: Option<DateTimeUtc>,
        /// What the colleague adds.
        #[sea_orm(column_type = "Text")]
        pub line: Option<String>,
        /// What changes, in the words of who asked.
        #[sea_orm(column_type = "Text")]
        pub change: Option<String>,
        pub concluded_at: Option<DateTimeUtc>,
        pub withdrawn_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod link {
    use kernel::{ConsultationId, ConsultationLinkId};
    use sea_orm::entity::prelude::*;

    /// What a letter carries, to answer one consultation once.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "consultation_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ConsultationLinkId,
        pub token_hash: Vec<u8>,
        pub consultation_id: ConsultationId,
        pub expires_at: DateTimeUtc,
        pub used_at: Option<DateTimeUtc>,
        /// Since when another letter, or nothing, stands in its place.
        pub retired_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod letter {
    use kernel::PersonId;
    use sea_orm::entity::prelude::*;

    /// That a letter was asked for: for counting alone, so of the address there is a hash.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "consultation_letter")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: PersonId,
        pub address_hash: Vec<u8>,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod refusal {
    use sea_orm::entity::prelude::*;

    /// An address whose owner wishes no such letters. The address itself is not kept.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "consultation_refusal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub address_hash: Vec<u8>,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
