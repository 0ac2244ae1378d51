//! The tables of notifications.
pub use calendar_entry::Model as CalendarEntry;
pub use calendar_feed::Model as CalendarFeed;
pub use inbox_item::Model as InboxItem;
pub use letter::Model as OutboxLetter;
pub use notice::Model as Notice;
pub use notices::{CorrectionFacts, NoticeFacts, NoticeKind};
pub use postbox::Model as Postbox;
pub use reasons::{InboxReason, Reasons};

mod notices;
mod reasons;

use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

pub mod inbox_item {
    use super::Reasons;
    use kernel::{InboxItemId, PersonId, PostId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// A conversation that speaks to a person. There is one for each person and thread.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "inbox_item")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: InboxItemId,
        pub person_id: PersonId,
        pub thread_id: ThreadId,
        /// The newest post that spoke to them.
        pub latest_post_id: PostId,
        pub reasons: Reasons,
        /// How many posts spoke to them since they last dealt with it.
        pub new_count: i32,
        /// When the newest of them was written.
        pub at: DateTimeUtc,
        /// Since when it is dealt with.
        pub done_at: Option<DateTimeUtc>,
        /// The newest post that a letter told of.
        pub mailed_post_id: Option<PostId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod notice {
    use super::{NoticeFacts, NoticeKind};
    use kernel::{CommunityId, JourneyItemId, NoticeId, PersonId, SessionId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// Something a person is told that is no conversation. There is one for each person and thing.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "notice")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: NoticeId,
        pub person_id: PersonId,
        pub community_id: CommunityId,
        pub kind: NoticeKind,
        /// The id of what it is about, as people see it.
        pub about: String,
        /// The conversation in which it is answered.
        pub thread_id: Option<ThreadId>,
        pub facts: NoticeFacts,
        pub at: DateTimeUtc,
        /// Since when it is dealt with.
        pub done_at: Option<DateTimeUtc>,
        /// When a letter told of it.
        pub mailed_at: Option<DateTimeUtc>,
    }

    impl Model {
        /// Where whoever reads it goes: to what it is about, or to its community when that is nothing
        /// they can open.
        pub fn leads_to(&self) -> String {
            let post = self.facts.post.map(|post| post.to_string());
            match (self.kind, self.about.parse::<JourneyItemId>()) {
                (NoticeKind::Moderation, _) => {
                    post.unwrap_or_else(|| self.community_id.to_string())
                }
                (NoticeKind::PromiseBroken, _) => self
                    .thread_id
                    .map_or_else(|| self.community_id.to_string(), |id| id.to_string()),
                (
                    NoticeKind::PairWaits
                    | NoticeKind::PairMended
                    | NoticeKind::PairPaused
                    | NoticeKind::PairSilent
                    | NoticeKind::PairsProposed
                    | NoticeKind::PairsFailed,
                    _,
                )
                | (_, Ok(_)) => self.community_id.to_string(),
                (_, Err(_)) => self.about.clone(),
            }
        }

        /// Whether it is about something that is due, and not about something that begins.
        pub fn is_due(&self) -> bool {
            self.kind != NoticeKind::Paired && self.about.parse::<SessionId>().is_err()
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod postbox {
    use crate::Choices;
    use kernel::PersonId;
    use sea_orm::entity::prelude::*;

    /// How a person wants letters, and when to look next whether there is one to write.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "postbox")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub choices: Choices,
        /// Signs the links that change the choices without signing in.
        pub secret: Vec<u8>,
        pub next_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a letter is, as administrators see it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, async_graphql::Enum,
)]
#[sea_orm(
    rs_type = "String",
    db_type = "String(StringLen::None)",
    rename_all = "snake_case"
)]
pub enum LetterKind {
    /// It tells of what happened.
    News,
    /// The mail of a day or of Sunday.
    Digest,
    /// It puts a session into a calendar, moves it there, or takes it out.
    Invitation,
}

/// How far a letter is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, async_graphql::Enum,
)]
#[sea_orm(
    rs_type = "String",
    db_type = "String(StringLen::None)",
    rename_all = "snake_case"
)]
pub enum LetterState {
    /// It is sent as soon as its time comes.
    Waiting,
    /// The mail server took it.
    Sent,
    /// It was refused, or tried too often. An administrator may send it again.
    Refused,
    /// It stays here, as there is no mail server.
    Kept,
}

pub mod letter {
    use super::{LetterKind, LetterState};
    use kernel::{CalendarPart, JobId, LetterId, PersonId};
    use sea_orm::entity::prelude::*;

    /// A letter in the outbox.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "letter")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: LetterId,
        pub person_id: PersonId,
        pub kind: LetterKind,
        pub recipient: String,
        #[sea_orm(column_type = "Text")]
        pub subject: String,
        #[sea_orm(column_type = "Text")]
        pub body: String,
        #[sea_orm(column_type = "Text")]
        pub html: String,
        /// The address that stops letters like it.
        pub unsubscribe: Option<String>,
        pub calendar: Option<CalendarPart>,
        /// Whether it holds what was said where administrators may not read.
        pub sealed: bool,
        pub state: LetterState,
        pub attempts: i32,
        /// Not before this instant.
        pub run_at: DateTimeUtc,
        pub lease: Option<JobId>,
        pub lease_until: Option<DateTimeUtc>,
        #[sea_orm(column_type = "Text", nullable)]
        pub failure: Option<String>,
        pub created_at: DateTimeUtc,
        /// When it was sent, refused or kept.
        pub settled_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod calendar_feed {
    use kernel::{CommunityId, FeedId, PersonId};
    use sea_orm::entity::prelude::*;

    /// An address at which a calendar program reads somebody's sessions.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_feed")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: FeedId,
        pub person_id: PersonId,
        /// The community whose sessions it holds; nothing for all of the person's.
        pub community_id: Option<CommunityId>,
        pub token_hash: Vec<u8>,
        pub created_at: DateTimeUtc,
        /// When it was last read, to an hour.
        pub read_at: Option<DateTimeUtc>,
        pub revoked_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a letter said of a part of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct AsSent {
    pub starts_at: chrono::DateTime<chrono::Utc>,
    pub ends_at: chrono::DateTime<chrono::Utc>,
    pub title: String,
    pub place: Option<String>,
}

pub mod calendar_entry {
    use super::AsSent;
    use kernel::{PersonId, SessionId, SessionPartId};
    use sea_orm::entity::prelude::*;

    /// A part of a session as it stands in somebody's own calendar.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_entry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub part_id: SessionPartId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        /// The session.
        pub gathering_id: SessionId,
        /// Rises with each change that was sent.
        pub sequence: i32,
        /// What the last letter said of it.
        pub as_sent: AsSent,
        /// Since when it is taken out of the calendar.
        pub cancelled_at: Option<DateTimeUtc>,
    }

    impl Model {
        pub fn stands(&self) -> bool {
            self.cancelled_at.is_none()
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
