//! Whether we are well, for those who look after us.
use super::metrics;
use super::observe::Asker;
use super::refusal::text;
use crate::front::Front;
use kernel::Conn;
use poem::http::StatusCode;
use poem::web::Data;
use poem::{IntoResponse, Request, Response, handler};
use sea_orm::ConnectionTrait;
use std::sync::Arc;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(2);

/// The process runs and answers.
#[handler]
pub fn live() -> Response {
    text(StatusCode::OK, "alive")
}

/// It can serve: the database answers, what goes on beside the requests goes on, and it is not closing. Migrations are done before the port
/// is opened.
#[handler]
pub async fn ready(Data(front): Data<&Arc<Front>>) -> Response {
    if !front.is_ready() {
        return text(StatusCode::SERVICE_UNAVAILABLE, "closing");
    }
    if !front.duties.are_kept() {
        return text(
            StatusCode::SERVICE_UNAVAILABLE,
            "a task in the background is down; it begins anew",
        );
    }
    match tokio::time::timeout(PATIENCE, ask(&front.app.db.read())).await {
        Ok(true) => text(StatusCode::OK, "ready"),
        _ => text(
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer",
        ),
    }
}

async fn ask(conn: &Conn<'_>) -> bool {
    conn.execute_unprepared("SELECT 1").await.is_ok()
}

#[handler]
pub fn figures(request: &Request, Data(front): Data<&Arc<Front>>) -> Response {
    if !front.metrics_from.contain(Asker::of(request).address) {
        return text(
            StatusCode::FORBIDDEN,
            "metrics are shown to the networks named by metrics-from",
        );
    }
    metrics::render()
        .with_content_type("text/plain; version=0.0.4")
        .into_response()
}
