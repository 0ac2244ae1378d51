//! The way in by HTTP.
//!
//! Invariants:
//! - nothing changes the world but `POST` with a body that no foreign page can send unasked, or with a
//!   token that only a letter or a program holds;
//! - every answer names its request, and so does every line of the log about it.
mod address;
pub mod bearer;
mod exports;
mod files;
mod graphql;
mod health;
pub mod held;
mod mail;
pub mod metrics;
mod observe;
pub(crate) mod origin;
pub(crate) mod patience;
pub(crate) mod persisted;
pub(crate) mod rates;
mod refusal;
mod scim;
mod sign_in;
mod sso;
pub mod uploads;
mod way_on;
pub(crate) mod web_app;

pub(crate) use graphql::{Wanted, fit};
pub(crate) use observe::Asker;
pub(crate) use refusal::Refusal;
pub(crate) use sign_in::asking;

use crate::front::Front;
use poem::web::Data;
use poem::{Endpoint, EndpointExt, Request, Response, Route, handler};
use std::sync::Arc;

/// Every address that is served.
pub fn routes(front: Arc<Front>) -> impl Endpoint<Output = Response> + 'static {
    let observed = front.clone();
    Route::new()
        .at("/graphql", graphql::graphql)
        .at("/graphql/ws", crate::socket::socket)
        .at("/files", files::upload)
        .at("/files/:id/:name", files::download)
        .at("/exports/:id", exports::download)
        .at("/health/live", health::live)
        .at("/health/ready", health::ready)
        .at("/metrics", health::figures)
        .at("/mail/:token", mail::letter_link)
        .at("/calendar/:file", mail::calendar)
        .at("/auth/oidc/:slug/start", sso::start)
        .at("/auth/oidc/:slug/callback", sso::callback)
        .at("/auth/oidc/:slug/logout", sso::logout)
        .at("/scim/v2/*path", scim::scim)
        .at("/*path", page)
        .data(front)
        .around(move |endpoint, request| {
            let front = observed.clone();
            async move { Ok(observe::observe(&front, &*endpoint, request).await) }
        })
        .map_to_response()
}

#[handler]
fn page(request: &Request, Data(front): Data<&Arc<Front>>) -> Response {
    front.web_app.serve(request)
}
