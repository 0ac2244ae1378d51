//! What the links in letters lead to, and what calendar programs read.
use super::observe::Asker;
use super::refusal::{Refusal, text};
use crate::front::Front;
use kernel::Actor;
use notifications::{House, StopByLink, read_feed};
use poem::http::{Method, StatusCode, header};
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

/// `GET /calendar/TOKEN.ics`: the sessions of who made the address. Who knows it may read them.
#[handler]
pub async fn calendar(
    request: &Request,
    Path(file): Path<String>,
    Data(front): Data<&Arc<Front>>,
) -> Response {
    let request_id = Asker::of(request).request_id;
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let message = "this address only shows";
        return Refusal::invalid(StatusCode::METHOD_NOT_ALLOWED, message).into_plain(&request_id);
    }
    let token = file.strip_suffix(".ics").unwrap_or(&file);
    let settings = &front.app.settings;
    let house = House {
        name: settings.name.clone(),
        address: settings.mail_address.clone(),
        public_url: settings.public_url.clone(),
    };
    match read_feed(&front.app.db, &house, token).await {
        Ok(feed) => Response::builder()
            .content_type("text/calendar; charset=utf-8")
            .header(header::CACHE_CONTROL, "private, max-age=300")
            .body(feed.0),
        Err(error) => Refusal::from(error).into_plain(&request_id),
    }
}
