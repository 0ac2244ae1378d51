//! What can be done with saved searches, with words that mean the same, and with what was asked in vain.
mod saved;
mod synonyms;
mod vain;

pub(crate) use saved::{Find, TellOfFinds};
pub use saved::{RemoveSavedSearch, SaveSearch, UpdateSavedSearch};
pub use synonyms::{AddSynonyms, RemoveSynonyms, UpdateSynonyms};
pub use vain::{ForgetAskedInVain, NoteNothingFound, SweepAskedInVain};
