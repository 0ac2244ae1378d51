//! The archive itself: written once, and verified whole before anything is taken from it.
use super::manifest::{Entry, FORMAT, MANIFEST_NAME, Manifest};
use super::new_private_file;
use crate::failure::Failure;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{BufReader, BufWriter, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// Larger than any file the server ever puts into an archive.
const ENTRY_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// An archive being written. Dropped before it is finished, it leaves nothing behind.
pub struct ArchiveWriter {
    tar: tar::Builder<GzEncoder<BufWriter<File>>>,
    entries: Vec<Entry>,
    unfinished: Unfinished,
    path: PathBuf,
}

/// The file under its working name, removed when it is not renamed.
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After a rename there is nothing to remove.
        let _ = fs::remove_file(&self.0);
    }
}

impl ArchiveWriter {
    /// # Errors
    /// When there is a file at `path`, or none can be made.
    pub fn create(path: &Path) -> Result<Self, Failure> {
        let mut working = path.as_os_str().to_owned();
        working.push(".unfinished");
        let working = PathBuf::from(working);
        let file = new_private_file(&working).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => taken(&working, "remove it if no backup is running"),
            _ => cannot(path, "written", &error),
        })?;
        let unfinished = Unfinished(working);
        // Looked for last: whoever holds the working name is the only one who may give the other.
        if path.exists() {
            return Err(taken(path, "name a new file"));
        }
        let zip = GzEncoder::new(BufWriter::new(file), Compression::fast());
        Ok(Self {
            tar: tar::Builder::new(zip),
            entries: Vec::new(),
            unfinished,
            path: path.to_owned(),
        })
    }

    pub fn add(&mut self, name: &str, content: &[u8]) -> Result<(), Failure> {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_mode(0o600);
        self.tar
            .append_data(&mut header, name, content)
            .map_err(|error| cannot(&self.path, "written", &error))?;
        self.entries.push(Entry {
            name: name.to_owned(),
            bytes: content.len() as u64,
            sha256: checksum(content),
        });
        Ok(())
    }

    /// Adds the manifest, brings everything to the disk, and gives the archive its name.
    pub fn finish(mut self, manifest: impl FnOnce(Vec<Entry>) -> Manifest) -> Result<(), Failure> {
        let manifest = manifest(self.entries.clone());
        let text = serde_json::to_vec_pretty(&manifest).map_err(kernel::Error::from)?;
        self.add(MANIFEST_NAME, &text)?;
        let Self {
            tar,
            unfinished,
            path,
            ..
        } = self;
        tar.into_inner()
            .and_then(GzEncoder::finish)
            .and_then(|buffer| Ok(buffer.into_inner()?))
            .and_then(|file| file.sync_all())
            .and_then(|()| fs::rename(&unfinished.0, &path))
            .map_err(|error| cannot(&path, "written", &error))
    }
}

/// An archive whose every byte was checked.
#[derive(Debug)]
pub struct Verified {
    path: PathBuf,
    pub manifest: Manifest,
}

impl Verified {
    /// Reads the whole archive and compares it with its manifest.
    ///
    /// # Errors
    /// When it is no archive of ours, was cut short, or was altered.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let mut seen = Vec::new();
        let mut manifest = None;
        for entry in Reader::open(path)?.entries()? {
            let (name, content) = entry?;
            if name == MANIFEST_NAME {
                manifest = serde_json::from_slice::<Manifest>(&content).ok();
                continue;
            }
            seen.push(Entry {
                bytes: content.len() as u64,
                sha256: checksum(&content),
                name,
            });
        }
        let Some(manifest) = manifest else {
            return Err(damaged(
                path,
                "it has no manifest: the backup was cut short",
            ));
        };
        if manifest.format != FORMAT {
            return Err(damaged(
                path,
                "it was written by another version; use that one",
            ));
        }
        if manifest.entries != seen {
            return Err(damaged(path, "its content does not match its checksums"));
        }
        Ok(Self {
            path: path.to_owned(),
            manifest,
        })
    }

    /// Opens it once more, to take from it.
    pub fn reopen(&self) -> Result<Reader, Failure> {
        Reader::open(&self.path)
    }
}

/// An archive being read, one file in memory at a time.
pub struct Reader {
    tar: tar::Archive<GzDecoder<BufReader<File>>>,
    path: PathBuf,
}

impl Reader {
    fn open(path: &Path) -> Result<Self, Failure> {
        let file = File::open(path).map_err(|error| cannot(path, "read", &error))?;
        Ok(Self {
            tar: tar::Archive::new(GzDecoder::new(BufReader::new(file))),
            path: path.to_owned(),
        })
    }

    /// Every file of the archive with its name, in the order it was written.
    pub fn entries(
        &mut self,
    ) -> Result<impl Iterator<Item = Result<(String, Vec<u8>), Failure>>, Failure> {
        let path = self.path.clone();
        let no_archive = move |_| damaged(&path, "it is no archive, or it was cut short");
        let entries = self.tar.entries().map_err(no_archive.clone())?;
        Ok(entries.map(move |entry| {
            let entry = entry.map_err(no_archive.clone())?;
            let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            let mut content = Vec::new();
            entry
                .take(ENTRY_BYTES_MAX)
                .read_to_end(&mut content)
                .map_err(no_archive.clone())?;
            Ok((name, content))
        }))
    }
}

fn checksum(content: &[u8]) -> String {
    kernel::hex(&Sha256::digest(content))
}

fn taken(path: &Path, advice: &str) -> Failure {
    Failure::plain(format!("{} exists already; {advice}", path.display()))
}

fn cannot(path: &Path, what: &str, error: &std::io::Error) -> Failure {
    Failure::plain(format!("{} cannot be {what}: {error}", path.display()))
}

fn damaged(path: &Path, reason: &str) -> Failure {
    Failure::plain(format!(
        "{} cannot be restored: {reason}; nothing was changed",
        path.display()
    ))
}
