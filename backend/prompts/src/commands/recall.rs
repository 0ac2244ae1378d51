use crate::policy::Mark;
use crate::{PromptSeen, RecallMark, RecallMarked, SpacedKind, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::Spot;
use kernel::{Actor, Command, Error, PromptId, Result, Tx, permit};

/// Says how well one recalled what a prompt asked, once one has answered; it may be said anew.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "MarkRecallInput")]
pub struct MarkRecall {
    pub prompt: PromptId,
    pub mark: RecallMark,
}

#[async_trait]
impl Command for MarkRecall {
    type Done = PromptId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PromptId> {
        let person = super::asker(actor)?;
        let conn = tx.conn();
        let seen: PromptSeen = store::prompt_seen(&conn, actor, self.prompt).await?;
        let seen = permit::<Mark, _>(actor, seen)?;
        let series = store::series_of_prompts(&conn, actor, &[self.prompt]).await?;
        let asked = series.iter().flat_map(|it| &it.questions);
        let recalls = asked
            .filter(|it| it.prompt_id == Some(self.prompt))
            .any(|it| it.kind == SpacedKind::Recall);
        if !recalls {
            return Err(Error::invalid(
                "prompt",
                "this asks for nothing to be recalled",
            ));
        }
        if !seen.thread.has_answered() {
            return Err(Error::conflict("answer it first"));
        }
        store::set_recall(tx, &seen, (person, self.mark)).await?;
        let fact = RecallMarked {
            spot: Spot {
                community: seen.prompt.community_id,
                channel: seen.prompt.channel_id,
                thread: seen.prompt.thread_id,
            },
            prompt: self.prompt,
            person,
        };
        tx.emit(actor, &fact).await?;
        Ok(self.prompt)
    }
}
