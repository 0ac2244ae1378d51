//! Search: finding what was said, only among what the asker may read.
//!
//! Invariants:
//! - the index proposes and the database disposes: a stale index can miss something, never show it;
//! - what the asker may not read changes nothing in an answer: no total, no order, no snippet;
//! - the index can be deleted at any time: it is told again from the log, or from the tables;
//! - the index and its place in the log are one commit, so that a kill loses nothing.
mod at_once;
mod document;
mod errors;
mod find;
mod follow;
mod known;
mod names;
mod position;
mod searcher;
mod spread;
mod suggest;

pub use find::{Found, FoundPost, Wanted};
pub use search_index::{Count, Note, Stats};
pub use searcher::{Searcher, Tally};
pub use spread::{Facet, FacetOf};
pub use suggest::{Suggestion, SuggestionKind};
