//! When it is taught, how, and who was there.
use super::{
    AttendanceSource, AttendanceState, MaterialShown, SegmentKind, SessionFormat, SessionState,
};
use kernel::{
    AttendanceId, CommunityId, MaterialId, ObjectiveId, PersonId, SegmentId, SessionId,
    SessionPartId,
};

pub mod session {
    use super::{CommunityId, PersonId, SessionFormat, SessionId, SessionState};
    use sea_orm::entity::prelude::*;

    /// Joined by the capabilities above, written by none of them.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "ilt_session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SessionId,
        pub community_id: CommunityId,
        /// From 1 in its community; it never changes.
        pub number: i32,
        pub title: String,
        /// Markdown; may be empty.
        #[sea_orm(column_type = "Text")]
        pub about: String,
        #[sea_orm(column_type = "Text")]
        pub about_html: String,
        pub format: SessionFormat,
        pub state: SessionState,
        /// Why it was moved, cancelled or brought back, as told to people.
        pub state_reason: Option<String>,
        /// How many learners there is room for.
        pub capacity: Option<i32>,
        pub place: Option<String>,
        #[sea_orm(column_type = "Text")]
        pub join_url: Option<String>,
        /// How long before a part learners see the link, and how long after.
        pub join_minutes_before: i32,
        pub join_minutes_after: i32,
        pub lead_id: Option<PersonId>,
        pub backup_id: Option<PersonId>,
        /// How often what stands in calendars has changed.
        pub sequence: i32,
        /// The first start and the last end of its parts.
        pub starts_at: DateTimeUtc,
        pub ends_at: DateTimeUtc,
        pub created_at: DateTimeUtc,
        pub changed_at: DateTimeUtc,
        /// When the community first saw it. What it has seen it goes on seeing.
        pub published_at: Option<DateTimeUtc>,
        pub closed_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod part {
    use super::{SessionId, SessionPartId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session_part")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SessionPartId,
        pub session_id: SessionId,
        /// From 1, in the order of time. The n-th part stays the n-th when the session moves.
        pub number: i32,
        pub starts_at: DateTimeUtc,
        pub ends_at: DateTimeUtc,
        /// A name of the IANA time zone database.
        pub zone: String,
        /// What the codes to check in are made of.
        pub secret: Vec<u8>,
    }

    /// Without the secret.
    impl std::fmt::Debug for Model {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("Part")
                .field("id", &self.id)
                .field("starts_at", &self.starts_at)
                .field("ends_at", &self.ends_at)
                .field("zone", &self.zone)
                .finish_non_exhaustive()
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod session_objective {
    use super::{ObjectiveId, SessionId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session_objective")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub session_id: SessionId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub objective_id: ObjectiveId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod segment {
    use super::{SegmentId, SegmentKind, SessionId, SessionPartId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "segment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SegmentId,
        pub session_id: SessionId,
        pub part_id: SessionPartId,
        pub position: i32,
        pub kind: SegmentKind,
        pub title: String,
        pub minutes: i32,
        /// What the instructor says or asks; may be empty. Only for those who lead.
        #[sea_orm(column_type = "Text")]
        pub prompt: String,
        /// What to do when it goes otherwise; may be empty. Only for those who lead.
        #[sea_orm(column_type = "Text")]
        pub contingency: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod segment_objective {
    use super::{ObjectiveId, SegmentId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "segment_objective")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub segment_id: SegmentId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub objective_id: ObjectiveId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod material {
    use super::{MaterialId, MaterialShown, SessionId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "material")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MaterialId,
        pub session_id: SessionId,
        pub position: i32,
        pub title: String,
        #[sea_orm(column_type = "Text")]
        pub url: String,
        pub shown: MaterialShown,
        pub added_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod attendance {
    use super::{AttendanceId, AttendanceSource, AttendanceState, PersonId, SessionPartId, part};
    use sea_orm::entity::prelude::*;

    /// What stands now for one person and one part.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "attendance")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AttendanceId,
        pub part_id: SessionPartId,
        pub person_id: PersonId,
        /// Nothing once it was taken back.
        pub state: Option<AttendanceState>,
        pub source: AttendanceSource,
        pub note: Option<String>,
        /// Nobody, when the platform itself did it.
        pub recorded_by: Option<PersonId>,
        pub recorded_at: DateTimeUtc,
        /// How often it was recorded.
        pub changes: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "part::Entity",
            from = "Column::PartId",
            to = "part::Column::Id"
        )]
        Part,
    }

    impl Related<part::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Part.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod attendance_change {
    use super::{AttendanceId, AttendanceSource, AttendanceState, PersonId};
    use sea_orm::entity::prelude::*;

    /// One recording of it. They are only ever added.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "attendance_change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub attendance_id: AttendanceId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub state: Option<AttendanceState>,
        pub source: AttendanceSource,
        pub note: Option<String>,
        pub recorded_by: Option<PersonId>,
        pub recorded_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
