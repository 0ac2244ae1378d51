//! The tables this capability owns.
pub use act::Model as Act;
pub use appeal::Model as Appeal;
pub use flag::Model as Flag;
pub use item::Model as Item;
pub use kinds::{
    ActKind, Decision, FlagReason, FlagState, Message, Party, Reason, Reasons, Tab, Undo,
};

mod kinds;

pub mod flag {
    use super::{Decision, FlagReason, FlagState};
    use kernel::{CommunityId, FlagId, PersonId, PostId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// Somebody says that something is wrong with a post.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "flag")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: FlagId,
        pub community_id: CommunityId,
        pub thread_id: ThreadId,
        pub post_id: PostId,
        pub person_id: PersonId,
        pub reason: FlagReason,
        #[sea_orm(column_type = "Text", nullable)]
        pub note: Option<String>,
        /// What would be right instead.
        #[sea_orm(column_type = "Text", nullable)]
        pub proposal: Option<String>,
        pub created_at: DateTimeUtc,
        pub state: FlagState,
        pub decision: Option<Decision>,
        /// What the moderator wrote about it.
        #[sea_orm(column_type = "Text", nullable)]
        pub outcome: Option<String>,
        pub decided_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod item {
    use super::{Decision, Reasons, Tab};
    use kernel::{CommunityId, ModerationActId, ModerationItemId, PersonId, PostId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// What waits for a moderator, or waited. There is one for each post, question and mute.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "moderation_item")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ModerationItemId,
        pub community_id: CommunityId,
        /// The id of what it is about, as people see it.
        pub subject: String,
        pub thread_id: Option<ThreadId>,
        pub post_id: Option<PostId>,
        pub tab: Tab,
        /// Why it waits; why it waited last, once it is settled.
        pub reasons: Reasons,
        /// What was looked at, and is no reason again.
        pub checked: Reasons,
        pub waiting_since: DateTimeUtc,
        /// Since when it waits no longer.
        pub settled_at: Option<DateTimeUtc>,
        pub claimed_by: Option<PersonId>,
        pub claimed_at: Option<DateTimeUtc>,
        /// The decision that settled it, where that was one.
        pub act_id: Option<ModerationActId>,
        pub decision: Option<Decision>,
        pub decided_by: Option<PersonId>,
        pub decided_at: Option<DateTimeUtc>,
        #[sea_orm(column_type = "Text", nullable)]
        pub reason: Option<String>,
        /// When facilitators were told that nobody looked in the promised time.
        pub breach_told_at: Option<DateTimeUtc>,
        /// Takes the next number whenever something is decided, undone or waits anew.
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod act {
    use super::{ActKind, Undo};
    use kernel::{CommunityId, ModerationActId, ModerationItemId, PersonId, PostId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// Something that a moderator or an administrator did: the audit.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "moderation_act")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ModerationActId,
        /// Nothing where it concerns the whole organisation.
        pub community_id: Option<CommunityId>,
        pub at: DateTimeUtc,
        pub by_id: Option<PersonId>,
        pub kind: ActKind,
        pub item_id: Option<ModerationItemId>,
        pub thread_id: Option<ThreadId>,
        pub post_id: Option<PostId>,
        pub person_id: Option<PersonId>,
        #[sea_orm(column_type = "Text", nullable)]
        pub reason: Option<String>,
        /// What takes it back.
        pub undo: Option<Undo>,
        pub undone_at: Option<DateTimeUtc>,
        pub undone_by: Option<PersonId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod appeal {
    use kernel::{AppealId, CommunityId, ModerationActId, ModerationItemId, MuteId, PersonId};
    use sea_orm::entity::prelude::*;

    /// Somebody asks that a decision about them is looked at again.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "appeal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AppealId,
        pub community_id: CommunityId,
        pub person_id: PersonId,
        pub item_id: Option<ModerationItemId>,
        /// The decision about the item against which it is.
        pub act_id: Option<ModerationActId>,
        pub mute_id: Option<MuteId>,
        #[sea_orm(column_type = "Text")]
        pub words: String,
        pub created_at: DateTimeUtc,
        #[sea_orm(column_type = "Text", nullable)]
        pub answer: Option<String>,
        pub answered_at: Option<DateTimeUtc>,
        pub answered_by: Option<PersonId>,
        pub upheld: Option<bool>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
