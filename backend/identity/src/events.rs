//! What identity tells.
use kernel::{Event, PersonId, Place, SignInId};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCreated {
    pub person: PersonId,
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

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileChanged {
    pub person: PersonId,
}

/// An administrator keeps somebody out. What they wrote stays.
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

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreferencesChanged {
    pub person: PersonId,
}

macro_rules! personal {
    ($($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;

            fn place(&self) -> Place {
                Place::person(self.person)
            }
        }
    )+};
}

personal! {
    PersonCreated "identity.person_created",
    PersonForgotten "identity.person_forgotten",
    SignedIn "identity.signed_in",
    SignedOut "identity.signed_out",
    PasswordChanged "identity.password_changed",
    ResetMinted "identity.reset_minted",
    ProfileChanged "identity.profile_changed",
    PreferencesChanged "identity.preferences_changed",
    PersonSuspended "identity.person_suspended",
    PersonRestored "identity.person_restored",
}
