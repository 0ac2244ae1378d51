//! Writing a whole new index while the old one is searched.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::document::Change;
use crate::error::{Error, Result};
use crate::index::Index;
use crate::live::Live;

/// A new index in the making. Dropped before [`Rebuild::finish`], it leaves no trace.
pub struct Rebuild {
    index: Index,
    /// `None` once an error has made it worthless, or when it is finished.
    beside: Option<Arc<Live>>,
    path: Option<PathBuf>,
    changes: u64,
    uncommitted: u64,
    uncommitted_bytes: usize,
    /// As many documents wait for a commit.
    commit_at: u64,
}

/// The engine queues thousands of documents before it lets anybody wait. A commit waits for them, so
/// that only so many are in memory: so many bytes of text, or so many documents, of which the first are
/// seen soon.
const UNCOMMITTED_BYTES_MAX: usize = 24_000_000;
const UNCOMMITTED_FIRST: u64 = 2_000;
const UNCOMMITTED_MAX: u64 = 32_000;
/// Where an index stands that is not finished, and so not in force.
const UNFINISHED: &str = "unfinished";

impl Index {
    /// Begins a new empty index beside this one. Both may be written to until the new one is finished;
    /// then the old one is gone, with what was applied to it. Searches stay with the old one, but for one
    /// that is empty: then they see the new one grow.
    ///
    /// # Errors
    /// When a rebuild is under way, or the folder cannot be written.
    pub fn begin_rebuild(&self) -> Result<Rebuild> {
        if self.shared.rebuilding.swap(true, Ordering::AcqRel) {
            return Err(Error::RebuildUnderWay);
        }
        // From here on dropping it gives the turn back.
        let mut rebuild = Rebuild {
            index: self.clone(),
            beside: None,
            path: None,
            changes: 0,
            uncommitted: 0,
            uncommitted_bytes: 0,
            commit_at: UNCOMMITTED_FIRST,
        };
        rebuild.path = self
            .shared
            .folder
            .as_ref()
            .map(|folder| folder.fresh())
            .transpose()?;
        rebuild.beside = Some(Arc::new(Live::create(rebuild.path.clone())?));
        Ok(rebuild)
    }
}

impl Rebuild {
    /// Adds to the new index. It is in force only once it is finished.
    ///
    /// # Errors
    /// When a document is refused or the disk fails. The rebuild is over then: begin again.
    pub fn apply(&mut self, changes: impl IntoIterator<Item = Change>) -> Result<()> {
        let beside = self.beside.take().ok_or(Error::RebuildFailed)?;
        let changes = changes.into_iter().inspect(|change| {
            self.changes += 1;
            self.uncommitted += 1;
            self.uncommitted_bytes += change.text_bytes();
        });
        beside.write(changes, None)?;
        if self.uncommitted >= self.commit_at || self.uncommitted_bytes >= UNCOMMITTED_BYTES_MAX {
            beside.write([], Some(UNFINISHED))?;
            (self.uncommitted, self.uncommitted_bytes) = (0, 0);
            self.commit_at = (2 * self.commit_at).min(UNCOMMITTED_MAX);
            if self.index.live().is_empty() {
                self.index.show(Some(Arc::clone(&beside)));
            }
        }
        self.beside = Some(beside);
        Ok(())
    }

    /// How many changes it was given, for showing progress.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Commits the new index and swaps it in, in one step. [`Index::position`] is `position` from then
    /// on: whoever follows must ask for it again and go on from there.
    ///
    /// # Errors
    /// When the disk fails; the old index stays.
    pub fn finish(mut self, position: &str) -> Result<()> {
        let beside = self.beside.take().ok_or(Error::RebuildFailed)?;
        beside.write([], Some(position))?;
        self.index.replace_live(beside)?;
        self.index.show(None);
        self.path = None;
        Ok(())
    }
}

impl Drop for Rebuild {
    fn drop(&mut self) {
        self.beside = None;
        self.index.show(None);
        if let Some(path) = &self.path {
            let _swept_at_next_start = std::fs::remove_dir_all(path);
        }
        self.index.shared.rebuilding.store(false, Ordering::Release);
    }
}
