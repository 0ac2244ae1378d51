//! Asking somebody by name.
use super::{evidence_with_leave, somebody, tell_of_feedback};
use crate::balancing::{Cause, asked, balance};
use crate::policy::Lead;
use crate::{Feedback, FeedbackNews, FeedbackState, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use communities::Role;
use kernel::{Actor, Command, Error, EvidenceId, PersonId, Result, Tx};

/// Asks somebody to look at something, beside those whom the round asks: also oneself.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AskForFeedbackInput")]
pub struct AskForFeedback {
    pub evidence: EvidenceId,
    /// A member who may write there, and did not hand it in.
    pub person: PersonId,
}

#[async_trait]
impl Command for AskForFeedback {
    type Done = Feedback;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Feedback> {
        let lead = somebody(actor)?;
        let seen = evidence_with_leave::<Lead>(tx, actor, self.evidence).await?;
        let round = &seen.round.round;
        if seen.evidence.withdrawn_at.is_some() || round.cancelled_at.is_some() {
            return Err(Error::conflict("this was taken back"));
        }
        self.fits(tx, (seen.evidence.person_id, round.community_id))
            .await?;
        let before = seen.feedback.iter().find(|it| it.person_id == self.person);
        let calendar = communities::calendar_of(&tx.conn(), round.community_id).await?;
        let row = Feedback {
            asked_by: Some(lead),
            ..asked(tx, (round, &calendar), (self.evidence, self.person))
        };
        let row = match before {
            None => {
                store::insert_feedback(tx, &seen, vec![row.clone()]).await?;
                row
            }
            Some(it) if it.state() == FeedbackState::Asked => return Ok(it.clone()),
            Some(it) if it.state() == FeedbackState::Given => {
                return Err(Error::conflict("they looked at it already"));
            }
            Some(it) => {
                let row = Feedback { id: it.id, ..row };
                store::update_feedback(tx, &seen, row.clone()).await?;
                row
            }
        };
        tell_of_feedback(tx, actor, (&seen, &row, FeedbackNews::Asked)).await?;
        balance(tx, &seen, (row.round_id, Cause::Change)).await?;
        Ok(row)
    }
}

impl AskForFeedback {
    async fn fits(
        &self,
        tx: &Tx,
        (author, community): (PersonId, kernel::CommunityId),
    ) -> Result<()> {
        if author == self.person {
            return Err(Error::invalid("person", "they handed this in themselves")
                .hint("ask somebody else"));
        }
        let members = communities::standings(&tx.conn(), community).await?;
        match members.get(&self.person) {
            Some(it) if it.role != Role::Observer && it.muted_until.is_none() => Ok(()),
            Some(_) | None => Err(Error::invalid("person", "they cannot write here")
                .hint("ask somebody who takes part in this community")),
        }
    }
}
