use super::somebody;
use crate::policy::Answer;
use crate::{CorrectionAnswer, CorrectionAnswered, Misconception, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, MisconceptionId, Result, Tx, permit};

/// Says what the viewer makes of a correction that they were told of.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AcknowledgeCorrectionInput")]
pub struct AcknowledgeCorrection {
    pub misconception: MisconceptionId,
    pub answer: CorrectionAnswer,
}

#[async_trait]
impl Command for AcknowledgeCorrection {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let person = somebody(actor)?;
        let seen = store::misconception_seen(&tx.conn(), actor, self.misconception).await?;
        let seen = permit::<Answer, _>(actor, seen)?;
        let before = seen.notice.as_ref().and_then(|notice| notice.answer);
        if before == Some(self.answer) {
            return Ok(seen.into_subject().record);
        }
        store::set_answer(tx, &seen, (person, self.answer)).await?;
        let fact = CorrectionAnswered {
            person,
            misconception: seen.record.id,
            answer: self.answer,
        };
        tx.emit(actor, &fact).await?;
        Ok(seen.into_subject().record)
    }
}
