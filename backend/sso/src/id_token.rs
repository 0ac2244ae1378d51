//! What a provider signs is believed when everything about it is right. Pure.
use crate::refusal::{Refusal, Refused};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{
    CoreIdToken, CoreIdTokenVerifier, CoreJsonWebKeySet, CoreJwsSigningAlgorithm as Algorithm,
};
use openidconnect::{
    ClaimsVerificationError as Wrong, ClientId, IssuerUrl, Nonce, SignatureVerificationError,
};
use serde_json::{Map, Value};
use std::str::FromStr;

/// How far two clocks may differ.
pub(crate) const SKEW: TimeDelta = TimeDelta::seconds(60);
/// A token is asked for and made at once: an older one was kept by somebody.
const AGE_MAX: TimeDelta = TimeDelta::minutes(10);

/// Signatures by keys that only the provider has. Never `none`, and nothing by a shared secret.
pub(crate) const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::RsaSsaPssSha384,
    Algorithm::RsaSsaPssSha512,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

/// What a token must say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Expected<'a> {
    pub issuer: &'a str,
    pub client: &'a str,
    pub now: DateTime<Utc>,
}

/// Why a token is not believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Untrue {
    /// None of these keys signed it: the provider may have a new one.
    UnknownKey,
    Refused(Refusal),
}

/// The claims of an ID token, once everything about it is right.
pub(crate) fn verify(
    raw: &str,
    (expected, nonce): (Expected<'_>, &str),
    keys: CoreJsonWebKeySet,
) -> Result<Map<String, Value>, Untrue> {
    let token = CoreIdToken::from_str(raw).map_err(|_| untrue("the ID token cannot be read"))?;
    let issuer = IssuerUrl::new(expected.issuer.to_owned())
        .map_err(|_| untrue("the issuer is no address"))?;
    let client = ClientId::new(expected.client.to_owned());
    let now = expected.now;
    let verifier = CoreIdTokenVerifier::new_public_client(client, issuer, keys)
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || now - SKEW)
        .set_issue_time_verifier_fn(move |issued| match is_of_now(issued, now) {
            true => Ok(()),
            false => Err("it was not issued just now".to_owned()),
        });
    let nonce = Nonce::new(nonce.to_owned());
    token.claims(&verifier, &nonce).map_err(untrue_by)?;
    let claims = payload(raw).ok_or_else(|| untrue("the ID token cannot be read"))?;
    match claims.get("azp") {
        Some(azp) if azp.as_str() != Some(expected.client) => {
            Err(untrue("the ID token was made for another program (azp)"))
        }
        _ => Ok(claims),
    }
}

/// Whether something was issued at about this time.
pub(crate) fn is_of_now(issued: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    issued <= now + SKEW && issued >= now - AGE_MAX - SKEW
}

/// The middle of a signed token, unverified.
pub(crate) fn payload(raw: &str) -> Option<Map<String, Value>> {
    let bytes = URL_SAFE_NO_PAD.decode(raw.split('.').nth(1)?).ok()?;
    serde_json::from_slice(&bytes).ok()
}

fn untrue(detail: &'static str) -> Untrue {
    Untrue::Refused(Refused::NotTrusted.because(detail))
}

/// In words of ours: theirs would repeat what somebody else wrote.
fn untrue_by(wrong: Wrong) -> Untrue {
    untrue(match wrong {
        Wrong::SignatureVerification(SignatureVerificationError::NoMatchingKey) => {
            return Untrue::UnknownKey;
        }
        Wrong::SignatureVerification(SignatureVerificationError::DisallowedAlg(_)) => {
            "the ID token is signed in a way that is not allowed (alg)"
        }
        Wrong::SignatureVerification(_) => "the signature is not right",
        Wrong::InvalidIssuer(_) => "the ID token is by another issuer (iss)",
        Wrong::InvalidAudience(_) => "the ID token is for another program (aud)",
        Wrong::InvalidNonce(_) => "the ID token answers another question (nonce)",
        Wrong::Expired(_) => "the ID token is too old, or not issued yet (exp, iat)",
        _ => "the ID token is not as it should be",
    })
}
