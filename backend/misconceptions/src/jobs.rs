//! What misconceptions do when others tell: keep up with passages, and hold what is said against what was
//! confirmed.
use crate::anchor::line_as_html;
use crate::commands::{RecordMatches, Resembling};
use crate::showing::{self, Said};
use crate::{
    Likeness, Misconception, Occurrence, OccurrenceState, PassageRevised, Patterns, store,
};
use async_trait::async_trait;
use channels::{
    Post, PostCreated, PostEdited, PostsMoved, Spot, Thread, ThreadBroughtIn, ThreadChanged,
    ThreadCreated, ThreadMerged,
};
use kernel::{
    Actor, CommunityId, Conn, Db, Error, Event, Fact, Follower, Job, JobError, MisconceptionId,
    PersonId, PostId, Result, ThreadId, Tx, Worker, Working,
};
use serde::{Deserialize, Serialize};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

/// Looks for passages in posts that were edited or went elsewhere, and sees to it that what is said is compared.
#[derive(Debug, Default)]
pub struct KeepPassages;

#[async_trait]
impl Follower for KeepPassages {
    const NAME: &'static str = "misconceptions";

    fn heeds(&self, fact: &Fact) -> bool {
        const HEEDED: [&str; 7] = [
            PostCreated::KIND,
            PostEdited::KIND,
            PostsMoved::KIND,
            ThreadBroughtIn::KIND,
            ThreadChanged::KIND,
            ThreadCreated::KIND,
            ThreadMerged::KIND,
        ];
        HEEDED.contains(&fact.kind.as_str())
    }

    async fn hear(&self, tx: &Tx, facts: &[Fact]) -> Result<()> {
        let mut edited: Vec<(PostId, Option<PersonId>)> = Vec::new();
        let mut retitled = Vec::new();
        for fact in facts {
            edited.extend(
                fact.as_event::<PostEdited>()
                    .map(|it| (it.post, fact.actor)),
            );
            if fact.kind == ThreadChanged::KIND {
                retitled.push(fact);
            }
            let moved = fact.as_event::<PostsMoved>();
            let moved = moved.into_iter().flat_map(|it| it.posts);
            let merged = fact.as_event::<ThreadMerged>();
            let moved = moved.chain(merged.into_iter().flat_map(|it| it.posts));
            edited.extend(moved.map(|post| (post, fact.actor)));
        }
        if !edited.is_empty() {
            keep_up(tx, &edited).await?;
        }
        for fact in retitled {
            keep_up_with_title(tx, fact).await?;
        }
        let said = WatchPosts::of(facts);
        if said.is_nothing() || store::patterns_stamp(&tx.conn()).await?.0 == 0 {
            return Ok(());
        }
        tx.enqueue(&said).await
    }
}

/// Keeps what became of the passages of posts that were edited.
async fn keep_up(tx: &Tx, edited: &[(PostId, Option<PersonId>)]) -> Result<()> {
    let ids: Vec<PostId> = edited.iter().map(|(post, _)| *post).collect();
    let known = store::occurrences_in_posts(&tx.conn(), &ids).await?;
    if known.is_empty() {
        return Ok(());
    }
    let posts = channels::posts_as_they_stand(&tx.conn(), &ids).await?;
    for (passage, record) in known {
        let Some((post, thread)) = posts.iter().find(|(post, _)| post.id == passage.post_id) else {
            continue;
        };
        let editor = edited.iter().rfind(|(id, _)| *id == post.id);
        let editor = editor.and_then(|(_, editor)| *editor);
        let said = Said::of(post, thread.as_ref());
        keep(tx, (&passage, &record), (&said, editor)).await?;
    }
    Ok(())
}

/// Keeps what became of the passages that the title of a conversation said, which was changed, or may be.
async fn keep_up_with_title(tx: &Tx, fact: &Fact) -> Result<()> {
    let Some(thread) = fact.place.thread else {
        return Ok(());
    };
    let mut known = store::occurrences_in_threads(&tx.conn(), &[thread]).await?;
    known.retain(|(passage, _)| passage.state == OccurrenceState::Stands);
    let ids: Vec<PostId> = known.iter().map(|(passage, _)| passage.post_id).collect();
    let posts = channels::posts_as_they_stand(&tx.conn(), &ids).await?;
    for (passage, record) in known {
        let opening = posts.iter().find(|(post, _)| post.id == passage.post_id);
        let Some((post, thread)) = opening.filter(|(post, _)| post.number == 1) else {
            continue;
        };
        let said = Said::of(post, thread.as_ref()).changed(fact.happened_at);
        keep(tx, (&passage, &record), (&said, fact.actor)).await?;
    }
    Ok(())
}

