//! What this capability holds about a person.
use crate::tables::{calendar_entry, calendar_feed, inbox_item, letter, notice, postbox};
use kernel::{FeedId, Holds, InboxItemId, LetterId, NoticeId, Rows};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        Rows::<inbox_item::Entity>::new()
            .id::<InboxItemId>()
            .of(inbox_item::Column::PersonId)
            .held(),
        Rows::<notice::Entity>::new()
            .id::<NoticeId>()
            .of(notice::Column::PersonId)
            .without(&[notice::Column::Facts], "what others did, in their words")
            .held(),
        Rows::<postbox::Entity>::new()
            .of(postbox::Column::PersonId)
            .without(&[postbox::Column::Secret], "it opens what letters link to")
            .held(),
        Rows::<letter::Entity>::new()
            .id::<LetterId>()
            .of(letter::Column::PersonId)
            .without(
                &[
                    letter::Column::Body,
                    letter::Column::Html,
                    letter::Column::Calendar,
                ],
                "what others wrote; it was sent to them",
            )
            .without(&[letter::Column::Unsubscribe], "it opens a door")
            .held(),
        Rows::<calendar_feed::Entity>::new()
            .id::<FeedId>()
            .of(calendar_feed::Column::PersonId)
            .without(
                &[calendar_feed::Column::TokenHash],
                "what opens something is kept as a hash alone, and given to nobody",
            )
            .held(),
        Rows::<calendar_entry::Entity>::new()
            .of(calendar_entry::Column::PersonId)
            .held(),
    ]
}
