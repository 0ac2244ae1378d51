//! What identity tells.
use crate::{AskedOf, Scopes};
use chrono::{DateTime, Utc};
use kernel::{ApiTokenId, Event, PasskeyId, PersonId, Place, SignInId};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCreated {
    pub person: PersonId,
    /// Whether they look after the whole organisation.
    #[serde(default)]
    pub administrator: bool,
}

/// An account that nobody had claimed is no more, because what brought it in was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonForgotten {
    pub person: PersonId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    pub person: PersonId,
    pub sign_in: SignInId,
}

/// Why somebody did not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// The address and the password do not belong together, whether there is such an address or not.
    Mismatch,
    /// They were right, and the person is suspended.
    Suspended,
    /// A passkey that opens nothing here, or was not shown as it was asked for.
    Passkey,
}

/// A sign-in was refused. What was typed is not kept; a mark of the address tells whether two tries
/// were for the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInRefused {
    pub why: Refused,
    pub mark: String,
    /// Where it was tried from, of one household.
    pub address: Option<String>,
    pub device: String,
}

impl Event for SignInRefused {
    const KIND: &'static str = "identity.sign_in_refused";

    fn place(&self) -> Place {
        Place::default()
    }
}

/// These sign-ins are over, whoever ended them: what they opened must close.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedOut {
    pub person: PersonId,
    pub sign_ins: Vec<SignInId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordChanged {
    pub person: PersonId,
}

/// A link to choose a new password was made, for a letter or by the command line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResetMinted {
    pub person: PersonId,
}

/// An administrator had the letter sent with which somebody chooses a new password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResetSent {
    pub person: PersonId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileChanged {
    pub person: PersonId,
}

/// Somebody is kept out, by an administrator or by their directory. What they wrote stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonSuspended {
    pub person: PersonId,
    pub reason: String,
}

/// Somebody who was suspended may come in again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRestored {
    pub person: PersonId,
}

/// Somebody looks after the whole organisation from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdministratorAppointed {
    pub person: PersonId,
}

/// Somebody looks after the whole organisation no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdministratorDismissed {
    pub person: PersonId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreferencesChanged {
    pub person: PersonId,
}

/// A second factor is asked of this person from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorSet {
    pub person: PersonId,
}

/// A person took their own second factor off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorRemoved {
    pub person: PersonId,
    /// Since when they had it.
    pub since: DateTime<Utc>,
}

/// An administrator took the second factor off somebody who lost it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorReset {
    pub person: PersonId,
    /// Since when they had it.
    pub since: DateTime<Utc>,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryCodeUsed {
    pub person: PersonId,
    /// How many there are yet.
    pub left: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryCodesRenewed {
    pub person: PersonId,
    /// How many there were yet.
    pub left_before: u64,
}

/// A person may show this passkey from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyAdded {
    pub person: PersonId,
    pub passkey: PasskeyId,
    pub name: String,
}

/// A person calls their passkey by another name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyRenamed {
    pub person: PersonId,
    pub passkey: PasskeyId,
    pub name: String,
    pub was: String,
}

/// A person took their passkey off; it opens nothing any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyRemoved {
    pub person: PersonId,
    pub passkey: PasskeyId,
    pub name: String,
}

/// A passkey was shown, to come in or once more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyShown {
    pub person: PersonId,
    pub passkey: PasskeyId,
    pub name: String,
}

/// The organisation requires a second factor of others than before, or gives them another time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorRuleChanged {
    pub asked_of: AskedOf,
    pub grace_days: i32,
    pub was: AskedOf,
}

impl Event for FactorRuleChanged {
    const KIND: &'static str = "identity.factor_rule_changed";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place::default()
    }
}

/// Whoever is signed in showed once more who they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInConfirmed {
    pub person: PersonId,
    pub sign_in: SignInId,
}

/// A link that signs in was made, for a letter or by the command line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInLinkMinted {
    pub person: PersonId,
}

/// A program may ask from now on: in somebody's name, or as a service of nobody's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiTokenCreated {
    pub person: Option<PersonId>,
    pub token: ApiTokenId,
    pub name: String,
    pub scopes: Scopes,
    pub expires_at: DateTime<Utc>,
}

/// This token opens nothing any more, whoever revoked it; it was so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiTokenRevoked {
    pub person: Option<PersonId>,
    pub token: ApiTokenId,
    pub name: String,
    pub scopes: Scopes,
    pub expires_at: DateTime<Utc>,
}

macro_rules! of_a_token {
    ($($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;
            const KEEPS_ORIGIN: bool = true;

            fn place(&self) -> Place {
                self.person.map_or_else(Place::default, Place::person)
            }
        }
    )+};
}

of_a_token! {
    ApiTokenCreated "identity.api_token_created",
    ApiTokenRevoked "identity.api_token_revoked",
}

macro_rules! personal {
    (keeps_origin: $keeps:literal; $($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;
            const KEEPS_ORIGIN: bool = $keeps;

            fn place(&self) -> Place {
                Place::person(self.person)
            }
        }
    )+};
}

personal! {
    keeps_origin: true;
    PersonCreated "identity.person_created",
    PersonForgotten "identity.person_forgotten",
    SignedIn "identity.signed_in",
    SignedOut "identity.signed_out",
    PasswordChanged "identity.password_changed",
    ResetMinted "identity.reset_minted",
    ResetSent "identity.reset_sent",
    PersonSuspended "identity.person_suspended",
    PersonRestored "identity.person_restored",
    SecondFactorSet "identity.second_factor_set",
    SecondFactorRemoved "identity.second_factor_removed",
    SecondFactorReset "identity.second_factor_reset",
    RecoveryCodeUsed "identity.recovery_code_used",
    RecoveryCodesRenewed "identity.recovery_codes_renewed",
    PasskeyAdded "identity.passkey_added",
    PasskeyRenamed "identity.passkey_renamed",
    PasskeyRemoved "identity.passkey_removed",
    PasskeyShown "identity.passkey_shown",
    SignInConfirmed "identity.sign_in_confirmed",
    SignInLinkMinted "identity.sign_in_link_minted",
    AdministratorAppointed "identity.administrator_appointed",
    AdministratorDismissed "identity.administrator_dismissed",
}

personal! {
    keeps_origin: false;
    ProfileChanged "identity.profile_changed",
    PreferencesChanged "identity.preferences_changed",
}
