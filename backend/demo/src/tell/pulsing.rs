//! What many people were asked a few questions about, and answered without their names.
use super::{Teller, unknown};
use crate::content::{Place, Pulsing};
use identity::actor_of;
use kernel::{Actor, CommunityId, PulseId, Result};
use pulses::{
    AnswerInput, AnswerPulse, ClosePulse, DefinePulse, OpenPulse, QuestionKind, ShareResults,
};

impl Teller<'_> {
    pub(super) async fn pulses_were_taken(
        &self,
        community: CommunityId,
        place: &Place,
    ) -> Result<()> {
        for asked in &place.pulses {
            let id = self.pulse_opened(community, asked).await?;
            let questions = pulses::questions_of(&self.tx.conn(), &[id]).await?;
            let questions = questions.into_values().next();
            let questions = questions.ok_or_else(|| unknown(&asked.by))?;
            for answer in &asked.answers {
                let mut steps = answer.steps.iter().copied();
                let answers = questions.iter().map(|question| AnswerInput {
                    question: question.id,
                    choice: match question.kind {
                        QuestionKind::Scale => steps.next(),
                        QuestionKind::Text | QuestionKind::Barriers => None,
                    },
                    barriers: match question.kind {
                        QuestionKind::Barriers => answer.barriers.clone(),
                        QuestionKind::Scale | QuestionKind::Text => Vec::new(),
                    },
                    text: (question.kind == QuestionKind::Text).then(|| answer.text.clone()),
                });
                let send = AnswerPulse {
                    pulse: id,
                    answers: answers.collect(),
                };
                let by = actor_of(self.someone(&answer.by)?);
                self.act(by, self.instant(&answer.ago)?, send).await?;
            }
            if let Some(closed) = &asked.closed {
                let by = actor_of(self.someone(&asked.by)?);
                let at = self.instant(closed)?;
                self.act(by, at, ClosePulse { pulse: id }).await?;
                self.act(by, at, ShareResults { pulse: id }).await?;
            }
        }
        Ok(())
    }

    async fn pulse_opened(&self, community: CommunityId, asked: &Pulsing) -> Result<PulseId> {
        let at = self.instant(&asked.ago)?;
        let by = actor_of(self.someone(&asked.by)?);
        let conn = self.tx.conn();
        let place = (community, asked.session);
        let session = sessions::session_seen_by_number(&conn, by, place).await?;
        let define = DefinePulse {
            community,
            kind: asked.kind,
            session: Some(session.session.id),
            title: asked.title.clone(),
            questions: None,
            audience: None,
            opens_at: Some(at),
            days_after_session: None,
            days_open: Some(asked.days_open),
            follow_ups: None,
            cut: None,
            enough: None,
            ask_at_most: None,
            nonce: format!("demo pulse {} {:?}", asked.session, asked.kind),
        };
        let row = self.act(by, at, define).await?;
        self.act(Actor::System, at, OpenPulse(row.id)).await?;
        Ok(row.id)
    }
}
