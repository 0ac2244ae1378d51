//! Requests to servers that somebody else named: a provider of sign-ins, the receiver of a webhook. Whoever names
//! a server could name one inside our network, so nothing leaves but by here.
//!
//! Invariants:
//! - a name is resolved once for a connection, every address it answers is checked, and one of those is connected to:
//!   a name that answers otherwise a moment later gains nothing;
//! - one address that is not public refuses the whole name, however it was spelled;
//! - only what an operator allowed by its very host and port is asked without a check, and without TLS;
//! - no redirect is followed, no proxy of the environment is asked, and no cookie is kept;
//! - an answer is read up to a limit of bytes, and everything together up to a limit of time.
mod allowed;
mod client;
mod error;
mod public;
mod resolver;

pub use allowed::Allowed;
pub use client::{ANSWER_BYTES_MAX, Answer, Outgoing, PATIENCE, Question};
pub use error::OutgoingError;
pub use public::is_public;
pub use resolver::{Resolver, System};
