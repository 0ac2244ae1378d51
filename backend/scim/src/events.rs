//! What is told of a directory. Names and addresses of people stay where they are kept: the log is for ever.
use kernel::{ApiTokenId, Event, PersonId, Place, ScimGroupId};
use serde::{Deserialize, Serialize};

/// A directory wrote somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonKept {
    pub person: PersonId,
    /// The token of the service.
    pub token: ApiTokenId,
    /// The attributes that are others than before.
    pub changed: Vec<String>,
    /// Whether they could come in; nothing where the directory did not know them.
    pub was_active: Option<bool>,
    /// Whether they can come in.
    pub is_active: bool,
}

impl Event for PersonKept {
    const KIND: &'static str = "scim.person_kept";

    fn place(&self) -> Place {
        Place::person(self.person)
    }
}

/// A directory keeps somebody no more: they are kept out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonDropped {
    pub person: PersonId,
    /// The token of the service.
    pub token: ApiTokenId,
}

impl Event for PersonDropped {
    const KIND: &'static str = "scim.person_dropped";

    fn place(&self) -> Place {
        Place::person(self.person)
    }
}

/// What was done with a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupAct {
    Created,
    Changed,
    Removed,
}

/// A directory wrote a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupKept {
    pub group: ScimGroupId,
    /// The token of the service.
    pub token: ApiTokenId,
    pub did: GroupAct,
    pub name: String,
    /// How many came into it.
    pub added: usize,
    /// How many are no longer in it.
    pub removed: usize,
}

impl Event for GroupKept {
    const KIND: &'static str = "scim.group_kept";

    fn place(&self) -> Place {
        Place::default()
    }
}
