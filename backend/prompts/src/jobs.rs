//! What prompts do when others tell.
use crate::{PromptAnswered, store};
use async_trait::async_trait;
use channels::PostCreated;
use kernel::{Actor, Event, Fact, Follower, PersonId, PromptId, Result, ThreadId, Tx};
use std::collections::HashMap;

/// Tells that a prompt was answered, wherever the answer was written.
#[derive(Debug, Default)]
pub struct NoticeAnswers;

#[async_trait]
impl Follower for NoticeAnswers {
    const NAME: &'static str = "prompts";

    fn heeds(&self, fact: &Fact) -> bool {
        fact.kind == PostCreated::KIND
    }

    async fn hear(&self, tx: &Tx, facts: &[Fact]) -> Result<()> {
        let posted: Vec<(PersonId, PostCreated)> = facts
            .iter()
            .filter_map(|fact| fact.actor.zip(fact.as_event::<PostCreated>()))
            .filter(|(_, it)| it.parent.is_none())
            .collect();
        if posted.is_empty() {
            return Ok(());
        }
        let threads: Vec<ThreadId> = posted.iter().map(|(_, it)| it.spot.thread).collect();
        let prompts: HashMap<ThreadId, PromptId> = store::prompts_of_threads(&tx.conn(), &threads)
            .await?
            .into_iter()
            .map(|prompt| (prompt.thread_id, prompt.id))
            .collect();
        for (person, it) in posted {
            let Some(prompt) = prompts.get(&it.spot.thread) else {
                continue;
            };
            let fact = PromptAnswered {
                spot: it.spot,
                prompt: *prompt,
                post: it.post,
                person,
            };
            tx.emit(Actor::Person(person), &fact).await?;
        }
        Ok(())
    }
}
