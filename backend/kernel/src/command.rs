//! A change asked for, as a value: it can be checked, run, run again, and written down for later.
use crate::{Actor, Conn, Result, Tx};
use std::future::Future;

/// Something to do, named in the imperative.
pub trait Command: Send + Sync + 'static {
    type Done: Send + 'static;

    /// Work that needs no transaction, done once and before it opens: parsing, rendering, hashing.
    ///
    /// It may read, but decides nothing that `run` relies on for permission.
    fn prepare(
        &mut self,
        _conn: &Conn<'_>,
        _actor: Actor,
    ) -> impl Future<Output = Result<()>> + Send {
        async { Ok(()) }
    }

    /// The change. It may be called again after a lost race, so it touches the world only through
    /// its `Tx`.
    fn run(&self, tx: &Tx, actor: Actor) -> impl Future<Output = Result<Self::Done>> + Send;
}
