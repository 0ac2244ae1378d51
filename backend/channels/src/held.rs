//! What this capability holds about a person.
use crate::tables::{
    draft, file, mention, post, post_mailed, reaction, reading_span, revision, thread,
    thread_reader,
};
use kernel::{DraftId, FileId, Holds, PostId, RevisionId, Rows, ThreadId, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        nobodys("channel", "rooms of a community").held(),
        Rows::<thread::Entity>::new()
            .id::<ThreadId>()
            .of(thread::Column::AuthorId)
            .others(&[thread::Column::LastAuthorId], "who wrote last there")
            .held(),
        Rows::<post::Entity>::new()
            .id::<PostId>()
            .of(post::Column::AuthorId)
            .others(
                &[post::Column::DeletedBy, post::Column::HiddenBy],
                "what moderators do is told by their log",
            )
            .without(
                &[post::Column::Html],
                "the same words, as a page shows them",
            )
            .without(
                &[post::Column::Nonce, post::Column::Examined],
                "notes of the program on its own work",
            )
            .held(),
        Rows::<revision::Entity>::new()
            .id::<RevisionId>()
            .under::<post::Entity>(
                revision::Column::PostId,
                (post::Column::Id, post::Column::AuthorId),
            )
            .others(&[revision::Column::EditorId], "who changed their post")
            .held(),
        Rows::<reaction::Entity>::new()
            .of(reaction::Column::PersonId)
            .held(),
        Rows::<thread_reader::Entity>::new()
            .of(thread_reader::Column::PersonId)
            .held(),
        Rows::<reading_span::Entity>::new()
            .of(reading_span::Column::PersonId)
            .held(),
        Rows::<post_mailed::Entity>::new()
            .of(post_mailed::Column::PersonId)
            .held(),
        Rows::<mention::Entity>::new()
            .of(mention::Column::PersonId)
            .held(),
        Rows::<draft::Entity>::new()
            .id::<DraftId>()
            .of(draft::Column::PersonId)
            .held(),
        Rows::<file::Entity>::new()
            .id::<FileId>()
            .of(file::Column::UploaderId)
            .held(),
        nobodys(
            "file_text",
            "what a search finds in files; the files themselves are given",
        )
        .held(),
    ]
}
