//! What happens by itself: windows end, readers are told, and who must answer is reminded.
use crate::commands::{Remind, TellExposed, publish};
use crate::policy::Steer;
use crate::store;
use async_trait::async_trait;
use kernel::{Actor, Command, Db, KeepTime, MisconceptionId, Organisation, Result, Tx, permit};

/// People who are told in one go: nobody who writes waits longer than that takes.
const HANDFUL: u64 = 100;
const WINDOWS_MAX: u64 = 10;

/// Does some of what is due by now; returns how much that was, 0 when nothing was.
pub async fn do_what_is_due(db: &Db) -> Result<usize> {
    // Writing is for one at a time: looking first keeps a quiet house from waiting for that.
    if !store::is_anything_due(&db.read(), db.now()).await? {
        return Ok(0);
    }
    let mut done = 0;
    for id in store::ended_windows(&db.read(), db.now(), WINDOWS_MAX).await? {
        db.write(Actor::System, EndWindow(id)).await?;
        done += 1;
    }
    let people_max = HANDFUL;
    done += db.write(Actor::System, TellExposed { people_max }).await?;
    done += db.write(Actor::System, Remind { people_max }).await?;
    Ok(done)
}

/// Publishes as drafted, once the author had their time.
struct EndWindow(MisconceptionId);

#[async_trait]
impl Command for EndWindow {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        permit::<KeepTime, _>(actor, Organisation)?;
        let due = store::ended_windows(&tx.conn(), tx.now(), WINDOWS_MAX).await?;
        if !due.contains(&self.0) {
            return Ok(()); // another node was here, or a moderator
        }
        let seen = store::misconception_seen(&tx.conn(), actor, self.0).await?;
        publish(tx, permit::<Steer, _>(actor, seen)?).await?;
        Ok(())
    }
}
