//! The index as the server holds it.
use crate::at_once::Pace;
use crate::errors::told;
use crate::follow::unheard;
use crate::position::Position;
use crate::store;
use crate::walk::Walk;
use kernel::{Conn, Error, Result, facts_left};
use search_index::{Alike, Change, Index, Opened, Stats, Verified};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::Mutex;

/// Finds what was said. One process has one, and each process that serves searches has its own.
pub struct Searcher {
    pub(crate) index: Index,
    /// Whether the index is still being filled.
    pub(crate) warming: AtomicBool,
    /// In percent, while it is filled from the tables; otherwise [`FILLED`].
    filled: AtomicU8,
    /// How far the log was heard, once that is known; held by whoever changes the index. It may be
    /// beyond the place that the index remembers: what came between changed nothing in it.
    pub(crate) heard: Mutex<Option<Position>>,
    pub(crate) pace: Pace,
    /// Words that mean the same, as they were told last.
    alike: RwLock<Arc<Alike>>,
}

const FILLED: u8 = 100;

/// What comparing the index with the database found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    pub index: Verified,
    /// Posts, people and sessions that can be seen and not found, though the log that was heard tells of them.
    pub missing: u64,
    /// Documents of what cannot be seen any more.
    pub surplus: u64,
    /// Documents that say otherwise than what they are of.
    pub stale: u64,
}

impl Tally {
    pub fn is_sound(&self) -> bool {
        self.index.is_sound() && self.missing == 0 && self.surplus == 0 && self.stale == 0
    }
}

/// As many posts, people or sessions are read from the database at a time.
pub(crate) const POSTS_MAX: u64 = 500;

impl Searcher {
    /// Opens the index in a folder of its own; what is damaged is replaced, and told again by `follow`.
    ///
    /// # Errors
    /// `Unavailable` when the folder cannot be used, or another process has it.
    pub fn open(folder: &Path) -> Result<Self> {
        let (index, opened) = Index::open(folder).map_err(told)?;
        if let Opened::Rebuild { why } = opened {
            tracing::warn!("the search index is rebuilt: {why}");
        }
        Self::over(index)
    }

    /// An index that ends with the process.
    ///
    /// # Errors
    /// When the engine cannot start.
    pub fn in_memory() -> Result<Self> {
        Self::over(Index::in_memory().map_err(told)?)
    }

    fn over(index: Index) -> Result<Self> {
        let is_new = index.position().map_err(told)?.is_none();
        Ok(Self {
            index,
            warming: AtomicBool::new(is_new),
            filled: AtomicU8::new(FILLED),
            heard: Mutex::default(),
            pace: Pace::default(),
            alike: RwLock::default(),
        })
    }

    /// Whether the index is still being filled, so that an answer may lack what is there.
    pub fn is_warming(&self) -> bool {
        self.warming.load(Ordering::Relaxed)
    }

    /// How much of all that was said is in the index, while it is filled from the tables.
    pub fn filled_percent(&self) -> Option<u8> {
        let filled = self.filled.load(Ordering::Relaxed);
        (filled < FILLED).then_some(filled)
    }

    pub(crate) fn is_filled_up_to(&self, documents: u64, of: u64) {
        let percent = documents.saturating_mul(FILLED.into()).checked_div(of);
        let percent = percent.and_then(|it| u8::try_from(it).ok());
        let percent = percent.unwrap_or(FILLED).min(FILLED);
        self.filled.store(percent, Ordering::Relaxed);
    }

    /// How many facts of the log the index has not heard; nothing when it has no place in this log.
    ///
    /// # Errors
    /// When the disk or the database fails.
    pub async fn behind(&self, conn: &Conn<'_>) -> Result<Option<u64>> {
        let heard = self.heard.try_lock().ok().and_then(|heard| *heard);
        let place = match heard {
            Some(place) => Some(place),
            None => self.place_in_log(conn).await?,
        };
        match place {
            Some(place) => Ok(Some(facts_left(conn, place.cursor).await?)),
            None => Ok(None),
        }
    }

    /// Words that mean the same.
    pub(crate) fn alike(&self) -> Arc<Alike> {
        let alike = self.alike.read().unwrap_or_else(PoisonError::into_inner);
        alike.clone()
    }

    /// Reads anew which words mean the same.
    pub(crate) async fn learn_synonyms(&self, conn: &Conn<'_>) -> Result<()> {
        let kept = store::synonyms::all(conn).await?.into_iter();
        let groups: Vec<Vec<String>> = kept.map(|it| it.words.0).collect();
        let reading = tokio::task::spawn_blocking(move || Arc::new(Alike::of(&groups)));
        let read = reading.await.map_err(Error::internal)?;
        *self.alike.write().unwrap_or_else(PoisonError::into_inner) = read;
        Ok(())
    }

    /// # Errors
    /// When the disk fails.
    pub async fn stats(&self) -> Result<Stats> {
        self.blocking(|index| index.stats()).await
    }

    /// Compares the index with all that it holds as it stands, one by one. What was said beyond the place in
    /// the log that it heard, it cannot know yet: that is no fault of it.
    ///
    /// # Errors
    /// When the disk or the database fails. What is found is no error but an answer.
    pub async fn verify(&self, conn: &Conn<'_>) -> Result<Tally> {
        let (place, (index, mut unmatched)) = self.heard_and_held(conn).await?;
        // What is not as it should be: its document, and the conversation that this stands in.
        let (mut missing, mut stale, mut walk) = (Vec::new(), Vec::new(), Walk::begin());
        while let Some(changes) = walk.next(conn).await? {
            for change in changes {
                let Change::Put(document) = change else {
                    continue;
                };
                match unmatched.remove(&document.id) {
                    None => missing.push((document.id, document.thread)),
                    Some(digest) if digest != document.digest() => {
                        stale.push((document.id, document.thread));
                    }
                    Some(_) => {}
                }
            }
        }
        let surplus = unmatched.into_keys().map(|id| (id, String::new()));
        let surplus: Vec<_> = surplus.collect();
        let is_whole = missing.is_empty() && stale.is_empty() && surplus.is_empty();
        let unheard = match place {
            Some(place) if !is_whole => unheard(conn, place).await?,
            Some(_) | None => HashSet::new(),
        };
        let faults = |found: Vec<(String, String)>| {
            let heard = |(id, thread): &&(String, String)| {
                !unheard.contains(id) && !unheard.contains(thread)
            };
            found.iter().filter(heard).count() as u64
        };
        Ok(Tally {
            index,
            missing: faults(missing),
            surplus: faults(surplus),
            stale: faults(stale),
        })
    }

    /// How far the log was heard, and what the index holds since then: the digest of each document.
    async fn heard_and_held(
        &self,
        conn: &Conn<'_>,
    ) -> Result<(Option<Position>, (Verified, HashMap<String, u64>))> {
        // Nobody changes the index between the two.
        let heard = self.heard.lock().await;
        let place = match *heard {
            Some(place) => Some(place),
            None => self.place_in_log(conn).await?,
        };
        let held = self.blocking(|index| {
            let mut digests = HashMap::new();
            index.for_each(|id, digest| {
                digests.insert(id.to_owned(), digest);
            })?;
            Ok((index.verify()?, digests))
        });
        Ok((place, held.await?))
    }

    /// Works on the index where waiting for the disk is allowed.
    pub(crate) async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Index) -> search_index::Result<T> + Send + 'static,
    ) -> Result<T> {
        let index = self.index.clone();
        let working = tokio::task::spawn_blocking(move || work(&index));
        working.await.map_err(Error::internal)?.map_err(told)
    }
}
