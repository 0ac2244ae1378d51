//! Search: finding what was said, people and sessions, only among what the asker may read.
//!
//! Invariants:
//! - the index proposes and the database disposes: a stale index can miss something, never show it;
//! - what the asker may not read changes nothing in an answer: no total, no order, no snippet;
//! - the index can be deleted at any time: it is told again from the log, or from the tables;
//! - the index and its place in the log are one commit, so that a kill loses nothing;
//! - what a person saved is theirs alone, and tells them only of what they may read when they are told;
//! - what was asked in vain is kept without who asked, and told once several asked it.
mod at_once;
mod commands;
mod document;
mod errors;
mod events;
mod find;
mod follow;
mod held;
mod known;
mod like;
mod names;
mod others;
mod person;
mod policy;
mod position;
mod searcher;
mod session;
mod shown;
mod spread;
mod store;
mod suggest;
mod tables;
mod walk;
mod watch;

pub use commands::{
    AddSynonyms, ForgetAskedInVain, NoteNothingFound, RemoveSavedSearch, RemoveSynonyms,
    SaveSearch, SweepAskedInVain, UpdateSavedSearch, UpdateSynonyms,
};
pub use events::{SavedSearchChanged, SavedSearchFound, SavedSearchRemoved, SynonymsChanged};
pub use find::{Among, Found, FoundThing, Thing, Wanted};
pub use held::held;
pub use policy::{Keep, KeepSynonyms, Watch};
pub use search_index::{Count, Note, Stats};
pub use searcher::{Searcher, Tally};
pub use spread::{Facet, FacetOf};
pub use store::{Missed, asked_in_vain, saved_search, saved_searches, synonyms_kept};
pub use suggest::{Suggestion, SuggestionKind};
pub use tables::{SavedSearch, Synonyms, Words};
