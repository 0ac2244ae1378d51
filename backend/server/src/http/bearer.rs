//! From a token in `Authorization: Bearer …` to who asks, and what they may ask for.
//!
//! Invariants:
//! - a token is taken where no cookie of ours is, and nowhere but at `POST /graphql` and `/scim/v2`; it is
//!   never mixed with a sign-in;
//! - what opens nothing is refused: such a request is nobody's, not even a stranger's;
//! - what the scopes do not name is not done.
use super::observe::Asker;
use super::refusal::Refusal;
use super::sign_in::{cookie, origin_of};
use crate::front::Front;
use crate::guard::Admitted;
use api::Asking;
use async_graphql::parser::types::OperationType;
use identity::{
    ApiToken, Bearer, Person, TokenUse, TouchApiToken, allows_use, household, token_hash,
    token_wants_touch,
};
use kernel::{Actor, Result};
use poem::Request;
use poem::http::{StatusCode, header};

/// What names a way in. A way in is not made, changed or ended by another way in: a token that was found
/// could outlive its end, or lock its person out.
const WAYS_IN: [&str; 14] = [
    "account",
    "calendarfeed",
    "factor",
    "identity",
    "invitation",
    "passkey",
    "password",
    "provider",
    "recovery",
    "signin",
    "signout",
    "sso",
    "token",
    "totp",
];

/// Whether only a person who is signed in may do this.
pub fn is_in_person_alone(mutation: &str) -> bool {
    let lower = mutation.to_lowercase();
    WAYS_IN.iter().any(|word| lower.contains(word))
}

/// The token that a request brings, if it brings one. Another scheme is not ours to read: a proxy before
/// us may ask for a password of its own.
///
/// # Errors
/// When there is a cookie of ours as well.
pub fn token_of<'a>(front: &Front, request: &'a Request) -> Result<Option<&'a str>, Refusal> {
    let brought = request
        .header(header::AUTHORIZATION)
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim());
    let name = front.app.settings.cookie_name();
    if brought.is_some() && cookie(request, name).is_some() {
        let message = "send a token or the cookie of a sign-in, not both";
        return Err(Refusal::invalid(StatusCode::BAD_REQUEST, message));
    }
    Ok(brought)
}

/// Who asks by this token, in their own name.
///
/// # Errors
/// When it opens nothing (any more), or is a service's.
pub async fn asking_by_token(
    front: &Front,
    request: &Request,
    (token, asker): (&str, &Asker),
) -> Result<Asking, Refusal> {
    match seen(front, asker, token).await? {
        (token, Some(person)) => Ok(Asking::by_token(token, person, origin_of(request, asker))),
        (_, None) => {
            let message = "this token is for a directory: it is taken at /scim/v2 alone";
            Err(Refusal::new(StatusCode::FORBIDDEN, "FORBIDDEN", message))
        }
    }
}

/// The living token, and its person if it is one's. Notes that it was used.
///
/// # Errors
/// When it opens nothing (any more).
pub async fn seen(
    front: &Front,
    asker: &Asker,
    token: &str,
) -> Result<(ApiToken, Option<Person>), Refusal> {
    // What is no token of ours is not looked for.
    if Bearer::of(token).is_none() {
        return Err(opens_nothing());
    }
    let db = &front.app.db;
    let now = db.now();
    let found = identity::api_token_seen(&db.read(), &token_hash(token), now).await?;
    let (token, person) = found.ok_or_else(opens_nothing)?;
    let from = household(asker.address);
    if token_wants_touch(&token, from, now) {
        touch(front, &token, from.to_string());
    }
    Ok((token, person))
}

/// Notes that the token is in use, without letting the request wait for it.
fn touch(front: &Front, token: &ApiToken, from: String) {
    let (db, token) = (front.app.db.clone(), token.id);
    tokio::spawn(async move {
        if let Err(error) = db.write(Actor::System, TouchApiToken { token, from }).await {
            tracing::warn!(%error, "a token could not be touched");
        }
    });
}

/// Whether whoever asks may ask for this: everything, signed in; by a token what its scopes say.
///
/// # Errors
/// In words, when they do not.
pub fn permit_operation(asking: &Asking, admitted: &Admitted) -> Result<(), Refusal> {
    let Some((token, _)) = &asking.token else {
        return Ok(());
    };
    let wanted = match admitted.kind {
        OperationType::Query => TokenUse::Read,
        OperationType::Mutation | OperationType::Subscription => TokenUse::Change,
    };
    if !allows_use(&token.scopes, wanted) {
        let message = match wanted {
            TokenUse::Change => "this token reads and changes nothing; make one that may write",
            TokenUse::Read | TokenUse::Provision => "this token may not be used for this",
        };
        return Err(Refusal::new(StatusCode::FORBIDDEN, "FORBIDDEN", message));
    }
    if wanted == TokenUse::Change && admitted.roots.iter().any(|root| is_in_person_alone(root)) {
        let message = "no token does this: sign in, and do it yourself";
        return Err(Refusal::new(StatusCode::FORBIDDEN, "FORBIDDEN", message));
    }
    Ok(())
}

fn opens_nothing() -> Refusal {
    let message = "this token opens nothing: it is unknown, too old or revoked";
    Refusal::new(StatusCode::UNAUTHORIZED, "SIGN_IN_FIRST", message)
}
