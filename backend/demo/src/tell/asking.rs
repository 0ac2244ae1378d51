//! What was asked without a name, what somebody stands behind, and what was shared.
use super::Teller;
use crate::content::{Asked, Behind, Place, Shared, Tale};
use channels::{CreatePost, MarkRead, Thread};
use chrono::{DateTime, TimeDelta, Utc};
use communities::UpdateCommunity;
use identity::actor_of;
use kernel::{Actor, CommunityId, Result};
use questions::{AskQuestion, ShareResource, TellStory, VerifyAnswer};

impl Teller<'_> {
    pub(super) async fn asked_and_shared(
        &mut self,
        community: CommunityId,
        place: &Place,
    ) -> Result<()> {
        if let Some(hours) = place.promise_hours {
            let promise = UpdateCommunity {
                community,
                name: None,
                purpose: None,
                norms: None,
                zone: None,
                starts_on: None,
                ends_on: None,
                nameless_questions: Some(true),
                answer_promise_hours: Some(hours),
                norms_html: String::new(),
            };
            let founded = self.instant(&place.founded)?;
            self.act(Actor::System, founded, promise).await?;
        }
        for behind in &place.verified {
            self.stood_behind(behind).await?;
        }
        for asked in &place.asked {
            let thread = self.nameless(asked).await?;
            let answered = self.instant(&asked.answered)?;
            self.known_to_all(place, &thread, answered).await?;
            self.brought.threads += 1;
            self.brought.posts += 2;
        }
        for shared in &place.resources {
            let (thread, at) = self.shared(shared).await?;
            self.known_to_all(place, &thread, at).await?;
            self.brought.threads += 1;
            self.brought.posts += 1;
        }
        for tale in &place.stories {
            let (thread, at) = self.tale(tale).await?;
            self.known_to_all(place, &thread, at).await?;
            self.brought.threads += 1;
            self.brought.posts += 1;
        }
        Ok(())
    }

    async fn stood_behind(&self, behind: &Behind) -> Result<()> {
        let told = self.told(&behind.thread)?;
        let Some(post) = told.posts.get(behind.post - 1) else {
            return Err(super::unknown(&behind.thread));
        };
        let at = self.instant(&behind.ago)?;
        let verify = VerifyAnswer {
            post: post.id,
            review_at: Some(at + TimeDelta::days(behind.review_days)),
        };
        let by = actor_of(self.someone(&behind.by)?);
        self.act(by, at, verify).await?;
        Ok(())
    }

    async fn nameless(&self, asked: &Asked) -> Result<Thread> {
        let at = self.instant(&asked.ago)?;
        let ask = AskQuestion {
            channel: self.room(&asked.channel)?.channel,
            title: asked.title.clone(),
            body: self.linked(&asked.body),
            tags: Vec::new(),
            attachments: Vec::new(),
            session: None,
            objectives: Vec::new(),
            nameless: true,
            nonce: format!("demo {}", kernel::slug(&asked.title)),
            begin: None,
        };
        let by = actor_of(self.someone(&asked.by)?);
        let thread = self.act(by, at, ask).await?;
        let answer = CreatePost {
            thread: thread.id,
            parent: None,
            body: asked.answer.trim().to_owned(),
            attachments: Vec::new(),
            nonce: format!("demo answer {}", kernel::slug(&asked.title)),
            words: None,
        };
        let by = actor_of(self.someone(&asked.answered_by)?);
        self.act(by, self.instant(&asked.answered)?, answer).await?;
        Ok(thread)
    }

    async fn shared(&self, shared: &Shared) -> Result<(Thread, DateTime<Utc>)> {
        let at = self.instant(&shared.ago)?;
        let share = ShareResource {
            channel: self.room(&shared.channel)?.channel,
            title: shared.title.clone(),
            url: Some(shared.url.clone()),
            file: None,
            why: shared.why.trim().to_owned(),
            tags: Vec::new(),
            review_at: Some(at + TimeDelta::days(shared.review_days)),
            nonce: format!("demo {}", kernel::slug(&shared.title)),
            begin: None,
        };
        let by = actor_of(self.someone(&shared.by)?);
        Ok((self.act(by, at, share).await?, at))
    }

    async fn tale(&self, tale: &Tale) -> Result<(Thread, DateTime<Utc>)> {
        let at = self.instant(&tale.ago)?;
        let tell = TellStory {
            channel: self.room(&tale.channel)?.channel,
            title: tale.title.clone(),
            situation: tale.situation.clone(),
            used: tale.used.clone(),
            happened: tale.happened.clone(),
            again: tale.again.clone(),
            session: None,
            objectives: Vec::new(),
            nonce: format!("demo {}", kernel::slug(&tale.title)),
            begin: None,
        };
        let by = actor_of(self.someone(&tale.by)?);
        Ok((self.act(by, at, tell).await?, at))
    }

    /// Everybody has read it, so that what waits for them is what waited before.
    async fn known_to_all(&self, place: &Place, thread: &Thread, at: DateTime<Utc>) -> Result<()> {
        for member in &place.members {
            let read = MarkRead {
                thread: thread.id,
                through: i32::MAX,
            };
            let reader = actor_of(self.someone(&member.key)?);
            self.act(reader, at, read).await?;
        }
        Ok(())
    }
}
