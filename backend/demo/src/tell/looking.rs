//! What people handed in, and who looked at it.
use super::{Teller, unknown};
use crate::content::{Given, HandedIn, Looking, Place};
use channels::MarkRead;
use feedback::{
    CreateFeedbackRound, CriterionInput, FeedbackSeen, GiveFeedback, SubmitEvidence,
    feedback_asked_of,
};
use identity::actor_of;
use kernel::{CommunityId, Error, FeedbackId, FeedbackRoundId, Result, ThreadId};

impl Teller<'_> {
    pub(super) async fn people_looked_at_each_others_work(
        &mut self,
        community: CommunityId,
        place: &Place,
    ) -> Result<()> {
        for told in &place.rounds {
            let round = self.opened(community, told).await?;
            let mut threads = Vec::new();
            for evidence in &told.evidence {
                threads.push(self.handed_in(round, evidence).await?);
            }
            for given in &told.given {
                self.gave(round, given).await?;
            }
            for (evidence, thread) in told.evidence.iter().zip(threads) {
                let replies = told.given.iter().filter(|it| it.on == evidence.by);
                self.others_read(place, (evidence, thread, replies.count()))
                    .await?;
            }
            self.brought.threads += told.evidence.len();
            self.brought.posts += told.evidence.len() + told.given.len();
        }
        Ok(())
    }

    async fn opened(&self, community: CommunityId, told: &Looking) -> Result<FeedbackRoundId> {
        let criteria = told.criteria.iter().map(|it| CriterionInput {
            title: it.title.clone(),
            levels: it.levels.clone(),
        });
        let open = CreateFeedbackRound {
            community,
            channel: self.room(&told.room)?.channel,
            session: None,
            objectives: Vec::new(),
            title: told.title.clone(),
            body: told.body.clone(),
            criteria: criteria.collect(),
            each: told.each,
            days: told.days,
            closes_at: None,
            nonce: format!("demo {}", told.ago),
        };
        let by = actor_of(self.someone(&told.by)?);
        let round = self.act(by, self.instant(&told.ago)?, open).await?;
        Ok(round.id)
    }

    async fn handed_in(&self, round: FeedbackRoundId, told: &HandedIn) -> Result<ThreadId> {
        let submit = SubmitEvidence {
            round,
            thread: None,
            title: Some(told.title.clone()),
            body: Some(told.body.trim().to_owned()),
            attachments: Vec::new(),
            nonce: format!("demo evidence {}", told.ago),
            begin: None,
        };
        let by = actor_of(self.someone(&told.by)?);
        let evidence = self.act(by, self.instant(&told.ago)?, submit).await?;
        Ok(evidence.thread_id)
    }

    /// Who handed it in has not come back since.
    async fn others_read(
        &self,
        place: &Place,
        (told, thread, replies): (&HandedIn, ThreadId, usize),
    ) -> Result<()> {
        for member in place.members.iter().filter(|it| it.key != told.by) {
            let read = MarkRead {
                thread,
                through: i32::try_from(replies + 1).map_err(Error::internal)?,
            };
            let person = actor_of(self.someone(&member.key)?);
            self.act(person, self.tx.now(), read).await?;
        }
        Ok(())
    }

    async fn gave(&self, round: FeedbackRoundId, told: &Given) -> Result<()> {
        let give = GiveFeedback {
            feedback: self.asked(round, told).await?,
            marks: told
                .marks
                .iter()
                .map(|it| (*it >= 0).then_some(*it))
                .collect(),
            body: told.body.trim().to_owned(),
            nonce: format!("demo feedback {}", told.ago),
            post: None,
        };
        let by = actor_of(self.someone(&told.by)?);
        self.act(by, self.instant(&told.ago)?, give).await?;
        Ok(())
    }

    /// What they were asked for.
    async fn asked(&self, round: FeedbackRoundId, told: &Given) -> Result<FeedbackId> {
        let (by, on) = (actor_of(self.someone(&told.by)?), self.someone(&told.on)?);
        let asked = feedback_asked_of(&self.tx.conn(), by, &[round]).await?;
        let is_on = |it: &&FeedbackSeen| it.evidence.evidence.person_id == on.id;
        let found = asked.iter().find(is_on);
        found
            .map(|it| it.feedback.id)
            .ok_or_else(|| unknown(&told.on))
    }
}
