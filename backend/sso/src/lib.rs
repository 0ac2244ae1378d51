//! Signing in with an account from elsewhere: providers, the accounts there that are somebody's here, and what their
//! groups give.
//!
//! Invariants:
//! - whose account it is says (issuer, subject) alone; an address links an account that exists only when the provider
//!   verified it and an administrator trusts the provider for its domain;
//! - an attempt belongs to the browser that began it, is taken once, and is over after ten minutes;
//! - nothing that a provider says is believed before its signature, issuer, audience, nonce and times are right;
//! - what a provider's groups gave is noted: a change of groups takes away that, and nothing else;
//! - a client secret and an ID token are sealed; of what a browser carries, only the hash is kept;
//! - every refusal is a fact in the log, as is what each provider was before and after a change.
mod claims;
mod commands;
mod discovery;
mod events;
mod flow;
mod hear;
mod held;
mod id_token;
mod logout;
mod logout_token;
mod outcome;
mod parse;
mod policy;
mod refusal;
mod store;
mod tables;
mod token_endpoint;

pub use claims::{ClaimNames, Profile};
pub use commands::{
    ClaimNamesInput, ConfigureProviders, Configured, CreateProvider, Description, GroupRuleInput,
    Passwords, RemoveProvider, RuleWritten, SealSso, SweepSso, SwitchProvider, UnlinkAccount,
    UpdateProvider, apply_directory_groups,
};
pub use discovery::Sso;
pub use events::{
    AccountLinked, AccountUnlinked, GroupsApplied, LogoutRefused, ProviderAct, ProviderChanged,
    SignInRefused, SignInVouched, SignedOutElsewhere, TestDone, Way,
};
pub use flow::{Arrival, Asker, Begin, Begun, Landed, Outcome, Stop, arrive, begin};
pub use held::held;
pub use logout::{end_of_session, log_out};
pub use outcome::{Act, Would};
pub use policy::{KeepLinked, KeepProviders};
pub use refusal::{Refusal, Refused};
pub use store::{
    administration_from, communities_to_fill, last_tests, linked_accounts, offered, provider_by_id,
    provider_by_slug, providers, providers_by_ids, providers_of_people, test_of,
};
pub use tables::{
    Account, Claims, Grants, GroupRule, GroupRules, GroupSource, Kind, Provider, Purpose, Test,
    Words,
};
