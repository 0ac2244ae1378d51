//! The tables this capability owns.
pub use question::Model as Question;
pub use resource::Model as Resource;
pub use reveal::Model as Reveal;
pub use review::Model as Review;
pub use story::Model as Story;

pub mod question {
    use kernel::{CommunityId, SessionId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// What a question is beyond its conversation. One that was brought in has none.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "question")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: ThreadId,
        pub community_id: CommunityId,
        /// The session that it follows.
        pub session_id: Option<SessionId>,
        /// The session in which it will be covered.
        pub parked_on: Option<SessionId>,
        /// Since when an answer helped who asked.
        pub helped_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod too {
    use kernel::{PersonId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// Somebody has this question too.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "question_too")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: ThreadId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod invitation {
    use kernel::{PersonId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// Somebody is asked by name to answer.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "question_invitation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: ThreadId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub at: DateTimeUtc,
        /// Shown to nobody: who asks without a name may invite too.
        pub invited_by: PersonId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod objective {
    use kernel::{ObjectiveId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// Which objectives a question or a story is about.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "question_objective")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: ThreadId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub objective_id: ObjectiveId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod review {
    use kernel::{CommunityId, PersonId, PostId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// What somebody stands behind, or shares, and when to look at it again.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "review")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub post_id: PostId,
        pub thread_id: ThreadId,
        pub community_id: CommunityId,
        /// Who stands behind it. A resource needs nobody to.
        pub verified_by: Option<PersonId>,
        pub verified_at: Option<DateTimeUtc>,
        pub review_at: Option<DateTimeUtc>,
        /// Since when it does not hold any more.
        pub obsolete_at: Option<DateTimeUtc>,
        pub obsolete_reason: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod resource {
    use kernel::{CommunityId, PostId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// A page or a file that is useful; why is what its post says.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "resource")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: ThreadId,
        pub community_id: CommunityId,
        pub post_id: PostId,
        pub url: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod story {
    use kernel::{CommunityId, PostId, SessionId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// What somebody did with what they learned; how it went is what its post says.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "story")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: ThreadId,
        pub community_id: CommunityId,
        pub post_id: PostId,
        /// The session that it follows.
        pub session_id: Option<SessionId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod reveal {
    use kernel::{CommunityId, PersonId, RevealId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// A moderator was told who asked, and said why they wanted to know.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "reveal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RevealId,
        pub thread_id: ThreadId,
        pub community_id: CommunityId,
        pub revealed_to: PersonId,
        pub at: DateTimeUtc,
        pub reason: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
