//! The rows of one XML file of a dump, one at a time.
//!
//! A file is cut at each `<`, which XML allows nowhere else than where markup begins. So a broken row
//! is one broken piece, and the rows after it are read as ever; and the place of a row in its file is
//! known, so that it can be read again without keeping it.
use chrono::{DateTime, NaiveDateTime, Utc};
use kernel::{Error, Result};
use quick_xml::XmlVersion;
use quick_xml::events::attributes::{Attribute, Attributes};
use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;

/// Far beyond the longest body a site of this kind allows.
const ROW_BYTES_MAX: u64 = 4 * 1024 * 1024;

/// Where a row stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    at: u64,
    bytes: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at byte {}", self.at)
    }
}

/// One row: its attributes, as yet unread.
pub(super) struct Row<'a>(Vec<Attribute<'a>>);

impl Row<'_> {
    /// An attribute's value; nothing when there is none, or it cannot be read.
    pub fn text(&self, name: &str) -> Option<String> {
        let found = self.0.iter().find(|attribute| attribute.key.0 == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }

    pub fn number(&self, name: &str) -> Option<i64> {
        self.text(name)?.trim().parse().ok()
    }

    /// Dumps write UTC without saying so.
    pub fn instant(&self, name: &str) -> Option<DateTime<Utc>> {
        let text = self.text(name)?;
        let naive = NaiveDateTime::parse_from_str(text.trim(), "%Y-%m-%dT%H:%M:%S%.f").ok()?;
        Some(naive.and_utc())
    }
}

/// What stands at a place of the file.
pub(super) enum Found<'a> {
    Row(Place, Row<'a>),
    /// Why it cannot be read. `Place` says where, for the sheet.
    Broken(Place, &'static str),
}

/// Reads a file from its first row to its last.
pub(super) struct Scan {
    file: BufReader<File>,
    root: &'static str,
    at: u64,
    piece: Vec<u8>,
    began: bool,
}

impl Scan {
    /// `None` when the dump has no such file.
    ///
    /// # Errors
    /// `Invalid` when there is one, and it cannot be read.
    pub fn open(folder: &Path, (name, root): (&str, &'static str)) -> Result<Option<Self>> {
        let path = folder.join(name);
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(&path, &error)),
        };
        Ok(Some(Self {
            file: BufReader::with_capacity(1 << 18, file),
            root,
            at: 0,
            piece: Vec::new(),
            began: false,
        }))
    }

    /// Calls `visit` for every row, and says how many bytes were read since the last one.
    ///
    /// # Errors
    /// `Invalid` when this is no such file at all.
    pub fn each(mut self, mut visit: impl FnMut(Found<'_>, u64)) -> Result<()> {
        let mut told = 0;
        loop {
            let at = self.at;
            let Some(is_whole) = self.next_piece()? else {
                break;
            };
            let place = Place {
                at,
                bytes: u32::try_from(self.piece.len()).unwrap_or(u32::MAX),
            };
            if !is_row(&self.piece) {
                self.check_root()?;
                continue;
            }
            let found = match (is_whole, parse(&self.piece)) {
                (false, _) => Found::Broken(place, "the row is longer than 4 MB"),
                (true, Err(reason)) => Found::Broken(place, reason),
                (true, Ok(row)) => Found::Row(place, row),
            };
            visit(found, self.at - told);
            told = self.at;
        }
        if !self.began {
            return Err(self.no_dump());
        }
        Ok(())
    }

    /// Reads up to the next `<`. Says whether all of it fits; nothing at the end of the file.
    fn next_piece(&mut self) -> Result<Option<bool>> {
        self.piece.clear();
        let mut limited = (&mut self.file).take(ROW_BYTES_MAX);
        let read = limited
            .read_until(b'<', &mut self.piece)
            .map_err(Error::internal)?;
        self.at += read as u64;
        if read == 0 {
            return Ok(None);
        }
        let is_whole = read < ROW_BYTES_MAX as usize || self.piece.ends_with(b"<");
        if !is_whole {
            self.at += self.file.skip_until(b'<').map_err(Error::internal)? as u64;
        }
        if self.piece.ends_with(b"<") {
            self.piece.pop();
        }
        Ok(Some(is_whole))
    }

    /// The first element of the file must be the one that a dump has there.
    fn check_root(&mut self) -> Result<()> {
        let is_prologue = self
            .piece
            .first()
            .is_none_or(|byte| !byte.is_ascii_alphabetic());
        if self.began || is_prologue {
            return Ok(());
        }
        self.began = self.piece.starts_with(self.root.as_bytes());
        if self.began {
            Ok(())
        } else {
            Err(self.no_dump())
        }
    }

    fn no_dump(&self) -> Error {
        let message = format!(
            "this is no data dump: there is no <{}> in its file",
            self.root
        );
        Error::invalid("folder", message).hint("give the folder with Posts.xml, as it was unpacked")
    }
}

/// Reads rows again, in any order.
pub(super) struct Rows(Option<File>);

impl Rows {
    pub fn open(folder: &Path, name: &str) -> Self {
        Self(File::open(folder.join(name)).ok())
    }

    /// Calls `read` with the row at this place.
    pub fn at<T>(&mut self, place: Place, read: impl FnOnce(&Row<'_>) -> T) -> Result<T> {
        let gone = || Error::internal("the dump changed while it was read");
        let file = self.0.as_mut().ok_or_else(gone)?;
        let mut piece = vec![0; place.bytes as usize];
        file.seek(SeekFrom::Start(place.at))
            .and_then(|_| file.read_exact(&mut piece))
            .map_err(Error::internal)?;
        let row = parse(&piece).map_err(|_| gone())?;
        Ok(read(&row))
    }
}

/// How much there is to read in the folder.
pub(super) fn bytes_of(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "xml")
        })
        .filter_map(|entry| Some(entry.metadata().ok()?.len()))
        .sum()
}

fn is_row(piece: &[u8]) -> bool {
    piece.strip_prefix(b"row").is_some_and(|rest| {
        rest.first()
            .is_none_or(|byte| !byte.is_ascii_alphanumeric())
    })
}

fn parse(piece: &[u8]) -> std::result::Result<Row<'_>, &'static str> {
    let text = std::str::from_utf8(piece).map_err(|_| "the row is not UTF-8")?;
    let inside = text
        .trim_end()
        .strip_suffix('>')
        .ok_or("the row is cut off")?;
    let inside = inside.strip_suffix('/').unwrap_or(inside);
    let attributes: std::result::Result<Vec<_>, _> = Attributes::new(inside, "row".len()).collect();
    attributes
        .map(Row)
        .map_err(|_| "the row is not well-formed XML")
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::invalid(
        "folder",
        format!("{} cannot be read: {error}", path.display()),
    )
    .hint("check that the folder is there and may be read")
}
