//! The table of notifications.
pub use inbox_item::Model as InboxItem;

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// Why a person hears of a conversation, the strongest first.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    async_graphql::Enum,
)]
#[serde(rename_all = "snake_case")]
pub enum InboxReason {
    /// Somebody spoke to them by name.
    Mention,
    /// Somebody answered a post of theirs, or wrote in a conversation they began.
    Reply,
    /// They follow the conversation.
    Followed,
}

/// Each reason once, the strongest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Reasons(Vec<InboxReason>);

impl Reasons {
    pub fn contains(&self, reason: InboxReason) -> bool {
        self.0.contains(&reason)
    }

    pub fn add(&mut self, reason: InboxReason) {
        if let Err(place) = self.0.binary_search(&reason) {
            self.0.insert(place, reason);
        }
    }

    pub fn as_slice(&self) -> &[InboxReason] {
        &self.0
    }
}

impl From<InboxReason> for Reasons {
    fn from(reason: InboxReason) -> Self {
        Self(vec![reason])
    }
}

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
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
