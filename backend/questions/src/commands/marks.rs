//! What helped, what somebody stands behind, and what does not hold any more.
use super::{REASON_CHARS_MAX, writer};
use crate::policy::Verify;
use crate::store;
use crate::{AnswerHelped, Review, StandingChanged};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::{AcceptPost, Ask, PostSeen, Spot, ThreadKind, ThreadSeen};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, Command, Error, Permit, PersonId, PostId, Result, Tx, line, optional_line, permit,
};
use serde::{Deserialize, Serialize};

/// Says that an answer helped the viewer, who asked; or takes that back.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MarkHelpedInput")]
pub struct MarkHelped {
    pub post: PostId,
    /// True to say it, false to take it back.
    pub on: bool,
}

#[async_trait]
impl Command for MarkHelped {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let seen = channels::post_seen(&tx.conn(), actor, self.post).await?;
        let seen = permit::<channels::Read, _>(actor, seen)?;
        let asked = permit::<Ask, _>(actor, ThreadSeen::clone(&seen.thread))?;
        if seen.post.number == 1 || !seen.post.stands() {
            return Err(Error::invalid("post", "this is no answer"));
        }
        let accepted = asked.thread.accepted_post_id;
        let wanted = match self.on {
            true => Some(self.post),
            false => accepted.filter(|post| *post != self.post),
        };
        if accepted != wanted {
            let accept = AcceptPost {
                thread: asked.thread.id,
                post: wanted,
            };
            accept.run(tx, actor).await?;
            store::set_helped(tx, &asked, wanted.map(|_| tx.now())).await?;
        }
        if wanted.is_some() && accepted != wanted {
            let spot = Spot::of(&seen.post);
            let post = self.post;
            tx.emit(actor, &AnswerHelped { spot, post }).await?;
        }
        channels::post_seen(&tx.conn(), actor, self.post).await
    }
}

async fn known(tx: &Tx, actor: Actor, post: PostId) -> Result<Permit<Verify, PostSeen>> {
    let seen = channels::post_seen(&tx.conn(), actor, post).await?;
    permit::<Verify, _>(actor, seen)
}

/// What is known of a post, which may be nothing yet.
async fn review_of(tx: &Tx, seen: &PostSeen) -> Result<Review> {
    let found = store::review_of(&tx.conn(), seen.post.id).await?;
    Ok(found.unwrap_or(Review {
        post_id: seen.post.id,
        thread_id: seen.post.thread_id,
        community_id: seen.post.community_id,
        verified_by: None,
        verified_at: None,
        review_at: None,
        obsolete_at: None,
        obsolete_reason: None,
    }))
}

/// Writes down and tells what is known of a post now.
async fn keep(tx: &Tx, seen: Permit<Verify, PostSeen>, row: Review) -> Result<PostSeen> {
    let fact = StandingChanged {
        spot: Spot::of(&seen.post),
        post: seen.post.id,
        is_verified: row.verified_at.is_some(),
    };
    store::keep_review(tx, &seen, row).await?;
    tx.emit(seen.actor(), &fact).await?;
    Ok(seen.into_subject())
}

/// A day to look again must come.
fn parse_review(tx: &Tx, at: Option<DateTime<Utc>>) -> Result<Option<DateTime<Utc>>> {
    match at {
        Some(at) if at <= tx.now() => {
            Err(Error::invalid("reviewAt", "this day has passed").hint("choose a later one"))
        }
        at => Ok(at),
    }
}

/// Stands behind an answer, with the viewer's name.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "VerifyAnswerInput")]
pub struct VerifyAnswer {
    pub post: PostId,
    /// When somebody should look whether it still holds.
    pub review_at: Option<DateTime<Utc>>,
}

#[async_trait]
impl Command for VerifyAnswer {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let review_at = parse_review(tx, self.review_at)?;
        let by = writer(actor)?;
        let seen = known(tx, actor, self.post).await?;
        if seen.post.number == 1 || seen.thread.thread.kind != ThreadKind::Question {
            return Err(Error::invalid(
                "post",
                "only answers to questions are verified",
            ));
        }
        let row = Review {
            verified_by: Some(by),
            verified_at: Some(tx.now()),
            review_at,
            obsolete_at: None,
            obsolete_reason: None,
            ..review_of(tx, &seen).await?
        };
        keep(tx, seen, row).await
    }
}

