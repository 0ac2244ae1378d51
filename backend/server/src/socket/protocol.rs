//! The words of graphql-transport-ws.
use crate::http::Wanted;
use async_graphql::{Response, ServerError};
use serde::{Deserialize, Serialize};

/// What a client says.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Said {
    ConnectionInit,
    Ping,
    Pong,
    Subscribe { id: String, payload: Wanted },
    Complete { id: String },
}

/// What we answer.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Answer<'a> {
    ConnectionAck,
    Ping,
    Pong,
    Next {
        id: &'a str,
        payload: &'a Response,
    },
    Error {
        id: &'a str,
        payload: &'a [ServerError],
    },
    Complete {
        id: &'a str,
    },
}

impl Answer<'_> {
    pub fn to_text(&self) -> String {
        // It holds only what can be written as JSON.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Why a socket is closed: a code for the program at the other end, and a few words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Close {
    pub code: u16,
    pub words: &'static str,
}

impl Close {
    pub const LEFT: Self = Self::new(1000, "");
    pub const SERVER_CLOSES: Self = Self::new(1001, "the server is closing");
    pub const TOO_LARGE: Self = Self::new(1009, "64 KB is the most for one message");
    pub const UNREADABLE: Self = Self::new(4400, "this is no message of graphql-transport-ws");
    pub const SIGN_IN_FIRST: Self = Self::new(4401, "please sign in");
    pub const INIT_FIRST: Self = Self::new(4401, "send connection_init first");
    pub const SIGN_IN_ENDED: Self = Self::new(4403, "the sign-in has ended");
    pub const INIT_TOO_LATE: Self = Self::new(4408, "connection_init did not come in time");
    pub const ID_IN_USE: Self = Self::new(4409, "there is a subscription of this id");
    pub const TOO_MANY_INITS: Self = Self::new(4429, "connection_init was sent twice");
    pub const TOO_MANY_SOCKETS: Self =
        Self::new(4429, "too many open pages for one person; close one");
    pub const TOO_SLOW: Self = Self::new(4408, "nothing was read for too long");

    const fn new(code: u16, words: &'static str) -> Self {
        Self { code, words }
    }
}
