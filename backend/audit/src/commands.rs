//! What is done with the log as a whole.
use crate::policy::ReadAuditLog;
use crate::{AuditLogExported, AuditLogFilter, Copied, CopyNews, Entry, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Error, Organisation, Result, Tx, permit};

/// More at once are taken along by `interlude audit export`, which need not hold them all.
const ENTRIES_MAX: usize = 10_000;

/// Takes the log along, or a part of it; that it was taken is an entry of its own.
#[derive(Clone, Debug, Default, InputObject)]
#[graphql(name = "ExportAuditLogInput")]
pub struct ExportAuditLog {
    /// Which entries; all, if it is left out. At most 10,000.
    #[graphql(default)]
    pub filter: AuditLogFilter,
}

/// What was taken along.
#[derive(Clone, Debug)]
pub struct AuditExport {
    /// Oldest first.
    pub entries: Vec<Entry>,
}

#[async_trait]
impl Command for ExportAuditLog {
    type Done = AuditExport;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<AuditExport> {
        permit::<ReadAuditLog, _>(actor, Organisation)?;
        let limit = ENTRIES_MAX as u64 + 1;
        let entries = store::filtered(&tx.conn(), &self.filter, limit).await?;
        if entries.len() > ENTRIES_MAX {
            return Err(
                Error::invalid("filter", "these are more than 10,000 entries")
                    .hint("choose fewer days, or export on the server: interlude audit export"),
            );
        }
        let fact = AuditLogExported {
            entries: entries.len(),
        };
        tx.emit(actor, &fact).await?;
        Ok(AuditExport { entries })
    }
}

/// Notes that everything was copied. Only the platform does that.
pub struct NoteCopy {
    pub copy: CopyNews,
    pub rows: u64,
}

#[async_trait]
impl Command for NoteCopy {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        permit::<ReadAuditLog, _>(actor, Organisation)?;
        let fact = Copied {
            copy: self.copy,
            rows: self.rows,
        };
        tx.emit(actor, &fact).await
    }
}
