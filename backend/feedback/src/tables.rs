//! The tables this capability owns.
pub use evidence::Model as Evidence;
pub use feedback::Model as Feedback;
pub use round::Model as FeedbackRound;

pub mod round {
    use crate::Rubric;
    use kernel::{ChannelId, CommunityId, FeedbackRoundId, PersonId, SessionId};
    use sea_orm::entity::prelude::*;

    /// Asks people to hand in what they applied, and to look at what others handed in.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "feedback_round")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: FeedbackRoundId,
        pub community_id: CommunityId,
        /// Where what is handed in stands, each as a conversation.
        pub channel_id: ChannelId,
        pub session_id: Option<SessionId>,
        pub created_by: PersonId,
        pub created_at: DateTimeUtc,
        pub nonce: String,
        #[sea_orm(column_type = "Text")]
        pub title: String,
        #[sea_orm(column_type = "Text")]
        pub body: String,
        #[sea_orm(column_type = "Text")]
        pub body_html: String,
        pub rubric: Rubric,
        /// How much feedback each gets, and gives.
        pub each: i32,
        /// Working days within which feedback is given, before somebody else is asked.
        pub days: i32,
        /// Until when something can be handed in.
        pub closes_at: Option<DateTimeUtc>,
        /// Since when nothing can be handed in.
        pub closed_at: Option<DateTimeUtc>,
        pub cancelled_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod round_objective {
    use kernel::{FeedbackRoundId, ObjectiveId};
    use sea_orm::entity::prelude::*;

    /// A round is about an objective.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "feedback_round_objective")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: FeedbackRoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub objective_id: ObjectiveId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod evidence {
    use kernel::{CommunityId, EvidenceId, FeedbackRoundId, PersonId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// What somebody handed in: a conversation, to which feedback replies.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "evidence")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: EvidenceId,
        pub community_id: CommunityId,
        pub round_id: FeedbackRoundId,
        /// Who handed it in, and wrote it with their name.
        pub person_id: PersonId,
        pub thread_id: ThreadId,
        pub handed_in_at: DateTimeUtc,
        /// Since when it has all the feedback it wants.
        pub complete_at: Option<DateTimeUtc>,
        /// Since when it wants to be looked at, and nobody can be asked.
        pub alone_since: Option<DateTimeUtc>,
        /// When those who lead were told of that.
        pub told_at: Option<DateTimeUtc>,
        pub withdrawn_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod feedback {
    use crate::Marks;
    use kernel::{EvidenceId, FeedbackId, FeedbackRoundId, PersonId, PostId};
    use sea_orm::entity::prelude::*;

    /// One person is asked to look at what another handed in, and what became of it.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "feedback")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: FeedbackId,
        pub round_id: FeedbackRoundId,
        pub evidence_id: EvidenceId,
        /// Who is asked.
        pub person_id: PersonId,
        /// Who leads and asked them by name; else the round did by itself.
        pub asked_by: Option<PersonId>,
        pub asked_at: DateTimeUtc,
        pub due_at: DateTimeUtc,
        pub reminded_at: Option<DateTimeUtc>,
        /// Since when it is late, and somebody else was asked.
        pub passed_on_at: Option<DateTimeUtc>,
        pub declined_at: Option<DateTimeUtc>,
        /// Since when nobody waits for it.
        pub released_at: Option<DateTimeUtc>,
        pub given_at: Option<DateTimeUtc>,
        pub marks: Option<Marks>,
        /// What was written: a reply in the conversation of the evidence.
        pub post_id: Option<PostId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
