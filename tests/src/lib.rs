//! The stage on which the tests play: a whole application, and people to act in it.
//!
//! `TEST_DATABASE_URL` puts every test on PostgreSQL; without it each has a SQLite file of its own.
mod door;
mod person;
mod stage;

pub use door::{Door, OUR_PAGE, operation, settings};
pub use person::{Person, error_of};
pub use stage::{Stage, opening_time, still};
