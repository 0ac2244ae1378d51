//! An answer that says no: a status for machines, a code for the web app, a sentence for people.
use kernel::{Error, with_causes};
use poem::http::{HeaderValue, StatusCode, header};
use poem::{IntoResponse, Response};
use serde_json::{Value, json};

/// Why a request was not served.
#[derive(Debug)]
pub struct Refusal {
    pub status: StatusCode,
    pub code: &'static str,
    pub message: String,
    pub hint: Option<String>,
    /// Seconds after which trying again makes sense.
    pub retry_after: Option<u64>,
}

impl Refusal {
    pub fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            hint: None,
            retry_after: None,
        }
    }

    pub fn invalid(status: StatusCode, message: impl Into<String>) -> Self {
        Self::new(status, "INVALID", message)
    }

    pub fn foreign_page() -> Self {
        let message = "this request does not come from a page of this site; \
                       send its Origin, or leave the cookie out";
        Self::new(StatusCode::FORBIDDEN, "FORBIDDEN", message)
    }

    /// As GraphQL says it: for the API.
    pub fn into_graphql(self, request_id: &str) -> Response {
        let mut extensions = self.details(request_id);
        extensions["code"] = self.code.into();
        let body = json!({ "errors": [{ "message": self.message, "extensions": extensions }] });
        self.into_json(&body)
    }

    /// As the other addresses say it.
    pub fn into_plain(self, request_id: &str) -> Response {
        let mut error = self.details(request_id);
        error["code"] = self.code.into();
        error["message"] = self.message.as_str().into();
        self.into_json(&json!({ "error": error }))
    }

    fn details(&self, request_id: &str) -> Value {
        let mut details = json!({ "requestId": request_id });
        if let Some(hint) = &self.hint {
            details["hint"] = hint.as_str().into();
        }
        details
    }

    fn into_json(self, body: &Value) -> Response {
        let mut response = Response::builder()
            .status(self.status)
            .content_type("application/json")
            .header(header::CACHE_CONTROL, "no-store")
            .body(body.to_string());
        if let Some(seconds) = self.retry_after {
            let seconds = HeaderValue::from(seconds);
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        response
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let status = match &error {
            Error::SignInFirst | Error::SecondFactor | Error::Confirm => StatusCode::UNAUTHORIZED,
            Error::NotFound(_) => StatusCode::NOT_FOUND,
            Error::Forbidden(_) | Error::FactorRequired => StatusCode::FORBIDDEN,
            Error::Invalid { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Error::Conflict { .. } => StatusCode::CONFLICT,
            Error::SlowDown(_) => StatusCode::TOO_MANY_REQUESTS,
            Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let mut refusal = Self::new(status, error.code(), error.to_string());
        match error {
            Error::Invalid { hint, .. } => refusal.hint = hint.map(Into::into),
            Error::SlowDown(seconds) => refusal.retry_after = Some(seconds),
            Error::Internal(source) => {
                tracing::error!(error = with_causes(source.as_ref()), "a request failed");
                refusal.message = "something went wrong".to_owned();
            }
            _ => {}
        }
        refusal
    }
}

/// A plain text answer to somebody who asked for no page.
pub fn text(status: StatusCode, words: &'static str) -> Response {
    words
        .with_content_type("text/plain; charset=utf-8")
        .with_status(status)
        .into_response()
}
