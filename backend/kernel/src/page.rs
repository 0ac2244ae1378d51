//! Pages of a list: `first` is asked for, `after` is opaque.
use crate::{Error, Result, hex};
use std::str::FromStr;

/// How many of a list are asked for: 1 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct First(u64);

impl First {
    pub const MAX: i32 = 100;

    /// # Errors
    /// `Invalid` on `first` outside 1 to 100.
    pub fn parse(first: i32) -> Result<Self> {
        match u64::try_from(first) {
            Ok(n @ 1..=100) => Ok(Self(n)),
            _ => Err(Error::invalid(
                "first",
                format!("ask for 1 to {} at a time", Self::MAX),
            )),
        }
    }

    pub fn get(self) -> u64 {
        self.0
    }

    /// What a store fetches: one more, to know whether there is a next page.
    pub fn and_one(self) -> u64 {
        self.0 + 1
    }
}

/// One page, each item with the cursor that continues after it.
#[derive(Clone, Debug)]
pub struct Page<T> {
    pub items: Vec<(String, T)>,
    pub has_next: bool,
}

impl<T> Page<T> {
    /// Cuts rows fetched with `First::and_one` to the page, and names each by its key.
    pub fn cut(rows: Vec<T>, first: First, key: impl Fn(&T) -> String) -> Self {
        let wanted = usize::try_from(first.get()).unwrap_or(usize::MAX);
        let has_next = rows.len() > wanted;
        let items = rows
            .into_iter()
            .take(wanted)
            .map(|row| (cursor_of(&key(&row)), row))
            .collect();
        Self { items, has_next }
    }

    pub fn map<U>(self, change: impl Fn(T) -> U) -> Page<U> {
        let items = self
            .items
            .into_iter()
            .map(|(cursor, item)| (cursor, change(item)))
            .collect();
        Page {
            items,
            has_next: self.has_next,
        }
    }

    pub fn nodes(&self) -> impl Iterator<Item = &T> {
        self.items.iter().map(|(_, item)| item)
    }
}

/// A sort key is a name in another script at the most, which takes six digits for a letter.
const CURSOR_BYTES_MAX: usize = 2048;

/// Makes a sort key opaque. Hexadecimal, so that nobody is tempted to read or build one.
pub fn cursor_of(key: &str) -> String {
    hex(key.as_bytes())
}

/// Reads the sort key back from a cursor.
///
/// # Errors
/// `Invalid` on `after` when it was not made by `cursor_of`, or of another kind of key.
pub fn key_of<Key: FromStr>(cursor: &str) -> Result<Key> {
    read_key(cursor).ok_or_else(unreadable)
}

/// Reads a sort key of two parts, with a space between, back from a cursor.
///
/// # Errors
/// As `key_of`.
pub fn keys_of<First: FromStr, Second: FromStr>(cursor: &str) -> Result<(First, Second)> {
    let key: String = key_of(cursor)?;
    key.split_once(' ')
        .and_then(|(first, second)| Some((first.parse().ok()?, second.parse().ok()?)))
        .ok_or_else(unreadable)
}

fn read_key<Key: FromStr>(cursor: &str) -> Option<Key> {
    if cursor.len() > CURSOR_BYTES_MAX {
        return None;
    }
    let digits = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let (pairs, rest) = cursor.as_bytes().as_chunks::<2>();
    let bytes: Option<Vec<u8>> = pairs.iter().map(|pair| digits(pair)).collect();
    let key = String::from_utf8(bytes.filter(|_| rest.is_empty())?).ok()?;
    key.parse().ok()
}

fn unreadable() -> Error {
    Error::invalid("after", "this place in the list cannot be read")
        .hint("start again without `after`")
}
