//! The tables of signing in from elsewhere.
use serde::{Deserialize, Serialize};

pub use account::Model as Account;
pub(crate) use attempt::Model as Attempt;
pub(crate) use grant::Model as Grant;
pub use kinds::{GroupSource, Kind, Purpose};
pub use provider::Model as Provider;
pub use test::Model as Test;

use communities::{Provenance, Role};
use kernel::CommunityId;
use sea_orm::FromJsonQueryResult;
use serde_json::{Map, Value};

/// Short texts, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Words(pub Vec<String>);

impl Words {
    pub fn hold(&self, word: &str) -> bool {
        self.0.iter().any(|known| known == word)
    }
}

/// Who is in this group at the provider is this here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRule {
    pub group: String,
    pub grants: Grants,
}

/// What a group gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grants {
    Administrator,
    Membership { community: CommunityId, role: Role },
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct GroupRules(pub Vec<GroupRule>);

/// What a provider said, by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Claims(pub Map<String, Value>);

impl Eq for Claims {}

impl Provider {
    /// Whether it is for people whose address has this domain; one without domains is for everybody.
    pub fn is_offered_to(&self, domain: Option<&str>) -> bool {
        self.domains.0.is_empty() || domain.is_some_and(|domain| self.domains.hold(domain))
    }
}

impl GroupSource {
    /// What a membership says of how it came to be.
    pub(crate) fn provenance(self) -> Provenance {
        match self {
            Self::SignIn => Provenance::Sso,
            Self::Directory => Provenance::Scim,
        }
    }
}

mod kinds {
    use async_graphql::Enum;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    /// What a provider speaks.
    #[derive(
        Clone, Copy, Debug, PartialEq, Eq, Enum, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
    )]
    #[graphql(name = "SsoKind")]
    #[sea_orm(
        rs_type = "String",
        db_type = "String(StringLen::None)",
        rename_all = "snake_case"
    )]
    #[serde(rename_all = "kebab-case")]
    pub enum Kind {
        /// OpenID Connect: it tells its addresses itself, and signs what it says.
        OpenId,
        /// OAuth 2.0 alone, with an address that answers who somebody is.
        OAuth,
    }

    /// Who says of somebody in which groups they are.
    #[derive(
        Clone,
        Copy,
        Debug,
        Default,
        PartialEq,
        Eq,
        Enum,
        EnumIter,
        DeriveActiveEnum,
        Serialize,
        Deserialize,
    )]
    #[graphql(name = "SsoGroupSource")]
    #[sea_orm(
        rs_type = "String",
        db_type = "String(StringLen::None)",
        rename_all = "snake_case"
    )]
    #[serde(rename_all = "kebab-case")]
    pub enum GroupSource {
        /// The provider, at each sign-in.
        #[default]
        SignIn,
        /// The directory, at `/scim/v2`, as they change there.
        Directory,
    }

    /// What somebody went to a provider for.
    #[derive(
        Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
    )]
    #[sea_orm(
        rs_type = "String",
        db_type = "String(StringLen::None)",
        rename_all = "snake_case"
    )]
    #[serde(rename_all = "snake_case")]
    pub enum Purpose {
        /// To come in.
        SignIn,
        /// To see what a sign-in would do.
        Test,
        /// To make an account there one's own here.
        Link,
        /// To show once more who one is.
        StepUp,
    }
}

pub(crate) mod provider {
    use super::{GroupRules, GroupSource, Kind, Words};
    use crate::claims::ClaimNames;
    use kernel::{Sealed, SsoProviderId};
    use sea_orm::entity::prelude::*;

    /// Who vouches for people.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sso_provider")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SsoProviderId,
        /// The part of its addresses.
        pub slug: String,
        pub name: String,
        pub kind: Kind,
        /// Who it is in what it signs; for plain OAuth a name of it that stays.
        pub issuer: String,
        pub client_id: String,
        pub client_secret: Option<Sealed>,
        pub scopes: Words,
        pub authorization_url: Option<String>,
        pub token_url: Option<String>,
        pub userinfo_url: Option<String>,
        /// To whose people it is offered; none: to everybody.
        pub domains: Words,
        /// Those by whose verified addresses it links accounts that exist.
        pub trusted_domains: Words,
        /// Whether who has no account is given one.
        pub creates_accounts: bool,
        /// Whether everybody shows a second factor there, so that none is required here.
        pub asks_second_factor: bool,
        pub claims: ClaimNames,
        pub group_rules: GroupRules,
        pub groups_from: GroupSource,
        pub is_on: bool,
        /// Whether it stands in a file of the server.
        pub is_configured: bool,
        pub created_at: DateTimeUtc,
        pub changed_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod account {
    use kernel::{PersonId, SsoAccountId, SsoProviderId};
    use sea_orm::entity::prelude::*;

    /// An account at a provider that is somebody's here.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sso_account")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SsoAccountId,
        pub provider_id: SsoProviderId,
        /// As it was when it was linked: a provider that becomes another knows none of these accounts.
        pub issuer: String,
        pub subject: String,
        pub person_id: PersonId,
        /// To recognise it by.
        pub email: Option<String>,
        pub linked_at: DateTimeUtc,
        pub last_used_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod attempt {
    use super::Purpose;
    use kernel::{PersonId, SignInId, SsoAttemptId, SsoProviderId};
    use sea_orm::entity::prelude::*;

    /// Somebody who went to a provider and has not come back yet.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sso_attempt")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SsoAttemptId,
        pub provider_id: SsoProviderId,
        pub purpose: Purpose,
        /// SHA-256 of what the provider brings back.
        pub state_hash: Vec<u8>,
        /// SHA-256 of what the browser keeps.
        pub browser_hash: Vec<u8>,
        /// Who began it, unless it is to come in.
        pub person_id: Option<PersonId>,
        pub sign_in_id: Option<SignInId>,
        /// Where they go on: a path of ours.
        #[sea_orm(column_type = "Text")]
        pub next: String,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod sign_in {
    use kernel::{Sealed, SignInId, SsoAccountId};
    use sea_orm::entity::prelude::*;

    /// A sign-in that a provider vouched for.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sso_sign_in")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub sign_in_id: SignInId,
        pub account_id: SsoAccountId,
        /// What the provider calls it, when it ends it.
        pub sid: Option<String>,
        /// What it is reminded of when the person signs out.
        pub id_token: Option<Sealed>,
        pub began_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::account::Entity",
            from = "Column::AccountId",
            to = "super::account::Column::Id"
        )]
        Account,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod grant {
    use communities::Role;
    use kernel::{CommunityId, PersonId, SsoGrantId, SsoProviderId};
    use sea_orm::entity::prelude::*;

    /// What a provider's groups gave somebody.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sso_grant")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SsoGrantId,
        pub provider_id: SsoProviderId,
        pub person_id: PersonId,
        /// A membership; nothing: to look after the organisation.
        pub community_id: Option<CommunityId>,
        pub role: Option<Role>,
        pub granted_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod test {
    use super::Claims;
    use crate::outcome::Would;
    use kernel::{PersonId, SsoProviderId, SsoTestId};
    use sea_orm::entity::prelude::*;

    /// What came of a test sign-in.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sso_test")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SsoTestId,
        pub provider_id: SsoProviderId,
        pub person_id: PersonId,
        pub at: DateTimeUtc,
        /// The code of a refusal.
        pub refused: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub detail: Option<String>,
        pub claims: Claims,
        pub would: Option<Would>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod logout {
    use sea_orm::entity::prelude::*;

    /// A word about an end that was heard, and is not heard again.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sso_logout")]
    pub struct Model {
        /// The provider and the token's own name.
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub forget_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
