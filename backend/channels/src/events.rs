//! The facts of this capability. Each says where it happened, so that whoever hears of it can decide
//! who may.
use kernel::{Change, ChannelId, CommunityId, Event, FileId, PersonId, Place, PostId, ThreadId};
use serde::{Deserialize, Serialize};

/// A channel was opened, renamed, archived or brought back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChannelChanged {
    pub channel: ChannelId,
    pub community: CommunityId,
    #[serde(default, flatten)]
    pub change: Change,
}

impl Event for ChannelChanged {
    const KIND: &'static str = "channels.channel_changed";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place::community(self.community).in_channel(self.channel)
    }
}

/// Where in the community's conversations something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    pub community: CommunityId,
    pub channel: ChannelId,
    pub thread: ThreadId,
}

impl Spot {
    pub fn of(post: &crate::Post) -> Self {
        Self {
            community: post.community_id,
            channel: post.channel_id,
            thread: post.thread_id,
        }
    }

    pub fn of_thread(thread: &crate::Thread) -> Self {
        Self {
            community: thread.community_id,
            channel: thread.channel_id,
            thread: thread.id,
        }
    }

    pub fn place(&self) -> Place {
        Place::community(self.community)
            .in_channel(self.channel)
            .in_thread(self.thread)
    }
}

macro_rules! facts_of_a_spot {
    ($($(#[$doc:meta])* $name:ident $kind:literal { $($field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Serialize, Deserialize)]
        pub struct $name {
            pub spot: Spot,
            $(pub $field: $type),*
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn place(&self) -> Place {
                self.spot.place()
            }
        }
    )+};
}

facts_of_a_spot! {
    /// A conversation was begun. `post` opens it.
    ThreadCreated "channels.thread_created" { post: PostId, mentions: Vec<PersonId> }
    /// Its title, tags or lock changed.
    ThreadChanged "channels.thread_changed" {}
    /// What was said in it stands in another one now.
    ThreadMerged "channels.thread_merged" { into: ThreadId, posts: Vec<PostId> }
    /// Posts of it stand in another one now.
    PostsMoved "channels.posts_moved" { into: ThreadId, posts: Vec<PostId> }
    /// A whole conversation came from elsewhere: an import tells nobody, but search must know.
    ThreadBroughtIn "channels.thread_brought_in" {}
    /// A reply was written. `parent` is the post it answers, if not the opening.
    PostCreated "channels.post_created" { post: PostId, parent: Option<PostId>, mentions: Vec<PersonId> }
    /// `mentions` are those who were not spoken to before.
    PostEdited "channels.post_edited" { post: PostId, mentions: Vec<PersonId> }
    /// `reason` is given when somebody else deleted it.
    PostDeleted "channels.post_deleted" { post: PostId, reason: Option<String> }
    PostRestored "channels.post_restored" { post: PostId }
    /// It waits for a moderator: it is new, or was changed by its author. What was new and is let out is
    /// told as `PostCreated` or `ThreadCreated` then, and what was changed as `PostEdited`.
    PostHeld "channels.post_held" { post: PostId }
    /// A moderator withholds its words, and says why.
    PostHidden "channels.post_hidden" { post: PostId, reason: String }
    /// Its words are shown again.
    PostShown "channels.post_shown" { post: PostId }
    ReactionChanged "channels.reaction_changed" { post: PostId }
    /// What is said in a file of it is known now. Search must know; nobody is told.
    FileRead "channels.file_read" { post: PostId }
}

macro_rules! facts_for_one {
    ($($(#[$doc:meta])* $name:ident $kind:literal)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Serialize, Deserialize)]
        pub struct $name {
            pub spot: Spot,
            pub person: PersonId,
        }

        impl Event for $name {
            const KIND: &'static str = $kind;

            fn place(&self) -> Place {
                self.spot.place().only_for(self.person)
            }
        }
    )+};
}

facts_for_one! {
    /// A person read on, or marked something unread.
    ReadMoved "channels.read_moved"
    FollowChanged "channels.follow_changed"
}

/// A draft was saved or discarded.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DraftChanged {
    pub person: PersonId,
    pub key: String,
}

impl Event for DraftChanged {
    const KIND: &'static str = "channels.draft_changed";

    fn place(&self) -> Place {
        Place::person(self.person)
    }
}

/// A file was uploaded. Until it is posted it is its uploader's alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileUploaded {
    pub person: PersonId,
    pub file: FileId,
}

impl Event for FileUploaded {
    const KIND: &'static str = "channels.file_uploaded";

    fn place(&self) -> Place {
        Place::person(self.person)
    }
}
