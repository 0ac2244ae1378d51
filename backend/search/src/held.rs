//! What this capability holds about a person.
use crate::tables::saved_search;
use kernel::{Holds, Rows, SavedSearchId, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        nobodys("asked_in_vain", "words without the people who asked them").held(),
        nobodys("synonyms", "words that mean the same").held(),
        Rows::<saved_search::Entity>::new()
            .id::<SavedSearchId>()
            .of(saved_search::Column::PersonId)
            .held(),
    ]
}
