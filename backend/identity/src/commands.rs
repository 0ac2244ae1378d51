//! What can be done with people and their sign-ins.
mod accounts;
mod api_tokens;
mod confirm;
mod factors;
mod links;
mod many;
mod passkeys;
mod passwords;
mod people;
mod profile;
mod refusals;
mod rules;
mod sign_ins;
mod suspend;
mod vouched;

pub use accounts::{AppointAdministrator, DismissAdministrator, EndSignIns, SendPasswordReset};
pub use api_tokens::{CreateApiToken, CreateServiceToken, RevokeApiToken, TouchApiToken};
pub use confirm::{Proof, confirm_sign_in};
pub use factors::{
    BeginSecondFactor, FactorSeed, RECOVERY_CODES, RenewRecoveryCodes, ResetSecondFactor,
    SealFactors, confirm_second_factor, remove_second_factor,
};
pub(crate) use links::MintSignIn;
pub use links::{RequestSignInLink, SignInByLink, sign_in_by_link};
pub use many::{NewPlaceholder, create_placeholders, forget_placeholders};
pub use passkeys::{
    AddedPasskey, BeginPasskey, BeginShowingPasskey, PasskeyAnswer, PasskeyAsked, RemovePasskey,
    RenamePasskey, add_passkey, confirm_by_passkey, sign_in_by_passkey,
};
pub(crate) use passwords::MintReset;
pub use passwords::{RequestPasswordReset, ResetPassword, change_password, reset_password};
pub use people::{
    CreatePerson, NewPerson, Standing, address_placeholder, claim_account, create_person,
};
pub use profile::{CompleteOnboarding, UpdatePreferences, UpdateProfile};
pub use refusals::{is_link_worth_telling, is_worth_telling, mark_of};
pub use rules::SetFactorRule;
pub use sign_ins::{
    Attempt, Factors, FreshSignIn, Reach, RevokeSignIn, Shown, SignInAs, SignOut, SweepExpired,
    TouchSignIn, open_sign_in, open_sign_in_shown, sign_in,
};
pub use suspend::{RestorePerson, SuspendPerson, deactivate, reactivate};
pub use vouched::{
    Described, appoint, claim_vouched, create_described, describe_anew, dismiss, end_sign_ins_of,
};

use crate::policy::KeepAccount;
use kernel::{Actor, Error, Permit, PersonId, Result, permit};

/// Leave to change what is the asker's own.
fn own_account(actor: Actor) -> Result<Permit<KeepAccount, PersonId>> {
    permit(actor, actor.person().ok_or(Error::SignInFirst)?)
}
