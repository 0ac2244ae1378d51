//! All that the index holds, read from the tables a handful at a time.
use crate::follow::changes_of;
use crate::known::Known;
use crate::others::{changes_of_people, changes_of_sessions};
use crate::searcher::POSTS_MAX;
use kernel::{Conn, Error, PersonId, PostId, Result, SessionId};
use search_index::Change;

/// Where the walk stands: after the last that was read. People and sessions, who are few, come first.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Walk {
    People(Option<PersonId>),
    Sessions(Option<SessionId>),
    Posts(Option<PostId>),
}

impl Walk {
    pub fn begin() -> Self {
        Self::People(None)
    }

    /// About how many there are in all.
    pub async fn length(conn: &Conn<'_>) -> Result<u64> {
        Ok(identity::people_count(conn).await?
            + sessions::session_count(conn).await?
            + channels::post_count(conn).await?)
    }

    /// What the index must do for the next of them; nothing at the end.
    pub async fn next(&mut self, conn: &Conn<'_>) -> Result<Option<Vec<Change>>> {
        if let Self::People(after) = self {
            let people = identity::people_walked(conn, *after, POSTS_MAX).await?;
            if let Some(last) = people.last() {
                *after = Some(last.id);
                return changes_of_people(conn, &people).await.map(Some);
            }
            *self = Self::Sessions(None);
        }
        if let Self::Sessions(after) = self {
            let sessions = sessions::sessions_walked(conn, *after, POSTS_MAX).await?;
            if let Some(last) = sessions.last() {
                *after = Some(last.id);
                return changes_of_sessions(conn, &sessions).await.map(Some);
            }
            *self = Self::Posts(None);
        }
        let Self::Posts(after) = self else {
            return Ok(None);
        };
        let posts = channels::posts_walked(conn, *after, POSTS_MAX).await?;
        let Some((last, _)) = posts.last() else {
            return Ok(None);
        };
        *after = Some(last.id);
        let known = Known::of(conn, &posts).await?;
        let reading = tokio::task::spawn_blocking(move || changes_of(&posts, &known));
        reading.await.map(Some).map_err(Error::internal)
    }
}
