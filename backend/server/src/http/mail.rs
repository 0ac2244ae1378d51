//! What the links in letters lead to.
use super::observe::Asker;
use super::refusal::{Refusal, text};
use crate::front::Front;
use kernel::Actor;
use notifications::StopByLink;
use poem::http::{Method, StatusCode};
use poem::web::{Data, Path};
use poem::{Request, Response, handler};
use std::sync::Arc;

/// `POST /mail/TOKEN` stops letters like the one that held the link: a mail program sends it when its
/// one button is pressed (RFC 8058). It comes from anywhere and brings no cookie; the token is the leave.
/// `GET` only shows the page that asks, as some programs look at every link of a letter.
#[handler]
pub async fn letter_link(
    request: &Request,
    Path(token): Path<String>,
    Data(front): Data<&Arc<Front>>,
) -> Response {
    if *request.method() != Method::POST {
        return front.web_app.serve(request);
    }
    let stop = StopByLink { token };
    match front.app.db.write(Actor::System, stop).await {
        Ok(()) => text(StatusCode::OK, "Done: no more letters like this one."),
        Err(error) => Refusal::from(error).into_plain(&Asker::of(request).request_id),
    }
}
