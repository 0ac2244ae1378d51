//! What searching tells. Never what was looked for, nor what was found.
use kernel::{Change, CommunityId, Event, PersonId, Place, SavedSearchId, SynonymsId};
use serde::{Deserialize, Serialize};

/// A person saved a search, or changed one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedSearchChanged {
    pub person: PersonId,
    pub saved_search: SavedSearchId,
}

/// A person keeps a search no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedSearchRemoved {
    pub person: PersonId,
    pub saved_search: SavedSearchId,
}

/// A saved search found what its person has not been told of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedSearchFound {
    pub person: PersonId,
    pub saved_search: SavedSearchId,
    /// Where the newest of it stands.
    pub community: CommunityId,
    /// How many posts.
    pub count: i32,
}

macro_rules! personal {
    ($($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;

            fn place(&self) -> Place {
                Place::person(self.person)
            }
        }
    )+};
}

personal! {
    SavedSearchChanged "search.saved_search_changed",
    SavedSearchRemoved "search.saved_search_removed",
    SavedSearchFound "search.saved_search_found",
}

/// Other words mean the same than before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SynonymsChanged {
    pub synonyms: SynonymsId,
    #[serde(default, flatten)]
    pub change: Change,
}

impl Event for SynonymsChanged {
    const KIND: &'static str = "search.synonyms_changed";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place::default()
    }
}
