//! Giving feedback, marking it anew, and saying that one cannot.
use super::{feedback_with_leave, tell_of_feedback};
use crate::balancing::{Cause, balance};
use crate::policy::{Decline, FeedbackSeen, Give};
use crate::{Feedback, FeedbackNews, FeedbackState, Marks, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::CreatePost;
use kernel::{Actor, Command, Conn, Error, FeedbackId, Permit, Result, Tx};

/// Gives feedback: the words become a reply in the conversation, and the marks stand beside it.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "GiveFeedbackInput")]
pub struct GiveFeedback {
    pub feedback: FeedbackId,
    /// For each criterion the level that was seen, from 0, or null where nothing can be said.
    pub marks: Vec<Option<i32>>,
    /// What helped, and what could be more: Markdown, at most 64 KB.
    pub body: String,
    /// A word of the client's own: sent twice, it is given once.
    pub nonce: String,
    #[graphql(skip)]
    pub post: Option<CreatePost>,
}

#[async_trait]
impl Command for GiveFeedback {
    type Done = Feedback;

    async fn prepare(&mut self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let seen = store::feedback_seen(conn, actor, self.feedback).await?;
        let seen = kernel::permit::<Give, _>(actor, seen)?;
        let mut post = CreatePost {
            thread: seen.evidence.evidence.thread_id,
            parent: None,
            body: self.body.clone(),
            attachments: Vec::new(),
            nonce: self.nonce.clone(),
            words: None,
        };
        post.prepare(conn, actor).await?;
        self.post = Some(post);
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Feedback> {
        let seen = feedback_with_leave::<Give>(tx, actor, self.feedback).await?;
        let before = seen.feedback.post_id;
        if before.is_some() && before == self.twin(tx, actor).await? {
            return Ok(seen.into_subject().feedback);
        }
        match seen.feedback.state() {
            FeedbackState::Asked | FeedbackState::PassedOn => {}
            FeedbackState::Given => {
                return Err(Error::conflict(
                    "you gave this already: change your words where they stand",
                ));
            }
            FeedbackState::Declined => {
                return Err(Error::conflict(
                    "you said that you cannot; somebody else is asked",
                ));
            }
            FeedbackState::Released => return Err(nobody_waits()),
        }
        let marks = Marks::parse(&self.marks, &seen.evidence.round.round.rubric)?;
        let post = self.post.as_ref();
        let post = post.ok_or_else(|| Error::internal("feedback was not prepared"))?;
        let post = post.run(tx, actor).await?.post;
        let row = Feedback {
            given_at: Some(tx.now()),
            marks: Some(marks),
            post_id: Some(post.id),
            ..seen.feedback.clone()
        };
        settle(tx, &seen, (row, FeedbackNews::Given)).await
    }
}

impl GiveFeedback {
    /// The reply that the same request wrote before.
    async fn twin(&self, tx: &Tx, actor: Actor) -> Result<Option<kernel::PostId>> {
        let twin = channels::nonce_twin(&tx.conn(), actor, &self.nonce).await?;
        Ok(twin.map(|it| it.id))
    }
}

fn nobody_waits() -> Error {
    Error::conflict("nobody waits for this any more")
}

/// Writes what one person is asked for, tells of it, and puts right who else is asked.
async fn settle<Action>(
    tx: &Tx,
    seen: &Permit<Action, FeedbackSeen>,
    (row, news): (Feedback, FeedbackNews),
) -> Result<Feedback> {
    store::update_feedback(tx, seen, row.clone()).await?;
    tell_of_feedback(tx, seen.actor(), (&seen.evidence, &row, news)).await?;
    balance(tx, seen, (row.round_id, Cause::Change)).await?;
    Ok(row)
}

/// Marks other levels than before.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MarkFeedbackInput")]
pub struct MarkFeedback {
    pub feedback: FeedbackId,
    /// For each criterion the level that was seen, from 0, or null where nothing can be said.
    pub marks: Vec<Option<i32>>,
}

#[async_trait]
impl Command for MarkFeedback {
    type Done = Feedback;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Feedback> {
        let seen = feedback_with_leave::<Give>(tx, actor, self.feedback).await?;
        if seen.feedback.given_at.is_none() {
            return Err(Error::conflict("this was not given yet"));
        }
        let marks = Marks::parse(&self.marks, &seen.evidence.round.round.rubric)?;
        let row = Feedback {
            marks: Some(marks),
            ..seen.feedback.clone()
        };
        settle(tx, &seen, (row, FeedbackNews::Marked)).await
    }
}

/// Says that one cannot: somebody else is asked at once.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "DeclineFeedbackInput")]
pub struct DeclineFeedback {
    pub feedback: FeedbackId,
}

#[async_trait]
impl Command for DeclineFeedback {
    type Done = Feedback;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Feedback> {
        let seen = feedback_with_leave::<Decline>(tx, actor, self.feedback).await?;
        match seen.feedback.state() {
            FeedbackState::Asked | FeedbackState::PassedOn => {}
            FeedbackState::Declined => return Ok(seen.into_subject().feedback),
            FeedbackState::Given => return Err(Error::conflict("you gave this already")),
            FeedbackState::Released => return Err(nobody_waits()),
        }
        let row = Feedback {
            declined_at: Some(tx.now()),
            ..seen.feedback.clone()
        };
        settle(tx, &seen, (row, FeedbackNews::Declined)).await
    }
}
