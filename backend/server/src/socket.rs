//! `GET /graphql/ws`: subscriptions, by the protocol graphql-transport-ws.
//!
//! Invariants:
//! - a socket is opened from our own pages by somebody who is signed in, and carries subscriptions
//!   alone;
//! - it ends with the sign-in that opened it, whoever ended that, and with the server.
mod connection;
mod protocol;
mod registry;
mod watch;

pub use protocol::Close;
pub use registry::{Place, Sockets};
pub use watch::close_ended_sign_ins;

use crate::front::Front;
use crate::http::bearer::token_of;
use crate::http::{Asker, Refusal, asking};
use api::Asking;
use connection::Connection;
use poem::http::StatusCode;
use poem::web::Data;
use poem::web::websocket::{WebSocket, WebSocketConfig};
use poem::{FromRequest, IntoResponse, Request, RequestBody, Response, handler};
use std::sync::Arc;

const PROTOCOL: &str = "graphql-transport-ws";
const FRAME_BYTES_MAX: usize = 64 * 1024;
/// The usual buffers cost 131 KiB a socket, these 6; no slower.
const BUFFER_BYTES: usize = 4 * 1024;

#[handler]
pub async fn socket(request: &Request, Data(front): Data<&Arc<Front>>) -> poem::Result<Response> {
    let asker = Asker::of(request);
    let opened = open(front, request, &asker).await;
    Ok(opened.unwrap_or_else(|refusal| refusal.into_plain(&asker.request_id)))
}

async fn open(front: &Arc<Front>, request: &Request, asker: &Asker) -> Result<Response, Refusal> {
    if !front.origins.permit(request) {
        return Err(Refusal::foreign_page());
    }
    if token_of(front, request)?.is_some() {
        let message = "a socket opens for who is signed in, not for a token";
        return Err(Refusal::new(StatusCode::FORBIDDEN, "FORBIDDEN", message));
    }
    let asking = asking(front, request, asker).await?;
    let upgrade = WebSocket::from_request(request, &mut RequestBody::default())
        .await
        .map_err(|_| {
            let message = "this address speaks graphql-transport-ws over a socket";
            Refusal::invalid(StatusCode::UPGRADE_REQUIRED, message)
        })?;
    let config = WebSocketConfig::default()
        .read_buffer_size(BUFFER_BYTES)
        .write_buffer_size(BUFFER_BYTES)
        .max_message_size(Some(FRAME_BYTES_MAX))
        .max_frame_size(Some(FRAME_BYTES_MAX));
    let (front, asker) = (front.clone(), asker.clone());
    let upgraded = upgrade
        .protocols([PROTOCOL])
        .config(config)
        .on_upgrade(|stream| async move {
            // Refused by a closing frame and not by a status: a browser tells a page only the former.
            match let_in(&front, &asking).await {
                Ok(place) => {
                    Connection::new(front, asker, asking, place)
                        .serve(stream)
                        .await
                }
                Err(close) => connection::refuse(stream, close).await,
            }
        });
    Ok(upgraded.into_response())
}

/// Counts a socket in.
///
/// # Errors
/// When nobody is signed in (any more), or this person has too many open already.
pub async fn let_in(front: &Front, asking: &Asking) -> Result<Place, Close> {
    let (sign_in, person) = asking.sign_in.as_ref().ok_or(Close::SIGN_IN_FIRST)?;
    let place = front.sockets.enter(person.id, sign_in.id)?;
    // It may have ended since the cookie was looked at. From here on its end finds this socket.
    match connection::still_signed_in(front, asking).await {
        true => Ok(place),
        false => Err(Close::SIGN_IN_ENDED),
    }
}
