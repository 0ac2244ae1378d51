//! `interlude audit`
use crate::config::Settings;
use crate::failure::Failure;
use crate::program;
use crate::stdout::say;
use async_trait::async_trait;
use audit::{
    AuditLogExported, HEAD, KeepAuditLog, ReadAuditLog, Seal, entries_after, line_of, verify,
};
use clap::Subcommand;
use kernel::{Actor, Command, Db, Organisation, Permit, Tx, permit};
use std::fs::OpenOptions;
use std::io::{BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Entries of one reading.
const AT_ONCE: u64 = 1000;

#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Walk the chain of the audit log, and compare it with the event log. It may run beside the server.
    Verify {
        /// A seal that this command printed before: the log must still hold what was sealed then.
        #[arg(long, value_name = "NUMBER:HASH")]
        seal: Option<Seal>,
    },
    /// Write the audit log to a file of comma-separated values.
    Export {
        /// The file to write; it must not be there yet.
        file: PathBuf,
    },
}

pub async fn run(verb: Audit, settings: &Settings) -> Result<(), Failure> {
    let opened = program::open(settings).await?;
    let leave = permit(Actor::System, Organisation)?;
    // What is not in the log yet would be as soon as the server starts: that is no fault.
    opened.db.catch_up(&Arc::new(KeepAuditLog)).await?;
    match verb {
        Audit::Verify { seal } => check(&opened.db, &leave, seal.as_ref()).await,
        Audit::Export { file } => export(&opened.db, &leave, &file).await,
    }
}

async fn check(
    db: &Db,
    leave: &Permit<ReadAuditLog, Organisation>,
    seal: Option<&Seal>,
) -> Result<(), Failure> {
    let checked = verify(&db.read(), leave, seal).await?;
    if let Some(flaw) = checked.flaw {
        return Err(Failure::plain(format!(
            "{flaw}; keep a copy of the database as it is, and compare it with the last backup"
        )));
    }
    say(format_args!(
        "the chain is whole: {} entries",
        checked.entries
    ))?;
    if let Some(seal) = checked.seal {
        say(format_args!("seal {seal}"))?;
    }
    Ok(())
}

async fn export(
    db: &Db,
    leave: &Permit<ReadAuditLog, Organisation>,
    file: &Path,
) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    let opened = options.write(true).create_new(true).mode(0o600).open(file);
    let opened = opened.map_err(|error| {
        Failure::plain(format!("{} cannot be written: {error}", file.display()))
    })?;
    let mut lines = BufWriter::new(opened);
    lines.write_all(HEAD.as_bytes())?;
    let (mut number, mut entries) = (0, 0);
    loop {
        let some = entries_after(&db.read(), leave, (number, AT_ONCE)).await?;
        let Some(last) = some.last() else {
            break;
        };
        number = last.number;
        entries += some.len();
        for entry in &some {
            lines.write_all(line_of(entry).as_bytes())?;
        }
    }
    lines.flush()?;
    db.write(Actor::System, NoteExport { entries }).await?;
    say(format_args!("{entries} entries in {}", file.display()))?;
    Ok(())
}

/// That the log was taken along is an entry of its own.
struct NoteExport {
    entries: usize,
}

#[async_trait]
impl Command for NoteExport {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> kernel::Result<()> {
        let entries = self.entries;
        tx.emit(actor, &AuditLogExported { entries }).await
    }
}
