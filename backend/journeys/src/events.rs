//! What journeys tell.
use kernel::{
    Change, CommunityId, Event, JourneyId, JourneyItemId, PersonId, Place, PromptId, SessionId,
    TemplateId,
};
use serde::{Deserialize, Serialize};

/// A template was written, changed, archived or brought back. That of a program has no community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateChanged {
    pub template: TemplateId,
    pub community: Option<CommunityId>,
    #[serde(default, flatten)]
    pub change: Change,
}

impl Event for TemplateChanged {
    const KIND: &'static str = "journeys.template_changed";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place {
            community: self.community,
            ..Place::default()
        }
    }
}

/// A template was applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JourneyApplied {
    pub journey: JourneyId,
    pub community: CommunityId,
}

impl Event for JourneyApplied {
    const KIND: &'static str = "journeys.journey_applied";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// What a journey will do, or when, is no longer what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JourneyChanged {
    pub journey: JourneyId,
    pub community: CommunityId,
}

impl Event for JourneyChanged {
    const KIND: &'static str = "journeys.journey_changed";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// An item was done, skipped, or put off after a failure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemSettled {
    pub item: JourneyItemId,
    pub journey: JourneyId,
    pub community: CommunityId,
}

impl Event for ItemSettled {
    const KIND: &'static str = "journeys.item_settled";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// A person was reminded: of a session, of a prompt they have not answered, or of what the text says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminded {
    pub community: CommunityId,
    pub person: PersonId,
    pub item: JourneyItemId,
    pub session: Option<SessionId>,
    pub prompt: Option<PromptId>,
    /// As it reads.
    pub text: String,
}

impl Event for Reminded {
    const KIND: &'static str = "journeys.reminded";

    fn place(&self) -> Place {
        Place::community(self.community).only_for(self.person)
    }
}
