//! The tables of identity.
use crate::Preferences;
use kernel::{PersonId, SignInId, TokenId};

pub use api_token::Model as ApiToken;
pub use factor_rule::{AskedOf, Model as FactorRule};
pub use passkey::Model as Passkey;
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
        /// Whether it was the directory that keeps them out: it may then let them in again.
        pub suspended_by_directory: bool,
        /// Since when a second factor is asked of this person.
        pub second_factor_since: Option<DateTimeUtc>,
        /// Since when they use the address without having shown that they read it; nothing once they did.
        pub email_unproven_since: Option<DateTimeUtc>,
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
        /// When it last showed who it is.
        pub confirmed_at: Option<DateTimeUtc>,
        /// Whether a second factor was shown elsewhere, to who vouched for them.
        pub by_two_factors: bool,
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

pub(crate) mod last_here {
    use super::PersonId;
    use sea_orm::entity::prelude::*;

    /// When somebody was here last, to a few minutes. A sign-in that is over tells it no more.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "last_here")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

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
        SignIn,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod api_token {
    use super::{PersonId, person};
    use crate::Scopes;
    use kernel::ApiTokenId;
    use sea_orm::entity::prelude::*;

    /// What a program brings instead of a sign-in. Revoked, it is no more.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "api_token")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ApiTokenId,
        /// In whose name it asks; nobody's is a service's.
        pub person_id: Option<PersonId>,
        pub name: String,
        pub scopes: Scopes,
        /// SHA-256 of the token.
        pub token_hash: Vec<u8>,
        pub created_at: DateTimeUtc,
        pub created_by_id: Option<PersonId>,
        pub expires_at: DateTimeUtc,
        /// The last day on which it was used.
        pub used_on: Option<Date>,
        /// The household from which it was used then, as an address.
        pub used_from: Option<String>,
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

pub(crate) mod totp {
    use super::PersonId;
    use kernel::Sealed;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "totp")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub seed: Sealed,
        /// The latest step whose code was used.
        pub last_step: Option<i64>,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod passkey {
    use super::PersonId;
    use kernel::PasskeyId;
    use sea_orm::entity::prelude::*;

    /// What a person shows with their finger, their face or the code of a device, instead of a password.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "passkey")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PasskeyId,
        pub person_id: PersonId,
        /// What its person calls it.
        pub name: String,
        /// The name that it bears itself.
        pub credential_id: Vec<u8>,
        /// The public key with its counter, as JSON.
        #[sea_orm(column_type = "Text")]
        pub credential: String,
        pub created_at: DateTimeUtc,
        pub last_used_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod passkey_challenge {
    use super::{PersonId, TokenId};
    use kernel::Sealed;
    use sea_orm::entity::prelude::*;

    /// What a browser was asked, until it answers.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "passkey_challenge")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: TokenId,
        /// SHA-256 of what the browser keeps.
        pub browser_hash: Vec<u8>,
        /// Who is signed in there; nobody at the door.
        pub person_id: Option<PersonId>,
        pub ceremony: Sealed,
        pub expires_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod factor_rule {
    use kernel::TokenId;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    /// Of whom the organisation requires a second factor.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "factor_rule")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: TokenId,
        pub asked_of: AskedOf,
        /// For how many days they come in without.
        pub grace_days: i32,
        /// Since when it is required of these.
        pub since: DateTimeUtc,
    }

    /// Whom a rule is for.
    #[derive(
        Clone,
        Copy,
        Debug,
        PartialEq,
        Eq,
        EnumIter,
        DeriveActiveEnum,
        Serialize,
        Deserialize,
        async_graphql::Enum,
    )]
    #[sea_orm(
        rs_type = "String",
        db_type = "String(StringLen::None)",
        rename_all = "snake_case"
    )]
    #[serde(rename_all = "snake_case")]
    #[graphql(name = "SecondFactorAskedOf")]
    pub enum AskedOf {
        /// Who wants to.
        Nobody,
        /// Who looks after the whole organisation.
        Administrators,
        Everybody,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod recovery_code {
    use super::{PersonId, TokenId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "recovery_code")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: TokenId,
        pub person_id: PersonId,
        /// SHA-256 of the person and the code.
        pub code_hash: Vec<u8>,
        pub used_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
