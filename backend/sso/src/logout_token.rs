//! The word of a provider that somebody signed out there (OpenID Connect Back-Channel Logout 1.0). Pure.
use crate::id_token::{ALGORITHMS, Expected, SKEW, Untrue, is_of_now, payload};
use crate::refusal::Refused;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use openidconnect::core::{CoreJsonWebKeySet, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKey, JsonWebKeyUse};
use serde::Deserialize;
use serde_json::{Map, Value};

const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// Longer than any of a provider that means well.
pub(crate) const BYTES_MAX: usize = 16 * 1024;
const NAME_CHARS_MAX: usize = 255;

/// Whose sign-ins end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ended {
    pub subject: Option<String>,
    /// One sign-in of theirs; without it, all.
    pub sid: Option<String>,
    /// The token's own name, which comes once.
    pub jti: String,
}

#[derive(Deserialize)]
struct Header {
    alg: Value,
    kid: Option<String>,
    typ: Option<String>,
    crit: Option<Value>,
}

/// Who signed out, once everything about the token is right.
pub(crate) fn verify(
    raw: &str,
    expected: Expected<'_>,
    keys: &CoreJsonWebKeySet,
) -> Result<Ended, Untrue> {
    check_signature(raw, keys)?;
    let claims = payload(raw).ok_or_else(|| untrue("the logout token cannot be read"))?;
    check_claims(&claims, expected)?;
    let text = |name: &str| name_of(&claims, name);
    let (subject, sid) = (text("sub"), text("sid"));
    let jti = text("jti").ok_or_else(|| untrue("the logout token has no name (jti)"))?;
    if subject.is_none() && sid.is_none() {
        return Err(untrue("the logout token names nobody (sub, sid)"));
    }
    Ok(Ended { subject, sid, jti })
}

fn check_signature(raw: &str, keys: &CoreJsonWebKeySet) -> Result<(), Untrue> {
    let unreadable = || untrue("the logout token cannot be read");
    let (signed, signature) = raw.rsplit_once('.').ok_or_else(unreadable)?;
    let (head, _) = signed.split_once('.').ok_or_else(unreadable)?;
    let decode = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| unreadable());
    let header: Header = serde_json::from_slice(&decode(head)?).map_err(|_| unreadable())?;
    let signature = decode(signature)?;
    // Older providers write no type, or that of any token: the event in it tells what it is.
    let typ = header.typ.as_deref().unwrap_or("JWT").to_ascii_lowercase();
    if !matches!(
        typ.as_str(),
        "logout+jwt" | "application/logout+jwt" | "jwt"
    ) {
        return Err(untrue("the token is of another kind (typ)"));
    }
    if header.crit.is_some() {
        return Err(untrue(
            "the logout token asks for what we do not know (crit)",
        ));
    }
    let algorithm: CoreJwsSigningAlgorithm =
        serde_json::from_value(header.alg).map_err(|_| not_allowed())?;
    if !ALGORITHMS.contains(&algorithm) {
        return Err(not_allowed());
    }
    let mut fitting = keys
        .keys()
        .iter()
        .filter(|key| match &header.kid {
            Some(kid) => key.key_id().is_some_and(|known| known.as_str() == kid),
            None => true,
        })
        .filter(|key| key.key_use().is_none_or(JsonWebKeyUse::allows_signature))
        .peekable();
    if fitting.peek().is_none() {
        return Err(Untrue::UnknownKey);
    }
    match fitting.any(|key| {
        key.verify_signature(&algorithm, signed.as_bytes(), &signature)
            .is_ok()
    }) {
        true => Ok(()),
        false => Err(untrue("the signature is not right")),
    }
}

fn check_claims(claims: &Map<String, Value>, expected: Expected<'_>) -> Result<(), Untrue> {
    let instant = |name: &str| claims.get(name).and_then(instant_of);
    let wrong = if claims.get("iss").and_then(Value::as_str) != Some(expected.issuer) {
        "the logout token is by another issuer (iss)"
    } else if !claims
        .get("aud")
        .is_some_and(|aud| names(aud, expected.client))
    {
        "the logout token is for another program (aud)"
    } else if !instant("iat").is_some_and(|issued| is_of_now(issued, expected.now)) {
        "the logout token was not issued just now (iat)"
    } else if instant("exp").is_none_or(|over| over <= expected.now - SKEW) {
        "the logout token is over (exp)"
    } else if !claims
        .get("events")
        .and_then(|events| events.get(EVENT))
        .is_some_and(Value::is_object)
    {
        "the token tells of no end (events)"
    } else if claims.contains_key("nonce") {
        "the token answers a question (nonce)"
    } else {
        return Ok(());
    };
    Err(untrue(wrong))
}

fn instant_of(value: &Value) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(value.as_i64()?, 0)
}

fn names(audience: &Value, client: &str) -> bool {
    match audience {
        Value::String(one) => one == client,
        Value::Array(several) => several.iter().any(|one| one.as_str() == Some(client)),
        _ => false,
    }
}

fn name_of(claims: &Map<String, Value>, name: &str) -> Option<String> {
    let text = claims.get(name)?.as_str()?;
    let fits = !text.is_empty() && text.chars().count() <= NAME_CHARS_MAX;
    fits.then(|| text.to_owned())
}

fn not_allowed() -> Untrue {
    untrue("the logout token is signed in a way that is not allowed (alg)")
}

fn untrue(detail: &'static str) -> Untrue {
    Untrue::Refused(Refused::NotTrusted.because(detail))
}
