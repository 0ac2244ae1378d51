//! Pages of a list: `first` is asked for, `after` is opaque.
use crate::{Error, Result};

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

/// Makes a sort key opaque. Hexadecimal, so that nobody is tempted to read or build one.
pub fn cursor_of(key: &str) -> String {
    key.bytes().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads the sort key back from a cursor.
///
/// # Errors
/// `Invalid` on `after` when it was not made by `cursor_of`.
pub fn key_of(cursor: &str) -> Result<String> {
    let unreadable = || {
        Error::invalid("after", "this place in the list cannot be read")
            .hint("start again without `after`")
    };
    if !cursor.len().is_multiple_of(2) || !cursor.is_ascii() || cursor.len() > 512 {
        return Err(unreadable());
    }
    let bytes = (0..cursor.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&cursor[at..at + 2], 16))
        .collect::<Result<Vec<u8>, _>>()
        .map_err(|_| unreadable())?;
    String::from_utf8(bytes).map_err(|_| unreadable())
}
