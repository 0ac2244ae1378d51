//! People: who they are, and how they sign in.
//!
//! Invariants:
//! - a password is kept only as an argon2id hash, a token only as its SHA-256, the seed of a second factor sealed;
//! - a passkey is password and second factor in one: it is shown to whoever asked for it, at our own address, once for
//!   each time it is asked for;
//! - of whom the organisation requires a second factor, and when it is time, is said in one place (`factor_due`);
//! - who has a second factor shows it wherever a password or a letter would open, and each code works once;
//! - nothing a stranger can ask tells whether an e-mail address is known here;
//! - every end of a sign-in that somebody caused is a fact in the log, so that open sockets close;
//! - who is suspended is signed in nowhere, has no token, and comes in by no way until an administrator
//!   restores them, or, if it was the directory that deactivated them, it does;
//! - a token can do what its scopes say and its person may, looked at anew for each request; a service's can
//!   do nothing in the name of a person;
//! - an administrator takes this office from nobody who is the last to hold it, and never from themself;
//! - identity knows no communities: who may see whom is decided above.
mod api_token;
mod commands;
mod events;
mod hasher;
mod held;
mod jobs;
mod parse;
mod passkey;
mod password;
mod policy;
mod preferences;
mod secret;
mod store;
mod tables;
mod throttle;
mod totp;
mod visitor;

pub use api_token::{Bearer, Scope, Scopes};
pub use commands::{
    AddedPasskey, AppointAdministrator, Attempt, BeginPasskey, BeginSecondFactor,
    BeginShowingPasskey, CompleteOnboarding, CreateApiToken, CreatePerson, CreateServiceToken,
    Described, DismissAdministrator, EndSignIns, FactorSeed, Factors, FreshSignIn, NewPerson,
    NewPlaceholder, PasskeyAnswer, PasskeyAsked, Proof, RECOVERY_CODES, Reach, RemovePasskey,
    RenamePasskey, RenewRecoveryCodes, RequestPasswordReset, RequestSignInLink, ResetPassword,
    ResetSecondFactor, RestorePerson, RevokeApiToken, RevokeSignIn, SealFactors, SendPasswordReset,
    SetFactorRule, Shown, SignInAs, SignInByLink, SignOut, Standing, SuspendPerson, SweepExpired,
    TouchApiToken, TouchSignIn, UpdatePreferences, UpdateProfile, add_passkey, address_placeholder,
    appoint, change_password, claim_account, claim_vouched, confirm_by_passkey,
    confirm_second_factor, confirm_sign_in, create_described, create_person, create_placeholders,
    deactivate, describe_anew, dismiss, end_sign_ins_of, forget_placeholders,
    is_link_worth_telling, is_worth_telling, mark_of, open_sign_in, open_sign_in_shown, reactivate,
    remove_second_factor, reset_password, sign_in, sign_in_by_link, sign_in_by_passkey,
};
pub use events::{
    AdministratorAppointed, AdministratorDismissed, ApiTokenCreated, ApiTokenRevoked,
    FactorRuleChanged, PasskeyAdded, PasskeyRemoved, PasskeyRenamed, PasskeyShown, PasswordChanged,
    PersonCreated, PersonForgotten, PersonRestored, PersonSuspended, PreferencesChanged,
    ProfileChanged, RecoveryCodeUsed, RecoveryCodesRenewed, Refused, ResetMinted, ResetSent,
    SecondFactorRemoved, SecondFactorReset, SecondFactorSet, SignInConfirmed, SignInLinkMinted,
    SignInRefused, SignedIn, SignedOut,
};
pub use hasher::{Check, Hasher};
pub use held::held;
pub use jobs::{MailReset, MailSignIn, mint_reset, mint_sign_in};
pub use parse::{
    HANDLE_CHARS_MAX, NAME_CHARS_MAX, email as parse_email, handle as parse_handle,
    zone as parse_zone,
};
pub use passkey::RelyingParty;
pub use password::{NewPassword, PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN, check_strength};
pub use policy::{
    Appoint, KeepFactorRule, LookAfter, OverseePeople, OverseeTokens, ResetFactor, SIGN_IN_LIFE,
    Suspend, TokenUse, actor_by_token, actor_of, allows_use, is_alive, is_confirmed,
    token_wants_touch, wants_touch,
};
pub use preferences::{LANGUAGES, Preferences, ReadingFont, TextScale, Theme};
pub use secret::{Secret, token_hash};
pub use store::{
    address_of, api_token_seen, api_tokens_of, api_tokens_page, factor_due, factor_rule, has_app,
    has_password, last_here_of, nobody_is_here, passkeys_of, people_by_emails, people_by_ids,
    people_count, people_walked, people_without_factor, person_by_email, person_by_handle,
    person_by_id, recovery_codes_left, sign_in_seen, sign_ins_of, with_password,
};
pub use tables::{ApiToken, AskedOf, FactorRule, Passkey, Person, SignIn, person};
pub use visitor::{Visitor, device_label, household};
