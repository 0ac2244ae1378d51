//! Somebody goes to a provider, and comes back or does not.
use super::carrying;
use crate::events::SignInRefused;
use crate::refusal::Refusal;
use crate::store;
use crate::tables::{Attempt, Provider, Purpose};
use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use identity::{Secret, Visitor, is_worth_telling, token_hash};
use kernel::{Actor, Command, PersonId, Result, SignInId, SsoProviderId, Tx};

/// Whoever takes longer begins again.
pub(crate) const ATTEMPT_LIFE: TimeDelta = TimeDelta::minutes(10);

/// Notes that somebody sets out.
pub(crate) struct NoteAttempt {
    pub provider: SsoProviderId,
    pub purpose: Purpose,
    pub asker: Option<(SignInId, PersonId)>,
    pub next: String,
    /// What the browser keeps already, from another attempt.
    pub browser: Option<String>,
}

/// What an attempt is known by.
#[derive(Clone, Debug)]
pub(crate) struct Gone {
    pub state: Secret,
    pub browser: Secret,
}

#[async_trait]
impl Command for NoteAttempt {
    type Done = Gone;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Gone> {
        let leave = carrying(actor)?;
        let state = Secret::mint(tx);
        let browser = match &self.browser {
            Some(known) if is_of_chance(known) => Secret::new(known.as_str()),
            _ => Secret::mint(tx),
        };
        let row = Attempt {
            id: tx.id(),
            provider_id: self.provider,
            purpose: self.purpose,
            state_hash: state.hash(),
            browser_hash: browser.hash(),
            person_id: self.asker.map(|(_, person)| person),
            sign_in_id: self.asker.map(|(sign_in, _)| sign_in),
            next: self.next.clone(),
            created_at: tx.now(),
        };
        store::insert_attempt(tx, &leave, row).await?;
        Ok(Gone { state, browser })
    }
}

/// Whether it has the form of our tokens.
fn is_of_chance(token: &str) -> bool {
    URL_SAFE_NO_PAD
        .decode(token)
        .is_ok_and(|bytes| bytes.len() == 32)
}

/// Takes up the attempt that this browser comes back from. It works once.
pub(crate) struct TakeAttempt {
    pub state: String,
    pub browser: String,
}

#[async_trait]
impl Command for TakeAttempt {
    type Done = Option<(Attempt, Provider)>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Self::Done> {
        let leave = carrying(actor)?;
        let hashes = (token_hash(&self.state), token_hash(&self.browser));
        let taken = store::take_attempt(tx, &leave, (&hashes.0, &hashes.1)).await?;
        match taken.filter(|attempt| tx.now() < attempt.created_at + ATTEMPT_LIFE) {
            Some(attempt) => {
                let provider = store::by_id(&tx.conn(), attempt.provider_id).await?;
                Ok(Some((attempt, provider)))
            }
            None => Ok(None),
        }
    }
}

/// Tells the log that somebody was not let in, unless enough was told this hour.
pub(crate) struct NoteRefusal {
    pub provider: Option<SsoProviderId>,
    pub purpose: Purpose,
    pub person: Option<PersonId>,
    pub visitor: Visitor,
    pub refusal: Refusal,
}

#[async_trait]
impl Command for NoteRefusal {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let _ = carrying(actor)?;
        if !is_worth_telling(tx, &self.visitor).await? {
            return Ok(());
        }
        let fact = SignInRefused {
            provider: self.provider,
            purpose: Some(self.purpose),
            person: self.person,
            code: self.refusal.refused.code().to_owned(),
            detail: self.refusal.detail.to_string(),
            address: self.visitor.household(),
            device: Some(self.visitor.device.clone()).filter(|device| !device.is_empty()),
        };
        tx.emit(actor, &fact).await
    }
}
