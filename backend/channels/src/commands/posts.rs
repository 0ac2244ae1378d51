use super::standing::Writing;
use super::words::{Words, prepared};
use super::{parse_nonce, writer};
use crate::policy::{Edit, PostSeen, Read, ThreadSeen, Write};
use crate::store::{self, NewPost, Showing};
use crate::{Post, PostCreated, PostEdited, PostHeld, Spot};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{
    Actor, Command, Conn, Db, Error, FileId, Permit, PersonId, PostId, Result, ThreadId, Tx,
    optional_line, permit,
};

const FILES_MAX: usize = 10;
pub(super) const REASON_CHARS_MAX: usize = 300;

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

#[async_trait]
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
        let writing = Writing {
            channel: &thread.channel,
            standing: thread.standing,
            tags: &thread.thread.tag_words(),
            number: 2,
            changes: None,
        };
        let (naming, showing) = (thread.naming(), writing.showing(tx, author).await?);
        let number = match showing {
            Showing::AtOnce => store::grow_thread(tx, &thread, author, naming).await?,
            Showing::Later => store::waiting_number(tx, thread.thread.id).await?,
        };
        let new = NewPost {
            id: tx.id(),
            number,
            parent: parent.map(|branch| (branch.post, branch.root_number)),
            body: words.body.clone(),
            html: words.html.clone(),
            file_count: files,
            nonce,
            naming,
            showing,
        };
        let post = store::insert_post(tx, Spot::of_thread(&thread.thread), author, new).await?;
        store::attach_files(tx, post.id, &self.attachments).await?;
        let thread = match showing {
            Showing::AtOnce => {
                store::insert_mentions(tx, post.id, &words.mentions).await?;
                store::wrote_in(tx, &post, author).await?;
                let fact = PostCreated {
                    spot: Spot::of(&post),
                    post: post.id,
                    parent: parent.map(|branch| branch.answered),
                    mentions: words.mentions.clone(),
                };
                tx.emit(actor, &fact).await?;
                thread.into_subject().grown(&post)
            }
            Showing::Later => {
                store::waits_in(tx, &post, thread.last_readable()).await?;
                hold(tx, actor, &post).await?;
                thread.into_subject()
            }
        };
        Ok(PostSeen {
            post,
            thread: thread.into(),
            reacted: Vec::new(),
        })
    }
}

pub(super) async fn hold(tx: &Tx, actor: Actor, post: &Post) -> Result<()> {
    let fact = PostHeld {
        spot: Spot::of(post),
        post: post.id,
    };
    tx.emit(actor, &fact).await
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

#[async_trait]
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
        if !seen.post.is_by(actor) && reason.is_none() {
            return Err(Error::invalid(
                "reason",
                "say why you change what somebody else wrote",
            ));
        }
        if seen.post.body == words.body {
            return Ok(seen.into_subject());
        }

        let showing = self.showing(tx, &seen).await?;
        store::insert_revision(tx, &seen, editor, reason).await?;
        let post = store::set_words(tx, &seen, words, showing).await?;
        if seen.post.held_at != post.held_at {
            hold(tx, actor, &post).await?;
        } else {
            let mentions = added(tx, &post, words).await?;
            let fact = PostEdited {
                spot: Spot::of(&post),
                post: post.id,
                mentions,
            };
            tx.emit(actor, &fact).await?;
        }
        Ok(PostSeen {
            post,
            ..seen.into_subject()
        })
    }
}

impl EditPost {
    /// What its author changes waits as if it were new.
    async fn showing(&self, tx: &Tx, seen: &Permit<Edit, PostSeen>) -> Result<Showing> {
        let Some(author) = seen
            .actor()
            .person()
            .filter(|_| seen.post.is_by(seen.actor()))
        else {
            return Ok(Showing::AtOnce);
        };
        let writing = Writing {
            channel: &seen.thread.channel,
            standing: seen.thread.standing,
            tags: &seen.thread.thread.tag_words(),
            number: seen.post.number,
            changes: Some(seen.post.id),
        };
        writing.showing(tx, author).await
    }
}

/// Whom a changed post speaks to and did not before. What is not shown speaks to nobody.
async fn added(tx: &Tx, post: &Post, words: &Words) -> Result<Vec<PersonId>> {
    if !post.stands() {
        return Ok(Vec::new());
    }
    let known = store::mentioned_in(&tx.conn(), post.id).await?;
    let mentions = words.mentions.iter().copied();
    let mentions: Vec<PersonId> = mentions.filter(|it| !known.contains(it)).collect();
    store::insert_mentions(tx, post.id, &mentions).await?;
    Ok(mentions)
}
