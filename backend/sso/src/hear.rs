//! What a provider answers to somebody who comes back from it, heard and verified.
use crate::claims;
use crate::commands::{Word, secret_of};
use crate::discovery::{Keys, Metadata, Sso};
use crate::flow::{Arrival, Asker, Stop};
use crate::id_token::{Expected, SKEW, Untrue, verify};
use crate::refusal::{Refusal, Refused};
use crate::tables::{Attempt, Kind, Provider, Purpose};
use crate::token_endpoint::{Round, Tokens, exchange, userinfo};
use chrono::{DateTime, Utc};
use kernel::Db;
use serde_json::{Map, Value};

/// What was said, verified, and what it comes to.
pub(crate) struct Said {
    pub word: Result<Word, Refusal>,
    pub claims: Map<String, Value>,
}

pub(crate) async fn hear(
    sso: &Sso,
    db: &Db,
    (provider, attempt): (&Provider, &Attempt),
    (arrival, asker): (&Arrival, &Asker),
) -> Result<Said, Stop> {
    let is_theirs = attempt.purpose == Purpose::SignIn
        || asker.signed_in.map(|(sign_in, _)| sign_in) == attempt.sign_in_id;
    if !is_theirs {
        return Err(Refused::SignInFirst
            .because("who began it is not signed in any more")
            .into());
    }
    let metadata = sso.metadata(provider, db.now()).await?;
    let code = check(arrival, provider, &metadata)?;
    let secret = secret(db, provider)?;
    let round = Round {
        browser: asker.browser.as_deref().unwrap_or_default(),
        state: &arrival.state,
    };
    let tokens = exchange(sso, (provider, &metadata), secret, (code, round)).await?;
    let mut claims = match provider.kind {
        Kind::OpenId => {
            let nonce = round.nonce();
            believe(sso, db, provider, (&tokens, &nonce)).await?
        }
        Kind::OAuth => Map::new(),
    };
    if attempt.purpose == Purpose::StepUp {
        anew(attempt, &claims)?;
    }
    let shown_at = shown_at(&claims);
    let by_two_factors = by_two_factors(&claims);
    let sid = claims.get("sid").and_then(Value::as_str).map(str::to_owned);
    if let Some(address) = &metadata.userinfo_endpoint {
        complete(&mut claims, userinfo(sso, address, &tokens.access).await?)?;
    }
    let word = claims::read(&provider.claims, &claims).map(|profile| Word {
        provider: provider.id,
        issuer: provider.issuer.clone(),
        profile,
        sid,
        shown_at,
        by_two_factors,
        id_token: tokens.id_token,
    });
    Ok(Said { word, claims })
}

/// Whether the answer is this provider's, and an answer at all.
fn check<'a>(
    arrival: &'a Arrival,
    provider: &Provider,
    metadata: &Metadata,
) -> Result<&'a str, Refusal> {
    if arrival.slug != provider.slug {
        let detail = "the answer came to the address of another provider";
        return Err(Refused::NotTrusted.because(detail));
    }
    match &arrival.iss {
        Some(iss) if provider.kind == Kind::OpenId && *iss != provider.issuer => {
            let detail = "the answer is another provider's (iss)";
            return Err(Refused::NotTrusted.because(detail));
        }
        None if metadata.authorization_response_iss_parameter_supported => {
            let detail = "the answer does not say whose it is (iss)";
            return Err(Refused::NotTrusted.because(detail));
        }
        _ => {}
    }
    match (&arrival.error, &arrival.code) {
        (Some(error), _) if error == "access_denied" => {
            Err(Refused::Declined.because("the provider was told no"))
        }
        (Some(_), _) => Err(Refused::ProviderDown.because("the provider answered with an error")),
        (None, Some(code)) => Ok(code),
        (None, None) => Err(Refused::NotTrusted.because("the answer has no code")),
    }
}

fn secret(db: &Db, provider: &Provider) -> Result<Option<String>, Stop> {
    let Some(sealed) = &provider.client_secret else {
        return Ok(None);
    };
    match db.parts().keys.open(secret_of(provider.id), sealed) {
        Ok(secret) => Ok(Some(String::from_utf8_lossy(&secret).into_owned())),
        Err(error) => {
            tracing::error!(%error, provider = provider.slug, "a client secret does not open");
            let detail = "the client secret cannot be read any more; enter it again";
            Err(Refused::ProviderDown.because(detail).into())
        }
    }
}

/// The claims of the ID token, by a key that the provider has.
async fn believe(
    sso: &Sso,
    db: &Db,
    provider: &Provider,
    (tokens, nonce): (&Tokens, &str),
) -> Result<Map<String, Value>, Refusal> {
    let unknown = || Refused::NotTrusted.because("a key signed it that is not the provider's");
    let raw = tokens.id_token.as_deref();
    let raw = raw.ok_or_else(|| Refused::NotTrusted.because("there is no ID token"))?;
    let now = db.now();
    let expected = Expected {
        issuer: &provider.issuer,
        client: &provider.client_id,
        now,
    };
    for wanted in [Keys::Known, Keys::Anew] {
        let Some(keys) = sso.keys(provider, (wanted, now)).await? else {
            return Err(unknown());
        };
        match verify(raw, (expected, nonce), keys) {
            Ok(claims) => return Ok(claims),
            Err(Untrue::Refused(refusal)) => return Err(refusal),
            Err(Untrue::UnknownKey) => {}
        }
    }
    Err(unknown())
}

/// Whether the person showed just now who they are.
fn anew(attempt: &Attempt, claims: &Map<String, Value>) -> Result<(), Refusal> {
    match shown_at(claims) {
        Some(at) if at.timestamp() >= (attempt.created_at - SKEW).timestamp() => Ok(()),
        _ => Err(Refused::NotAnew.because("the provider did not ask who it is anew (auth_time)")),
    }
}

fn shown_at(claims: &Map<String, Value>) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(claims.get("auth_time")?.as_i64()?, 0)
}

/// Whether it says that they showed two factors (RFC 8176).
fn by_two_factors(claims: &Map<String, Value>) -> bool {
    let methods = claims.get("amr").and_then(Value::as_array);
    methods.is_some_and(|methods| methods.iter().any(|it| it == "mfa"))
}

/// Adds what the provider answers beside the token. What the token says goes before.
fn complete(claims: &mut Map<String, Value>, told: Map<String, Value>) -> Result<(), Refusal> {
    if let Some(subject) = claims.get("sub")
        && told.get("sub") != Some(subject)
    {
        let detail = "the provider speaks of somebody else than the ID token (sub)";
        return Err(Refused::NotTrusted.because(detail));
    }
    for (name, value) in told {
        claims.entry(name).or_insert(value);
    }
    Ok(())
}
