use super::publish::withdraw_all;
use super::{parse_reason, steered, step};
use crate::states::{Step, WINDOW_HOURS, window};
use crate::{CorrectionOffered, Misconception, showing, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, MisconceptionId, PostId, Result, Tx};
use std::collections::BTreeMap;

/// Says that what was suspected is wrong indeed.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ConfirmMisconceptionInput")]
pub struct ConfirmMisconception {
    pub misconception: MisconceptionId,
}

#[async_trait]
impl Command for ConfirmMisconception {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let seen = steered(tx, actor, self.misconception).await?;
        let row = seen.record.clone();
        step(tx, &seen, Step::Confirm, (row, None)).await
    }
}

/// Says that it is no misconception.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RejectMisconceptionInput")]
pub struct RejectMisconception {
    pub misconception: MisconceptionId,
    /// Why, at most 300 characters.
    pub reason: String,
}

#[async_trait]
impl Command for RejectMisconception {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let reason = parse_reason(&self.reason)?;
        let seen = steered(tx, actor, self.misconception).await?;
        let row = Misconception {
            window_ends_at: None,
            ..seen.record.clone()
        };
        step(tx, &seen, Step::Reject, (row, Some(reason))).await
    }
}

/// Looks into it again. A correction that was published is taken back meanwhile.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ReopenMisconceptionInput")]
pub struct ReopenMisconception {
    pub misconception: MisconceptionId,
    /// Why, at most 300 characters.
    pub reason: String,
}

#[async_trait]
impl Command for ReopenMisconception {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let reason = parse_reason(&self.reason)?;
        let seen = steered(tx, actor, self.misconception).await?;
        let row = Misconception {
            agreed_by: None,
            agreed_at: None,
            offered_at: None,
            window_ends_at: None,
            published_at: None,
            ..seen.record.clone()
        };
        let row = step(tx, &seen, Step::Reopen, (row, Some(reason))).await?;
        if seen.record.state.is_public() {
            withdraw_all(tx, &seen).await?;
        }
        Ok(row)
    }
}

/// Says that there is nothing more to do. The correction stays where it stands.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CloseMisconceptionInput")]
pub struct CloseMisconception {
    pub misconception: MisconceptionId,
}

#[async_trait]
impl Command for CloseMisconception {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let seen = steered(tx, actor, self.misconception).await?;
        let row = seen.record.clone();
        step(tx, &seen, Step::Close, (row, None)).await
    }
}

/// Tells the authors first: each may revise their post until the window ends.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "OfferToAuthorInput")]
pub struct OfferToAuthor {
    pub misconception: MisconceptionId,
    /// How long they have, 1 to 168 hours.
    #[graphql(default_with = "WINDOW_HOURS")]
    pub hours: i32,
}

#[async_trait]
impl Command for OfferToAuthor {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let ends_at = tx.now() + window(self.hours)?;
        let seen = steered(tx, actor, self.misconception).await?;
        let row = Misconception {
            offered_at: Some(tx.now()),
            window_ends_at: Some(ends_at),
            ..seen.record.clone()
        };
        let row = step(tx, &seen, Step::Offer, (row, None)).await?;
        let passages = store::standing_occurrences(&tx.conn(), row.id).await?;
        let posts: Vec<PostId> = passages.iter().map(|it| it.post_id).collect();
        let posts = channels::posts_as_they_stand(&tx.conn(), &posts).await?;
        // An author of several passages is told once, of the first.
        let mut authors = BTreeMap::new();
        for (post, _) in &posts {
            authors.entry(showing::author(post)).or_insert(post);
        }
        for (person, post) in authors {
            let fact = CorrectionOffered {
                person,
                community: post.community_id,
                thread: post.thread_id,
                post: post.id,
                misconception: row.id,
                until: Some(ends_at),
            };
            tx.emit(actor, &fact).await?;
        }
        Ok(row)
    }
}
