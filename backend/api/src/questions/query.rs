use crate::channels::ThreadObject;
use crate::communities::CommunityObject;
use crate::connection::cost;
use crate::context::Asked;
use ::channels::{ThreadKind, ThreadSeen};
use ::questions::QuestionState;
use ::search::{Count, Wanted};
use async_graphql::{Context, Object};
use kernel::{CommunityId, First, Result, ThreadId, permit};
use std::collections::HashMap;
use std::sync::Arc;

#[derive(Default)]
pub struct QuestionsQuery;

#[Object]
impl QuestionsQuery {
    /// Questions like one that is being asked, of this community and of others that the viewer may read,
    /// answered ones first; nothing below three words.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn similar_questions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Where it is to be asked.")] community: CommunityId,
        #[graphql(desc = "As far as it is typed.")] title: String,
        #[graphql(desc = "1 to 100.")] first: i32,
    ) -> Result<Vec<ThreadObject>> {
        ctx.signed_in()?;
        let place = CommunityObject::find(ctx, community).await?;
        permit::<communities::Read, _>(ctx.actor(), place.0.as_ref().clone())?;
        let first = First::parse(first)?;
        match title.split_whitespace().count() {
            0..=2 => Ok(Vec::new()),
            _ => similar_to(ctx, &title, first).await,
        }
    }
}

/// As many characters of a title are looked for.
const TYPED_CHARS_MAX: usize = 300;
/// As many hits are looked through: several may be of one conversation.
const HITS: i32 = 50;

/// Conversations in which words like these were said, the closest first.
pub async fn conversations_like(ctx: &Context<'_>, words: &str) -> Result<Vec<Arc<ThreadSeen>>> {
    let wanted: String = words.chars().take(TYPED_CHARS_MAX).collect();
    let wanted = Wanted {
        // Plain words: what is typed in a title excludes nothing, and quotes nothing.
        query: &wanted.replace(['"', '-', '*', '+', ':'], " "),
        community: None,
        since: None,
        first: First::parse(HITS)?,
        after: None,
        count: Count::Total,
        now: ctx.app().db.now(),
    };
    let searcher = &ctx.app().searcher;
    let found = searcher.search(&ctx.conn(), ctx.actor(), wanted).await?;
    let mut threads: Vec<Arc<ThreadSeen>> = Vec::new();
    for (_, hit) in found.page.items {
        let thread = hit.seen.thread;
        let is_known = threads.iter().any(|it| it.thread.id == thread.thread.id);
        if thread.thread.moved_to.is_none() && !is_known {
            threads.push(thread);
        }
    }
    Ok(threads)
}

/// Questions in which words like these were said, answered ones first; the index orders the rest.
pub async fn similar_to(ctx: &Context<'_>, title: &str, first: First) -> Result<Vec<ThreadObject>> {
    let mut threads = conversations_like(ctx, title).await?;
    threads.retain(|it| it.thread.kind == ThreadKind::Question);
    let ids: Vec<ThreadId> = threads.iter().map(|it| it.thread.id).collect();
    let questions = ::questions::questions_of(&ctx.conn(), ctx.actor(), &ids).await?;
    let states: HashMap<ThreadId, QuestionState> = threads
        .iter()
        .filter_map(|it| {
            Some((
                it.thread.id,
                questions.get(&it.thread.id)?.state(&it.thread),
            ))
        })
        .collect();
    threads.sort_by_key(|it| match states.get(&it.thread.id) {
        Some(QuestionState::Verified) => 0,
        Some(QuestionState::Answered) => 1,
        Some(QuestionState::Open) | None => 2,
        Some(QuestionState::Closed) => 3,
    });
    threads.truncate(usize::try_from(first.get()).unwrap_or(1));
    Ok(threads.into_iter().map(ThreadObject).collect())
}
