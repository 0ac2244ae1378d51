//! What imports tell.
use kernel::{CommunityId, Event, ImportId, InviteListId, Place, RosterId};
use serde::{Deserialize, Serialize};

/// An archive or a roster was brought in as far as it could be; the sheet stands with the run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportFinished {
    pub community: CommunityId,
    pub import: ImportId,
}

impl Event for ImportFinished {
    const KIND: &'static str = "imports.import_finished";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// Everybody on a roster is a member now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterApplied {
    pub community: CommunityId,
    pub roster: RosterId,
}

/// What a roster had done was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterUndone {
    pub community: CommunityId,
    pub roster: RosterId,
}

impl Event for RosterApplied {
    const KIND: &'static str = "imports.roster_applied";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

impl Event for RosterUndone {
    const KIND: &'static str = "imports.roster_undone";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// Everybody on a list is being invited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitesSent {
    pub list: InviteListId,
}

impl Event for InvitesSent {
    const KIND: &'static str = "imports.invites_sent";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place::default()
    }
}
