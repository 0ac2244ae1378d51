//! What can be done with providers, and what is carried in from them.
mod come_in;
mod configure;
mod describe;
mod end;
mod groups;
mod journeys;
mod link;
mod providers;
mod seal;
mod try_out;

pub(crate) use come_in::ComeIn;
pub use configure::{ConfigureProviders, Configured, RuleWritten};
pub use describe::{ClaimNamesInput, Description, GroupRuleInput};
pub use end::SweepSso;
pub(crate) use end::{EndElsewhere, NoteRefusedEnd};
pub use groups::apply_directory_groups;
pub(crate) use journeys::{ATTEMPT_LIFE, Gone, NoteAttempt, NoteRefusal, TakeAttempt};
pub(crate) use link::{Link, StepUp};
pub use link::{Passwords, UnlinkAccount};
pub(crate) use providers::secret_of;
pub use providers::{CreateProvider, RemoveProvider, SwitchProvider, UpdateProvider};
pub use seal::SealSso;
pub(crate) use try_out::{KeepTest, TestFound};

use crate::policy::Carry;
use crate::refusal::{Refusal, Refused};
use crate::store;
use crate::tables::{Account, Provider};
use chrono::{DateTime, Utc};
use identity::{Factors, Shown};
use kernel::{
    Actor, Organisation, Permit, Result, Sealed, SealedAt, SignInId, SsoProviderId, Tx, permit,
};

/// What a provider vouched for, verified. It has a token in it, and so no form for a log.
#[derive(Clone)]
pub(crate) struct Word {
    pub provider: SsoProviderId,
    /// As it signed: the account is named within this issuer.
    pub issuer: String,
    pub profile: crate::Profile,
    pub sid: Option<String>,
    /// When they showed there who they are, if it says so.
    pub shown_at: Option<DateTime<Utc>>,
    /// Whether they showed two factors there, as it says (`amr`).
    pub by_two_factors: bool,
    pub id_token: Option<String>,
}

/// How somebody showed there who they are.
fn shown(provider: &Provider, word: &Word) -> Shown {
    let factors = match provider.asks_second_factor || word.by_two_factors {
        true => Factors::TwoElsewhere,
        false => Factors::OfOurs,
    };
    Shown {
        at: word.shown_at,
        factors,
    }
}

/// Where the ID token of a sign-in is kept.
pub(crate) fn id_token_of(sign_in: SignInId) -> SealedAt {
    SealedAt::new("sso_sign_in", "id_token", sign_in)
}

/// Leave to carry in what a provider says: the platform's alone.
fn carrying(actor: Actor) -> Result<Permit<Carry, Organisation>> {
    permit(actor, Organisation)
}

/// Notes by which account a sign-in began, so that the provider can end it, and be told when it ends.
async fn vouch(
    tx: &Tx,
    leave: &Permit<Carry, Organisation>,
    (account, word): (&Account, &Word),
    sign_in: SignInId,
) -> Result<()> {
    let at = id_token_of(sign_in);
    let sealed: Option<Sealed> = match &word.id_token {
        Some(token) => Some(tx.keys().seal(tx, at, token.as_bytes())?),
        None => None,
    };
    let row = store::Vouched {
        sign_in_id: sign_in,
        account_id: account.id,
        sid: word.sid.clone(),
        id_token: sealed,
        began_at: tx.now(),
    };
    store::insert_vouched(tx, leave, row).await
}

/// Whether whoever set out comes back to a provider that is off by now.
fn off(provider: &Provider) -> Option<Refusal> {
    let off = || Refused::Off.because("the provider was switched off meanwhile");
    (!provider.is_on).then(off)
}

/// The account was used just now.
async fn used(
    tx: &Tx,
    leave: &Permit<Carry, Organisation>,
    (account, word): (Account, &Word),
) -> Result<Account> {
    let row = Account {
        email: word.profile.email.clone().or(account.email),
        last_used_at: Some(tx.now()),
        ..account
    };
    store::update_account(tx, leave, row).await
}

/// A new account for somebody who is here.
fn account_of(tx: &Tx, (provider, word): (&Provider, &Word), person: kernel::PersonId) -> Account {
    Account {
        id: tx.id(),
        provider_id: provider.id,
        issuer: word.issuer.clone(),
        subject: word.profile.subject.clone(),
        person_id: person,
        email: word.profile.email.clone(),
        linked_at: tx.now(),
        last_used_at: None,
    }
}
