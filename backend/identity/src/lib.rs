//! People: who they are, and how they sign in.
//!
//! Invariants:
//! - a password is kept only as an argon2id hash, a token only as its SHA-256;
//! - nothing a stranger can ask tells whether an e-mail address is known here;
//! - every end of a sign-in is a fact in the log, so that open sockets close with it;
//! - identity knows no communities: who may see whom is decided above.
mod parse;
mod policy;
mod preferences;
mod secret;
mod store;
mod tables;

pub use parse::{HANDLE_CHARS_MAX, NAME_CHARS_MAX, email as parse_email, zone as parse_zone};
pub use policy::{actor_of, is_alive, wants_touch};
pub use preferences::{LANGUAGES, Preferences, ReadingFont, TextScale, Theme};
pub use secret::{Secret, token_hash};
pub use store::{
    has_password, people_by_ids, person_by_email, person_by_handle, person_by_id, sign_in_seen,
    sign_ins_of,
};
pub use tables::{Person, SignIn, person};
