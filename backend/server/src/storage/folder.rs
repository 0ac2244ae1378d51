//! The data folder: ours alone, and one server's at a time.
use crate::failure::{Exit, Failure};
use std::fs::{self, DirBuilder, File, Permissions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

const LOCK_NAME: &str = "interlude.lock";
/// Nobody but the account of the server.
const MODE: u32 = 0o700;

/// A folder that exists and may be written to.
#[derive(Debug)]
pub struct DataFolder {
    path: PathBuf,
}

/// Held while a server runs on the folder; dropping it lets the next one start.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

impl DataFolder {
    /// Makes the folder if need be, and makes it private.
    ///
    /// # Errors
    /// `DataFolder` when it cannot be made, is not ours to write, or is somebody else's folder.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        DirBuilder::new()
            .recursive(true)
            .mode(MODE)
            .create(path)
            .map_err(|error| unusable(path, &error))?;
        make_private(path)?;
        let probe = path.join(".interlude-probe");
        fs::write(&probe, b"")
            .and_then(|()| fs::remove_file(&probe))
            .map_err(|error| unusable(path, &error))?;
        Ok(Self {
            path: path.to_owned(),
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A folder in it, made if need be.
    ///
    /// # Errors
    /// `DataFolder` when it cannot be made.
    pub fn room(&self, name: &str) -> Result<PathBuf, Failure> {
        let room = self.path.join(name);
        fs::create_dir_all(&room).map_err(|error| unusable(&room, &error))?;
        Ok(room)
    }

    /// Takes the folder for one server.
    ///
    /// # Errors
    /// `AlreadyRunning` while another has it.
    pub fn lock(&self) -> Result<FolderLock, Failure> {
        let path = self.path.join(LOCK_NAME);
        let mut file = File::options()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&path)
            .map_err(|error| unusable(&path, &error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut process = String::new();
                file.read_to_string(&mut process).unwrap_or_default();
                return Err(Failure::new(
                    Exit::AlreadyRunning,
                    format!(
                        "another server (process {}) runs on {}; stop it first, or choose another \
                         folder with --data-dir",
                        process.trim(),
                        self.path.display()
                    ),
                ));
            }
            Err(TryLockError::Error(error)) => return Err(unusable(&path, &error)),
        }
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| writeln!(file, "{}", std::process::id()))
            .map_err(|error| unusable(&path, &error))?;
        Ok(FolderLock { _file: file })
    }
}

/// Closes a folder that is open to others: at once when it is empty or known to be ours, and never
/// when it may be somebody's home.
fn make_private(path: &Path) -> Result<(), Failure> {
    let unusable = |error: io::Error| unusable(path, &error);
    let mode = fs::metadata(path).map_err(unusable)?.permissions().mode();
    if mode & 0o077 == 0 {
        return Ok(());
    }
    let ours = ["interlude.db", LOCK_NAME, crate::config::FILE_NAME]
        .iter()
        .any(|name| path.join(name).exists());
    let empty = fs::read_dir(path).map_err(unusable)?.next().is_none();
    if !ours && !empty {
        return Err(Failure::new(
            Exit::DataFolder,
            format!(
                "{path} holds other things and is open to other accounts; choose an empty folder, \
                 or close it with: chmod 700 {path}",
                path = path.display()
            ),
        ));
    }
    fs::set_permissions(path, Permissions::from_mode(MODE)).map_err(unusable)
}

fn unusable(path: &Path, error: &io::Error) -> Failure {
    Failure::new(
        Exit::DataFolder,
        format!(
            "{} cannot be used ({error}); check that it is on a disk with room, and that this \
             account may write to it",
            path.display()
        ),
    )
}
