//! A zip from outside: nothing in it is believed, and it is never unpacked to disk.
use kernel::{Error, Result};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use zip::ZipArchive;

/// Five hundred channels over a thousand days.
const ENTRIES_MAX: usize = 500_000;
/// One day of one channel, or all users, unpacked.
const ENTRY_BYTES_MAX: u64 = 64 * 1024 * 1024;
const TOTAL_BYTES_MAX: u64 = 64 * 1024 * 1024 * 1024;
/// Real exports shrink to a twentieth; what grows beyond this from so little means harm.
const RATIO_MAX: u64 = 200;
const RATIO_COUNTS_FROM: u64 = 1024 * 1024;

pub(super) struct Archive {
    zip: ZipArchive<BufReader<File>>,
    /// The folder inside the zip that holds users.json; empty when nothing is around it.
    root: String,
    /// Bytes unpacked so far, of all entries.
    inflated: u64,
}

/// What could not be read of one entry, in words.
pub(super) type Broken = &'static str;

impl Archive {
    /// # Errors
    /// `Invalid` when this is no Slack export.
    pub fn open(path: &Path) -> Result<Self> {
        let file = File::open(path).map_err(|error| {
            let message = format!("{} cannot be read: {error}", path.display());
            Error::invalid("archive", message).hint("give the zip as Slack made it")
        })?;
        let zip = ZipArchive::new(BufReader::new(file)).map_err(|_| {
            let message = format!(
                "{} is no zip archive, or a part of it is missing",
                path.display()
            );
            Error::invalid("archive", message).hint("give the zip as Slack made it, not unpacked")
        })?;
        if zip.len() > ENTRIES_MAX {
            return Err(unreasonable("holds more files than any Slack export"));
        }
        let mut archive = Self {
            zip,
            root: String::new(),
            inflated: 0,
        };
        archive.root = archive.find_root()?;
        Ok(archive)
    }

    /// The folder that holds channels.json or users.json, the one least deep.
    fn find_root(&self) -> Result<String> {
        let mut root: Option<String> = None;
        for name in self.zip.file_names() {
            let name = name.map_err(|_| unreasonable("has names in it that cannot be read"))?;
            if leaves_its_folder(&name) {
                return Err(unreasonable(
                    "has names in it that point outside the archive",
                ));
            }
            let Some(folder) = ["users.json", "channels.json"]
                .iter()
                .find_map(|file| name.strip_suffix(file))
                .filter(|folder| folder.is_empty() || folder.ends_with('/'))
            else {
                continue;
            };
            if root.as_ref().is_none_or(|root| folder.len() < root.len()) {
                root = Some(folder.to_owned());
            }
        }
        root.ok_or_else(|| {
            Error::invalid("archive", "there is no users.json in this zip")
                .hint("export the workspace again from Slack's settings, and give that zip")
        })
    }

    /// A list at the top of the export.
    ///
    /// # Errors
    /// `Invalid` when it is missing, or no list.
    pub fn read_list<T: DeserializeOwned>(&mut self, file: &str) -> Result<Vec<T>> {
        let name = format!("{}{file}", self.root);
        let again = "export the workspace again from Slack's settings, and give that zip";
        if self.zip.index_for_name(&name).is_none() {
            let message = format!("there is no {file} in this zip");
            return Err(Error::invalid("archive", message).hint(again));
        }
        let wrong = |reason: &dyn std::fmt::Display| {
            let message = format!("{file} in this zip cannot be read: {reason}");
            Error::invalid("archive", message).hint(again)
        };
        let bytes = self.read(&name)?.map_err(|reason| wrong(&reason))?;
        serde_json::from_slice(&bytes).map_err(|error| wrong(&error))
    }

    /// The days of each folder, in their order.
    pub fn folders(&self) -> BTreeMap<String, Vec<String>> {
        let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for name in self.zip.file_names().flatten() {
            let inside = name.strip_prefix(&self.root);
            if let Some((folder, day)) = inside.and_then(|name| name.split_once('/'))
                && is_day(day)
            {
                folders
                    .entry(folder.to_owned())
                    .or_default()
                    .push(name.into_owned());
            }
        }
        for days in folders.values_mut() {
            days.sort_unstable();
        }
        folders
    }

    pub fn day_count(&self) -> u64 {
        self.folders().values().map(|days| days.len() as u64).sum()
    }

    /// One entry, unpacked; or why only this one cannot be read.
    ///
    /// # Errors
    /// `Invalid` when the archive unpacks to unreasonable size. That is checked while it unpacks:
    /// the sizes that a zip says of itself are only words.
    pub fn read(&mut self, name: &str) -> Result<std::result::Result<Vec<u8>, Broken>> {
        let Ok(entry) = self.zip.by_name(name) else {
            return Ok(Err(
                "it is packed in a way, or with a password, that we do not read",
            ));
        };
        let packed = entry.compressed_size().max(1);
        let mut entry = entry.take(ENTRY_BYTES_MAX + 1);
        let mut bytes = Vec::new();
        let mut chunk = vec![0; 64 * 1024];
        loop {
            let read = match entry.read(&mut chunk) {
                Ok(0) => return Ok(Ok(bytes)),
                Ok(read) => read,
                Err(_) => return Ok(Err("it is damaged")),
            };
            bytes.extend_from_slice(&chunk[..read]);
            self.inflated += read as u64;
            let size = bytes.len() as u64;
            let swells = size > RATIO_COUNTS_FROM && size / packed > RATIO_MAX;
            if swells || size > ENTRY_BYTES_MAX || self.inflated > TOTAL_BYTES_MAX {
                return Err(unreasonable("unpacks to far more than any Slack export"));
            }
        }
    }
}

fn leaves_its_folder(name: &str) -> bool {
    let is_absolute = name.starts_with('/') || name.as_bytes().get(1) == Some(&b':');
    is_absolute || name.contains(['\\', '\0']) || name.split('/').any(|part| part == "..")
}

/// `2025-10-16.json`
fn is_day(file: &str) -> bool {
    file.strip_suffix(".json").is_some_and(|day| {
        day.len() == 10
            && day
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-')
    })
}

fn unreasonable(what: &'static str) -> Error {
    Error::invalid(
        "archive",
        format!("this zip {what}, so it was not opened further"),
    )
    .hint("give the zip as Slack made it")
}
