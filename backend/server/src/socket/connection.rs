//! One open socket, from its first word to its last.
use super::protocol::{Answer, Close, Said};
use super::registry::Place;
use crate::front::Front;
use crate::guard::{self, Entrance, Introspection};
use crate::http::metrics::SUBSCRIPTIONS;
use crate::http::{Asker, Refusal, Wanted, fit};
use api::Asking;
use async_graphql::{Response, ServerError};
use futures_util::stream::{AbortHandle, Abortable, BoxStream, SelectAll};
use futures_util::{SinkExt, StreamExt};
use kernel::Result;
use poem::web::websocket::{CloseCode, Message, WebSocketStream};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, MissedTickBehavior, interval_at, timeout};

const INIT_WAIT: Duration = Duration::from_secs(10);
const SUBSCRIPTIONS_MAX: usize = 50;
const ID_BYTES_MAX: usize = 64;
/// How long one message may wait for a client that does not read.
const SEND_WAIT: Duration = Duration::from_secs(10);
/// How often we say something to a quiet client, and look whether its sign-in is alive.
const HEARTBEAT: Duration = Duration::from_secs(30);
/// Heartbeats without a word from the client, after which it is gone.
const SILENT_BEATS_MAX: u32 = 3;
/// Heartbeats between two looks at the sign-in. Its end is a fact that closes the socket at once;
/// this finds the one that ran out.
const BEATS_BETWEEN_LOOKS: u32 = 10;

type Updates = SelectAll<BoxStream<'static, (String, Update)>>;

enum Update {
    Next(Box<Response>),
    Complete,
}

pub struct Connection {
    front: Arc<Front>,
    asker: Asker,
    asking: Asking,
    place: Place,
    open: HashMap<String, AbortHandle>,
    updates: Updates,
    acknowledged: bool,
    beats: u32,
    silent_beats: u32,
}

/// Closes a socket that was never let in.
pub async fn refuse(mut stream: WebSocketStream, close: Close) {
    say_goodbye(&mut stream, close).await;
}

async fn say_goodbye(stream: &mut WebSocketStream, close: Close) {
    let message = Message::close_with(CloseCode::from(close.code), close.words);
    // Whoever is gone already need not be told.
    let _ = timeout(SEND_WAIT, stream.send(message)).await;
}

impl Connection {
    pub fn new(front: Arc<Front>, asker: Asker, asking: Asking, place: Place) -> Self {
        Self {
            front,
            asker,
            asking,
            place,
            open: HashMap::new(),
            updates: SelectAll::new(),
            acknowledged: false,
            beats: 0,
            silent_beats: 0,
        }
    }

    pub async fn serve(mut self, mut stream: WebSocketStream) {
        let close = match self.converse(&mut stream).await {
            Ok(never) => match never {},
            Err(close) => close,
        };
        metrics::gauge!(SUBSCRIPTIONS).decrement(self.open.len() as f64);
        say_goodbye(&mut stream, close).await;
    }

