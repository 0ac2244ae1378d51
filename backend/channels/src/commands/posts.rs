use super::words::{Words, prepared};
use super::{parse_nonce, writer};
use crate::policy::{Edit, PostSeen, Read, ThreadSeen, Write};
use crate::store::{self, NewPost, Removal, Wish};
use crate::{
    PostCreated, PostDeleted, PostEdited, PostRestored, ReactionChanged, ReactionKind, Spot,
};
use async_graphql::InputObject;
use kernel::{
    Actor, Command, Conn, Db, Error, FileId, Permit, PersonId, PostId, Result, ThreadId, Tx,
    optional_line, permit,
};

const FILES_MAX: usize = 10;
const REASON_CHARS_MAX: usize = 300;

/// Replies in a conversation.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CreatePostInput")]
pub struct CreatePost {
    pub thread: ThreadId,
    /// The post this answers, when it is not the opening. Replies are one level deep: an answer to a
    /// reply stands beside that reply.
    pub parent: Option<PostId>,
    /// Markdown, at most 64 KB.
    pub body: String,
    /// Files uploaded before, at most 10.
    #[graphql(default)]
    pub attachments: Vec<FileId>,
    /// A word of the client's own: sent twice, the reply is posted once.
    pub nonce: String,
    #[graphql(skip)]
    pub words: Option<Words>,
}

impl Command for CreatePost {
    type Done = PostSeen;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        // Whom an @handle means depends on the community; without one, nothing needs to be asked.
        let community = match self.body.contains('@') {
            true => {
                let thread = store::thread_seen(conn, actor, self.thread).await?;
                let thread = permit::<Read, ThreadSeen>(actor, thread)?;
                Some(thread.thread.community_id)
            }
            false => None,
        };
        self.words = Some(Words::read(conn, actor, community, &self.body).await?);
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let nonce = parse_nonce(&self.nonce)?;
        let words = prepared(self.words.as_ref())?;

        let author = writer(actor)?;
        let thread = permit(
            actor,
            store::thread_seen(&tx.conn(), actor, self.thread).await?,
        )?;
        let parent = match self.parent {
            Some(parent) => Some(branch(tx, &thread, parent).await?),
            None => None,
        };

        let files = own_files(tx, author, &self.attachments).await?;
        let number = store::grow_thread(tx, &thread, author).await?;
        let new = NewPost {
            id: tx.id(),
            number,
            parent: parent.map(|branch| (branch.post, branch.root_number)),
            body: words.body.clone(),
            html: words.html.clone(),
            file_count: files,
            nonce,
        };
        let post = store::insert_post(tx, Spot::of_thread(&thread.thread), author, new).await?;
        store::attach_files(tx, post.id, &self.attachments).await?;
        store::insert_mentions(tx, post.id, &words.mentions).await?;
        store::wrote_in(tx, &post, author).await?;

        let fact = PostCreated {
            spot: Spot::of(&post),
            post: post.id,
            parent: parent.map(|branch| branch.answered),
            mentions: words.mentions.clone(),
        };
        tx.emit(actor, &fact).await?;
        let thread = thread.into_subject().grown(&post);
        Ok(PostSeen {
            post,
            thread: thread.into(),
            reacted: Vec::new(),
        })
    }
}

/// Replies once, however often the same request arrives.
pub async fn create_post(db: &Db, actor: Actor, command: CreatePost) -> Result<PostSeen> {
    let nonce = parse_nonce(&command.nonce)?;
    match db.write(actor, command).await {
        // Whatever refuses the second request, the first may have been done.
        Err(error) => match store::nonce_twin(&db.read(), actor, &nonce).await? {
            Some(twin) => store::post_seen(&db.read(), actor, twin.id).await,
            None => Err(error),
        },
        outcome => outcome,
    }
}

/// Where a reply stands: under which post, whose number begins the branch, and whom it answers.
#[derive(Clone, Copy)]
struct Branch {
    post: PostId,
    root_number: i32,
    answered: PostId,
}

async fn branch(tx: &Tx, thread: &Permit<Write, ThreadSeen>, parent: PostId) -> Result<Branch> {
    let seen = store::post_seen(&tx.conn(), thread.actor(), parent).await?;
    let seen = permit::<Write, PostSeen>(thread.actor(), seen)?;
    if seen.post.thread_id != thread.thread.id {
        return Err(Error::invalid(
            "parent",
            "this post belongs to another conversation",
        ));
    }
    let post = seen.post.parent_id.unwrap_or(seen.post.id);
    Ok(Branch {
        post,
        root_number: seen.post.root_number,
        answered: parent,
    })
}

/// Counts the files to attach, which must be the author's own and attached to nothing.
pub(super) async fn own_files(tx: &Tx, author: PersonId, files: &[FileId]) -> Result<i32> {
    if files.len() > FILES_MAX {
        return Err(Error::invalid(
            "attachments",
            format!("{FILES_MAX} files are the most"),
        ));
    }
    if files.is_empty() {
        return Ok(0);
    }
    let found = store::unattached_files(tx, author, files).await?.len();
    if found != files.len() {
        return Err(
            Error::invalid("attachments", "one of these files is no longer there")
                .hint("upload it again"),
        );
    }
    i32::try_from(found).map_err(Error::internal)
}

