//! What people were asked after a session, and answered.
use super::{Teller, unknown};
use crate::content::{Checking, Place};
use checkins::{AnswerCheckIn, AnswerInput, DefineCheckIn, OpenCheckIn, QuestionInput};
use identity::actor_of;
use kernel::{Actor, CheckInId, CommunityId, First, Result};
use misconceptions::{Shelf, library};

impl Teller<'_> {
    pub(super) async fn people_checked_in(
        &self,
        community: CommunityId,
        place: &Place,
    ) -> Result<()> {
        for asked in &place.check_ins {
            let id = self.checked_in(community, asked).await?;
            let questions = checkins::questions_of(&self.tx.conn(), &[id]).await?;
            let questions = questions.into_values().next();
            let questions = questions.ok_or_else(|| unknown(&asked.title))?;
            for answer in &asked.answers {
                let given = questions.iter().zip(&answer.texts).zip(&answer.choices);
                let answers = given.map(|((question, text), choice)| AnswerInput {
                    question: question.id,
                    text: (!text.is_empty()).then(|| text.clone()),
                    choice: (*choice >= 0).then_some(*choice),
                });
                let send = AnswerCheckIn {
                    check_in: id,
                    answers: answers.collect(),
                };
                let by = actor_of(self.someone(&answer.by)?);
                self.act(by, self.instant(&answer.ago)?, send).await?;
            }
        }
        Ok(())
    }

    async fn checked_in(&self, community: CommunityId, asked: &Checking) -> Result<CheckInId> {
        let at = self.instant(&asked.ago)?;
        let define = DefineCheckIn {
            community,
            session: None,
            title: asked.title.clone(),
            questions: self.questions(community, asked).await?,
            audience: None,
            opens_at: Some(at),
            days_after_session: None,
            rrule: None,
            days_open: Some(asked.days_open),
            nonce: format!("demo {}", kernel::slug(&asked.title)),
        };
        let by = actor_of(self.someone(&asked.by)?);
        let row = self.act(by, at, define).await?;
        self.act(Actor::System, at, OpenCheckIn(row.id)).await?;
        Ok(row.id)
    }

    /// What is asked; of a misconception that was corrected, about that.
    async fn questions(
        &self,
        community: CommunityId,
        asked: &Checking,
    ) -> Result<Vec<QuestionInput>> {
        let mut questions = asked.questions.clone();
        let Some(claim) = &asked.again else {
            return Ok(questions);
        };
        let shelf = Shelf::Community(community, None, None);
        let page = (First::parse(100)?, None);
        let known = library(&self.tx.conn(), Actor::System, &shelf, page).await?;
        let found = known.nodes().find(|seen| seen.record.claim == *claim);
        let found = found.ok_or_else(|| unknown(claim))?.record.id;
        for question in questions.iter_mut().filter(|it| it.mistaken.is_some()) {
            question.misconception = Some(found);
        }
        Ok(questions)
    }
}
