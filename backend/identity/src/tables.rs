//! The tables of identity.
use crate::Preferences;
use kernel::{PersonId, SignInId, TokenId};

pub use person::Model as Person;
pub use sign_in::Model as SignIn;

/// Joined by the capabilities above, written by none of them.
pub mod person {
    use super::{PersonId, Preferences};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PersonId,
        pub handle: String,
        pub name: String,
        pub pronunciation: Option<String>,
        pub email: Option<String>,
        /// A name of the IANA time zone database.
        pub zone: String,
        pub ask_me_about: Option<String>,
        pub working_on: Option<String>,
        pub preferences: Preferences,
        /// The archive this person was imported from, until somebody claims the account.
        pub placeholder_of: Option<String>,
        pub created_at: DateTimeUtc,
        pub onboarded_at: Option<DateTimeUtc>,
        pub administrator_since: Option<DateTimeUtc>,
        pub suspended_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod password {
    use super::PersonId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "password")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        /// Algorithm, parameters, salt and hash in the PHC string format.
        #[sea_orm(column_type = "Text")]
        pub phc: String,
        pub changed_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod sign_in {
    use super::{PersonId, SignInId, person};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SignInId,
        pub person_id: PersonId,
        /// SHA-256 of the token in the cookie.
        pub token_hash: Vec<u8>,
        pub device: String,
        pub created_at: DateTimeUtc,
        pub last_seen_at: DateTimeUtc,
        pub expires_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "person::Entity",
            from = "Column::PersonId",
            to = "person::Column::Id"
        )]
        Person,
    }

    impl Related<person::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Person.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod one_time_token {
    use super::{PersonId, TokenId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "one_time_token")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: TokenId,
        pub purpose: Purpose,
        /// SHA-256 of the token in the letter.
        pub token_hash: Vec<u8>,
        pub person_id: PersonId,
        pub created_at: DateTimeUtc,
        pub expires_at: DateTimeUtc,
        pub used_at: Option<DateTimeUtc>,
    }

    /// What a token that works once is good for.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(
        rs_type = "String",
        db_type = "String(StringLen::None)",
        rename_all = "snake_case"
    )]
    pub enum Purpose {
        PasswordReset,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod throttle {
    use sea_orm::entity::prelude::*;

    /// How often something was tried in vain.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "throttle")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub failures: i32,
        /// When the last of them was.
        pub since: DateTimeUtc,
        pub closed_until: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
