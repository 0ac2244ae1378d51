//! What can be done with people and their sign-ins.
mod many;
mod passwords;
mod people;
mod profile;
mod sign_ins;
mod suspend;

pub use many::{NewPlaceholder, create_placeholders, forget_placeholders};
pub(crate) use passwords::MintReset;
pub use passwords::{RequestPasswordReset, ResetPassword, change_password};
pub use people::{
    CreatePerson, NewPerson, Standing, address_placeholder, claim_account, create_person,
};
pub use profile::{CompleteOnboarding, UpdatePreferences, UpdateProfile};
pub use sign_ins::{
    Attempt, FreshSignIn, Reach, RevokeSignIn, SignInAs, SignOut, SweepExpired, TouchSignIn,
    open_sign_in, sign_in,
};
pub use suspend::{RestorePerson, SuspendPerson};

use crate::policy::KeepAccount;
use kernel::{Actor, Error, Permit, PersonId, Result, permit};

/// Leave to change what is the asker's own.
fn own_account(actor: Actor) -> Result<Permit<KeepAccount, PersonId>> {
    permit(actor, actor.person().ok_or(Error::SignInFirst)?)
}
