//! What is known of posts beside what they say: who stands behind them, what was corrected, which session
//! they belong to.
use channels::{Post, Thread, ThreadKind};
use kernel::{Actor, Conn, PostId, Result, SessionId, ThreadId};
use questions::Review;
use search_index::Attached;
use std::collections::{BTreeSet, HashMap, HashSet};

#[derive(Debug, Default)]
pub(crate) struct Known {
    pub reviews: HashMap<PostId, Review>,
    pub corrected: HashSet<PostId>,
    files: HashMap<PostId, Vec<Attached>>,
    sessions: HashMap<ThreadId, BTreeSet<SessionId>>,
    /// Questions that somebody beside who asked has answered.
    answered: HashSet<ThreadId>,
}

impl Known {
    /// Of these posts, in a few statements for all of them.
    pub async fn of(conn: &Conn<'_>, posts: &[(Post, Option<Thread>)]) -> Result<Self> {
        let ids: Vec<PostId> = posts.iter().map(|(post, _)| post.id).collect();
        let mut known = Self {
            reviews: questions::reviews_of(conn, &ids).await?,
            ..Self::default()
        };
        let examined = posts.iter().filter(|(post, _)| post.examined);
        let examined: Vec<PostId> = examined.map(|(post, _)| post.id).collect();
        if !examined.is_empty() {
            let corrected = misconceptions::corrected_posts(conn, &examined).await?;
            known.corrected = corrected.iter().map(|(it, _)| it.post_id).collect();
        }
        let filed = posts.iter().filter(|(post, _)| post.file_count > 0);
        let filed: Vec<PostId> = filed.map(|(post, _)| post.id).collect();
        if !filed.is_empty() {
            for (post, name, text) in channels::said_in_files(conn, &filed).await? {
                let files = known.files.entry(post).or_default();
                files.push(Attached { name, text });
            }
        }
        known.hear_of_questions(conn, posts).await?;
        known.hear_of_sessions(conn, posts).await?;
        Ok(known)
    }

    async fn hear_of_questions(
        &mut self,
        conn: &Conn<'_>,
        posts: &[(Post, Option<Thread>)],
    ) -> Result<()> {
        let asked = threads_of(posts, ThreadKind::Question);
        if asked.is_empty() {
            return Ok(());
        }
        for (thread, seen) in questions::questions_of(conn, Actor::System, &asked).await? {
            let sessions = [seen.session, seen.parked_on].into_iter().flatten();
            self.sessions.entry(thread).or_default().extend(sessions);
            if seen.answers.is_some() {
                self.answered.insert(thread);
            }
        }
        Ok(())
    }

    async fn hear_of_sessions(
        &mut self,
        conn: &Conn<'_>,
        posts: &[(Post, Option<Thread>)],
    ) -> Result<()> {
        let prompts = threads_of(posts, ThreadKind::Prompt);
        if !prompts.is_empty() {
            for prompt in prompts::prompts_of_threads(conn, &prompts).await? {
                let sessions = self.sessions.entry(prompt.thread_id).or_default();
                sessions.extend(prompt.session_id);
            }
        }
        let stories = threads_of(posts, ThreadKind::Story);
        if !stories.is_empty() {
            for (thread, story) in questions::stories_of(conn, &stories).await? {
                self.sessions
                    .entry(thread)
                    .or_default()
                    .extend(story.session_id);
            }
        }
        Ok(())
    }

    pub fn files_of(&self, post: PostId) -> Vec<Attached> {
        self.files.get(&post).cloned().unwrap_or_default()
    }

    pub fn sessions_of(&self, thread: ThreadId) -> Vec<String> {
        let sessions = self.sessions.get(&thread).into_iter().flatten();
        sessions.map(SessionId::to_string).collect()
    }

    /// Whether it asks, is asked still, and nobody answered.
    pub fn is_unanswered(&self, post: &Post, thread: &Thread) -> bool {
        post.number == 1
            && thread.kind == ThreadKind::Question
            && thread.withdrawn_at.is_none()
            && thread.duplicate_of.is_none()
            && !self.answered.contains(&thread.id)
    }
}

fn threads_of(posts: &[(Post, Option<Thread>)], kind: ThreadKind) -> Vec<ThreadId> {
    let threads = posts.iter().filter_map(|(_, thread)| thread.as_ref());
    let of_kind = threads.filter(|thread| thread.kind == kind);
    let ids: BTreeSet<ThreadId> = of_kind.map(|thread| thread.id).collect();
    ids.into_iter().collect()
}
