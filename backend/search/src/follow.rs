//! Keeping the index: it follows the log, and is filled from the tables when it has no place in it.
use crate::document::{change_of, removal_of};
use crate::errors::told;
use crate::known::Known;
use crate::others::Others;
use crate::position::Position;
use crate::searcher::POSTS_MAX;
use crate::walk::Walk;
use crate::{Searcher, SynonymsChanged};
use channels::{
    FileRead, Post, PostCreated, PostDeleted, PostEdited, PostHeld, PostHidden, PostRestored,
    PostShown, ReactionChanged, Thread, ThreadBroughtIn, ThreadChanged, ThreadCreated, ThreadKind,
};
use kernel::{
    Conn, Db, Error, Event, Fact, PostId, Result, ThreadId, facts_after, facts_written_after,
};
use misconceptions::{CorrectionShown, CorrectionWithdrawn, PassageRevised};
use prompts::PromptPosted;
use questions::{QuestionParked, StandingChanged};
use search_index::Change;
use std::collections::{BTreeSet, HashSet};
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

/// How many facts become one commit of the index, at most.
const FACTS_MAX: u64 = 500;
/// Facts of another process wake nobody here.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// Facts that come together are committed together: each commit waits for the disk, and leaves a segment
/// to be merged. What is written is found well within a second.
const GATHER_FOR: Duration = Duration::from_millis(250);
/// While much is written at once, merging what each commit leaves would cost more than all the rest. It is
/// found within a second all the same.
const GATHER_MUCH_FOR: Duration = Duration::from_millis(700);
/// So many facts within one gathering are much.
const MUCH: usize = 25;
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(5);

impl Searcher {
    /// Keeps the index true for as long as it is polled. Failures are logged and tried again.
    pub async fn follow(&self, db: &Db) {
        let mut committed = db.committed();
        self.pace.begins(db);
        loop {
            let commit = *committed.borrow_and_update();
            let gather_for = match self.catch_up(db).await {
                Ok(facts) => {
                    let place = self.heard.lock().await.unwrap_or_default();
                    self.pace.has_heard(commit, place.cursor);
                    if facts < MUCH {
                        GATHER_FOR
                    } else {
                        GATHER_MUCH_FOR
                    }
                }
                Err(error) => {
                    tracing::error!(%error, "the search index could not follow");
                    self.mend(db).await;
                    PAUSE_AFTER_FAILURE
                }
            };
            let news = async {
                // Either way there is something to look at.
                let _ = tokio::time::timeout(LOOK_EVERY, committed.changed()).await;
                tokio::time::sleep(gather_for).await;
            };
            tokio::select! {
                () = news => {}
                () = self.pace.hurried() => {}
            }
        }
    }

    /// Fills the index anew if its files are damaged.
    async fn mend(&self, db: &Db) {
        let why = match self.blocking(|index| index.verify()).await {
            Ok(verified) if verified.is_sound() => return,
            Ok(verified) => verified.damage.unwrap_or_default(),
            Err(error) => error.to_string(),
        };
        tracing::warn!("the search index is rebuilt: {why}");
        if let Err(error) = self.rebuild(db, &mut tell).await {
            tracing::error!(%error, "the search index could not be rebuilt");
        }
    }

    /// Takes in all that the log tells; returns how many facts that was. An index without a place in
    /// this log is filled from the tables first.
    ///
    /// # Errors
    /// When the disk or the database fails. The index then stands where it stood.
    pub async fn catch_up(&self, db: &Db) -> Result<usize> {
        let mut heard = self.heard.lock().await;
        let conn = db.read();
        if heard.is_none() {
            self.learn_synonyms(&conn).await?;
        }
        let mut position = match *heard {
            Some(position) => position,
            None => match self.place_in_log(&conn).await? {
                Some(position) => position,
                None => self.fill(&conn, &mut tell).await?,
            },
        };
        let mut count = 0;
        loop {
            *heard = Some(position);
            let facts = facts_after(&conn, position.cursor, FACTS_MAX).await?;
            self.warming.store(facts.len() as u64 == FACTS_MAX, Relaxed);
            let Some(last) = facts.last() else {
                return Ok(count);
            };
            let next = Position {
                cursor: last.cursor,
                fact: Some(last.id),
            };
            count += facts.len();
            if facts.iter().any(|it| it.kind == SynonymsChanged::KIND) {
                self.learn_synonyms(&conn).await?;
            }
            self.take_in(&conn, Told::by(&facts), (position, next))
                .await?;
            position = next;
        }
    }

