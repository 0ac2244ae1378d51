//! Where a provider answers and which keys it signs with: asked of it seldom, and believed for a while.
use crate::parse;
use crate::refusal::{Refusal, Refused};
use crate::tables::{Kind, Provider};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::SsoProviderId;
use openidconnect::core::CoreJsonWebKeySet;
use outgoing::{Outgoing, OutgoingError};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How long it is believed where a provider answers.
const METADATA_KEPT: TimeDelta = TimeDelta::minutes(10);
/// How long its keys are believed, unless it signs with another.
const KEYS_KEPT: TimeDelta = TimeDelta::hours(1);
/// Whoever makes tokens up would otherwise have us ask for keys all day.
const KEYS_ASKED_AGAIN: TimeDelta = TimeDelta::minutes(1);
/// Everybody who waits for one that does not answer hears so at once, and not after each other.
const FAILURE_KEPT: TimeDelta = TimeDelta::seconds(5);

/// What signing in from elsewhere needs while the server runs: one for the program.
pub struct Sso {
    pub(crate) outgoing: Outgoing,
    /// Where people reach us, without a slash at the end.
    pub(crate) public_url: String,
    known: Mutex<HashMap<SsoProviderId, Arc<tokio::sync::Mutex<Known>>>>,
}

#[derive(Default)]
struct Known {
    /// What is known is of the provider as it was then.
    as_of: Option<DateTime<Utc>>,
    metadata: Option<(Arc<Metadata>, DateTime<Utc>)>,
    keys: Option<(Arc<[u8]>, DateTime<Utc>)>,
    failed: Option<(Refusal, DateTime<Utc>)>,
}

/// What a provider tells of itself, as far as we need it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Metadata {
    pub issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    pub userinfo_endpoint: Option<String>,
    pub jwks_uri: Option<String>,
    pub end_session_endpoint: Option<String>,
    /// RFC 9207.
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
    pub token_endpoint_auth_methods_supported: Option<Vec<String>>,
}

/// Which keys will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keys {
    Known,
    /// Those it has now, as a token was signed with another.
    Anew,
}

impl Sso {
    pub fn new(outgoing: Outgoing, public_url: impl Into<String>) -> Self {
        Self {
            outgoing,
            public_url: public_url.into(),
            known: Mutex::default(),
        }
    }

    /// Where the provider sends people back to.
    pub fn callback_url(&self, slug: &str) -> String {
        format!("{}/auth/oidc/{slug}/callback", self.public_url)
    }

    /// Where the provider tells that somebody signed out there.
    pub fn logout_url(&self, slug: &str) -> String {
        format!("{}/auth/oidc/{slug}/logout", self.public_url)
    }

    pub(crate) async fn metadata(
        &self,
        provider: &Provider,
        now: DateTime<Utc>,
    ) -> Result<Arc<Metadata>, Refusal> {
        if provider.kind == Kind::OAuth {
            return told_by_hand(provider).map(Arc::new);
        }
        let known = self.known(provider);
        let mut known = known.lock().await;
        known.forget_another(provider);
        match &known.metadata {
            Some((metadata, at)) if now < *at + METADATA_KEPT => return Ok(metadata.clone()),
            _ => {}
        }
        known.rests(now)?;
        let found = self.discover(provider).await;
        let metadata = Arc::new(known.noted(found, now)?);
        known.metadata = Some((metadata.clone(), now));
        Ok(metadata)
    }

