//! Ends that reach from one house to the other: the provider's to ours, and ours to the provider's.
use crate::commands::{EndElsewhere, NoteRefusedEnd, id_token_of};
use crate::discovery::{Keys, Sso};
use crate::id_token::{Expected, Untrue};
use crate::logout_token::{BYTES_MAX, Ended, verify};
use crate::refusal::{Refusal, Refused};
use crate::store;
use crate::tables::{Kind, Provider};
use identity::Visitor;
use kernel::{Actor, Db, Result, SignInId};
use oauth2::url::Url;

/// Hears that somebody signed out at a provider (OpenID Connect Back-Channel Logout 1.0). The inner outcome is the
/// token's own.
///
/// # Errors
/// When something of ours is broken.
pub async fn log_out(
    sso: &Sso,
    db: &Db,
    (slug, token): (&str, &str),
    visitor: &Visitor,
) -> Result<Result<(), Refusal>> {
    let provider = store::provider_by_slug(&db.read(), slug).await?;
    let Some(provider) = provider.filter(|it| it.kind == Kind::OpenId) else {
        return Ok(Err(Refused::Off.because("there is no such provider")));
    };
    let ended = match believe(sso, db, (&provider, token)).await {
        Ok(ended) => ended,
        Err(refusal) => return refuse(db, (&provider, visitor), refusal).await,
    };
    let provider_id = provider.id;
    let end = EndElsewhere {
        provider: provider_id,
        ended,
    };
    match db.write(Actor::System, end).await? {
        true => Ok(Ok(())),
        false => {
            let again = Refused::NotTrusted.because("the logout token came before (jti)");
            refuse(db, (&provider, visitor), again).await
        }
    }
}

async fn believe(
    sso: &Sso,
    db: &Db,
    (provider, token): (&Provider, &str),
) -> Result<Ended, Refusal> {
    let unknown = || Refused::NotTrusted.because("a key signed it that is not the provider's");
    if token.len() > BYTES_MAX {
        return Err(Refused::NotTrusted.because("the logout token is too long"));
    }
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
        match verify(token, expected, &keys) {
            Ok(ended) => return Ok(ended),
            Err(Untrue::Refused(refusal)) => return Err(refusal),
            Err(Untrue::UnknownKey) => {}
        }
    }
    Err(unknown())
}

async fn refuse(
    db: &Db,
    (provider, visitor): (&Provider, &Visitor),
    refusal: Refusal,
) -> Result<Result<(), Refusal>> {
    let fact = NoteRefusedEnd {
        provider: provider.id,
        detail: refusal.detail.to_string(),
        visitor: visitor.clone(),
    };
    db.write(Actor::System, fact).await?;
    Ok(Err(refusal))
}

/// Where a browser goes so that this sign-in ends at the provider, too (OpenID Connect RP-Initiated Logout 1.0);
/// nothing when no provider vouched for it, or it ends nothing. Asked before the sign-in ends.
///
/// # Errors
/// When the database cannot be asked.
pub async fn end_of_session(sso: &Sso, db: &Db, sign_in: SignInId) -> Result<Option<String>> {
    let conn = db.read();
    let Some(vouched) = store::vouched(&conn, sign_in).await? else {
        return Ok(None);
    };
    let account = store::account_by_id(&conn, vouched.account_id).await?;
    let provider = store::by_id(&conn, account.provider_id).await?;
    // Whoever wants to go, goes: what the provider is to be told is left out when it cannot be found out.
    let Ok(metadata) = sso.metadata(&provider, db.now()).await else {
        return Ok(None);
    };
    let address = metadata.end_session_endpoint.as_deref();
    let Some(mut address) = address.and_then(|address| Url::parse(address).ok()) else {
        return Ok(None);
    };
    if !matches!(address.scheme(), "https" | "http") {
        return Ok(None);
    }
    let at = id_token_of(sign_in);
    let token = vouched
        .id_token
        .and_then(|sealed| db.parts().keys.open(at, &sealed).ok())
        .and_then(|token| String::from_utf8(token).ok());
    let back = format!("{}/signin?signedOut=1", sso.public_url);
    {
        let mut query = address.query_pairs_mut();
        query.append_pair("client_id", &provider.client_id);
        query.append_pair("post_logout_redirect_uri", &back);
        if let Some(token) = &token {
            query.append_pair("id_token_hint", token);
        }
    }
    Ok(Some(address.into()))
}
