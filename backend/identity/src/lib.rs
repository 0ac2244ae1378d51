//! People: who they are, and how they sign in.
//!
//! Invariants:
//! - a password is kept only as an argon2id hash, a token only as its SHA-256;
//! - nothing a stranger can ask tells whether an e-mail address is known here;
//! - every end of a sign-in that somebody caused is a fact in the log, so that open sockets close;
//! - who is suspended is signed in nowhere, and comes in by no way until an administrator restores them;
//! - identity knows no communities: who may see whom is decided above.
mod commands;
mod events;
mod hasher;
mod jobs;
mod parse;
mod password;
mod policy;
mod preferences;
mod secret;
mod store;
mod tables;
mod throttle;
mod visitor;

pub use commands::{
    Attempt, CompleteOnboarding, CreatePerson, FreshSignIn, NewPerson, NewPlaceholder, Reach,
    RequestPasswordReset, ResetPassword, RestorePerson, RevokeSignIn, SignInAs, SignOut, Standing,
    SuspendPerson, SweepExpired, TouchSignIn, UpdatePreferences, UpdateProfile,
    address_placeholder, change_password, claim_account, create_person, create_placeholders,
    forget_placeholders, open_sign_in, sign_in,
};
pub use events::{
    PasswordChanged, PersonCreated, PersonForgotten, PersonRestored, PersonSuspended,
    PreferencesChanged, ProfileChanged, ResetMinted, SignedIn, SignedOut,
};
pub use hasher::{Check, Hasher};
pub use jobs::{MailReset, mint_reset};
pub use parse::{
    HANDLE_CHARS_MAX, NAME_CHARS_MAX, email as parse_email, handle as parse_handle,
    zone as parse_zone,
};
pub use password::{NewPassword, PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN, check_strength};
pub use policy::{Suspend, actor_of, is_alive, wants_touch};
pub use preferences::{LANGUAGES, Preferences, ReadingFont, TextScale, Theme};
pub use secret::{Secret, token_hash};
pub use store::{
    has_password, nobody_is_here, people_by_emails, people_by_ids, person_by_email,
    person_by_handle, person_by_id, sign_in_seen, sign_ins_of,
};
pub use tables::{Person, SignIn, person};
pub use visitor::{Visitor, device_label, household};