/// Stands behind an answer no longer.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UnverifyAnswerInput")]
pub struct UnverifyAnswer {
    pub post: PostId,
    /// Why, at most 300 characters.
    pub reason: Option<String>,
}

#[async_trait]
impl Command for UnverifyAnswer {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let reason = self.reason.as_deref().unwrap_or("");
        optional_line("reason", reason, REASON_CHARS_MAX)?;
        let seen = known(tx, actor, self.post).await?;
        let row = review_of(tx, &seen).await?;
        if row.verified_at.is_none() {
            return Err(Error::conflict("nobody stands behind this any more"));
        }
        let row = Review {
            verified_by: None,
            verified_at: None,
            review_at: None,
            ..row
        };
        keep(tx, seen, row).await
    }
}

/// Who stood behind an answer, since when, and whether it still held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    by: Option<PersonId>,
    at: Option<DateTime<Utc>>,
    review_at: Option<DateTime<Utc>>,
    obsolete_at: Option<DateTime<Utc>>,
    obsolete_reason: Option<String>,
}

impl From<&Review> for Verification {
    fn from(row: &Review) -> Self {
        Self {
            by: row.verified_by,
            at: row.verified_at,
            review_at: row.review_at,
            obsolete_at: row.obsolete_at,
            obsolete_reason: row.obsolete_reason.clone(),
        }
    }
}

/// Takes a verification back: what stood before it stands again.
pub struct TakeBackVerification {
    pub post: PostId,
    /// When it was verified. Whoever verified it since stands behind it still.
    pub verified_at: DateTime<Utc>,
    pub before: Option<Verification>,
}

#[async_trait]
impl Command for TakeBackVerification {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let seen = known(tx, actor, self.post).await?;
        let row = review_of(tx, &seen).await?;
        match row.verified_at {
            None => return Err(Error::conflict("nobody stands behind this any more")),
            Some(at) if at != self.verified_at => {
                return Err(Error::conflict("somebody verified this again meanwhile"));
            }
            Some(_) => {}
        }
        let before = self.before.clone();
        let row = match before {
            Some(before) => Review {
                verified_by: before.by,
                verified_at: before.at,
                review_at: before.review_at,
                obsolete_at: before.obsolete_at,
                obsolete_reason: before.obsolete_reason,
                ..row
            },
            None => Review {
                verified_by: None,
                verified_at: None,
                review_at: None,
                ..row
            },
        };
        keep(tx, seen, row).await
    }
}

/// Says that a verified answer or a resource still holds.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "StillTrueInput")]
pub struct StillTrue {
    pub post: PostId,
    /// When somebody should look again.
    pub review_at: Option<DateTime<Utc>>,
}

#[async_trait]
impl Command for StillTrue {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let review_at = parse_review(tx, self.review_at)?;
        let seen = known(tx, actor, self.post).await?;
        let row = reviewed(tx, &seen).await?;
        let row = Review {
            review_at,
            obsolete_at: None,
            obsolete_reason: None,
            ..row
        };
        keep(tx, seen, row).await
    }
}

/// Says that a verified answer or a resource does not hold any more, or does after all.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MarkObsoleteInput")]
pub struct MarkObsolete {
    pub post: PostId,
    /// True to say it, false to take it back.
    pub on: bool,
    /// Why, 1 to 300 characters; needed to say it.
    pub reason: Option<String>,
}

#[async_trait]
impl Command for MarkObsolete {
    type Done = PostSeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PostSeen> {
        let reason = match self.on {
            true => {
                let reason = self.reason.as_deref().unwrap_or("");
                Some(line("reason", reason, REASON_CHARS_MAX)?)
            }
            false => None,
        };
        let seen = known(tx, actor, self.post).await?;
        let row = Review {
            obsolete_at: self.on.then_some(tx.now()),
            obsolete_reason: reason,
            ..reviewed(tx, &seen).await?
        };
        keep(tx, seen, row).await
    }
}

/// What is known of a post of which something is known.
async fn reviewed(tx: &Tx, seen: &PostSeen) -> Result<Review> {
    let found = store::review_of(&tx.conn(), seen.post.id).await?;
    found.ok_or_else(|| Error::invalid("post", "this is neither a verified answer nor a resource"))
}
