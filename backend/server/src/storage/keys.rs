//! The keys that secrets at rest are sealed with: a setting, or a file of the data folder that nobody else reads.
//! They are in no backup: who finds one must not find what it hides.
use super::DataFolder;
use crate::config::Settings;
use crate::failure::{Exit, Failure};
use kernel::{KeyRing, SystemEntropy};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

const FILE_NAME: &str = "secret.keys";
const MODE: u32 = 0o600;
const ABOUT: &str = "\
# What secrets in the database are sealed with, the newest key first. Keep a copy apart from the backups: without
# it second factors and the secrets of sign-in providers must be set up anew.
";

/// The keys in force. The first start on a data folder makes one.
///
/// # Errors
/// `Usage` when the keys cannot be read as such; `DataFolder` when their file cannot be used, or is open to others.
pub fn keys(settings: &Settings, folder: &DataFolder) -> Result<KeyRing, Failure> {
    if let Some(keys) = &settings.secret_keys {
        return KeyRing::parse(keys.reveal()).map_err(|reason| wrong("secret-keys", &reason));
    }
    let path = path(folder);
    let text = match read(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => first(&path),
        read => read,
    };
    let text = text.map_err(|error| unusable(&path, &error))?;
    KeyRing::parse(&text).map_err(|reason| wrong(&path.display().to_string(), &reason))
}

/// Puts a new key before the others of the file. What was sealed before opens as it did.
///
/// # Errors
/// When the keys are a setting, or their file cannot be written.
pub fn add_key(settings: &Settings, folder: &DataFolder) -> Result<KeyRing, Failure> {
    if settings.secret_keys.is_some() {
        let key = KeyRing::new_key(&SystemEntropy);
        return Err(Failure::plain(format!(
            "the keys are the setting secret-keys; put a new one before them on every node, as {key}, \
             start again, and then seal with: interlude keys seal"
        )));
    }
    keys(settings, folder)?;
    let path = path(folder);
    let failed = |error| unusable(&path, &error);
    let old = read(&path).map_err(failed)?;
    let kept = old.strip_prefix(ABOUT).unwrap_or(&old);
    let new = format!("{ABOUT}{}\n{kept}", KeyRing::new_key(&SystemEntropy));
    let beside = write_beside(&path, &new).map_err(failed)?;
    fs::rename(beside, &path).map_err(failed)?;
    keys(settings, folder)
}

fn path(folder: &DataFolder) -> PathBuf {
    folder.path().join(FILE_NAME)
}

fn read(path: &Path) -> io::Result<String> {
    let mode = fs::metadata(path)?.permissions().mode();
    if mode & 0o077 != 0 {
        let hint = format!(
            "it is open to other accounts; close it with: chmod 600 {}",
            path.display()
        );
        return Err(io::Error::new(ErrorKind::PermissionDenied, hint));
    }
    fs::read_to_string(path)
}

/// The first key. Of two programs that start at once, one makes it and both read it.
fn first(path: &Path) -> io::Result<String> {
    let beside = write_beside(
        path,
        &format!("{ABOUT}{}\n", KeyRing::new_key(&SystemEntropy)),
    )?;
    let made = fs::hard_link(&beside, path);
    fs::remove_file(&beside)?;
    match made {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        Ok(()) | Err(_) => read(path),
    }
}

/// The whole file on disk under another name: nobody ever reads half of it.
fn write_beside(path: &Path, text: &str) -> io::Result<PathBuf> {
    let beside = path.with_extension(format!("{}.new", std::process::id()));
    let mut file = File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(MODE)
        .open(&beside)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(beside)
}

fn wrong(place: &str, reason: &str) -> Failure {
    Failure::new(
        Exit::Usage,
        format!("{place} holds no keys that can be used: {reason}"),
    )
}

fn unusable(path: &Path, error: &io::Error) -> Failure {
    let words = format!("the keys in {} cannot be used: {error}", path.display());
    Failure::new(Exit::DataFolder, words)
}
