//! Channels: the rooms of a community, and what is said in them.
//!
//! Invariants:
//! - a conversation has a title, and a post belongs to one conversation for ever;
//! - replies are one level deep;
//! - a post is rendered once, when it is written, and can be rendered again from its body: whom it
//!   mentions was settled then;
//! - nothing is erased by deleting: it is withheld, and can be restored;
//! - who wrote something is asked of a byline, which has no name for what was written without one;
//! - what waits for a moderator moves nothing and is told to nobody until it is let out;
//! - a conversation that went elsewhere still answers, and says where;
//! - where an answer is asked for first, who has not answered reads no answer of others;
//! - what a person may not see is answered like what does not exist.
mod author;
mod commands;
mod diff;
mod events;
mod files;
mod held;
mod jobs;
mod meant;
mod policy;
mod scope;
mod store;
mod tables;

pub use author::Author;
pub use commands::{
    AcceptPost, Answers, ApprovePost, ArchiveChannel, AskFirst, BeginPrompt, BeginThread,
    BringInThreads, CloseAsDuplicate, ConvertPost, ConvertThread, CreateChannel, CreatePost,
    CreateThread, DeletePost, DiscardDraft, EditPost, EditThread, FollowThread, HidePost, HoldPost,
    JoinThreads, LockThread, MakeNameless, MarkRead, MarkUnread, MoveThread, PartThread,
    PostBroughtIn, PostPlace, React as ReactToPost, RenderPosts, Rendering, ReopenQuestion,
    RestorePost, SaveDraft, ShowPost, SweepReading, SweepUnattached, ThreadBroughtInHere,
    UpdateChannel, WithdrawQuestion, copy_channels, create_post, create_thread, preview,
};
pub use diff::{Chunk, ChunkKind, diff};
pub use events::{
    ChannelChanged, DraftChanged, FileRead, FileUploaded, FollowChanged, PostCreated, PostDeleted,
    PostEdited, PostHeld, PostHidden, PostRestored, PostShown, PostsMoved, ReactionChanged,
    ReadMoved, Spot, ThreadBroughtIn, ThreadChanged, ThreadCreated, ThreadMerged,
};
pub use files::{Examined, FILE_BYTES_MAX, Files, ReadsFiles};
pub use held::held;
pub use jobs::{ReadFiles, ReadUnread};
pub use policy::{
    Ask, ChannelSeen, Delete, Edit, FileSeen, Moderate, PostSeen, React, Read, ReadWords, Restore,
    Reveal, ThreadSeen, Write,
};
pub use scope::post_readable_by;
pub use store::{
    AnswersOf, AuthorStanding, HeldPost, Listing, Naming, PostLine, QuestionStanding, ThreadFilter,
    ThreadsIn, answered_in, answers_of, answers_opened_to, answers_visible_to, asker_of,
    author_standings, channel_by_slug, channel_seen, channels_visible_to, draft_of, drafts_of,
    exposed_to, file_seen, files_by_ids, files_of_posts, files_uploaded_by, held_in, nonce_twin,
    note_examined, note_mailed, openings_as_they_stand, own_answers, participants_of, post_count,
    post_lines, post_seen, posts_as_they_stand, posts_of_thread, posts_visible_to, posts_walked,
    questions_among, reactors_of, readers_of, revisions_of, said_in_files, share_file,
    standing_among, thread_posts_as_they_stand, thread_seen, threads_in, threads_listed,
    threads_open_among, threads_visible_to, unanswered_for, unread_counts, withheld_from,
    writer_of,
};
pub use tables::{
    Channel, ChannelKind, Draft, File, Follow, Post, Premoderation, ReactionKind, Revision, Thread,
    ThreadKind, ThreadReader, Unreadable,
};

impl ThreadSeen {
    /// How far the asker read. Whoever never opened a conversation has read it up to where it stood
    /// when they joined: nobody is late for what was said before they came.
    pub fn read_through(&self) -> i32 {
        match (&self.reader, self.standing) {
            (Some(reader), _) => reader.read_through,
            (None, Some(standing)) if self.thread.last_post_at < standing.since => {
                self.thread.last_number
            }
            (None, _) => 0,
        }
    }

    /// The thread after its reader wrote `post` in it: read to the end.
    fn grown(self, post: &Post) -> Self {
        let follow = match self.reader.as_ref().map(|reader| reader.follow) {
            Some(Follow::Muted) => Follow::Muted,
            Some(Follow::Following | Follow::Normal) | None => Follow::Following,
        };
        let reader = ThreadReader {
            thread_id: post.thread_id,
            person_id: post.author_id.id(),
            read_through: post.number,
            follow,
            answers: self.reader.as_ref().map_or(0, |reader| reader.answers) + 1,
            nameless: post.nameless,
            updated_at: post.created_at,
        };
        let thread = Thread {
            last_number: post.number,
            reply_count: self.thread.reply_count + 1,
            last_post_at: post.created_at,
            last_author_id: post.author_id,
            last_nameless: post.nameless,
            ..self.thread
        };
        Self {
            thread,
            reader: Some(reader),
            ..self
        }
    }

    /// Whether the asker takes part in it without their name.
    pub fn naming(&self) -> Naming {
        match self.reader.as_ref().is_some_and(|reader| reader.nameless) {
            true => Naming::Without,
            false => Naming::With,
        }
    }

    /// How many numbers come after what the asker read; none where they want to hear nothing.
    pub fn unread_count(&self) -> i32 {
        match self.reader.as_ref().map(|reader| reader.follow) {
            Some(Follow::Muted) => 0,
            Some(Follow::Following | Follow::Normal) | None => {
                (self.last_readable() - self.read_through()).max(0)
            }
        }
    }

    /// Whether something that the asker wrote stands in it, the opening aside.
    pub fn has_answered(&self) -> bool {
        self.reader
            .as_ref()
            .is_some_and(|reader| reader.answers > 0)
    }

    /// The number of the newest post that the asker may read.
    pub(crate) fn last_readable(&self) -> i32 {
        match self.withholds() {
            true => 1,
            false => self.thread.last_number,
        }
    }
}