/// Keeps what became of a passage, and tells of it when its author revised it.
async fn keep(
    tx: &Tx,
    (passage, record): (&Occurrence, &Misconception),
    (said, editor): (&Said<'_>, Option<PersonId>),
) -> Result<()> {
    let now = showing::looked_for(passage, said, showing::told_at(record));
    if now == *passage {
        return Ok(());
    }
    let revised = now.state == OccurrenceState::Revised && now.state != passage.state;
    let now = store::update_occurrence(tx, now).await?;
    if !revised {
        return Ok(());
    }
    let fact = PassageRevised {
        spot: Spot::of(said.post),
        post: said.post.id,
        misconception: record.id,
        occurrence: now.id,
        state: record.state,
    };
    tx.emit(editor.map_or(Actor::System, Actor::Person), &fact)
        .await
}

/// Holds posts against what was confirmed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct WatchPosts {
    pub posts: Vec<PostId>,
    /// Whole conversations that came from elsewhere.
    pub threads: Vec<ThreadId>,
    /// Conversations whose title may be another: their opening is compared with it.
    #[serde(default)]
    pub titles: Vec<ThreadId>,
}

impl Job for WatchPosts {
    const KIND: &'static str = "misconceptions.watch_posts";
}

impl WatchPosts {
    fn of(facts: &[Fact]) -> Self {
        let mut said = Self::default();
        for fact in facts {
            match fact.kind.as_str() {
                PostCreated::KIND => {
                    said.posts
                        .extend(fact.as_event::<PostCreated>().map(|it| it.post));
                }
                ThreadCreated::KIND => {
                    said.posts
                        .extend(fact.as_event::<ThreadCreated>().map(|it| it.post));
                }
                PostEdited::KIND => {
                    said.posts
                        .extend(fact.as_event::<PostEdited>().map(|it| it.post));
                }
                ThreadBroughtIn::KIND => {
                    let brought = fact.as_event::<ThreadBroughtIn>();
                    said.threads.extend(brought.map(|it| it.spot.thread));
                }
                ThreadChanged::KIND => said.titles.extend(fact.place.thread),
                _ => {}
            }
        }
        said.posts.sort_unstable();
        said.posts.dedup();
        said.titles.sort_unstable();
        said.titles.dedup();
        said
    }

    fn is_nothing(&self) -> bool {
        self.posts.is_empty() && self.threads.is_empty() && self.titles.is_empty()
    }
}

/// Everything that is watched, ready to be compared with.
struct Watched {
    stamp: Stamp,
    patterns: Patterns<MisconceptionId>,
    records: HashMap<MisconceptionId, Misconception>,
}

impl Watched {
    /// What is for those who moderate a community: what is theirs, and what was corrected in another that runs
    /// the same program.
    async fn concerning(
        &self,
        conn: &Conn<'_>,
        community: CommunityId,
    ) -> Result<HashSet<MisconceptionId>> {
        let program = sessions::program_of_community(conn, community).await?;
        let shared = |record: &Misconception| {
            record.state.is_public() && program.is_some() && record.program_id == program
        };
        let records = self.records.values();
        Ok(records
            .filter(|record| record.community_id == community || shared(record))
            .map(|record| record.id)
            .collect())
    }

    /// Compares texts in HTML, each on its own; beside the threads that answer people.
    async fn resembled_by(
        self: &Arc<Self>,
        texts: Vec<String>,
    ) -> Result<Vec<Vec<Likeness<MisconceptionId>>>> {
        if texts.is_empty() {
            return Ok(Vec::new());
        }
        let watched = self.clone();
        let comparing = move || {
            let texts = texts.iter().map(|html| with_breaks(html));
            texts
                .map(|text| watched.patterns.resembled_by(&text))
                .collect()
        };
        tokio::task::spawn_blocking(comparing)
            .await
            .map_err(Error::internal)
    }
}

type Stamp = (i64, i64, Option<chrono::DateTime<chrono::Utc>>);

/// Does `WatchPosts`, outside of any transaction: comparing takes time that nobody should wait for.
pub struct CompareWithPatterns {
    db: Db,
    watched: Mutex<Option<Arc<Watched>>>,
}

const POSTS_AT_ONCE: u64 = 200;

impl CompareWithPatterns {
    pub fn new(db: Db) -> Self {
        Self {
            db,
            watched: Mutex::new(None),
        }
    }

