//! How far an import has come, for whoever waits for it.

/// Hears of progress. The command line draws a bar; a test listens to nothing.
pub trait Progress: Send + Sync {
    /// A stage begins. `total` is how much of it there is, in units of its own.
    fn begin(&self, stage: &'static str, total: u64);

    /// So many units more of the stage are done.
    fn advance(&self, by: u64);
}

/// Listens to nothing.
pub struct Unheard;

impl Progress for Unheard {
    fn begin(&self, _: &'static str, _: u64) {}

    fn advance(&self, _: u64) {}
}
