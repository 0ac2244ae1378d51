//! What is told of people's data.
use kernel::{Event, PersonId, PersonalExportId, Place};
use serde::{Deserialize, Serialize};

/// Somebody asked for all that is held about a person, for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalExportAsked {
    pub export: PersonalExportId,
    pub person: PersonId,
    /// Why, where an administrator asked.
    pub reason: Option<String>,
}

/// It is there to be fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalExportReady {
    pub export: PersonalExportId,
    pub person: PersonId,
}

/// The person fetched it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalExportFetched {
    pub export: PersonalExportId,
    pub person: PersonId,
}

macro_rules! personal {
    ($($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;
            const KEEPS_ORIGIN: bool = true;

            fn place(&self) -> Place {
                Place::person(self.person)
            }
        }
    )+};
}

personal! {
    PersonalExportAsked "privacy.export_asked",
    PersonalExportReady "privacy.export_ready",
    PersonalExportFetched "privacy.export_fetched",
}
