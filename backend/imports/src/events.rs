//! What imports tell.
use kernel::{CommunityId, Event, ImportId, Place};
use serde::{Deserialize, Serialize};

/// An archive or a roster was brought in as far as it could be; the sheet stands with the run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportFinished {
    pub community: CommunityId,
    pub import: ImportId,
}

impl Event for ImportFinished {
    const KIND: &'static str = "imports.import_finished";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}
