//! Every query on this capability's tables. Reads take a `Conn`, writes take a `Tx`.
mod answers;
mod asking;
mod bulk;
mod channels;
mod drafts;
mod files;
mod ledger;
mod listing;
mod moderated;
mod moving;
mod posts;
mod reactions;
mod reading;
mod standing;
mod threads;

pub use answers::{answered_in, answers_opened_to, answers_visible_to, own_answers, withheld_from};
pub use asking::{AnswersOf, answers_of, asker_of, writer_of};
pub(crate) use asking::{set_accepted, set_duplicate, set_nameless, set_withdrawn};
pub use bulk::{
    PostLine, Rows, openings_as_they_stand, post_count, post_lines, posts_as_they_stand,
    posts_walked, standing_among, thread_posts_as_they_stand, threads_open_among,
};
pub use channels::{
    channel_by_slug, channel_seen, channels_visible_to, slug_is_free, unread_counts,
};
pub use drafts::{draft_of, drafts_of};
pub use files::{
    file_seen, files_by_ids, files_of_posts, files_uploaded_by, said_in_files, share_file,
};
pub use ledger::{exposed_to, note_examined, note_mailed};
pub use listing::{Listing, threads_in, threads_listed};
pub use moderated::{AuthorStanding, QuestionStanding, author_standings, questions_among};
pub(crate) use moving::{merge_threads, set_channel, set_kind, set_parent, split_thread};
pub use posts::{Naming, nonce_twin, post_seen, posts_of_thread, posts_visible_to, revisions_of};
pub use reading::{mentioned_in, readers_of};
pub use threads::{
    ThreadFilter, ThreadsIn, participants_of, thread_seen, threads_visible_to, unanswered_for,
};

pub(crate) use answers::recount_answers;
pub(crate) use bulk::{insert_threads, posts_in_order, set_html};
pub(crate) use channels::{
    insert_channel, next_position, open_channels_of, set_archived, update_channel,
};
pub(crate) use drafts::{delete_draft, upsert_draft};
pub(crate) use files::{
    attach_files, delete_unattached, insert_file, insert_file_text, keep_file_text, set_unreadable,
    unattached_files, unread_count, unread_files,
};
pub(crate) use ledger::{forget_reading, note_reading};
pub(crate) use posts::{
    NewPost, Removal, Showing, insert_mentions, insert_post, insert_revision, set_deleted,
    set_words,
};
pub use reactions::reactors_of;
pub(crate) use reactions::{Wish, toggle_reaction};
pub(crate) use reading::{set_follow, set_read_through, wrote_in};
pub use standing::{HeldPost, held_in};
pub(crate) use standing::{
    is_known_in, set_approved, set_held, set_hidden, waiting_number, waits_in,
};
pub(crate) use threads::{
    grow_thread, insert_thread, recount_replies, set_answer_first, set_locked, set_title,
};