    /// Puts into the index what some facts are about. Conversations that were brought in may be long, so
    /// they come a page at a time; until the last the index says that it stands before these facts, for
    /// to hear them again changes nothing.
    async fn take_in(
        &self,
        conn: &Conn<'_>,
        told: Told,
        (before, next): (Position, Position),
    ) -> Result<()> {
        let threads: Vec<ThreadId> = told.threads.into_iter().collect();
        let mut after = None;
        while !threads.is_empty() {
            let posts =
                channels::thread_posts_as_they_stand(conn, &threads, after, POSTS_MAX).await?;
            let Some((last, _)) = posts.last() else {
                break;
            };
            after = Some(last.id);
            let changes = changes_of(&posts, &Known::of(conn, &posts).await?);
            self.apply(changes, before).await?;
        }
        let mut changes = changes_to(conn, told.posts).await?;
        changes.extend(told.others.changes(conn).await?);
        if !changes.is_empty() || after.is_some() {
            self.apply(changes, next).await?;
        }
        Ok(())
    }

    /// Where the index stands in this log; nothing when it stands in none, or in another.
    pub(crate) async fn place_in_log(&self, conn: &Conn<'_>) -> Result<Option<Position>> {
        let known = self.blocking(|index| index.position()).await?;
        match known.as_deref().and_then(Position::read) {
            Some(position) if position.is_of(conn).await? => Ok(Some(position)),
            Some(_) | None => Ok(None),
        }
    }

    async fn apply(&self, changes: Vec<Change>, position: Position) -> Result<()> {
        self.blocking(move |index| index.apply(changes, &position.written()))
            .await
    }

    /// Fills a new index from the tables and brings it into force; `progress` hears how much is in it. Searches go on meanwhile on what was there.
    ///
    /// # Errors
    /// `Unavailable` when that is under way already; otherwise when the disk or the database fails.
    pub async fn rebuild(&self, db: &Db, progress: &mut (dyn FnMut(u64) + Send)) -> Result<()> {
        let mut heard = self.heard.lock().await;
        *heard = Some(self.fill(&db.read(), progress).await?);
        self.warming.store(false, Relaxed);
        Ok(())
    }

    async fn fill(
        &self,
        conn: &Conn<'_>,
        progress: &mut (dyn FnMut(u64) + Send),
    ) -> Result<Position> {
        self.warming.store(true, Relaxed);
        // Taken before the walk: what is said during it is told again, which changes nothing.
        let position = Position::head(conn).await?;
        let in_all = Walk::length(conn).await?;
        self.is_filled_up_to(0, in_all);
        let mut rebuild = self.blocking(|index| index.begin_rebuild()).await?;
        let mut walk = Walk::begin();
        while let Some(changes) = walk.next(conn).await? {
            let adding =
                tokio::task::spawn_blocking(move || rebuild.apply(changes).map(|()| rebuild));
            rebuild = adding.await.map_err(Error::internal)?.map_err(told)?;
            self.is_filled_up_to(rebuild.changes(), in_all);
            progress(rebuild.changes());
        }
        let finishing = tokio::task::spawn_blocking(move || rebuild.finish(&position.written()));
        finishing.await.map_err(Error::internal)?.map_err(told)?;
        self.is_filled_up_to(in_all, in_all);
        Ok(position)
    }
}

/// How often it is told how far the index is.
const TOLD_EVERY: u64 = 20_000;

fn tell(documents: u64) {
    if documents % TOLD_EVERY < POSTS_MAX {
        tracing::info!(documents, "the search index is being filled");
    }
}

pub(crate) fn changes_of(posts: &[(Post, Option<Thread>)], known: &Known) -> Vec<Change> {
    posts
        .iter()
        .map(|(post, thread)| change_of(post, thread.as_ref(), known))
        .collect()
}

/// What some facts are about: posts, threads with all that is in them, and what is no post.
#[derive(Debug, Default)]
struct Told {
    posts: BTreeSet<PostId>,
    threads: BTreeSet<ThreadId>,
    others: Others,
}

