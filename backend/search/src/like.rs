//! What else was said about the same.
use crate::{Among, Count, Searcher, Thing, Wanted};
use channels::{ThreadKind, ThreadSeen};
use chrono::{DateTime, Utc};
use kernel::{Actor, Conn, First, Result, ThreadId};
use questions::QuestionState;
use std::collections::HashMap;
use std::sync::Arc;

/// As many characters of a title are looked for.
const TYPED_CHARS_MAX: usize = 300;
/// As many hits are looked through: several may be of one conversation.
const HITS: i32 = 50;

impl Searcher {
    /// Conversations in which words like these were said and that the asker may read, the closest first.
    ///
    /// # Errors
    /// `SignInFirst` when nobody asks.
    pub async fn conversations_like(
        &self,
        conn: &Conn<'_>,
        actor: Actor,
        (words, now): (&str, DateTime<Utc>),
    ) -> Result<Vec<Arc<ThreadSeen>>> {
        self.threads_of(conn, actor, (&plain(words), now)).await
    }

    /// Questions in whose title or words something like this is said and that the asker may read, answered
    /// ones first; the index orders the rest.
    ///
    /// # Errors
    /// `SignInFirst` when nobody asks.
    pub async fn questions_like(
        &self,
        conn: &Conn<'_>,
        actor: Actor,
        (title, now): (&str, DateTime<Utc>),
    ) -> Result<Vec<Arc<ThreadSeen>>> {
        // Of other kinds there may be so many that no question would be among the best.
        let query = ["kind:question", &plain(title)].join(" ");
        let mut threads = self.threads_of(conn, actor, (&query, now)).await?;
        threads.retain(|it| it.thread.kind == ThreadKind::Question);
        let ids: Vec<ThreadId> = threads.iter().map(|it| it.thread.id).collect();
        let questions = questions::questions_of(conn, actor, &ids).await?;
        let state = |it: &Arc<ThreadSeen>| Some(questions.get(&it.thread.id)?.state(&it.thread));
        let states: HashMap<ThreadId, QuestionState> = threads
            .iter()
            .filter_map(|it| Some((it.thread.id, state(it)?)))
            .collect();
        threads.sort_by_key(|it| match states.get(&it.thread.id) {
            Some(QuestionState::Verified) => 0,
            Some(QuestionState::Answered) => 1,
            Some(QuestionState::Open) | None => 2,
            Some(QuestionState::Closed) => 3,
        });
        Ok(threads)
    }

    /// The conversations of what is found, each once.
    async fn threads_of(
        &self,
        conn: &Conn<'_>,
        actor: Actor,
        (query, now): (&str, DateTime<Utc>),
    ) -> Result<Vec<Arc<ThreadSeen>>> {
        let wanted = Wanted {
            query,
            community: None,
            since: None,
            among: Among::Posts,
            first: First::parse(HITS)?,
            after: None,
            count: Count::Total,
            now,
        };
        let found = self.search(conn, actor, wanted).await?;
        let mut threads: Vec<Arc<ThreadSeen>> = Vec::new();
        for (_, hit) in found.page.items {
            let Thing::Post(seen) = hit.thing else {
                continue;
            };
            let thread = seen.thread;
            let is_known = threads.iter().any(|it| it.thread.id == thread.thread.id);
            if thread.thread.moved_to.is_none() && !is_known {
                threads.push(thread);
            }
        }
        Ok(threads)
    }
}

/// Plain words: what is typed in a title excludes nothing, and quotes nothing.
fn plain(words: &str) -> String {
    let typed: String = words.chars().take(TYPED_CHARS_MAX).collect();
    typed.replace(['"', '-', '*', '+', ':'], " ")
}
