//! What becomes of a post: it is taken away, comes back, and is thanked for.
use super::posts::REASON_CHARS_MAX;
use super::writer;
use crate::policy::PostSeen;
use crate::store::{self, Removal, Wish};
use crate::{PostDeleted, PostRestored, ReactionChanged, ReactionKind, Spot};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Error, PostId, Result, Tx, optional_line, permit};

/// Takes a post away. It can be restored, and the conversation keeps its place.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "DeletePostInput")]
pub struct DeletePost {
    pub post: PostId,
    /// Why, at most 300 characters. Needed when the post is somebody else's.
    pub reason: Option<String>,
}

#[async_trait]
impl Command for DeletePost {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let reason = optional_line(
            "reason",
            self.reason.as_deref().unwrap_or(""),
            REASON_CHARS_MAX,
        )?;
        let seen = permit(actor, store::post_seen(&tx.conn(), actor, self.post).await?)?;
        if !seen.post.is_by(actor) && reason.is_none() {
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

#[async_trait]
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

#[async_trait]
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
