//! The tables this capability owns. Nothing outside this folder queries them.
mod files;

pub use channel::Model as Channel;
pub use draft::Model as Draft;
pub use file::Model as File;
pub use files::{Unreadable, file, file_text};
pub use post::Model as Post;
pub use revision::Model as Revision;
pub use thread::Model as Thread;
pub use thread_reader::Model as ThreadReader;

use sea_orm::entity::prelude::*;

/// What a channel is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, async_graphql::Enum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum ChannelKind {
    /// Conversations about a subject.
    Discussion,
    /// Questions that want an answer.
    Questions,
    /// Both.
    Mixed,
}

/// What a conversation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, async_graphql::Enum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum ThreadKind {
    /// A talk between peers.
    Discussion,
    /// A question with answers.
    Question,
    /// What a facilitator asks of everybody, with an answer from each.
    Prompt,
    /// Something useful: a page or a file, and why it is.
    Resource,
    /// What somebody did at their work with what they learned.
    Story,
}

/// Whose posts wait for a moderator before others read them. Who moderates there, leads it or is an
/// expert never waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, async_graphql::Enum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Premoderation {
    /// Nobody's.
    Off,
    /// The first post of a person in the community.
    NewMembers,
    /// All that is posted in a conversation after its opening.
    AllAnswers,
    /// All in conversations that have a tag which the channel calls high-stakes.
    HighStakes,
}

/// A reaction that says something. There are no down-votes: the counterpart is a correction.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, async_graphql::Enum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum ReactionKind {
    /// It helped me understand.
    Helpful,
    /// I tried it at my work.
    UsedIt,
    /// Thank you.
    ThankYou,
}

/// How much a person wants to hear of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, async_graphql::Enum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Follow {
    /// Every reply.
    Following,
    /// Mentions and replies to me.
    Normal,
    /// Nothing.
    Muted,
}

pub mod channel {
    use kernel::{ChannelId, CommunityId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "channel")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ChannelId,
        pub community_id: CommunityId,
        pub slug: String,
        pub name: String,
        pub purpose: String,
        pub kind: super::ChannelKind,
        pub position: i32,
        pub created_at: DateTimeUtc,
        pub archived_at: Option<DateTimeUtc>,
        pub premoderation: super::Premoderation,
        /// A JSON array of words.
        pub high_stakes_tags: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        /// What facts tell of how it is set up.
        pub(crate) fn told(&self) -> Json {
            serde_json::json!({
                "name": self.name,
                "purpose": self.purpose,
                "kind": self.kind.to_value(),
                "premoderation": self.premoderation.to_value(),
                "high_stakes_tags": self.high_stakes_tags,
                "archived": self.archived_at.is_some(),
            })
        }
    }
}

pub mod thread {
    use crate::Author;
    use kernel::{ChannelId, CommunityId, PostId, ThreadId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "thread")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ThreadId,
        pub community_id: CommunityId,
        pub channel_id: ChannelId,
        pub kind: super::ThreadKind,
        pub title: String,
        /// A JSON array of words.
        pub tags: Json,
        pub author_id: Author,
        pub created_at: DateTimeUtc,
        pub last_post_at: DateTimeUtc,
        pub last_author_id: Author,
        /// The number of the newest post. Numbers are given once and never again.
        pub last_number: i32,
        pub reply_count: i32,
        pub accepted_post_id: Option<PostId>,
        pub duplicate_of: Option<ThreadId>,
        pub locked_at: Option<DateTimeUtc>,
        /// Whether who has not answered reads no answer of others.
        pub answer_first: bool,
        /// Whether it was begun without a name.
        pub nameless: bool,
        /// Whether its newest post was written without a name.
        pub last_nameless: bool,
        /// Whether its opening was ever shown to everybody.
        pub published: bool,
        /// Since when its author asks it no longer.
        pub withdrawn_at: Option<DateTimeUtc>,
        /// The conversation that took in what was said here.
        pub moved_to: Option<ThreadId>,
        /// What it is called, while a moderator withholds its opening: others read a sign in its place.
        pub hidden_title: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod post {
    use crate::Author;
    use kernel::{ChannelId, CommunityId, PersonId, PostId, ThreadId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "post")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PostId,
        pub community_id: CommunityId,
        pub channel_id: ChannelId,
        pub thread_id: ThreadId,
        /// 1 is the opening; each later post takes the next.
        pub number: i32,
        pub parent_id: Option<PostId>,
        /// The number of the post that begins this branch, so that replies stand beside what they
        /// answer.
        pub root_number: i32,
        pub author_id: Author,
        pub body: String,
        pub html: String,
        /// 1 as written; each edit takes the next.
        pub revision: i32,
        pub created_at: DateTimeUtc,
        pub edited_at: Option<DateTimeUtc>,
        pub deleted_at: Option<DateTimeUtc>,
        pub deleted_by: Option<Author>,
        pub helpful: i32,
        pub used_it: i32,
        pub thank_you: i32,
        pub file_count: i32,
        pub nonce: Option<String>,
        /// Whether it was written without a name.
        pub nameless: bool,
        /// Since when it waits for a moderator.
        pub held_at: Option<DateTimeUtc>,
        /// Whether it was ever shown to everybody. Until then its number is beyond all others.
        pub published: bool,
        /// Since when a moderator withholds its words.
        pub hidden_at: Option<DateTimeUtc>,
        pub hidden_by: Option<PersonId>,
        pub hidden_reason: Option<String>,
        /// Whether there is something to know about it beside its words.
        pub examined: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod revision {
    use crate::Author;
    use kernel::{PostId, RevisionId};
    use sea_orm::entity::prelude::*;

    /// How a post read before an edit.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "revision")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RevisionId,
        pub post_id: PostId,
        pub number: i32,
        pub body: String,
        pub editor_id: Author,
        pub edited_at: DateTimeUtc,
        pub reason: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod reaction {
    use kernel::{PersonId, PostId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "reaction")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub post_id: PostId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: super::ReactionKind,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod thread_reader {
    use kernel::{PersonId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// How far a person read a thread, and whether they follow it.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "thread_reader")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: ThreadId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub read_through: i32,
        pub follow: super::Follow,
        /// How many posts of theirs stand in it, the opening aside.
        pub answers: i32,
        /// Whether they take part in it without their name.
        pub nameless: bool,
        pub updated_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod reading_span {
    use kernel::{PersonId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// Which posts of a thread a person read within an hour, from the first to the last.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "reading_span")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: ThreadId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        /// Its beginning.
        #[sea_orm(primary_key, auto_increment = false)]
        pub hour: DateTimeUtc,
        pub from_number: i32,
        pub through_number: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod post_mailed {
    use kernel::{PersonId, PostId};
    use sea_orm::entity::prelude::*;

    /// A letter to a person quoted a post.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "post_mailed")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub post_id: PostId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub mailed_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod mention {
    use kernel::{PersonId, PostId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mention")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub post_id: PostId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod draft {
    use kernel::{DraftId, PersonId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DraftId,
        pub person_id: PersonId,
        pub key: String,
        pub title: Option<String>,
        pub body: String,
        pub version: i32,
        pub updated_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
