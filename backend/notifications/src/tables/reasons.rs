//! Why a person hears of a conversation.
use crate::MailKind;
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

    /// What a letter because of these counts as: the strongest decides.
    pub fn mail_kind(&self) -> MailKind {
        match self.0.first() {
            Some(InboxReason::Mention) => MailKind::Mention,
            Some(InboxReason::Reply) => MailKind::Reply,
            Some(InboxReason::Followed) | None => MailKind::Followed,
        }
    }
}

impl From<InboxReason> for Reasons {
    fn from(reason: InboxReason) -> Self {
        Self(vec![reason])
    }
}
