//! Who wrote something finds it at once: their search waits until the index has heard of it. Nobody else
//! waits, and nobody waits for an index that is far behind.
use crate::Searcher;
use kernel::{Actor, Conn, Cursor, Db, Result, last_act_of};
use std::sync::OnceLock;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::time::timeout;

/// Then the answer is what is there.
const PATIENCE: Duration = Duration::from_millis(800);
/// On PostgreSQL a fact can be read only once every older transaction is over.
const AGAIN: Duration = Duration::from_millis(25);

/// How far whoever follows the log has come.
#[derive(Debug, Default)]
pub(crate) struct Pace {
    /// Nothing while nobody follows.
    following: OnceLock<Following>,
    heard: watch::Sender<Heard>,
    hurry: Notify,
}

#[derive(Debug)]
struct Following {
    /// Commits of this process.
    commits: watch::Receiver<u64>,
    /// Are there no others?
    is_alone: bool,
}

#[derive(Clone, Copy, Debug, Default)]
struct Heard {
    /// Of all that this process committed up to here.
    commit: u64,
    place: Cursor,
}

impl Pace {
    pub fn begins(&self, db: &Db) {
        // Whoever follows again follows the same commits.
        let _ = self.following.set(Following {
            commits: db.committed(),
            is_alone: db.is_alone(),
        });
    }

    pub fn has_heard(&self, commit: u64, place: Cursor) {
        self.heard.send_replace(Heard { commit, place });
    }

    /// Ends when somebody waits.
    pub async fn hurried(&self) {
        self.hurry.notified().await;
    }
}

impl Searcher {
    /// Waits until the index has heard what the asker did.
    pub(crate) async fn hear_of_own(&self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let (Some(person), Some(following)) = (actor.person(), self.pace.following.get()) else {
            return Ok(());
        };
        let commit = *following.commits.borrow();
        let mut heard = self.pace.heard.subscribe();
        let Heard {
            commit: last,
            place,
        } = *heard.borrow_and_update();
        if (following.is_alone && last >= commit) || self.is_warming() {
            return Ok(());
        }
        let Some(own) = last_act_of(conn, person, place).await? else {
            return Ok(());
        };
        let hearing = async {
            loop {
                self.pace.hurry.notify_one();
                if timeout(AGAIN, heard.wait_for(|it| it.place >= own))
                    .await
                    .is_ok()
                {
                    return;
                }
            }
        };
        // Heard or not, the search goes on.
        let _ = timeout(PATIENCE, hearing).await;
        Ok(())
    }
}
