//! What was asked in the days after a session, and how well it was known.
use super::Teller;
use crate::content::{Known, Place, Spaced, SpacedAnswer, SpacedOne};
use channels::CreatePost;
use chrono::{DateTime, TimeDelta, Utc};
use identity::actor_of;
use kernel::{Actor, CommunityId, Result};
use prompts::{
    AskNext, MarkRecall, Prompt, RecallMark, SpacePrompts, SpacedKind, SpacedQuestionInput,
};

impl Teller<'_> {
    pub(super) async fn questions_came_back(
        &mut self,
        community: CommunityId,
        place: &Place,
    ) -> Result<()> {
        for told in &place.series {
            let asked = self.asked_in_a_series(community, told).await?;
            for (prompt, question) in asked.iter().zip(&told.questions) {
                let (mut posts, mut last) = (1, prompt.posted_at);
                for answer in &question.answers {
                    let at = prompt.posted_at + TimeDelta::hours(answer.hours);
                    self.recalled(prompt, answer, at).await?;
                    (posts, last) = (posts + 1, last.max(at));
                    self.brought.posts += 1;
                }
                self.brought.threads += 1;
                self.brought.posts += 1;
                self.everybody_read_it(prompt.thread_id, (posts, last), place)
                    .await?;
            }
        }
        Ok(())
    }

    /// Those that have come by now.
    async fn asked_in_a_series(
        &self,
        community: CommunityId,
        told: &Spaced,
    ) -> Result<Vec<Prompt>> {
        let by = actor_of(self.someone(&told.by)?);
        let conn = self.tx.conn();
        let held = sessions::session_seen_by_number(&conn, by, (community, told.session)).await?;
        let space = SpacePrompts {
            session: held.session.id,
            channel: self.room(&told.channel)?.channel,
            title: told.title.clone(),
            questions: told.questions.iter().map(as_input).collect(),
            audience: None,
            nonce: format!("demo series {}", told.session),
        };
        let id = self.act(by, held.session.ends_at, space).await?;
        let series = prompts::series_seen(&self.tx.conn(), by, id).await?;
        let moments = series.questions.iter().map(|it| it.asks_at);
        for at in moments.filter(|at| *at <= self.tx.now()) {
            self.act(Actor::System, at, AskNext).await?;
        }
        let series = prompts::series_seen(&self.tx.conn(), by, id).await?;
        let mut asked = Vec::new();
        for id in series.questions.iter().filter_map(|it| it.prompt_id) {
            let seen = prompts::prompt_seen(&self.tx.conn(), by, id).await?;
            asked.push(seen.prompt);
        }
        Ok(asked)
    }

    async fn recalled(
        &self,
        prompt: &Prompt,
        answer: &SpacedAnswer,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let by = actor_of(self.someone(&answer.by)?);
        let write = CreatePost {
            thread: prompt.thread_id,
            parent: None,
            body: answer.body.clone(),
            attachments: Vec::new(),
            nonce: format!("demo {}", prompt.id),
            words: None,
        };
        self.act(by, at, write).await?;
        if let Some(mark) = answer.mark {
            let mark = MarkRecall {
                prompt: prompt.id,
                mark: match mark {
                    Known::Knew => RecallMark::Knew,
                    Known::Partly => RecallMark::Partly,
                    Known::NotYet => RecallMark::NotYet,
                },
            };
            self.act(by, at, mark).await?;
        }
        Ok(())
    }
}

fn as_input(told: &SpacedOne) -> SpacedQuestionInput {
    SpacedQuestionInput {
        kind: match told.expected {
            Some(_) => SpacedKind::Recall,
            None => SpacedKind::Apply,
        },
        title: told.title.clone(),
        body: told.body.clone(),
        expected: told.expected.clone(),
        days: None,
        minutes: Some(5),
    }
}