impl Told {
    fn by(facts: &[Fact]) -> Self {
        let mut told = Self::default();
        for fact in facts {
            told.posts.extend(post_of(fact));
            told.others.hear(fact);
            told.threads.extend(match fact.kind.as_str() {
                ThreadBroughtIn::KIND
                | ThreadChanged::KIND
                | QuestionParked::KIND
                | PromptPosted::KIND => fact.place.thread,
                _ => None,
            });
        }
        told
    }
}

/// What the log tells beyond a place in it, as far as it is written: the documents that will be put or
/// removed once it is heard, and the conversations that will be told whole, by their ids.
pub(crate) async fn unheard(conn: &Conn<'_>, place: Position) -> Result<HashSet<String>> {
    let (mut ids, mut cursor) = (HashSet::new(), place.cursor);
    loop {
        let facts = facts_written_after(conn, cursor, FACTS_MAX).await?;
        let Some(last) = facts.last() else {
            return Ok(ids);
        };
        cursor = last.cursor;
        let told = Told::by(&facts);
        ids.extend(told.threads.iter().map(ThreadId::to_string));
        let mut changes = changes_to(conn, told.posts).await?;
        changes.extend(told.others.changes(conn).await?);
        for change in changes {
            match change {
                Change::Put(document) => ids.insert(document.id),
                Change::Delete(id) => ids.insert(id),
                Change::DeleteAllOf(_) => continue,
            };
        }
    }
}

/// What the index must do for these posts, some of which may be gone.
async fn changes_to(conn: &Conn<'_>, mut posts: BTreeSet<PostId>) -> Result<Vec<Change>> {
    if posts.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<PostId> = posts.iter().copied().collect();
    let mut standing = channels::posts_as_they_stand(conn, &ids).await?;
    for (post, _) in &standing {
        posts.remove(&post.id);
    }
    let gone = posts.into_iter().map(removal_of);
    standing.extend(openings_beside(conn, &standing).await?);
    let known = Known::of(conn, &standing).await?;
    let changes = changes_of(&standing, &known).into_iter();
    Ok(changes.chain(gone).collect())
}

/// The questions that these answers are given to: whether somebody answered is known of the question.
async fn openings_beside(
    conn: &Conn<'_>,
    posts: &[(Post, Option<Thread>)],
) -> Result<Vec<(Post, Option<Thread>)>> {
    let of_questions = posts.iter().filter(|(_, thread)| {
        let thread = thread.as_ref();
        thread.is_some_and(|thread| thread.kind == ThreadKind::Question)
    });
    let (openings, answers): (Vec<_>, Vec<_>) = of_questions.partition(|(it, _)| it.number == 1);
    let mut asked: BTreeSet<ThreadId> = answers.iter().map(|(it, _)| it.thread_id).collect();
    for (opening, _) in openings {
        asked.remove(&opening.thread_id);
    }
    let asked: Vec<ThreadId> = asked.into_iter().collect();
    match asked.is_empty() {
        true => Ok(Vec::new()),
        false => channels::openings_as_they_stand(conn, &asked).await,
    }
}

fn post_of(fact: &Fact) -> Option<PostId> {
    match fact.kind.as_str() {
        ThreadCreated::KIND => fact.as_event().map(|it: ThreadCreated| it.post),
        PostCreated::KIND => fact.as_event().map(|it: PostCreated| it.post),
        PostEdited::KIND => fact.as_event().map(|it: PostEdited| it.post),
        PostDeleted::KIND => fact.as_event().map(|it: PostDeleted| it.post),
        PostRestored::KIND => fact.as_event().map(|it: PostRestored| it.post),
        StandingChanged::KIND => fact.as_event().map(|it: StandingChanged| it.post),
        PostHeld::KIND => fact.as_event().map(|it: PostHeld| it.post),
        PostHidden::KIND => fact.as_event().map(|it: PostHidden| it.post),
        PostShown::KIND => fact.as_event().map(|it: PostShown| it.post),
        ReactionChanged::KIND => fact.as_event().map(|it: ReactionChanged| it.post),
        FileRead::KIND => fact.as_event().map(|it: FileRead| it.post),
        CorrectionShown::KIND => fact.as_event().map(|it: CorrectionShown| it.post),
        CorrectionWithdrawn::KIND => fact.as_event().map(|it: CorrectionWithdrawn| it.post),
        PassageRevised::KIND => fact.as_event().map(|it: PassageRevised| it.post),
        _ => None,
    }
}
