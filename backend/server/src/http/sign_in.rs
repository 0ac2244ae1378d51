//! From a cookie to a person, with one statement; and one more for who has no second factor.
use super::observe::Asker;
use crate::front::Front;
use api::{Asking, RequestOrigin};
use identity::{TouchSignIn, token_hash, wants_touch};
use kernel::{Actor, Error, Result};
use poem::Request;
use poem::http::header;

/// Longer than any token of ours.
const TOKEN_BYTES_MAX: usize = 128;

/// Whether whoever asks may ask for everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Free,
    /// They have to set up a second factor first.
    Held,
}

/// Who asks. A cookie that opens nothing (any more) is nobody's.
///
/// # Errors
/// `FactorRequired` when they have to set up a second factor first.
pub async fn asking(front: &Front, request: &Request, asker: &Asker) -> Result<Asking> {
    match asking_held(front, request, asker).await? {
        (asking, Standing::Free) => Ok(asking),
        (_, Standing::Held) => Err(Error::FactorRequired),
    }
}

/// As `asking`, for what who has to set up a second factor may come to: then it is for the caller to keep them from all
/// else.
pub async fn asking_held(
    front: &Front,
    request: &Request,
    asker: &Asker,
) -> Result<(Asking, Standing)> {
    let kept = cookie(request, front.app.settings.passkey_cookie_name());
    let origin = RequestOrigin {
        passkey: kept.map(str::to_owned),
        ..origin_of(request, asker)
    };
    let db = &front.app.db;
    let Some(token) = cookie(request, front.app.settings.cookie_name()) else {
        return Ok((Asking::nobody(origin), Standing::Free));
    };
    let now = db.now();
    let found = identity::sign_in_seen(&db.read(), &token_hash(token), now).await?;
    let Some((sign_in, person)) = found else {
        return Ok((Asking::nobody(origin), Standing::Free));
    };
    if wants_touch(&sign_in, now) {
        touch(front, sign_in.id);
    }
    let settings = &front.app.settings;
    let due = match settings.is_of_the_demonstration(&person.handle) {
        true => None,
        false => identity::factor_due(&db.read(), &sign_in, &person).await?,
    };
    let standing = match due.is_some_and(|due| due <= now) {
        true => Standing::Held,
        false => Standing::Free,
    };
    Ok((Asking::signed_in(sign_in, person, origin), standing))
}

/// Where a request comes from.
pub(super) fn origin_of(request: &Request, asker: &Asker) -> RequestOrigin {
    let user_agent = request.header(header::USER_AGENT);
    RequestOrigin {
        address: asker.address.to_string(),
        user_agent: user_agent.unwrap_or_default().to_owned(),
        passkey: None,
    }
}

/// Notes that the sign-in is in use, without letting the request wait for it.
fn touch(front: &Front, sign_in: kernel::SignInId) {
    let db = front.app.db.clone();
    tokio::spawn(async move {
        if let Err(error) = db.write(Actor::System, TouchSignIn { sign_in }).await {
            tracing::warn!(%error, "a sign-in could not be touched");
        }
    });
}

pub(super) fn cookie<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request
        .headers()
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, value)| *key == name && value.len() <= TOKEN_BYTES_MAX)
        .map(|(_, value)| value)
}
