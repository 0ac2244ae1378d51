//! What the platform does by itself as time passes.
use super::tell_of_round;
use crate::balancing::{Cause, balance, fact_of};
use crate::{Feedback, FeedbackNews, FeedbackRound, RoundNews, store};
use async_trait::async_trait;
use kernel::{Actor, Command, FeedbackRoundId, KeepTime, Organisation, Result, Tx, permit};

/// Closes a round whose time is over, and puts right who is asked.
pub(crate) struct KeepRound(pub FeedbackRoundId);

#[async_trait]
impl Command for KeepRound {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let leave = permit::<KeepTime, _>(actor, Organisation)?;
        let row = store::round_row(&tx.conn(), self.0).await?;
        let is_over = row.closes_at.is_some_and(|at| at <= tx.now());
        if is_over && row.closed_at.is_none() && row.cancelled_at.is_none() {
            let row = FeedbackRound {
                closed_at: row.closes_at,
                ..row
            };
            store::update_round(tx, &leave, row.clone()).await?;
            tell_of_round(tx, actor, (&row, RoundNews::Closed)).await?;
        }
        balance(tx, &leave, (self.0, Cause::Around)).await
    }
}

/// Reminds those whose feedback is due soon, once.
pub(crate) struct Remind;

#[async_trait]
impl Command for Remind {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let leave = permit::<KeepTime, _>(actor, Organisation)?;
        let conn = tx.conn();
        for row in store::to_remind(&conn, tx.now()).await? {
            let round = store::round_row(&conn, row.round_id).await?;
            let row = Feedback {
                reminded_at: Some(tx.now()),
                ..row
            };
            store::update_feedback(tx, &leave, row.clone()).await?;
            let fact = fact_of(&round, &row, FeedbackNews::Reminded);
            tx.emit(actor, &fact).await?;
        }
        Ok(())
    }
}
