//! One row of the dump as it is needed: a post, a comment, or a line of the history.
use super::author::{Author, OWNER, WRITER};
use super::index::tags_of;
use super::rows::Row;
use chrono::{DateTime, Utc};

/// A question or an answer.
pub(super) struct RawPost {
    pub author: Author,
    pub created_at: Option<DateTime<Utc>>,
    pub edited_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    /// HTML; nothing when it cannot be read.
    pub body: Option<String>,
    pub score: i64,
    pub title: String,
    pub tags: Vec<String>,
    pub accepted: Option<i64>,
}

impl RawPost {
    pub fn of(row: &Row<'_>) -> Self {
        Self {
            author: Author::of(row, OWNER).0,
            created_at: row.instant("CreationDate"),
            edited_at: row.instant("LastEditDate"),
            closed_at: row.instant("ClosedDate"),
            body: row.text("Body"),
            score: row.number("Score").unwrap_or_default(),
            title: row.text("Title").unwrap_or_default(),
            tags: tags_of(row),
            accepted: row.number("AcceptedAnswerId"),
        }
    }
}

pub(super) struct RawComment {
    pub id: String,
    pub author: Author,
    pub created_at: Option<DateTime<Utc>>,
    /// A little Markdown, as it was typed.
    pub text: Option<String>,
    pub score: i64,
}

impl RawComment {
    pub fn of(row: &Row<'_>) -> Self {
        Self {
            id: row.text("Id").unwrap_or_default(),
            author: Author::of(row, WRITER).0,
            created_at: row.instant("CreationDate"),
            text: row.text("Text"),
            score: row.number("Score").unwrap_or_default(),
        }
    }
}

/// What a line of the history says of a post.
pub(super) enum Change {
    /// From then on it read like this, in Markdown.
    Words(String),
    Locked,
    Unlocked,
}

pub(super) struct RawChange {
    pub author: Author,
    pub at: Option<DateTime<Utc>>,
    pub change: Change,
}

impl RawChange {
    pub fn of(row: &Row<'_>) -> Self {
        let change = match row.number("PostHistoryTypeId") {
            Some(14) => Change::Locked,
            Some(15) => Change::Unlocked,
            _ => {
                let text = row.text("Text").unwrap_or_default();
                Change::Words(text.replace("\r\n", "\n").replace('\0', ""))
            }
        };
        Self {
            author: Author::of(row, WRITER).0,
            at: row.instant("CreationDate"),
            change,
        }
    }
}
