//! What this capability holds about a person.
use crate::tables::{act, appeal, flag};
use kernel::{AppealId, FlagId, Holds, ModerationActId, Rows, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        Rows::<flag::Entity>::new()
            .id::<FlagId>()
            .of(flag::Column::PersonId)
            .held(),
        nobodys("moderation_item", "what waits for moderators, about posts")
            .others(
                &["claimed_by", "decided_by"],
                "what moderators do is told by their log",
            )
            .held(),
        Rows::<act::Entity>::new()
            .id::<ModerationActId>()
            .of(act::Column::PersonId)
            .without(
                &[act::Column::ById, act::Column::UndoneBy],
                "what moderators do is told by their log",
            )
            .without(&[act::Column::Undo], "it may hold the words of others")
            .held(),
        Rows::<appeal::Entity>::new()
            .id::<AppealId>()
            .of(appeal::Column::PersonId)
            .others(
                &[appeal::Column::AnsweredBy],
                "what moderators do is told by their log",
            )
            .held(),
    ]
}
