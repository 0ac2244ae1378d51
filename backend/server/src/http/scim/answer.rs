//! Answers in the form of SCIM.
use crate::http::refusal::Refusal;
use kernel::Error;
use poem::Response;
use poem::http::{HeaderValue, StatusCode, header};
use serde_json::{Value, json};

const ERROR: &str = "urn:ietf:params:scim:api:messages:2.0:Error";
const LIST: &str = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
/// Words that SCIM has for what is wrong with a request.
const SCIM_TYPES: [&str; 7] = [
    "invalidFilter",
    "invalidPath",
    "invalidSyntax",
    "invalidValue",
    "mutability",
    "noTarget",
    "tooMany",
];

pub(super) type Answered = Result<Response, Refused>;

/// Why a request of a directory was not served.
pub(super) struct Refused {
    refusal: Refusal,
    scim_type: Option<&'static str>,
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self {
            refusal,
            scim_type: None,
        }
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        let (status, scim_type) = match &error {
            Error::Invalid { field, .. } => {
                let known = SCIM_TYPES.into_iter().find(|word| word == field);
                let word = known.unwrap_or("invalidValue");
                (Some(StatusCode::BAD_REQUEST), Some(word))
            }
            // What carries what stands now is a version that was not the last.
            Error::Conflict {
                current: Some(_), ..
            } => (Some(StatusCode::PRECONDITION_FAILED), None),
            Error::Conflict { .. } => (None, Some("uniqueness")),
            _ => (None, None),
        };
        let mut refusal = Refusal::from(error);
        refusal.status = status.unwrap_or(refusal.status);
        Self { refusal, scim_type }
    }
}

/// A list of all that there is.
pub(super) fn listed(all: &[Value]) -> Answered {
    page(all, (all.len() as u64, 1))
}

/// One page of a list: of how many, and from which on.
pub(super) fn page(page: &[Value], (total, start): (u64, u64)) -> Answered {
    let list = json!({
        "schemas": [LIST], "totalResults": total, "startIndex": start,
        "itemsPerPage": page.len(), "Resources": page,
    });
    respond(StatusCode::OK, &list)
}

pub(super) fn named(all: Vec<Value>, id: &str) -> Answered {
    let one = all.into_iter().find(|one| one["id"] == id);
    respond(StatusCode::OK, &one.ok_or(Error::NotFound("resource"))?)
}

pub(super) fn respond(status: StatusCode, body: &Value) -> Answered {
    Ok(Response::builder()
        .status(status)
        .content_type("application/scim+json")
        .header(header::CACHE_CONTROL, "no-store")
        .body(body.to_string()))
}

/// Nothing to read: it was done, or is as it was.
pub(super) fn empty(status: StatusCode) -> Response {
    Response::builder()
        .status(status)
        .header(header::CACHE_CONTROL, "no-store")
        .finish()
}

pub(super) fn refuse(Refused { refusal, scim_type }: Refused) -> Response {
    let mut body = json!({
        "schemas": [ERROR], "status": refusal.status.as_u16().to_string(),
        "detail": refusal.message,
    });
    if let Some(scim_type) = scim_type {
        body["scimType"] = scim_type.into();
    }
    let mut response = Response::builder()
        .status(refusal.status)
        .content_type("application/scim+json")
        .header(header::CACHE_CONTROL, "no-store")
        .body(body.to_string());
    let headers = response.headers_mut();
    if let Some(seconds) = refusal.retry_after {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if refusal.status == StatusCode::UNAUTHORIZED {
        let bearer = HeaderValue::from_static("Bearer");
        headers.insert(header::WWW_AUTHENTICATE, bearer);
    }
    response
}
