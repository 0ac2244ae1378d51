//! `/scim/v2`: a directory keeps people and groups, by the token of a service.
//!
//! Invariants:
//! - who has no such token learns nothing, not even which addresses there are;
//! - refusals are in the form of SCIM (RFC 7644 section 3.12), with its own words for them.
mod answer;
mod desk;

use super::bearer::{seen, token_of};
use super::observe::Asker;
use super::refusal::Refusal;
use crate::front::Front;
use ::scim::{Change, provider, resource_types, schemas};
use answer::{Answered, Refused, listed, named, refuse, respond};
use desk::{Desk, groups, people};
use identity::{TokenUse, allows_use};
use kernel::{ApiTokenId, Error};
use poem::http::{Method, StatusCode};
use poem::web::Data;
use poem::{Body, Request, Response, handler};
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;

const BODY_BYTES_MAX: usize = 2 * 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

#[handler]
pub async fn scim(request: &Request, body: Body, Data(front): Data<&Arc<Front>>) -> Response {
    match answer(front, request, body).await {
        Ok(response) => response,
        Err(refused) => refuse(refused),
    }
}

/// A refusal of somebody before it, in the form of SCIM.
pub fn refused(refusal: Refusal) -> Response {
    refuse(refusal.into())
}

async fn answer(front: &Front, request: &Request, body: Body) -> Answered {
    let desk = Desk {
        db: &front.app.db,
        request,
        token: token(front, request).await?,
        base: format!("{}/scim/v2", front.app.settings.public_url),
    };
    let path = request.uri().path();
    let path = path.strip_prefix("/scim/v2/").unwrap_or_default();
    let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    match (request.method(), parts.as_slice()) {
        (&Method::GET, ["ServiceProviderConfig"]) => respond(StatusCode::OK, &provider(&desk.base)),
        (&Method::GET, ["ResourceTypes"]) => listed(&resource_types(&desk.base)),
        (&Method::GET, ["ResourceTypes", name]) => named(resource_types(&desk.base), name),
        (&Method::GET, ["Schemas"]) => listed(&schemas(&desk.base)),
        (&Method::GET, ["Schemas", name]) => named(schemas(&desk.base), name),
        (&Method::POST, [.., ".search"]) | (_, ["Me" | "Bulk"]) => {
            let words = "this is not offered; ServiceProviderConfig says what is";
            Err(Refusal::invalid(StatusCode::NOT_IMPLEMENTED, words).into())
        }
        (_, ["Users", rest @ ..]) => at_people(&desk, rest, body).await,
        (_, ["Groups", rest @ ..]) => at_groups(&desk, rest, body).await,
        (_, ["Schemas" | "ResourceTypes" | "ServiceProviderConfig", ..]) => Err(not_done()),
        _ => Err(Error::NotFound("address").into()),
    }
}

async fn at_people(desk: &Desk<'_>, path: &[&str], body: Body) -> Answered {
    match (desk.request.method(), path) {
        (&Method::GET, []) => people::list(desk).await,
        (&Method::POST, []) => people::add(desk, read(desk.request, body).await?).await,
        (&Method::GET, [id]) => people::show(desk, id).await,
        (&Method::PUT, [id]) => {
            let whole = Change::Whole(read(desk.request, body).await?);
            people::change(desk, id, whole).await
        }
        (&Method::PATCH, [id]) => {
            let patch = Change::Patch(read(desk.request, body).await?);
            people::change(desk, id, patch).await
        }
        (&Method::DELETE, [id]) => people::let_go(desk, id).await,
        _ => Err(not_done()),
    }
}

async fn at_groups(desk: &Desk<'_>, path: &[&str], body: Body) -> Answered {
    match (desk.request.method(), path) {
        (&Method::GET, []) => groups::list(desk).await,
        (&Method::POST, []) => groups::add(desk, read(desk.request, body).await?).await,
        (&Method::GET, [id]) => groups::show(desk, id).await,
        (&Method::PUT, [id]) => groups::write(desk, id, read(desk.request, body).await?).await,
        (&Method::PATCH, [id]) => groups::patch(desk, id, read(desk.request, body).await?).await,
        (&Method::DELETE, [id]) => groups::let_go(desk, id).await,
        _ => Err(not_done()),
    }
}

fn not_done() -> Refused {
    let words = "this is not done at this address";
    Refusal::invalid(StatusCode::METHOD_NOT_ALLOWED, words).into()
}

/// The token of a service that may keep people and groups.
async fn token(front: &Front, request: &Request) -> Result<ApiTokenId, Refused> {
    let Some(text) = token_of(front, request)? else {
        let message = "send the token of a directory";
        return Err(Refusal::new(StatusCode::UNAUTHORIZED, "SIGN_IN_FIRST", message).into());
    };
    let (token, person) = seen(front, &Asker::of(request), text).await?;
    if person.is_some() || !allows_use(&token.scopes, TokenUse::Provision) {
        let message = "this is for the token of a directory; an administrator makes one";
        return Err(Refusal::new(StatusCode::FORBIDDEN, "FORBIDDEN", message).into());
    }
    front.rates.service(token.id)?;
    Ok(token.id)
}

async fn read(request: &Request, body: Body) -> Result<Value, Refused> {
    let kind = request.content_type().unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !["application/scim+json", "application/json"].contains(&kind) {
        let words = "send application/scim+json";
        return Err(Refusal::invalid(StatusCode::UNSUPPORTED_MEDIA_TYPE, words).into());
    }
    let reading = body.into_bytes_limit(BODY_BYTES_MAX);
    let bytes = match tokio::time::timeout(PATIENCE, reading).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(poem::error::ReadBodyError::PayloadTooLarge)) => {
            let words = "this is larger than 2 MB";
            return Err(Refusal::invalid(StatusCode::PAYLOAD_TOO_LARGE, words).into());
        }
        _ => {
            let words = "the request did not arrive whole within 10 seconds";
            return Err(Refusal::invalid(StatusCode::REQUEST_TIMEOUT, words).into());
        }
    };
    let value: Option<Value> = serde_json::from_slice(&bytes).ok();
    let object = value.filter(Value::is_object);
    Ok(object.ok_or_else(|| Error::invalid("invalidSyntax", "the body is no JSON object"))?)
}
