//! Full text search over documents that each have an audience.
//!
//! This crate knows documents and the people's reading rights as opaque words; it knows no database,
//! no GraphQL and none of the product's tables. It may be deleted at any time: everything in it can be
//! told again from where it came from.
//!
//! What it promises:
//!
//! * **Only what the asker may read.** A [`Document`] names its audience, a [`Query`] names the
//!   audiences of the asker, and the match between them is part of the query. Totals, order, snippets
//!   and scores are worked out from readable documents alone: even how rare a word is counts only
//!   those (see `audience.rs`), so nothing hidden moves a result by one place.
//! * **One commit holds the changes and the position.** [`Index::apply`] is all or nothing, and
//!   [`Index::position`] tells from where to follow after a crash.
//! * **Damage is found at the door.** [`Index::open`] checks every file; what is damaged or from
//!   another version is put aside for a fresh index and reported as [`Opened::Rebuild`].
//! * **A search never fails for its wording.** Broken syntax is read as words and a [`Note`] says so.
//! * **Marked text is safe.** Snippets are [`Html`], which only this crate can make, from escaped text
//!   and `<mark>`.
//! * **It keeps no text but titles.** A [`Marker`] shows what was found in texts that their owner brings: a
//!   third of the disk, and nothing is shown that the owner does not have any more.

mod alike;
mod analyze;
mod asked;
mod audience;
mod checksum;
mod cursor;
mod document;
mod error;
mod facets;
mod fielded;
mod fold;
mod folder;
mod index;
mod language;
mod likes;
mod live;
mod meant;
mod measure;
mod operators;
mod parse;
mod piece;
mod plan;
mod query;
mod rank;
mod rebuild;
mod schema;
mod shown;
mod sieve;
mod snippet;
mod spoken;
mod tag;
mod titles;
mod words;
mod write;
mod writer;

pub use alike::Alike;
pub use cursor::Cursor;
pub use document::{Attached, Change, Document, Kinds, Mark, Whole};
pub use error::{Error, Result};
pub use facets::{Facets, SHARES_MAX, Share, Time};
pub use index::{Index, Opened, Stats, Verified};
pub use meant::Meant;
pub use operators::{NameOf, Named};
pub use parse::{Asked, Note, QUERY_CHARS_MAX};
pub use query::{Count, Hit, LIMIT_MAX, Page, Query, TOTAL_MAX};
pub use rebuild::Rebuild;
pub use schema::VERSION;
pub use snippet::{Html, Marker};
pub use tag::Tag;
pub use titles::Title;
