//! The stage on which the tests play: a whole application, and people to act in it.
//!
//! `TEST_DATABASE_URL` puts every test on PostgreSQL; without it each has a SQLite file of its own.
mod authenticator;
mod directory;
mod door;
mod identity_provider;
mod patience;
mod person;
mod post;
mod program;
mod stage;
pub mod twin;
mod visitor;

pub use authenticator::{Authenticator, HeldPasskey};
pub use directory::{Directory, Told, checked_by_others};
pub use door::{Door, OUR_PAGE, operation, settings};
pub use identity_provider::{CLIENT_SECRET, IdentityProvider};
pub use patience::{until, until_counted};
pub use person::{Person, error_of, nonce};
pub use post::{Post, Sink, calendar_as_read, invitations_as_received};
pub use program::{Program, Said, Serving, binary, free_address};
pub use stage::{Stage, keys, opening_time, still};
pub use visitor::Visitor;
