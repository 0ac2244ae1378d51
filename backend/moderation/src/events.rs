//! What moderation tells.
use crate::{ActKind, Decision, Message};
use chrono::{DateTime, Utc};
use kernel::{
    AppealId, CommunityId, Event, FlagId, ModerationItemId, MuteId, PersonId, Place, PostId,
    ThreadId,
};
use serde::{Deserialize, Serialize};

/// Something waits for a moderator from now on, or waits anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemOpened {
    pub community: CommunityId,
    pub item: ModerationItemId,
}

/// It waits for other reasons, somebody has it, or has it no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemChanged {
    pub community: CommunityId,
    pub item: ModerationItemId,
}

/// It waits no longer: somebody decided, or there is nothing to decide any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemSettled {
    pub community: CommunityId,
    pub item: ModerationItemId,
}

/// A moderator did something to what others wrote: what the log of moderators says of it. What is done
/// to people is told by those who keep memberships and accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acted {
    pub community: Option<CommunityId>,
    pub act: ActKind,
    pub item: Option<ModerationItemId>,
    pub thread: Option<ThreadId>,
    pub post: Option<PostId>,
    pub person: Option<PersonId>,
    /// Why, as it was said then.
    pub reason: Option<String>,
    /// Whether it was taken back by this.
    pub undone: bool,
}

impl Event for Acted {
    const KIND: &'static str = "moderation.acted";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place {
            community: self.community,
            ..Place::default()
        }
    }
}

/// Nobody looked at a question in the time that its community promises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseBroken {
    pub community: CommunityId,
    pub item: ModerationItemId,
    pub thread: ThreadId,
    /// By when somebody was to look.
    pub promised_by: DateTime<Utc>,
}

macro_rules! of_a_community {
    ($($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;

            fn place(&self) -> Place {
                Place::community(self.community)
            }
        }
    )+};
}

of_a_community! {
    ItemOpened "moderation.item_opened",
    ItemChanged "moderation.item_changed",
    ItemSettled "moderation.item_settled",
    PromiseBroken "moderation.promise_broken",
}

/// Somebody flagged a post, or took that back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlagChanged {
    pub community: CommunityId,
    pub person: PersonId,
    pub flag: FlagId,
    pub post: PostId,
}

/// Somebody asks that a decision is looked at again, or was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppealChanged {
    pub community: CommunityId,
    pub person: PersonId,
    pub appeal: AppealId,
    /// The post about which something was decided.
    pub post: Option<PostId>,
    pub mute: Option<MuteId>,
}

/// Somebody is told what was decided about something of theirs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub community: CommunityId,
    pub person: PersonId,
    /// The id of what it is about, as people see it.
    pub about: String,
    pub message: Message,
    pub decision: Option<Decision>,
    pub thread: Option<ThreadId>,
    pub post: Option<PostId>,
    /// Why, or what is asked.
    pub words: Option<String>,
    /// Until when it is so.
    pub until: Option<DateTime<Utc>>,
}

/// What somebody was told about this is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldNoMore {
    pub community: CommunityId,
    pub person: PersonId,
    pub about: String,
}

macro_rules! of_a_person {
    ($($event:ident $kind:literal),+ $(,)?) => {$(
        impl Event for $event {
            const KIND: &'static str = $kind;

            /// Who flagged, who appealed and who is told is for that person alone.
            fn place(&self) -> Place {
                Place::community(self.community).only_for(self.person)
            }
        }
    )+};
}

of_a_person! {
    FlagChanged "moderation.flag_changed",
    AppealChanged "moderation.appeal_changed",
    Told "moderation.told",
    ToldNoMore "moderation.told_no_more",
}