/// Changes the words of a post. How it read before stays in its history.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "EditPostInput")]
pub struct EditPost {
    pub post: PostId,
    /// Markdown, at most 64 KB.
    pub body: String,
    /// The revision that was edited. If the post has moved on, the answer is CONFLICT and carries the
    /// words that stand now.
    pub revision: i32,
    /// Why, at most 300 characters. Needed when the post is somebody else's.
    pub reason: Option<String>,
    #[graphql(skip)]
    pub words: Option<Words>,
}

impl Command for EditPost {
    type Done = PostSeen;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let post = store::post_seen(conn, actor, self.post).await?;
        let post = permit::<Read, PostSeen>(actor, post)?;
        let community = Some(post.post.community_id);
        self.words = Some(Words::read(conn, actor, community, &self.body).await?);
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let reason = optional_line(
            "reason",
            self.reason.as_deref().unwrap_or(""),
            REASON_CHARS_MAX,
        )?;
        let words = prepared(self.words.as_ref())?;

        let editor = writer(actor)?;
        let seen = permit::<Edit, _>(actor, store::post_seen(&tx.conn(), actor, self.post).await?)?;
        if seen.post.revision != self.revision {
            return Err(Error::Conflict {
                message: "somebody changed this post meanwhile; both texts are kept".into(),
                current: Some(serde_json::json!({
                    "body": seen.post.body, "revision": seen.post.revision,
                })),
            });
        }
        if seen.post.author_id != editor && reason.is_none() {
            return Err(Error::invalid(
                "reason",
                "say why you change what somebody else wrote",
            ));
        }
        if seen.post.body == words.body {
            return Ok(seen.into_subject());
        }

        let known = store::mentioned_in(&tx.conn(), seen.post.id).await?;
        let mentions: Vec<PersonId> = words
            .mentions
            .iter()
            .copied()
            .filter(|person| !known.contains(person))
            .collect();
        store::insert_revision(tx, &seen, editor, reason).await?;
        store::insert_mentions(tx, seen.post.id, &mentions).await?;
        let post = store::set_words(tx, &seen, words.body.clone(), words.html.clone()).await?;
        let fact = PostEdited {
            spot: Spot::of(&post),
            post: post.id,
            mentions,
        };
        tx.emit(actor, &fact).await?;
        Ok(PostSeen {
            post,
            ..seen.into_subject()
        })
    }
}

/// Takes a post away. It can be restored, and the conversation keeps its place.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "DeletePostInput")]
pub struct DeletePost {
    pub post: PostId,
    /// Why, at most 300 characters. Needed when the post is somebody else's.
    pub reason: Option<String>,
}

impl Command for DeletePost {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let reason = optional_line(
            "reason",
            self.reason.as_deref().unwrap_or(""),
            REASON_CHARS_MAX,
        )?;
        let seen = permit(actor, store::post_seen(&tx.conn(), actor, self.post).await?)?;
        if actor.person() != Some(seen.post.author_id) && reason.is_none() {
            return Err(Error::invalid(
                "reason",
                "say why you delete what somebody else wrote",
            ));
        }
        let post = store::set_deleted(tx, Removal::Take(&seen)).await?;
        let fact = PostDeleted {
            spot: Spot::of(&post),
            post: post.id,
            reason,
        };
        tx.emit(actor, &fact).await?;
        Ok(PostSeen {
            post,
            ..seen.into_subject()
        })
    }
}

/// Brings a deleted post back.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RestorePostInput")]
pub struct RestorePost {
    pub post: PostId,
}

impl Command for RestorePost {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let seen = permit(actor, store::post_seen(&tx.conn(), actor, self.post).await?)?;
        let post = store::set_deleted(tx, Removal::Return(&seen)).await?;
        tx.emit(
            actor,
            &PostRestored {
                spot: Spot::of(&post),
                post: post.id,
            },
        )
        .await?;
        Ok(PostSeen {
            post,
            ..seen.into_subject()
        })
    }
}

/// Says that a post was helpful, was used, or is thanked for; or takes that back.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ReactInput")]
pub struct React {
    pub post: PostId,
    pub kind: ReactionKind,
    /// True to say it, false to take it back.
    pub on: bool,
}

impl Command for React {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let person = writer(actor)?;
        let seen = permit(actor, store::post_seen(&tx.conn(), actor, self.post).await?)?;
        let wish = if self.on { Wish::On } else { Wish::Off };
        let Some(post) = store::toggle_reaction(tx, &seen, person, (self.kind, wish)).await? else {
            return Ok(seen.into_subject()); // it already is as wished
        };
        tx.emit(
            actor,
            &ReactionChanged {
                spot: Spot::of(&post),
                post: post.id,
            },
        )
        .await?;
        let mut reacted: Vec<ReactionKind> = seen
            .reacted
            .iter()
            .copied()
            .filter(|kind| *kind != self.kind)
            .collect();
        reacted.extend(self.on.then_some(self.kind));
        Ok(PostSeen {
            post,
            reacted,
            ..seen.into_subject()
        })
    }
}
