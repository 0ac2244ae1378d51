//! The folder an index lives in.
//!
//! ```text
//! search/
//! ├─ lock       held while a process has the folder
//! ├─ current    which index is in force, and its version
//! └─ index-7/   tantivy's own files
//! ```
//!
//! A new index is written beside the old and comes into force when `current` is replaced, which the
//! file system does in one step. What `current` does not name is left over and swept away.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::schema::VERSION;

const PREFIX: &str = "index-";

#[derive(Debug)]
pub(crate) struct Folder {
    root: PathBuf,
    /// Held, not read: the lock ends with the file handle, even when the process is killed.
    _lock: File,
}

/// What is written in `current`.
#[derive(Debug, Serialize, Deserialize)]
struct Current {
    version: u32,
    index: String,
}

/// What a folder holds at first sight.
#[derive(Debug)]
pub(crate) enum Found {
    Nothing,
    Index(PathBuf),
    /// Something that cannot be used, and why.
    Unusable(String),
}

impl Folder {
    /// Makes the folder if need be and takes it for this process.
    pub fn claim(root: &Path) -> Result<Self> {
        let failed = || Error::folder(root);
        fs::create_dir_all(root).map_err(failed())?;
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(root.join("lock"))
            .map_err(failed())?;
        match lock.try_lock() {
            Ok(()) => Ok(Self {
                root: root.to_owned(),
                _lock: lock,
            }),
            Err(TryLockError::WouldBlock) => Err(Error::Busy {
                path: root.to_owned(),
            }),
            Err(TryLockError::Error(source)) => Err(failed()(source)),
        }
    }

    pub fn look(&self) -> Result<Found> {
        let text = match fs::read(self.root.join("current")) {
            Ok(text) => text,
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                let left_over = self.indexes()?;
                return Ok(if left_over.is_empty() {
                    Found::Nothing
                } else {
                    Found::Unusable("it does not say which index is in force".into())
                });
            }
            Err(source) => return Err(Error::folder(&self.root)(source)),
        };
        Ok(match serde_json::from_slice::<Current>(&text) {
            Ok(Current { version, .. }) if version != VERSION => Found::Unusable(format!(
                "it was written in version {version} of the index, and this is version {VERSION}"
            )),
            Ok(Current { index, .. }) if self.root.join(&index).is_dir() && is_index(&index) => {
                Found::Index(self.root.join(index))
            }
            Ok(Current { index, .. }) => Found::Unusable(format!("its index {index} is missing")),
            Err(_) => Found::Unusable("it cannot be read which index is in force".into()),
        })
    }

    /// A new empty folder for an index, not yet in force.
    pub fn fresh(&self) -> Result<PathBuf> {
        let number = |path: &PathBuf| {
            path.file_name()?
                .to_str()?
                .strip_prefix(PREFIX)?
                .parse::<u64>()
                .ok()
        };
        let last = self.indexes()?.iter().filter_map(number).max().unwrap_or(0);
        let path = self
            .root
            .join(format!("{PREFIX}{}", last.saturating_add(1)));
        fs::create_dir(&path).map_err(Error::folder(&path))?;
        Ok(path)
    }

    /// Brings an index of this folder into force, in one step that a crash cannot halve.
    pub fn enforce(&self, index: &Path) -> Result<()> {
        let name = index
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let replace = || -> io::Result<()> {
            let beside = self.root.join("current.new");
            let mut file = File::create(&beside)?;
            file.write_all(&serde_json::to_vec(&Current {
                version: VERSION,
                index: name,
            })?)?;
            file.sync_all()?;
            fs::rename(&beside, self.root.join("current"))?;
            File::open(&self.root)?.sync_all()
        };
        replace().map_err(Error::folder(&self.root))
    }

    /// Deletes every index but this one. What cannot be deleted now is tried again at the next start.
    pub fn sweep(&self, keep: &Path) {
        for path in self
            .indexes()
            .unwrap_or_default()
            .iter()
            .filter(|path| *path != keep)
        {
            let _retried_at_next_start = fs::remove_dir_all(path);
        }
    }

    fn indexes(&self) -> Result<Vec<PathBuf>> {
        let list = || -> io::Result<Vec<PathBuf>> {
            let mut found = Vec::new();
            for entry in fs::read_dir(&self.root)? {
                let entry = entry?;
                if is_index(&entry.file_name().to_string_lossy()) {
                    found.push(entry.path());
                }
            }
            Ok(found)
        };
        list().map_err(Error::folder(&self.root))
    }
}

/// Only names of this form are ever opened or deleted.
fn is_index(name: &str) -> bool {
    name.strip_prefix(PREFIX)
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}
