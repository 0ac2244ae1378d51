//! A change asked for, as a value: it can be checked, run, run again, and written down for later.
use crate::{Actor, Conn, Result, Tx};
use async_trait::async_trait;

/// Something to do, named in the imperative.
///
/// Its futures are boxed where they are written. Otherwise each crate that hands a command on would compile all
/// that the command does once more: the API, the demonstration, the server and every test.
#[async_trait]
pub trait Command: Send + Sync + 'static {
    type Done: Send + 'static;

    /// Work that needs no transaction, done once and before it opens: parsing, rendering, hashing.
    ///
    /// It may read, but decides nothing that `run` relies on for permission.
    async fn prepare(&mut self, _conn: &Conn<'_>, _actor: Actor) -> Result<()> {
        Ok(())
    }

    /// The change. It may be called again after a lost race, so it touches the world only through
    /// its `Tx`.
    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Self::Done>;
}
