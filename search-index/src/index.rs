//! The index as its owner holds it.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use serde::Serialize;

use crate::audience::Readers;
use crate::document::Change;
use crate::error::Result;
use crate::facets::kinds_in;
use crate::folder::{Folder, Found};
use crate::live::Live;
use crate::schema::VERSION;

/// A search index. Clones are handles to the same index, for any thread.
///
/// Everything here may wait for the disk: call it where waiting is allowed.
#[derive(Clone)]
pub struct Index {
    pub(crate) shared: Arc<Shared>,
}

pub(crate) struct Shared {
    live: RwLock<Arc<Live>>,
    /// What searches see instead: an index in the making, while the one in force is empty.
    shown: RwLock<Option<Arc<Live>>>,
    /// Held while changes are applied and while a rebuilt index takes its place: neither may happen
    /// inside the other.
    turn: Mutex<()>,
    pub rebuilding: AtomicBool,
    pub readers: Readers,
    /// `None` in memory. The last to go: nobody may have the folder while anything above still writes.
    pub folder: Option<Folder>,
}

/// How an index was found when it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// As it was left: follow from [`Index::position`].
    Kept,
    /// The folder was empty: there is a new index with no position.
    New,
    /// What was there could not be used and is gone; there is a new index with no position. `why` is a
    /// part of a sentence for the log: "the search index is rebuilt: {why}".
    Rebuild { why: String },
}

/// What an index holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stats {
    pub documents: u64,
    /// How many there are of each kind.
    pub kinds: BTreeMap<String, u64>,
    /// On disk, or in memory for an index in memory.
    pub bytes: u64,
    pub segments: usize,
    pub position: Option<String>,
    pub version: u32,
}

/// What [`Index::verify`] found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verified {
    pub documents: u64,
    /// Documents beyond the first with the same id: always 0 in a sound index.
    pub doubled: u64,
    /// The first damage found, as part of a sentence.
    pub damage: Option<String>,
}

impl Verified {
    pub fn is_sound(&self) -> bool {
        self.doubled == 0 && self.damage.is_none()
    }
}

impl Index {
    /// Opens the index in a folder of its own, which is made if it is missing.
    ///
    /// An index that is damaged or of another version is replaced by an empty one and never an error.
    ///
    /// # Errors
    /// When the folder cannot be used, or another process has it.
    pub fn open(folder: impl AsRef<Path>) -> Result<(Self, Opened)> {
        let folder = Folder::claim(folder.as_ref())?;
        let (live, opened) = match folder.look()? {
            Found::Index(path) => match Live::open(&path) {
                Ok(live) => (Some(live), Opened::Kept),
                Err(why) => (None, Opened::Rebuild { why }),
            },
            Found::Unusable(why) => (None, Opened::Rebuild { why }),
            Found::Nothing => (None, Opened::New),
        };
        let live = match live {
            Some(live) => live,
            None => {
                let live = Live::create(Some(folder.fresh()?))?;
                live.path
                    .as_deref()
                    .map_or(Ok(()), |path| folder.enforce(path))?;
                live
            }
        };
        if let Some(path) = &live.path {
            folder.sweep(path);
        }
        Ok((Self::of(Some(folder), live), opened))
    }

    /// An index that ends with the process.
    ///
    /// # Errors
    /// When the engine cannot start.
    pub fn in_memory() -> Result<Self> {
        Ok(Self::of(None, Live::create(None)?))
    }

    fn of(folder: Option<Folder>, live: Live) -> Self {
        let shared = Shared {
            live: RwLock::new(Arc::new(live)),
            shown: RwLock::default(),
            turn: Mutex::default(),
            rebuilding: AtomicBool::default(),
            readers: Readers::default(),
            folder,
        };
        Self {
            shared: Arc::new(shared),
        }
    }

    /// Applies changes in their order and remembers the position, in one commit: after a crash either
    /// all of it is there or nothing. Searches that begin after the return see it.
    ///
    /// A commit waits for the disk (5 to 100 ms): gather changes and call this off the request path.
    ///
    /// # Errors
    /// When a document is refused, or the disk fails. Nothing of the batch is kept then.
    pub fn apply(&self, changes: impl IntoIterator<Item = Change>, position: &str) -> Result<()> {
        let _turn = self
            .shared
            .turn
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        self.live().write(changes, Some(position))
    }

    /// The position given with the last commit; `None` before the first.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn position(&self) -> Result<Option<String>> {
        self.live().position()
    }

    /// # Errors
    /// When the disk fails.
    pub fn stats(&self) -> Result<Stats> {
        let live = self.live();
        let bytes = live.bytes()?;
        let searcher = live.searcher();
        Ok(Stats {
            documents: searcher.num_docs(),
            kinds: kinds_in(&searcher)?,
            bytes,
            segments: searcher.segment_readers().len(),
            position: live.position()?,
            version: VERSION,
        })
    }

    /// Reads every file and every id.
    ///
    /// # Errors
    /// When the disk fails. Damage is no error but an answer.
    pub fn verify(&self) -> Result<Verified> {
        let live = self.live();
        let damage = live.damage()?;
        let (mut ids, mut documents) = (HashSet::new(), 0);
        live.for_each(|id, _| {
            documents += 1;
            ids.insert(id.to_owned());
        })?;
        Ok(Verified {
            documents,
            doubled: documents - ids.len() as u64,
            damage,
        })
    }

    /// Calls back with the id of every document and its [`Document::digest`](crate::Document::digest), in
    /// no order: for comparing with where they came from.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn for_each(&self, found: impl FnMut(&str, u64)) -> Result<()> {
        self.live().for_each(found)
    }

    pub(crate) fn live(&self) -> Arc<Live> {
        Arc::clone(
            &self
                .shared
                .live
                .read()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    /// Where searches look.
    pub(crate) fn searched(&self) -> Arc<Live> {
        let shown = self.shared.shown.read();
        let shown = shown.unwrap_or_else(PoisonError::into_inner).clone();
        shown.unwrap_or_else(|| self.live())
    }

    /// Lets searches see another index than the one in force, or that one again.
    pub(crate) fn show(&self, instead: Option<Arc<Live>>) {
        let shown = self.shared.shown.write();
        *shown.unwrap_or_else(PoisonError::into_inner) = instead;
    }

    /// Brings a finished index into force. Searches under way end on the old one.
    pub(crate) fn replace_live(&self, with: Arc<Live>) -> Result<()> {
        let _turn = self
            .shared
            .turn
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let (Some(folder), Some(path)) = (&self.shared.folder, &with.path) {
            folder.enforce(path)?;
        }
        *self
            .shared
            .live
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Arc::clone(&with);
        if let (Some(folder), Some(path)) = (&self.shared.folder, &with.path) {
            folder.sweep(path);
        }
        Ok(())
    }
}