    /// Compares; returns how many posts were suggested to moderators.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub async fn compare(&self, said: &WatchPosts) -> Result<usize> {
        let watched = self.watched().await?;
        let mut suggested = 0;
        if !said.posts.is_empty() {
            let posts = channels::posts_as_they_stand(&self.db.read(), &said.posts).await?;
            suggested += self.suggest(&watched, &posts).await?;
        }
        if !said.titles.is_empty() {
            let posts = channels::openings_as_they_stand(&self.db.read(), &said.titles).await?;
            suggested += self.suggest(&watched, &posts).await?;
        }
        if said.threads.is_empty() {
            return Ok(suggested);
        }
        let mut after = None;
        loop {
            let conn = self.db.read();
            let posts =
                channels::thread_posts_as_they_stand(&conn, &said.threads, after, POSTS_AT_ONCE);
            let posts = posts.await?;
            let Some((last, _)) = posts.last() else {
                return Ok(suggested);
            };
            after = Some(last.id);
            suggested += self.suggest(&watched, &posts).await?;
        }
    }

    async fn watched(&self) -> Result<Arc<Watched>> {
        let conn = self.db.read();
        let stamp = store::patterns_stamp(&conn).await?;
        let known = self.known();
        if let Some(known) = known.filter(|known| known.stamp == stamp) {
            return Ok(known);
        }
        let told = store::patterns(&conn).await?;
        let texts = told
            .iter()
            .flat_map(|(record, texts)| texts.iter().map(|text| (record.id, text.as_str())));
        let watched = Arc::new(Watched {
            stamp,
            patterns: Patterns::of(texts),
            records: told.into_iter().map(|(it, _)| (it.id, it)).collect(),
        });
        let mut kept = self.watched.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some(watched.clone());
        Ok(watched)
    }

    fn known(&self) -> Option<Arc<Watched>> {
        let kept = self.watched.lock().unwrap_or_else(PoisonError::into_inner);
        kept.clone()
    }

    async fn suggest(
        &self,
        watched: &Arc<Watched>,
        posts: &[(Post, Option<Thread>)],
    ) -> Result<usize> {
        let conn = self.db.read();
        let mut concerning = HashMap::new();
        for community in posts.iter().map(|(post, _)| post.community_id) {
            if let Entry::Vacant(place) = concerning.entry(community) {
                place.insert(watched.concerning(&conn, community).await?);
            }
        }
        // Most communities have nothing that is watched: reading their posts would find nothing.
        let said: Vec<&(Post, Option<Thread>)> = posts
            .iter()
            .filter(|(post, _)| post.stands() && !concerning[&post.community_id].is_empty())
            .collect();
        let texts = said.iter();
        let texts = texts.map(|(post, thread)| said_with(post, thread.as_ref()));
        let texts = texts.collect();
        let mut found = Vec::new();
        for ((post, _), likenesses) in said.into_iter().zip(watched.resembled_by(texts).await?) {
            let concerning = &concerning[&post.community_id];
            let likenesses = likenesses.into_iter();
            for like in likenesses.filter(|like| concerning.contains(&like.key)) {
                found.push(Resembling {
                    spot: Spot::of(post),
                    post: post.id,
                    misconception: like.key,
                    score: like.score,
                    passage: like.passage,
                });
            }
        }
        if found.is_empty() {
            return Ok(0);
        }
        let posts: Vec<PostId> = found.iter().map(|it| it.post).collect();
        let known = store::occurrences_in_posts(&conn, &posts).await?;
        let known: HashSet<(PostId, MisconceptionId)> = known
            .into_iter()
            .map(|(passage, record)| (passage.post_id, record.id))
            .collect();
        found.retain(|it| !known.contains(&(it.post, it.misconception)));
        self.db.write(Actor::System, RecordMatches { found }).await
    }
}

/// What is compared of a post, in HTML: its words, after the title of the conversation that it opens.
fn said_with(post: &Post, thread: Option<&Thread>) -> String {
    match thread.filter(|_| post.number == 1) {
        Some(thread) => format!("<p>{}</p>{}", line_as_html(&thread.title), post.html),
        None => post.html.clone(),
    }
}

/// The words of a post, with the end of each paragraph as the end of a sentence.
fn with_breaks(html: &str) -> String {
    const ENDS: [&str; 7] = ["</p>", "</li>", "<br>", "</td>", "</pre>", "</h3>", "</h4>"];
    let mut broken = html.to_owned();
    for end in ENDS {
        broken = broken.replace(end, &format!("\n{end}"));
    }
    crate::plain_text(&broken)
}

impl Worker for CompareWithPatterns {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> Working<'a> {
        Box::pin(async move {
            let said: WatchPosts = serde_json::from_value(body.clone())
                .map_err(|error| JobError::GiveUp(error.to_string()))?;
            self.compare(&said).await?;
            Ok(())
        })
    }
}
