//! The tables of imports.
pub use invite_line::{Fate as InviteFate, Model as InviteLine};
pub use invite_list::Model as InviteList;
pub use roster::Model as Roster;
pub use roster_line::{Fate as RosterFate, Model as RosterLine};

pub(crate) mod roster {
    use kernel::{CommunityId, PersonId, RosterId};
    use sea_orm::entity::prelude::*;

    /// A list of people for a community, before it is applied and afterwards.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "roster")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RosterId,
        pub community_id: CommunityId,
        /// What its file is called.
        pub name: String,
        /// Nobody when it came by the command line.
        pub brought_by: Option<PersonId>,
        pub created_at: DateTimeUtc,
        pub applied_at: Option<DateTimeUtc>,
        pub undone_at: Option<DateTimeUtc>,
        pub arriving: i32,
        pub joining: i32,
        pub changing: i32,
        pub staying: i32,
        pub refused: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod roster_line {
    use async_graphql::Enum;
    use communities::Role;
    use kernel::{MembershipId, PersonId, RosterId};
    use sea_orm::entity::prelude::*;

    /// What a line of a roster does.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, EnumIter, DeriveActiveEnum)]
    #[graphql(name = "RosterFate")]
    #[sea_orm(
        rs_type = "String",
        db_type = "String(StringLen::None)",
        rename_all = "snake_case"
    )]
    pub enum Fate {
        /// Somebody nobody knew gets an account that waits to be claimed, and is a member.
        Arrives,
        /// Somebody who has an account becomes a member.
        Joins,
        /// A member gets another role.
        ChangesRole,
        /// A member stays what they are.
        Stays,
        /// Nothing happens, and the reason says why.
        Refused,
    }

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "roster_line")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub roster_id: RosterId,
        /// Where it stands in the file; the first line has the number 1.
        #[sea_orm(primary_key, auto_increment = false)]
        pub line: i32,
        pub name: String,
        /// In the form of `identity::parse_email`, or as typed when it is refused.
        pub email: String,
        /// The role that is asked for.
        pub role: Option<Role>,
        pub fate: Fate,
        pub reason: Option<String>,
        pub person_id: Option<PersonId>,
        pub membership_id: Option<MembershipId>,
        pub role_before: Option<Role>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod import_run {
    use kernel::{CommunityId, ImportId};
    use sea_orm::entity::prelude::*;

    /// One import, and the sheet it ended with.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "import_run")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ImportId,
        pub source: String,
        pub community_id: CommunityId,
        pub started_at: DateTimeUtc,
        pub finished_at: Option<DateTimeUtc>,
        pub sheet: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod import_link {
    use kernel::CommunityId;
    use sea_orm::entity::prelude::*;

    /// What a record of a source became here.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "import_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub community_id: CommunityId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub source: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub target_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod invite_list {
    use kernel::{InviteListId, PersonId};
    use sea_orm::entity::prelude::*;

    /// People who are to be invited, before it is done and afterwards.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "invite_list")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: InviteListId,
        pub made_by: Option<PersonId>,
        pub created_at: DateTimeUtc,
        /// Since when its letters go out.
        pub sent_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod invite_line {
    use async_graphql::Enum;
    use communities::Role;
    use kernel::{CommunityId, InviteListId};
    use sea_orm::entity::prelude::*;

    /// What a line of a list of invitations does.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, EnumIter, DeriveActiveEnum)]
    #[graphql(name = "InviteFate")]
    #[sea_orm(
        rs_type = "String",
        db_type = "String(StringLen::None)",
        rename_all = "snake_case"
    )]
    pub enum Fate {
        /// A letter with a way in goes out.
        Invites,
        /// Nothing happens, because they are there or were invited.
        Stays,
        /// Nothing happens, because something is wrong with it.
        Refused,
    }

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "invite_line")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub list_id: InviteListId,
        /// Where it stands in the list; the first line has the number 1.
        #[sea_orm(primary_key, auto_increment = false)]
        pub line: i32,
        pub name: String,
        /// In the form of `identity::parse_email`, or as typed when it is refused.
        pub email: String,
        /// The community as it was typed.
        pub place: String,
        pub community_id: Option<CommunityId>,
        pub role: Option<Role>,
        pub fate: Fate,
        pub reason: Option<String>,
        pub sent_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
