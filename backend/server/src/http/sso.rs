//! Signing in from elsewhere: out to a provider, back with a code, and what a provider tells by itself.
use super::observe::Asker;
use super::refusal::Refusal;
use super::sign_in::{asking_held, cookie};
use super::way_on;
use crate::front::Front;
use identity::Visitor;
use kernel::{Db, Error};
use poem::http::{HeaderValue, Method, StatusCode, header};
use poem::web::{Data, Path};
use poem::{Body, Request, Response, handler};
use sso::{Arrival, Begin, Outcome, Purpose, Refused, Stop};
use std::collections::HashMap;
use std::sync::Arc;

const FORM_BYTES_MAX: usize = 64 * 1024;
/// Longer than anything of ours or of a provider that comes in an address.
const WORD_BYTES_MAX: usize = 4 * 1024;

type Answer = Result<Response, Error>;

/// `GET /auth/oidc/SLUG/start`: sends a browser to a provider to sign in. It changes nothing that a foreign page could
/// want changed: what comes back is this browser's alone.
#[handler]
pub async fn start(
    request: &Request,
    Path(slug): Path<String>,
    Data(front): Data<&Arc<Front>>,
) -> Response {
    let request_id = Asker::of(request).request_id;
    if *request.method() != Method::GET {
        return only(Method::GET).into_plain(&request_id);
    }
    set_out(request, front, &slug)
        .await
        .unwrap_or_else(|error| Refusal::from(error).into_plain(&request_id))
}

async fn set_out(request: &Request, front: &Front, slug: &str) -> Answer {
    let mut words = words(request);
    let next = words.remove("next").unwrap_or_default();
    let app = &front.app;
    let refused = |refused: Refused| {
        see_other(
            &way_on::refused(refused, (Purpose::SignIn, slug), "/"),
            None,
        )
    };
    let Some(provider) = sso::provider_by_slug(&app.db.read(), slug).await? else {
        return Ok(refused(Refused::Off));
    };
    let begin = Begin {
        provider,
        purpose: Purpose::SignIn,
        next,
        email: words.remove("email"),
    };
    let (db, asker) = asker(request, front).await?;
    match sso::begin(&app.sso, &db, begin, &asker).await {
        Ok(begun) => {
            let cookie = app.settings.journey_cookie(begun.browser.expose());
            Ok(see_other(&begun.url, Some(cookie)))
        }
        Err(Stop::Refused(refusal)) => Ok(refused(refusal.refused)),
        Err(Stop::Broken(error)) => Err(error),
    }
}

/// `GET /auth/oidc/SLUG/callback`: a browser comes from a provider.
#[handler]
pub async fn callback(
    request: &Request,
    Path(slug): Path<String>,
    Data(front): Data<&Arc<Front>>,
) -> Response {
    let request_id = Asker::of(request).request_id;
    if *request.method() != Method::GET {
        return only(Method::GET).into_plain(&request_id);
    }
    take_in(request, front, &slug)
        .await
        .unwrap_or_else(|error| Refusal::from(error).into_plain(&request_id))
}

async fn take_in(request: &Request, front: &Front, slug: &str) -> Answer {
    let mut words = words(request);
    let arrival = Arrival {
        slug: slug.to_owned(),
        state: words.remove("state").unwrap_or_default(),
        code: words.remove("code"),
        iss: words.remove("iss"),
        error: words.remove("error"),
    };
    let app = &front.app;
    let (db, asker) = asker(request, front).await?;
    let landed = sso::arrive(&app.sso, &db, &arrival, &asker).await?;
    let entered = match &landed.outcome {
        Ok(Outcome::SignedIn(fresh)) => {
            let seconds = (fresh.sign_in.expires_at - fresh.sign_in.created_at).num_seconds();
            let token = fresh.token.expose();
            Some(app.settings.sign_in_cookie(token, seconds))
        }
        _ => None,
    };
    Ok(see_other(&way_on::way_on(&landed, slug), entered))
}

/// `POST /auth/oidc/SLUG/logout`: a provider tells that somebody signed out there. It brings no cookie; what it signed
/// is the leave.
#[handler]
pub async fn logout(
    request: &Request,
    Path(slug): Path<String>,
    Data(front): Data<&Arc<Front>>,
    body: Body,
) -> Response {
    let request_id = Asker::of(request).request_id;
    if *request.method() != Method::POST {
        return only(Method::POST).into_plain(&request_id);
    }
    let form = body.into_bytes_limit(FORM_BYTES_MAX).await;
    let token = form.ok().and_then(|form| way_on::logout_token_in(&form));
    let Some(token) = token else {
        return not_believed();
    };
    let app = &front.app;
    let asker = Asker::of(request);
    let agent = request.header(header::USER_AGENT).unwrap_or_default();
    let visitor = Visitor::new(Some(asker.address), agent);
    match sso::log_out(&app.sso, &app.db, (&slug, &token), &visitor).await {
        Ok(Ok(())) => quiet(StatusCode::OK).finish(),
        Ok(Err(_)) => not_believed(),
        Err(error) => Refusal::from(error).into_plain(&request_id),
    }
}

/// As OpenID Connect Back-Channel Logout 1.0 says it; who sent it learns no more.
fn not_believed() -> Response {
    quiet(StatusCode::BAD_REQUEST)
        .content_type("application/json")
        .body(r#"{"error":"invalid_request"}"#)
}

/// Who stands at the door, and the database as they write to it.
async fn asker(request: &Request, front: &Front) -> Result<(Db, sso::Asker), Error> {
    let asker = Asker::of(request);
    // Whoever has to set up a second factor may show first, by their provider, who they are.
    let (asking, _) = asking_held(front, request, &asker).await?;
    let browser = cookie(request, front.app.settings.journey_cookie_name());
    let db = asking.writes_to(&front.app.db);
    let asker = sso::Asker {
        browser: browser.map(str::to_owned),
        visitor: Visitor::new(Some(asker.address), &asking.origin.user_agent),
        signed_in: asking
            .sign_in
            .map(|(sign_in, person)| (sign_in.id, person.id)),
    };
    Ok((db, asker))
}

/// What stands in the address, each once.
fn words(request: &Request) -> HashMap<String, String> {
    let pairs: Vec<(String, String)> = request.params().unwrap_or_default();
    let mut words = HashMap::new();
    for (name, word) in pairs {
        if word.len() <= WORD_BYTES_MAX {
            words.entry(name).or_insert(word);
        }
    }
    words
}

fn see_other(place: &str, cookie: Option<String>) -> Response {
    let mut response = quiet(StatusCode::SEE_OTHER);
    if let Ok(place) = HeaderValue::from_str(place) {
        response = response.header(header::LOCATION, place);
    }
    if let Some(cookie) = cookie {
        response = response.header(header::SET_COOKIE, cookie);
    }
    response.finish()
}

fn quiet(status: StatusCode) -> poem::ResponseBuilder {
    Response::builder()
        .status(status)
        .header(header::CACHE_CONTROL, "no-store")
}

fn only(method: Method) -> Refusal {
    let message = format!("this address takes {method} alone");
    Refusal::invalid(StatusCode::METHOD_NOT_ALLOWED, message)
}
