//! Where in the log the index stands: the place, and which fact was there.
//!
//! A place alone would fit any log that is long enough. After a restore, or with another database, the
//! fact at that place is another one, and the index is told anew.
use kernel::{Conn, Cursor, EventId, Result, facts_after, head};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Position {
    pub cursor: Cursor,
    /// Nothing at the beginning of the log.
    pub fact: Option<EventId>,
}

impl Position {
    /// The end of the log as it can be read now.
    pub async fn head(conn: &Conn<'_>) -> Result<Self> {
        Self::at(conn, head(conn).await?).await
    }

    async fn at(conn: &Conn<'_>, cursor: Cursor) -> Result<Self> {
        let before = Cursor {
            seq: cursor.seq - 1,
            ..cursor
        };
        let next = facts_after(conn, before, 1).await?;
        let there = next.first().filter(|fact| fact.cursor == cursor);
        Ok(Self {
            cursor,
            fact: there.map(|fact| fact.id),
        })
    }

    /// Whether this is a place in the log of this database.
    pub async fn is_of(self, conn: &Conn<'_>) -> Result<bool> {
        Ok(self == Self::default() || self == Self::at(conn, self.cursor).await?)
    }

    pub fn read(text: &str) -> Option<Self> {
        let (cursor, fact) = text.split_once(' ').unwrap_or((text, ""));
        let fact = match fact {
            "" => None,
            fact => Some(fact.parse().ok()?),
        };
        Some(Self {
            cursor: cursor.parse().ok()?,
            fact,
        })
    }

    pub fn written(self) -> String {
        match self.fact {
            Some(fact) => format!("{} {fact}", self.cursor),
            None => self.cursor.to_string(),
        }
    }
}
