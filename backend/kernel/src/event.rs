//! Facts: what happened, written with the change itself and never altered.
use crate::{ChannelId, CommunityId, EventId, Origin, PersonId, ThreadId};
use chrono::{DateTime, Utc};
use serde::{Serialize, de::DeserializeOwned};

/// Something that happened, named in the past tense.
pub trait Event: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// `capability.past_tense`. Kinds are stored; they never change.
    const KIND: &'static str;
    /// Whether it is kept with it where the person who did it was. Only where that may have to be
    /// answered for later: nobody is followed by what they read and write.
    const KEEPS_ORIGIN: bool = false;

    /// Where it happened: what a consumer needs to decide who may hear of it.
    fn place(&self) -> Place;
}

/// Where a fact belongs. A fact with a `person` concerns that person alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub community: Option<CommunityId>,
    pub channel: Option<ChannelId>,
    pub thread: Option<ThreadId>,
    pub person: Option<PersonId>,
}

impl Place {
    pub fn community(id: CommunityId) -> Self {
        Self {
            community: Some(id),
            ..Self::default()
        }
    }

    pub fn person(id: PersonId) -> Self {
        Self {
            person: Some(id),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn in_channel(self, id: ChannelId) -> Self {
        Self {
            channel: Some(id),
            ..self
        }
    }

    #[must_use]
    pub fn in_thread(self, id: ThreadId) -> Self {
        Self {
            thread: Some(id),
            ..self
        }
    }

    #[must_use]
    pub fn only_for(self, id: PersonId) -> Self {
        Self {
            person: Some(id),
            ..self
        }
    }
}

/// An event as the log holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub id: EventId,
    pub cursor: crate::Cursor,
    pub kind: String,
    pub actor: Option<PersonId>,
    pub place: Place,
    /// Where the actor was, for facts that keep it.
    pub origin: Option<Origin>,
    pub body: serde_json::Value,
    pub happened_at: DateTime<Utc>,
}

impl Fact {
    /// The event itself, when it is an `E`.
    pub fn as_event<E: Event>(&self) -> Option<E> {
        (self.kind == E::KIND)
            .then(|| serde_json::from_value(self.body.clone()).ok())
            .flatten()
    }
}
