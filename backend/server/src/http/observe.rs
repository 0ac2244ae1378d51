//! Around every request: its name, who asks, how long it took, and what happened to it.
use super::refusal::Refusal;
use super::{address, metrics, scim};
use crate::front::Front;
use futures_util::FutureExt;
use kernel::{Entropy, SystemEntropy};
use poem::http::{HeaderMap, HeaderValue, StatusCode, header};
use poem::{Endpoint, IntoResponse, Request, Response};
use std::net::IpAddr;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tracing::Instrument;

/// Longer than anything here should take.
const SLOW: Duration = Duration::from_secs(2);
/// A refused request with a longer body may be left unread.
const READ_ANYWAY_BYTES: u64 = 8 * 1024;

/// What is known of every request.
#[derive(Clone, Debug)]
pub struct Asker {
    /// Names the request in the answer, in the log, and on the error page.
    pub request_id: Arc<str>,
    pub address: IpAddr,
}

impl Asker {
    /// The asker that `observe` put into the request.
    pub fn of(request: &Request) -> Self {
        request.data::<Self>().cloned().unwrap_or_else(|| Self {
            request_id: new_id(),
            address: address::of(request, &crate::config::Networks::default()),
        })
    }
}

pub async fn observe<E>(front: &Front, endpoint: &E, mut request: Request) -> Response
where
    E: Endpoint,
    E::Output: IntoResponse,
{
    let began = Instant::now();
    let asker = Asker {
        request_id: new_id(),
        address: address::of(&request, &front.trusted_proxies),
    };
    let route = route_of(request.uri().path());
    let brings_much = brings_much(&request);
    request.set_data(asker.clone());
    let span = tracing::info_span!("request", id = %asker.request_id, route);
    let mut response = match front
        .rates
        .address(asker.address)
        .err()
        .filter(|_| limited(route))
    {
        Some(refusal) if route == "graphql" => refusal.into_graphql(&asker.request_id),
        Some(refusal) if route == "scim" => scim::refused(refusal),
        Some(refusal) => refusal.into_plain(&asker.request_id),
        None => {
            call(endpoint, request, &asker)
                .instrument(span.clone())
                .await
        }
    };
    let took = began.elapsed();
    finish(&mut response, &asker, front);
    if brings_much && response.status().is_client_error() {
        // What is left unread ends the connection: who would ask on it next must know.
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(header::CONNECTION, close);
    }
    metrics::request_answered(route, response.status().as_u16(), took);
    span.in_scope(|| log(response.status(), took));
    response
}

async fn call<E>(endpoint: &E, request: Request, asker: &Asker) -> Response
where
    E: Endpoint,
    E::Output: IntoResponse,
{
    match AssertUnwindSafe(endpoint.call(request))
        .catch_unwind()
        .await
    {
        Ok(Ok(output)) => output.into_response(),
        Ok(Err(error)) => {
            let status = error.status();
            let message = match status {
                StatusCode::NOT_FOUND => "there is nothing at this address".to_owned(),
                status if status.is_server_error() => "something went wrong".to_owned(),
                _ => error.to_string(),
            };
            Refusal::invalid(status, message).into_plain(&asker.request_id)
        }
        Err(_) => {
            tracing::error!("a request panicked");
            let status = StatusCode::INTERNAL_SERVER_ERROR;
            Refusal::new(status, "INTERNAL", "something went wrong").into_plain(&asker.request_id)
        }
    }
}

fn brings_much(request: &Request) -> bool {
    match request.header(header::CONTENT_LENGTH) {
        Some(bytes) => bytes
            .parse()
            .is_ok_and(|bytes: u64| bytes > READ_ANYWAY_BYTES),
        None => request.headers().contains_key(header::TRANSFER_ENCODING),
    }
}

fn finish(response: &mut Response, asker: &Asker, front: &Front) {
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::from_str(&asker.request_id) {
        headers.insert("x-request-id", id);
    }
    let nosniff = HeaderValue::from_static("nosniff");
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, nosniff);
    // A link out must not tell which conversation it stood in.
    let referrer = HeaderValue::from_static("same-origin");
    headers.insert(header::REFERRER_POLICY, referrer);
    // A browser that is led to an answer that is no page draws nothing of it, and runs nothing.
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) && !is_script(headers) {
        let nothing = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");
        headers.insert(header::CONTENT_SECURITY_POLICY, nothing);
    }
    if front.app.settings.is_secure() {
        let a_year = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, a_year);
    }
}

/// A script of a worker lives under the policy it came with; those of a page, under the page's.
fn is_script(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/javascript"))
}

fn log(status: StatusCode, took: Duration) {
    let (status, millis) = (status.as_u16(), took.as_millis());
    if status >= 500 {
        tracing::error!(status, millis, "answered");
    } else if took > SLOW {
        tracing::warn!(status, millis, "answered slowly");
    } else {
        tracing::debug!(status, millis, "answered");
    }
}

/// A name for the figures; never the path itself, which anybody may make up.
fn route_of(path: &str) -> &'static str {
    match path {
        "/graphql" => "graphql",
        "/graphql/ws" => "socket",
        "/metrics" => "metrics",
        path if path.starts_with("/files") => "files",
        path if path.starts_with("/health/") => "health",
        path if path.starts_with("/mail/") => "mail",
        path if path.starts_with("/calendar/") => "calendar",
        path if path.starts_with("/auth/") => "sso",
        path if path.starts_with("/scim/") => "scim",
        path if path.starts_with("/_app/") => "asset",
        _ => "page",
    }
}

/// Whether the limit of an address applies: what costs nothing, and what asks whether we are well,
/// is never refused.
fn limited(route: &str) -> bool {
    matches!(
        route,
        "graphql" | "socket" | "files" | "mail" | "calendar" | "sso" | "scim"
    )
}

fn new_id() -> Arc<str> {
    let mut chance = [0_u8; 8];
    SystemEntropy.fill(&mut chance);
    format!("{:016x}", u64::from_be_bytes(chance)).into()
}