    async fn converse(
        &mut self,
        stream: &mut WebSocketStream,
    ) -> Result<std::convert::Infallible, Close> {
        let init_until = Instant::now() + INIT_WAIT;
        let mut heart = interval_at(Instant::now() + HEARTBEAT, HEARTBEAT);
        heart.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                close = self.place.closed() => return Err(close),
                () = tokio::time::sleep_until(init_until), if !self.acknowledged => {
                    return Err(Close::INIT_TOO_LATE);
                }
                message = stream.next() => match message {
                    Some(Ok(message)) => self.hear(stream, message).await?,
                    Some(Err(error)) => return Err(close_for(&error)),
                    None => return Err(Close::LEFT),
                },
                Some((id, update)) = self.updates.next() => {
                    self.pass_on(stream, &id, update).await?;
                }
                _ = heart.tick() => self.beat(stream).await?,
            }
        }
    }

    async fn hear(&mut self, stream: &mut WebSocketStream, message: Message) -> Result<(), Close> {
        self.silent_beats = 0;
        let text = match message {
            Message::Text(text) => text,
            Message::Ping(_) | Message::Pong(_) => return Ok(()),
            Message::Close(_) => return Err(Close::LEFT),
            Message::Binary(_) => return Err(Close::UNREADABLE),
        };
        let said: Said = serde_json::from_str(&text).map_err(|_| Close::UNREADABLE)?;
        match said {
            Said::ConnectionInit if self.acknowledged => Err(Close::TOO_MANY_INITS),
            Said::ConnectionInit => {
                self.acknowledged = true;
                send(stream, &Answer::ConnectionAck).await
            }
            Said::Ping => send(stream, &Answer::Pong).await,
            Said::Pong => Ok(()),
            Said::Subscribe { .. } if !self.acknowledged => Err(Close::INIT_FIRST),
            Said::Subscribe { id, payload } => self.subscribe(stream, id, payload).await,
            Said::Complete { id } => {
                self.forget(&id);
                Ok(())
            }
        }
    }

    async fn subscribe(
        &mut self,
        stream: &mut WebSocketStream,
        id: String,
        wanted: Wanted,
    ) -> Result<(), Close> {
        if id.is_empty() || id.len() > ID_BYTES_MAX {
            return Err(Close::UNREADABLE);
        }
        if self.open.contains_key(&id) {
            return Err(Close::ID_IN_USE);
        }
        match self.start(wanted) {
            Ok(responses) => {
                let (handle, registration) = AbortHandle::new_pair();
                let name = id.clone();
                let last = futures_util::stream::once(async { Update::Complete });
                let updates = responses
                    .map(|response| Update::Next(Box::new(response)))
                    .chain(last)
                    .map(move |update| (name.clone(), update));
                self.updates
                    .push(Abortable::new(updates, registration).boxed());
                self.open.insert(id, handle);
                metrics::gauge!(SUBSCRIPTIONS).increment(1.0);
                Ok(())
            }
            Err(refusal) => {
                let error = as_error(&refusal, &self.asker);
                let payload = &[error];
                send(stream, &Answer::Error { id: &id, payload }).await
            }
        }
    }

    fn start(&self, wanted: Wanted) -> Result<BoxStream<'static, Response>, Refusal> {
        if self.open.len() >= SUBSCRIPTIONS_MAX {
            return Err(bad("50 subscriptions are the most on one socket"));
        }
        if let Some(person) = self.asking.actor.person() {
            self.front.rates.person(person)?;
        }
        let operation = wanted.into_operation(&self.front)?;
        let admitted = guard::admit(operation, Entrance::Socket, Introspection::Hidden)
            .map_err(|refused| bad(&refused.to_string()))?;
        let asked = self.asking.clone().ask(&self.front.app, admitted.request);
        Ok(self.front.schema.execute_stream(asked).boxed())
    }

    async fn pass_on(
        &mut self,
        stream: &mut WebSocketStream,
        id: &str,
        update: Update,
    ) -> Result<(), Close> {
        match update {
            Update::Next(mut payload) => {
                fit(&mut payload, &self.asker);
                let payload = &*payload;
                send(stream, &Answer::Next { id, payload }).await
            }
            Update::Complete => {
                self.forget(id);
                send(stream, &Answer::Complete { id }).await
            }
        }
    }

    fn forget(&mut self, id: &str) {
        if let Some(handle) = self.open.remove(id) {
            handle.abort();
            metrics::gauge!(SUBSCRIPTIONS).decrement(1.0);
        }
    }

    async fn beat(&mut self, stream: &mut WebSocketStream) -> Result<(), Close> {
        self.silent_beats += 1;
        if self.silent_beats > SILENT_BEATS_MAX {
            return Err(Close::TOO_SLOW);
        }
        self.beats += 1;
        if self.beats.is_multiple_of(BEATS_BETWEEN_LOOKS)
            && !still_signed_in(&self.front, &self.asking).await
        {
            return Err(Close::SIGN_IN_ENDED);
        }
        send(stream, &Answer::Ping).await
    }
}

/// A database that does not answer ends nobody's sign-in.
pub async fn still_signed_in(front: &Front, asking: &Asking) -> bool {
    let Some((sign_in, _)) = &asking.sign_in else {
        return false;
    };
    let db = &front.app.db;
    let found = identity::sign_in_seen(&db.read(), &sign_in.token_hash, db.now()).await;
    !matches!(found, Ok(None))
}

async fn send(stream: &mut WebSocketStream, answer: &Answer<'_>) -> Result<(), Close> {
    match timeout(SEND_WAIT, stream.send(Message::text(answer.to_text()))).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) => Err(Close::LEFT),
        Err(_) => Err(Close::TOO_SLOW),
    }
}

fn close_for(error: &std::io::Error) -> Close {
    // The only fault of the wire that a client can be told of: the others have no client any more.
    if error.to_string().contains("too long") {
        Close::TOO_LARGE
    } else {
        Close::LEFT
    }
}

fn bad(words: &str) -> Refusal {
    Refusal::invalid(poem::http::StatusCode::BAD_REQUEST, words)
}

fn as_error(refusal: &Refusal, asker: &Asker) -> ServerError {
    let mut error = ServerError::new(refusal.message.clone(), None);
    let extensions = error.extensions.get_or_insert_default();
    extensions.set("code", refusal.code);
    extensions.set("requestId", asker.request_id.as_ref());
    error
}
