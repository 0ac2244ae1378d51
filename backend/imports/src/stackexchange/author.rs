//! Who wrote a row: a number, or only a name when the account is gone.
use super::rows::Row;

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Author {
    Numbered(i64),
    /// Of a deleted account this is all that is left; it may be empty.
    Named(String),
}

impl Author {
    /// The author in these two attributes, and the name that stands beside a number.
    pub fn of(row: &Row<'_>, (number, name): (&str, &str)) -> (Self, Option<String>) {
        let name = row.text(name);
        match row.number(number) {
            Some(number) => (Self::Numbered(number), name),
            None => (Self::Named(name.unwrap_or_default()), None),
        }
    }

    /// What this author is called in the notes of an import.
    pub fn key(&self) -> String {
        match self {
            Self::Numbered(number) => number.to_string(),
            Self::Named(name) => format!("name:{name}"),
        }
    }

    /// What to call somebody of whom nothing else is known.
    pub fn stand_in(&self) -> String {
        match self {
            Self::Numbered(number) => format!("user{number}"),
            Self::Named(name) if name.is_empty() => "Former member".to_owned(),
            Self::Named(name) => name.clone(),
        }
    }
}

/// The attributes that name an author, file by file.
pub(super) const OWNER: (&str, &str) = ("OwnerUserId", "OwnerDisplayName");
pub(super) const WRITER: (&str, &str) = ("UserId", "UserDisplayName");
