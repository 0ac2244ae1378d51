//! The tables of communities.
use kernel::{CommunityId, Error, InvitationId, MembershipId, PersonId};
use sea_orm::ActiveEnum;
use std::str::FromStr;

pub use community::Model as Community;
pub use invitation::Model as Invitation;
pub use kinds::{AlumniAccess, CommunityKind, Provenance, Role};
pub use membership::Model as Membership;
pub use mute::Model as Mute;

mod kinds {
    use async_graphql::Enum;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    /// What a community is for.
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
    #[sea_orm(
        rs_type = "String",
        db_type = "String(StringLen::None)",
        rename_all = "snake_case"
    )]
    #[serde(rename_all = "snake_case")]
    pub enum CommunityKind {
        /// People who go through one program together, from a first day to a last.
        Cohort,
        /// People who share a practice, for as long as they like.
        Practice,
        /// The room of a few people who were put together, for them alone.
        Pair,
    }

    /// What a member is in a community.
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
    #[sea_orm(
        rs_type = "String",
        db_type = "String(StringLen::None)",
        rename_all = "snake_case"
    )]
    #[serde(rename_all = "snake_case")]
    pub enum Role {
        /// Takes part: reads and writes.
        Learner,
        /// Takes part, and keeps the conversations in order.
        Moderator,
        /// Leads the community: its page, its channels and its members.
        Facilitator,
        /// Takes part as somebody who knows the subject well.
        Expert,
        /// Reads, and does not write.
        Observer,
    }

    /// What a cohort's members may do in it after its last day. Its facilitators go on as before.
    #[derive(
        Clone,
        Copy,
        Debug,
        Default,
        PartialEq,
        Eq,
        Hash,
        Enum,
        EnumIter,
        DeriveActiveEnum,
        Serialize,
        Deserialize,
    )]
    #[sea_orm(
        rs_type = "String",
        db_type = "String(StringLen::None)",
        rename_all = "snake_case"
    )]
    #[serde(rename_all = "snake_case")]
    pub enum AlumniAccess {
        /// What they did before.
        #[default]
        Write,
        /// They read, and do not write.
        Read,
        /// They leave it.
        None,
    }

    /// How a member came in.
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
    #[sea_orm(
        rs_type = "String",
        db_type = "String(StringLen::None)",
        rename_all = "snake_case"
    )]
    #[serde(rename_all = "snake_case")]
    pub enum Provenance {
        /// Somebody added them.
        Person,
        /// They accepted an invitation.
        Invitation,
        /// An archive or a roster named them.
        Import,
        /// They belong to the demo.
        Demo,
        /// They were in a cohort that ended.
        Cohort,
        /// A group of the provider they sign in with.
        Sso,
        /// A group of the directory.
        Scim,
    }
}

impl FromStr for Role {
    type Err = Error;

    /// A role by its word, as it is stored.
    fn from_str(word: &str) -> Result<Self, Error> {
        Self::try_from_value(&word.to_lowercase()).map_err(|_| {
            let words = "the role is none of learner, moderator, facilitator, expert, observer";
            Error::invalid("role", words)
        })
    }
}

/// Joined by the capabilities above, written by none of them.
pub mod community {
    use super::{AlumniAccess, CommunityId, CommunityKind};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "community")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CommunityId,
        pub slug: String,
        pub kind: CommunityKind,
        pub name: String,
        #[sea_orm(column_type = "Text")]
        pub purpose: String,
        /// Markdown; empty when the community has written none.
        #[sea_orm(column_type = "Text")]
        pub norms: String,
        #[sea_orm(column_type = "Text")]
        pub norms_html: String,
        /// A name of the IANA time zone database.
        pub zone: String,
        pub starts_on: Option<Date>,
        pub ends_on: Option<Date>,
        pub created_at: DateTimeUtc,
        pub archived_at: Option<DateTimeUtc>,
        /// The weekdays on which it works: a bit for each, the lowest for Monday.
        pub work_week: i16,
        pub alumni_access: AlumniAccess,
        /// The community of practice that takes in its alumni.
        pub alumni_community_id: Option<CommunityId>,
        /// Since when its members are alumni.
        pub ended_at: Option<DateTimeUtc>,
        /// The run before this one, of which it is a clone.
        pub cloned_from: Option<CommunityId>,
        /// Whether questions may be asked here without a name.
        pub nameless_questions: bool,
        /// Within so many hours a moderator looks at what was asked; nothing where none is promised.
        pub answer_promise_hours: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(has_many = "super::membership::Entity")]
        Membership,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Joined by the capabilities above, written by none of them.
pub mod membership {
    use super::{CommunityId, MembershipId, PersonId, Provenance, Role, community};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "membership")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MembershipId,
        pub community_id: CommunityId,
        pub person_id: PersonId,
        pub role: Role,
        pub provenance: Provenance,
        pub joined_at: DateTimeUtc,
        pub norms_acknowledged_at: Option<DateTimeUtc>,
        /// What an alumnus was while the cohort ran.
        pub former_role: Option<Role>,
        /// Until when they read and do not write; it is taken away when that is over.
        pub muted_until: Option<DateTimeUtc>,
        /// Who gave them the role; nobody where no person did, or it was not kept yet.
        pub granted_by_id: Option<PersonId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "community::Entity",
            from = "Column::CommunityId",
            to = "community::Column::Id"
        )]
        Community,
        #[sea_orm(
            belongs_to = "identity::person::Entity",
            from = "Column::PersonId",
            to = "identity::person::Column::Id"
        )]
        Person,
    }

    impl Related<community::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Community.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod holiday {
    use super::CommunityId;
    use sea_orm::entity::prelude::*;

    /// A day on which a community does not work.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "holiday")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub community_id: CommunityId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: Date,
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod mute {
    use super::CommunityId;
    use kernel::{MuteId, PersonId};
    use sea_orm::entity::prelude::*;

    /// Somebody was kept from writing in a community for a time.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "mute")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MuteId,
        pub community_id: CommunityId,
        pub person_id: PersonId,
        pub until: DateTimeUtc,
        #[sea_orm(column_type = "Text")]
        pub reason: String,
        pub by_id: Option<PersonId>,
        pub at: DateTimeUtc,
        /// Since when it is over: its time passed, or somebody ended it.
        pub lifted_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod invitation {
    use super::{CommunityId, InvitationId, PersonId, Role, community};
    use sea_orm::entity::prelude::*;

    /// One link. The link shown to who invites and the one in the letter are two rows with the same
    /// address; accepting one uses up both.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "invitation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: InvitationId,
        pub community_id: CommunityId,
        pub email: String,
        pub role: Role,
        pub invited_by: Option<PersonId>,
        /// SHA-256 of the token in the link.
        pub token_hash: Vec<u8>,
        /// Whether it went out in the letter: only then who brings it reads the invited address.
        pub mailed: bool,
        pub created_at: DateTimeUtc,
        pub expires_at: DateTimeUtc,
        pub accepted_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "community::Entity",
            from = "Column::CommunityId",
            to = "community::Column::Id"
        )]
        Community,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
