//! The index as the server holds it.
use crate::errors::told;
use crate::position::Position;
use kernel::{Conn, Error, Result};
use search_index::{Index, Opened, Stats, Verified};
use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Mutex;

/// Finds what was said. One process has one, and each process that serves searches has its own.
pub struct Searcher {
    pub(crate) index: Index,
    /// Whether the index is still being filled.
    pub(crate) warming: AtomicBool,
    /// How far the log was heard, once that is known; held by whoever changes the index. It may be
    /// beyond the place that the index remembers: what came between changed nothing in it.
    pub(crate) heard: Mutex<Option<Position>>,
}

/// What comparing the index with the database found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    pub index: Verified,
    /// Posts that can be read and not found.
    pub missing: u64,
    /// Documents of posts that cannot be read any more.
    pub surplus: u64,
}

impl Tally {
    pub fn is_sound(&self) -> bool {
        self.index.is_sound() && self.missing == 0 && self.surplus == 0
    }
}

/// As many posts are read from the database at a time.
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
            heard: Mutex::default(),
        })
    }

    /// Whether the index is still being filled, so that an answer may lack what is there.
    pub fn is_warming(&self) -> bool {
        self.warming.load(Ordering::Relaxed)
    }

    /// # Errors
    /// When the disk fails.
    pub async fn stats(&self) -> Result<Stats> {
        self.blocking(|index| index.stats()).await
    }

    /// Compares the index with the posts as they stand, id by id.
    ///
    /// # Errors
    /// When the disk or the database fails. What is found is no error but an answer.
    pub async fn verify(&self, conn: &Conn<'_>) -> Result<Tally> {
        let (index, mut unmatched) = self
            .blocking(|index| {
                let mut ids = HashSet::new();
                index.for_each_id(|id| {
                    ids.insert(id.to_owned());
                })?;
                Ok((index.verify()?, ids))
            })
            .await?;
        let (mut missing, mut after) = (0, None);
        loop {
            let posts = channels::posts_walked(conn, after, POSTS_MAX).await?;
            let Some((last, _)) = posts.last() else {
                break;
            };
            after = Some(last.id);
            for (post, _) in &posts {
                missing += u64::from(!unmatched.remove(&post.id.to_string()));
            }
        }
        let surplus = unmatched.len() as u64;
        Ok(Tally {
            index,
            missing,
            surplus,
        })
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
