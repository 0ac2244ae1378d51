use crate::store;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{Actor, Command, KeepTime, Organisation, Result, Tx, permit};

/// How many people are forgotten in one go: nobody who writes waits longer than that takes.
const PEOPLE_MAX: u64 = 1_000;

/// Forgets who was told of a correction before this, with what they answered; how many they were stays in
/// its spread report. Returns how many people were forgotten.
#[derive(Clone, Debug)]
pub struct SweepExposures {
    pub before: DateTime<Utc>,
}

#[async_trait]
impl Command for SweepExposures {
    type Done = u64;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<u64> {
        let leave = permit::<KeepTime, _>(actor, Organisation)?;
        store::forget_exposures(tx, &leave, (self.before, PEOPLE_MAX)).await
    }
}
