//! What moderators do with posts: withhold their words, show them again, and let out what waited.
//!
//! These are parts of larger decisions, made in the transaction of who decides.
use crate::meant::linked;
use crate::policy::{LookedAt, Moderate, PostSeen, looked_at};
use crate::store::{self, Showing};
use crate::{
    Channel, Post, PostCreated, PostEdited, PostHeld, PostHidden, PostShown, Spot, ThreadChanged,
    ThreadCreated,
};
use async_trait::async_trait;
use communities::Standing;
use kernel::{Actor, Command, Error, Permit, PersonId, PostId, Result, Tx, line, permit};

const REASON_CHARS_MAX: usize = 300;

/// What is about to be written, and where.
pub(super) struct Writing<'a> {
    pub channel: &'a Channel,
    pub standing: Option<Standing>,
    pub tags: &'a [String],
    /// 1 for what opens a conversation.
    pub number: i32,
    /// The post that is changed, when it is not new.
    pub changes: Option<PostId>,
}

impl Writing<'_> {
    /// When others read it.
    pub async fn showing(&self, tx: &Tx, author: PersonId) -> Result<Showing> {
        let place = (self.channel, self.standing);
        let community = self.channel.community_id;
        Ok(match looked_at(place, self.tags, self.number) {
            LookedAt::No => Showing::AtOnce,
            LookedAt::Yes => Showing::Later,
            LookedAt::IfFirst => {
                match store::is_known_in(tx, community, author, self.changes).await? {
                    true => Showing::AtOnce,
                    false => Showing::Later,
                }
            }
        })
    }
}

async fn moderated(tx: &Tx, actor: Actor, post: PostId) -> Result<Permit<Moderate, PostSeen>> {
    permit(actor, store::post_seen(&tx.conn(), actor, post).await?)
}

/// Withholds the words of a post from all but its author and who moderates; its place stays.
#[derive(Clone, Debug)]
pub struct HidePost {
    pub post: PostId,
    /// What others read in its place, 1 to 300 characters.
    pub reason: String,
}

#[async_trait]
impl Command for HidePost {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let reason = line("reason", &self.reason, REASON_CHARS_MAX)?;
        let seen = moderated(tx, actor, self.post).await?;
        if seen.post.hidden_at.is_some() {
            return Err(Error::conflict("this post is hidden already"));
        }
        let post = store::set_hidden(tx, &seen, Some(reason.clone())).await?;
        let fact = PostHidden {
            spot: Spot::of(&post),
            post: post.id,
            reason,
        };
        tx.emit(actor, &fact).await?;
        title_changed(tx, actor, &post).await?;
        Ok(PostSeen {
            post,
            ..seen.into_subject()
        })
    }
}

/// With its opening a conversation is called otherwise.
async fn title_changed(tx: &Tx, actor: Actor, post: &Post) -> Result<()> {
    if post.number != 1 {
        return Ok(());
    }
    let spot = Spot::of(post);
    tx.emit(actor, &ThreadChanged { spot }).await
}

/// Shows the words of a hidden post again.
#[derive(Clone, Debug)]
pub struct ShowPost {
    pub post: PostId,
}

#[async_trait]
impl Command for ShowPost {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let seen = moderated(tx, actor, self.post).await?;
        if seen.post.hidden_at.is_none() {
            return Err(Error::conflict("this post is not hidden"));
        }
        let post = store::set_hidden(tx, &seen, None).await?;
        let (spot, id) = (Spot::of(&post), post.id);
        tx.emit(actor, &PostShown { spot, post: id }).await?;
        title_changed(tx, actor, &post).await?;
        if post.stands() {
            let mentions = spoken_to(tx, &post).await?;
            if !mentions.is_empty() {
                let fact = PostEdited {
                    spot,
                    post: id,
                    mentions,
                };
                tx.emit(by_author(&post), &fact).await?;
            }
        }
        Ok(PostSeen {
            post,
            ..seen.into_subject()
        })
    }
}

/// Lets out a post that waited.
#[derive(Clone, Debug)]
pub struct ApprovePost {
    pub post: PostId,
}

#[async_trait]
impl Command for ApprovePost {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let seen = moderated(tx, actor, self.post).await?;
        if seen.post.held_at.is_none() {
            return Err(Error::conflict("this post does not wait any more"));
        }
        let post = store::set_approved(tx, &seen).await?;
        let mentions = match post.stands() {
            true => spoken_to(tx, &post).await?,
            false => Vec::new(),
        };
        tell(tx, &seen, &post, mentions).await?;
        // The conversation may have grown by it.
        store::post_seen(&tx.conn(), actor, post.id).await
    }
}

/// Lets a post wait again that was let out too early. Its place stays.
#[derive(Clone, Debug)]
pub struct HoldPost {
    pub post: PostId,
}

#[async_trait]
impl Command for HoldPost {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let seen = moderated(tx, actor, self.post).await?;
        if seen.post.held_at.is_some() {
            return Err(Error::conflict("this post waits already"));
        }
        let post = store::set_held(tx, &seen).await?;
        let fact = PostHeld {
            spot: Spot::of(&post),
            post: post.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(PostSeen {
            post,
            ..seen.into_subject()
        })
    }
}

/// Others hear of it as if it had been written now, by who wrote it.
async fn tell(tx: &Tx, before: &PostSeen, post: &Post, mentions: Vec<PersonId>) -> Result<()> {
    let (spot, author, id) = (Spot::of(post), by_author(post), post.id);
    match (before.post.published, post.number) {
        (true, _) => {
            let fact = PostEdited {
                spot,
                post: id,
                mentions,
            };
            tx.emit(author, &fact).await
        }
        (false, 1) => {
            let fact = ThreadCreated {
                spot,
                post: id,
                mentions,
            };
            tx.emit(author, &fact).await
        }
        (false, _) => {
            let fact = PostCreated {
                spot,
                post: id,
                parent: post.parent_id,
                mentions,
            };
            tx.emit(author, &fact).await
        }
    }
}

fn by_author(post: &Post) -> Actor {
    Actor::Person(post.author_id.id())
}

/// Whom a post speaks to that nobody has told so yet: what is not shown speaks to nobody.
async fn spoken_to(tx: &Tx, post: &Post) -> Result<Vec<PersonId>> {
    let known = store::mentioned_in(&tx.conn(), post.id).await?;
    let mut mentions = linked(&post.html);
    mentions.retain(|person| !known.contains(person) && *person != post.author_id.id());
    store::insert_mentions(tx, post.id, &mentions).await?;
    Ok(mentions)
}
