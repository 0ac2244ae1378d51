//! A cohort runs again, with all that was set up for it.
use channels::copy_channels;
use communities::{CloneCohort, Community};
use kernel::{Actor, Command, Result, Tx};

/// Founds the next run of a cohort together with what it is taught in: its channels.
pub struct FoundNextRun(pub CloneCohort);

impl Command for FoundNextRun {
    type Done = Community;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Community> {
        let next = self.0.run(tx, actor).await?;
        copy_channels(tx, actor, (self.0.community, next.id)).await?;
        Ok(next)
    }
}
