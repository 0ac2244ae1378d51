//! Journeys are written and applied, and what was due until now happens when it was due.
use super::{Teller, unknown};
use crate::content::{Answer, Finished, Held, Place, Way};
use ::journeys::{
    Acting, ApplyJourney, CreateTemplate, ItemFilter, Look, Outcome, RunItemNow, items_page,
};
use channels::{CreatePost, MarkRead};
use chrono::{DateTime, TimeDelta, Utc};
use communities::Role;
use identity::actor_of;
use kernel::{Actor, First, JourneyItemId, Permit, Result, SessionId, ThreadId, permit};
use prompts::MarkPreWorkDone;
use std::collections::HashMap;

/// A journey has no more steps.
const ITEMS_MAX: i32 = 50;

/// What was brought so long ago was read by everybody.
const READ_BY_NOW: TimeDelta = TimeDelta::days(2);

/// What a step brought: a conversation with so many posts, or pre-work.
struct Came {
    outcome: Outcome,
    at: DateTime<Utc>,
    posts: i32,
}

/// Something that happened on the way.
enum Moment<'a> {
    Item(JourneyItemId, String),
    Answered(&'a Answer),
    Finished(&'a Finished),
    Held,
}

impl<'a> Teller<'a> {
    pub(super) async fn templates_are_written(&mut self, ways: &'a [Way]) -> Result<()> {
        for way in ways {
            let conn = self.tx.conn();
            let seen = ::sessions::program_seen_by_slug(&conn, Actor::System, &way.program).await?;
            let input = CreateTemplate {
                program: Some(seen.program.id),
                community: None,
                name: way.name.clone(),
                purpose: way.purpose.clone(),
                steps: way.steps.clone(),
                for_each_session: way.for_each_session,
            };
            let create = Acting {
                input,
                actions: self.actions.clone(),
            };
            let at = seen.program.created_at;
            let template = self.act(Actor::System, at, create).await?.template.id;
            self.templates.insert(&way.name, template);
        }
        Ok(())
    }

    /// A session with all that happened around it until now, each thing at its time.
    pub(super) async fn travelled(
        &mut self,
        (session, held): (SessionId, &Held),
        place: &Place,
    ) -> Result<()> {
        let lead = self.lead_of(place)?;
        let mut moments = self.applied((session, held), lead).await?;
        for answer in &held.answers {
            moments.push((self.instant(&answer.ago)?, Moment::Answered(answer)));
        }
        for finished in &held.done {
            moments.push((self.instant(&finished.ago)?, Moment::Finished(finished)));
        }
        if held.day < 0 {
            let seen = ::sessions::session_seen(&self.tx.conn(), Actor::System, session).await?;
            moments.push((seen.session.starts_at, Moment::Held));
        }
        moments.sort_by_key(|(at, _)| *at);
        let mut brought: HashMap<String, Came> = HashMap::new();
        for (at, moment) in moments {
            match moment {
                Moment::Item(item, step) => {
                    let came = self.happened((item, at), lead).await?;
                    brought.insert(step, came);
                }
                Moment::Answered(answer) => self.answered(answer, at, &mut brought).await?,
                Moment::Finished(finished) => self.finished(finished, at, &brought).await?,
                Moment::Held => self.was_held((session, held), place).await?,
            }
        }
        let now = self.tx.now();
        let old = brought.values().filter(|came| came.at < now - READ_BY_NOW);
        for came in old {
            if let Some(thread) = came.outcome.thread {
                let read = (came.posts, came.at + READ_BY_NOW);
                self.everybody_read_it(thread, read, place).await?;
            }
        }
        Ok(())
    }

    pub(super) async fn everybody_read_it(
        &self,
        thread: ThreadId,
        (through, at): (i32, DateTime<Utc>),
        place: &Place,
    ) -> Result<()> {
        for member in &place.members {
            let read = MarkRead { thread, through };
            let person = actor_of(self.someone(&member.key)?);
            self.act(person, at, read).await?;
        }
        Ok(())
    }

    fn lead_of(&self, place: &Place) -> Result<Actor> {
        let mut members = place.members.iter();
        let lead = members.find(|member| member.role == Role::Facilitator);
        let lead = lead.ok_or_else(|| unknown("a facilitator"))?;
        Ok(actor_of(self.someone(&lead.key)?))
    }

    /// Applies the template; returns what was due until now.
    async fn applied(
        &self,
        (session, held): (SessionId, &Held),
        lead: Actor,
    ) -> Result<Vec<(DateTime<Utc>, Moment<'static>)>> {
        let name = held.journey.as_deref().unwrap_or_default();
        let template = self.templates.get(name).ok_or_else(|| unknown(name))?;
        let apply = ApplyJourney {
            template: *template,
            session: Some(session),
            community: None,
            name: None,
        };
        let at = self.instant(held.applied.as_deref().unwrap_or_default())?;
        let journey = self.act(lead, at, apply).await?;
        let journey: Permit<Look, _> = permit(lead, journey)?;
        let page = (First::parse(ITEMS_MAX)?, None);
        let items = items_page(&self.tx.conn(), &journey, ItemFilter::Ahead, page).await?;
        let now = self.tx.now();
        let due = items.items.into_iter().map(|(_, item)| item);
        let due = due.filter(|item| item.due_at <= now);
        Ok(due
            .map(|item| (item.due_at, Moment::Item(item.id, item.step)))
            .collect())
    }

    async fn happened(
        &mut self,
        (item, at): (JourneyItemId, DateTime<Utc>),
        lead: Actor,
    ) -> Result<Came> {
        let run = Acting {
            input: RunItemNow { item },
            actions: self.actions.clone(),
        };
        let done = self.act(lead, at, run).await?;
        let outcome = done.item.outcome.unwrap_or_default();
        if outcome.thread.is_some() {
            self.brought.threads += 1;
            self.brought.posts += 1;
        }
        Ok(Came {
            outcome,
            at,
            posts: 1,
        })
    }

    async fn answered(
        &mut self,
        answer: &Answer,
        at: DateTime<Utc>,
        brought: &mut HashMap<String, Came>,
    ) -> Result<()> {
        let came = brought.get_mut(&answer.step);
        let came = came.ok_or_else(|| unknown(&answer.step))?;
        let thread = came.outcome.thread.ok_or_else(|| unknown(&answer.step))?;
        came.posts += 1;
        let create = CreatePost {
            thread,
            parent: None,
            body: self.linked(&answer.body),
            attachments: Vec::new(),
            nonce: format!("demo {thread}"),
            words: None,
        };
        let author = actor_of(self.someone(&answer.by)?);
        self.act(author, at, create).await?;
        self.brought.posts += 1;
        Ok(())
    }

    async fn finished(
        &self,
        finished: &Finished,
        at: DateTime<Utc>,
        brought: &HashMap<String, Came>,
    ) -> Result<()> {
        let came = brought.get(&finished.step);
        let pre_work = came.and_then(|came| came.outcome.pre_work);
        let pre_work = pre_work.ok_or_else(|| unknown(&finished.step))?;
        for key in &finished.by {
            let done = MarkPreWorkDone {
                pre_work,
                done: true,
            };
            let person = actor_of(self.someone(key)?);
            self.act(person, at, done).await?;
        }
        Ok(())
    }
}