    /// The keys a provider signs with. `Anew` is nothing when they were asked for a moment ago.
    pub(crate) async fn keys(
        &self,
        provider: &Provider,
        (wanted, now): (Keys, DateTime<Utc>),
    ) -> Result<Option<CoreJsonWebKeySet>, Refusal> {
        let metadata = self.metadata(provider, now).await?;
        let address = metadata.jwks_uri.as_deref();
        let address = address.ok_or_else(|| down("the provider names no keys"))?;
        let known = self.known(provider);
        let mut known = known.lock().await;
        match &known.keys {
            Some((keys, at)) if wanted == Keys::Known && now < *at + KEYS_KEPT => {
                return read_keys(keys).map(Some);
            }
            Some((_, at)) if wanted == Keys::Anew && now < *at + KEYS_ASKED_AGAIN => {
                return Ok(None);
            }
            _ => {}
        }
        known.rests(now)?;
        let found = self.read(address).await;
        let found = found.and_then(|keys| Ok((read_keys(&keys)?, keys)));
        let (read, keys) = known.noted(found, now)?;
        known.keys = Some((keys.into(), now));
        Ok(Some(read))
    }

    async fn discover(&self, provider: &Provider) -> Result<Metadata, Refusal> {
        let base = provider.issuer.trim_end_matches('/');
        let address = format!("{base}/.well-known/openid-configuration");
        let body = self.read(&address).await?;
        let metadata: Metadata = serde_json::from_slice(&body)
            .map_err(|_| down("what the provider tells of itself cannot be read"))?;
        if metadata.issuer != provider.issuer {
            let detail = "the provider calls itself by another issuer; write it exactly as it does";
            return Err(Refused::NotTrusted.because(detail));
        }
        // Browsers are sent there: nothing that would run in ours.
        let is_address = |address: &String| parse::address("issuer", address).is_ok();
        if !is_address(&metadata.authorization_endpoint)
            || !metadata.end_session_endpoint.iter().all(is_address)
        {
            return Err(down("an address that the provider tells is none"));
        }
        Ok(metadata)
    }

    async fn read(&self, address: &str) -> Result<Vec<u8>, Refusal> {
        let answer = self.outgoing.get(address).await.map_err(unreached)?;
        match answer.status().is_success() {
            true => Ok(answer.into_body()),
            false => Err(down(format!(
                "the provider answered {}",
                answer.status().as_u16()
            ))),
        }
    }

    fn known(&self, provider: &Provider) -> Arc<tokio::sync::Mutex<Known>> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(provider.id).or_default().clone()
    }
}

impl Known {
    /// # Errors
    /// With what failed a moment ago.
    fn rests(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        match &self.failed {
            Some((refusal, at)) if now < *at + FAILURE_KEPT => Err(refusal.clone()),
            _ => Ok(()),
        }
    }

    /// What came of asking, remembered if it failed.
    fn noted<T>(&mut self, found: Result<T, Refusal>, now: DateTime<Utc>) -> Result<T, Refusal> {
        let failure = found.as_ref().err();
        self.failed = failure.map(|refusal| (refusal.clone(), now));
        found
    }

    fn forget_another(&mut self, provider: &Provider) {
        if self.as_of != Some(provider.changed_at) {
            *self = Self {
                as_of: Some(provider.changed_at),
                ..Self::default()
            };
        }
    }
}

fn told_by_hand(provider: &Provider) -> Result<Metadata, Refusal> {
    let told =
        |address: &Option<String>| address.clone().ok_or_else(|| down("an address is missing"));
    Ok(Metadata {
        issuer: provider.issuer.clone(),
        authorization_endpoint: told(&provider.authorization_url)?,
        token_endpoint: told(&provider.token_url)?,
        userinfo_endpoint: Some(told(&provider.userinfo_url)?),
        jwks_uri: None,
        end_session_endpoint: None,
        authorization_response_iss_parameter_supported: false,
        token_endpoint_auth_methods_supported: None,
    })
}

fn read_keys(keys: &[u8]) -> Result<CoreJsonWebKeySet, Refusal> {
    serde_json::from_slice(keys).map_err(|_| down("the provider's keys cannot be read"))
}

pub(crate) fn unreached(error: OutgoingError) -> Refusal {
    down(error.to_string())
}

pub(crate) fn down(detail: impl Into<std::borrow::Cow<'static, str>>) -> Refusal {
    Refused::ProviderDown.because(detail)
}
