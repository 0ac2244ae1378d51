//! Every query on the tables of misconceptions.
mod due;
mod exposures;
mod library;
mod matches;
mod occurrences;
mod records;

pub(crate) use due::{ended_windows, is_anything_due, reminders_due, untold};
pub(crate) use exposures::{
    exposed_people, forget_exposures, insert_exposures, set_answer, set_reminded, set_told,
    tell_again, told_people, unexpose,
};
pub use exposures::{spread_of, to_answer};
pub use library::{Shelf, corrected_everywhere, library, misconceptions_of_objectives};
pub use matches::{claim_match_seen, claim_matches, suggested_for, watched};
pub(crate) use matches::{decide, insert_matches};
pub use occurrences::{
    OccurrenceSeen, corrected_posts, corrected_threads, corrections_in_threads, has_misconception,
    occurrences_of, offered_to_authors, spread_in_places,
};
pub(crate) use occurrences::{
    insert_occurrence, occurrence_by_id, occurrences_in_posts, occurrences_in_threads,
    standing_occurrences, stored_of, update_occurrence,
};
pub use records::{history_of, misconception_seen, misconceptions_visible_to};
pub(crate) use records::{
    insert_change, insert_misconception, next_number, patterns, patterns_stamp, set_agreed, update,
};
