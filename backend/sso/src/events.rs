//! What signing in from elsewhere tells.
use crate::tables::Purpose;
use communities::Role;
use kernel::{
    CommunityId, Event, PersonId, Place, SignInId, SsoAccountId, SsoProviderId, SsoTestId,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What was done with a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProviderAct {
    Created,
    Updated,
    SwitchedOn,
    SwitchedOff,
    Removed,
}

/// A provider is another than before. Its secret is told of only as having changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderChanged {
    pub provider: SsoProviderId,
    pub act: ProviderAct,
    pub before: Option<Value>,
    pub after: Option<Value>,
    pub secret_changed: bool,
}

/// A provider vouched for somebody, who came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInVouched {
    pub person: PersonId,
    pub provider: SsoProviderId,
    pub account: SsoAccountId,
    pub sign_in: SignInId,
    pub purpose: Purpose,
}

/// Somebody came from a provider, and was not let in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInRefused {
    pub provider: Option<SsoProviderId>,
    pub purpose: Option<Purpose>,
    /// Who had begun it, if somebody was signed in.
    pub person: Option<PersonId>,
    pub code: String,
    pub detail: String,
    /// The household they came from.
    #[serde(default)]
    pub address: Option<String>,
    #[serde(default)]
    pub device: Option<String>,
}

/// How an account elsewhere became somebody's here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// With a new person.
    Created,
    /// By its verified address.
    Address,
    /// By the person, signed in.
    Person,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountLinked {
    pub person: PersonId,
    pub provider: SsoProviderId,
    pub account: SsoAccountId,
    pub way: Way,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountUnlinked {
    pub person: PersonId,
    pub provider: SsoProviderId,
    pub account: SsoAccountId,
}

/// The groups of a provider gave somebody something, or took it away. A place without a community is the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupsApplied {
    pub person: PersonId,
    pub provider: SsoProviderId,
    pub before: Vec<(Option<CommunityId>, Option<Role>)>,
    pub after: Vec<(Option<CommunityId>, Option<Role>)>,
}

/// An administrator tried a provider out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestDone {
    pub person: PersonId,
    pub provider: SsoProviderId,
    pub test: SsoTestId,
    /// The code of a refusal.
    pub refused: Option<String>,
}

/// A provider told that somebody signed out there, and these sign-ins ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedOutElsewhere {
    pub person: PersonId,
    pub provider: SsoProviderId,
    pub sign_ins: Vec<SignInId>,
}

/// Somebody told of an end in a provider's name, and was not believed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogoutRefused {
    pub provider: SsoProviderId,
    pub detail: String,
    /// Where it was told from.
    #[serde(default)]
    pub address: Option<String>,
}

macro_rules! personal {
    ($($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;
            const KEEPS_ORIGIN: bool = true;

            fn place(&self) -> Place {
                Place::person(self.person)
            }
        }
    )+};
}

personal! {
    SignInVouched "sso.sign_in_vouched",
    AccountLinked "sso.account_linked",
    AccountUnlinked "sso.account_unlinked",
    GroupsApplied "sso.groups_applied",
    TestDone "sso.test_done",
    SignedOutElsewhere "sso.signed_out_elsewhere",
}

macro_rules! of_the_organisation {
    ($($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;
            const KEEPS_ORIGIN: bool = true;

            fn place(&self) -> Place {
                Place::default()
            }
        }
    )+};
}

of_the_organisation! {
    ProviderChanged "sso.provider_changed",
    SignInRefused "sso.sign_in_refused",
    LogoutRefused "sso.logout_refused",
}
