//! What notifications tell.
use kernel::{Event, PersonId, Place, ThreadId};
use serde::{Deserialize, Serialize};

/// What a person's inbox says of a conversation changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InboxChanged {
    pub person: PersonId,
    pub thread: ThreadId,
}

impl Event for InboxChanged {
    const KIND: &'static str = "notifications.inbox_changed";

    fn place(&self) -> Place {
        Place::person(self.person).in_thread(self.thread)
    }
}
