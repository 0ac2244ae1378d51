//! What can be done with people and their sign-ins.
mod passwords;
mod people;
mod profile;
mod sign_ins;

pub(crate) use passwords::MintReset;
pub use passwords::{RequestPasswordReset, ResetPassword, SetPassword, change_password};
pub use people::{CreatePerson, NewPerson, Standing, claim_account, create_person};
pub use profile::{CompleteOnboarding, UpdatePreferences, UpdateProfile};
pub use sign_ins::{
    Attempt, FreshSignIn, Reach, RevokeSignIn, SignInAs, SignOut, SweepExpired, TouchSignIn,
    open_sign_in, sign_in,
};
