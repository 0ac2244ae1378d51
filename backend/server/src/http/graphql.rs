//! `POST /graphql`: one operation, in JSON, from one of our pages or from a program, which may bring a token.
use super::bearer::{asking_by_token, permit_operation, token_of};
use super::held;
use super::metrics::WRITES;
use super::observe::Asker;
use super::refusal::Refusal;
use super::sign_in::{Standing, asking_held};
use crate::config::Readers;
use crate::front::Front;
use crate::guard::{self, Entrance, Introspection};
use api::Asking;
use async_graphql::parser::types::OperationType;
use async_graphql::{Request as Operation, Response as Answer, Variables};
use kernel::Actor;
use poem::http::{HeaderValue, Method, StatusCode, header};
use poem::web::Data;
use poem::{Body, Request, Response, handler};
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;

const BODY_BYTES_MAX: usize = 256 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);
/// A wrong document may be wrong in a thousand places; the first few tell enough.
const ERRORS_MAX: usize = 3;
const MESSAGE_CHARS_MAX: usize = 240;

/// What is asked for, as it stands in the body and in a socket's `subscribe`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Wanted {
    query: Option<String>,
    operation_name: Option<String>,
    #[serde(default)]
    variables: Option<Variables>,
    #[serde(default)]
    extensions: Option<WantedExtensions>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct WantedExtensions {
    persisted_query: Option<PersistedQuery>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct PersistedQuery {
    sha256_hash: String,
}

impl Wanted {
    /// The operation, with its document looked up when only its hash was sent.
    pub fn into_operation(self, front: &Front) -> Result<Operation, Refusal> {
        let hash = self.extensions.and_then(|more| more.persisted_query);
        let query = match (self.query, hash) {
            (Some(query), _) if front.persisted.permit(&query) => query,
            (Some(_), _) => {
                let message = "this server runs the documents of its web app alone";
                return Err(Refusal::new(StatusCode::FORBIDDEN, "FORBIDDEN", message));
            }
            (None, Some(hash)) => match front.persisted.find(&hash.sha256_hash) {
                Some(query) => query.to_owned(),
                None => {
                    let message = "PersistedQueryNotFound";
                    let code = "PERSISTED_QUERY_NOT_FOUND";
                    return Err(Refusal::new(StatusCode::BAD_REQUEST, code, message));
                }
            },
            (None, None) => return Err(bad("there is no query in this request")),
        };
        let mut operation = Operation::new(query).variables(self.variables.unwrap_or_default());
        operation.operation_name = self.operation_name;
        Ok(operation)
    }
}

/// Whether the asker may read the schema: anybody in a demonstration, else people, unless nobody shall.
pub fn introspection(front: &Front, asking: &Asking) -> Introspection {
    let is_person = asking.actor != Actor::Anonymous && front.introspection == Readers::People;
    match is_person || front.app.settings.is_demo() {
        true => Introspection::Shown,
        false => Introspection::Hidden,
    }
}

#[handler]
pub async fn graphql(
    request: &Request,
    body: Body,
    Data(front): Data<&Arc<Front>>,
) -> poem::Result<Response> {
    let asker = Asker::of(request);
    let answered = answer(front, request, body, &asker).await;
    Ok(answered.unwrap_or_else(|refusal| refusal.into_graphql(&asker.request_id)))
}

async fn answer(
    front: &Front,
    request: &Request,
    body: Body,
    asker: &Asker,
) -> Result<Response, Refusal> {
    acceptable(request)?;
    let token = token_of(front, request)?;
    // A foreign page can make a browser send the cookie, and no token.
    if token.is_none() && !front.origins.permit(request) {
        return Err(Refusal::foreign_page());
    }
    let operation = read(body).await?.into_operation(front)?;
    let (asking, standing) = match token {
        Some(token) => {
            let asking = asking_by_token(front, request, (token, asker)).await?;
            (asking, Standing::Free)
        }
        None => asking_held(front, request, asker).await?,
    };
    if let Some(person) = asking.actor.person() {
        front.rates.person(person)?;
    }
    let mut admitted = guard::admit(operation, Entrance::Request, introspection(front, &asking))
        .map_err(|refused| bad(refused.to_string()))?;
    permit_operation(&asking, &admitted)?;
    if standing == Standing::Held {
        held::permit(&mut admitted)?;
    }
    let asked = asking.ask(&front.app, admitted.request);
    let executed = tokio::time::timeout(PATIENCE, front.schema.execute(asked)).await;
    let mut answer = executed.map_err(|_| {
        let message = "this took too long; try again in a moment";
        Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE", message)
    })?;
    if admitted.kind == OperationType::Mutation {
        let outcome = if answer.is_ok() { "done" } else { "refused" };
        metrics::counter!(WRITES, "outcome" => outcome).increment(1);
    }
    fit(&mut answer, asker);
    respond(&answer)
}

/// What a foreign page could send without being asked is turned away before it is read.
fn acceptable(request: &Request) -> Result<(), Refusal> {
    if *request.method() != Method::POST {
        let message = "send operations by POST";
        return Err(Refusal::invalid(StatusCode::METHOD_NOT_ALLOWED, message));
    }
    let content_type = request.content_type().unwrap_or_default();
    let (kind, parameters) = content_type.split_once(';').unwrap_or((content_type, ""));
    let plain =
        parameters.trim().is_empty() || parameters.trim().eq_ignore_ascii_case("charset=utf-8");
    if !plain || !kind.trim().eq_ignore_ascii_case("application/json") {
        let message = "send operations as application/json";
        return Err(Refusal::invalid(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            message,
        ));
    }
    Ok(())
}

async fn read(body: Body) -> Result<Wanted, Refusal> {
    let reading = body.into_bytes_limit(BODY_BYTES_MAX);
    let bytes = match tokio::time::timeout(PATIENCE, reading).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(poem::error::ReadBodyError::PayloadTooLarge)) => {
            let message = "this request is larger than 256 KB; attach long texts as a file";
            return Err(Refusal::invalid(StatusCode::PAYLOAD_TOO_LARGE, message));
        }
        Ok(Err(_)) => return Err(bad("the request broke off")),
        Err(_) => {
            let message = "the request did not arrive within 10 seconds";
            return Err(Refusal::invalid(StatusCode::REQUEST_TIMEOUT, message));
        }
    };
    match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'[') => Err(bad("send one operation at a time, not a list")),
        _ => serde_json::from_slice(&bytes)
            .map_err(|_| bad("the request is no JSON object in UTF-8 with a query")),
    }
}

/// Gives every error its code and the name of the request, and keeps an answer to nonsense short.
pub fn fit(answer: &mut Answer, asker: &Asker) {
    answer.errors.truncate(ERRORS_MAX);
    for error in &mut answer.errors {
        api::dress(error, &asker.request_id);
        if let Some((end, _)) = error.message.char_indices().nth(MESSAGE_CHARS_MAX) {
            error.message.truncate(end);
            error.message.push('…');
        }
    }
}

fn respond(answer: &Answer) -> Result<Response, Refusal> {
    let body = serde_json::to_vec(answer).map_err(kernel::Error::from)?;
    let mut response = Response::builder()
        .content_type("application/json")
        .body(body);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.extend(answer.http_headers.clone());
    Ok(response)
}

fn bad(message: impl Into<String>) -> Refusal {
    Refusal::invalid(StatusCode::BAD_REQUEST, message)
}
