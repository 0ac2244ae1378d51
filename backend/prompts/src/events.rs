//! What prompts and pre-work tell.
use channels::Spot;
use kernel::{
    CommunityId, Event, PersonId, Place, PostId, PreWorkId, PromptId, PromptSeriesId, SessionId,
};
use serde::{Deserialize, Serialize};

/// What a change is to those who are asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// When it is due, or of whom it is asked, or whether it is asked still, is another now.
    #[default]
    Terms,
    /// It was asked no longer, and is asked again: news for everybody who has not done it.
    AskedAgain,
}

macro_rules! facts_of_a_prompt {
    ($($(#[$doc:meta])* $name:ident $kind:literal { $($(#[$meta:meta])* $field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name {
            pub spot: Spot,
            pub prompt: PromptId,
            $($(#[$meta])* pub $field: $type),*
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn place(&self) -> Place {
                self.spot.place()
            }
        }
    )+};
}

facts_of_a_prompt! {
    /// Something was asked.
    PromptPosted "prompts.prompt_posted" { session: Option<SessionId> }
    /// When it is due, or whom it is asked, or whether it is asked still, is another now.
    PromptChanged "prompts.prompt_changed" { #[serde(default)] news: News }
    /// Somebody answered. What they wrote is for those who may read it.
    PromptAnswered "prompts.prompt_answered" { post: PostId, person: PersonId }
}

/// There is something to read or to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreWorkOpened {
    pub community: CommunityId,
    pub pre_work: PreWorkId,
    pub session: Option<SessionId>,
}

impl Event for PreWorkOpened {
    const KIND: &'static str = "prompts.pre_work_opened";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// When it is due, or whether it is to be done still, is another now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreWorkChanged {
    pub community: CommunityId,
    pub pre_work: PreWorkId,
    #[serde(default)]
    pub news: News,
}

impl Event for PreWorkChanged {
    const KIND: &'static str = "prompts.pre_work_changed";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// Somebody is done with it, or is not after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreWorkDone {
    pub community: CommunityId,
    pub pre_work: PreWorkId,
    pub person: PersonId,
    pub done: bool,
}

impl Event for PreWorkDone {
    const KIND: &'static str = "prompts.pre_work_done";

    /// That somebody is done is for them and for those who may know it.
    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// A series of questions was made, changed, paused or taken back, or one of it was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromptSeriesChanged {
    pub community: CommunityId,
    pub series: PromptSeriesId,
    pub session: Option<SessionId>,
}

impl Event for PromptSeriesChanged {
    const KIND: &'static str = "prompts.series_changed";

    fn place(&self) -> Place {
        Place::community(self.community)
    }
}

/// Somebody said how well they recalled what a prompt asked: what they said is not told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecallMarked {
    pub spot: Spot,
    pub prompt: PromptId,
    pub person: PersonId,
}

impl Event for RecallMarked {
    const KIND: &'static str = "prompts.recall_marked";

    fn place(&self) -> Place {
        self.spot.place().only_for(self.person)
    }
}
