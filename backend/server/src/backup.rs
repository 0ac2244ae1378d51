//! One archive with everything: rows, attachments, settings. Written while the server runs, and
//! restored into either kind of database.
//!
//! The archive is a `.tar.gz`: `rows/TABLE.NNNN.jsonl`, `objects/…`, `settings.toml`, and last of all
//! `manifest.json` with the checksum of each. An archive without its manifest was cut short.
mod archive;
mod manifest;
mod restore;
mod rows;
mod tables;

pub use restore::{Replace, restore};

use crate::config::{InForce, Settings, Source};
use crate::failure::Failure;
use crate::storage;
use archive::ArchiveWriter;
use futures_util::TryStreamExt;
use manifest::{FORMAT, Manifest, TableRows};
use migrations::Migrator;
use object_store::{ObjectStore, ObjectStoreExt};
use sea_orm::{
    AccessMode, DatabaseConnection, DatabaseTransaction, IsolationLevel, TransactionOptions,
    TransactionTrait,
};
use sea_orm_migration::{MigrationStatus, MigratorTrait};
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

const SETTINGS_NAME: &str = "settings.toml";

/// What a backup or a restore went through, to be told to the person who asked for it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    pub rows: u64,
    pub files: u64,
}

/// Writes everything as it stands at this moment to a new archive at `path`.
///
/// # Errors
/// When the archive exists already, or anything cannot be read or written; no half archive stays.
pub async fn backup(
    settings: &Settings,
    in_force: &[InForce],
    files: &dyn ObjectStore,
    path: &Path,
) -> Result<Amounts, Failure> {
    let mut archive = ArchiveWriter::create(path)?;
    let connection = storage::single_connection(&settings.database_url()).await?;
    let tables = dump(&connection, &mut archive).await?;
    let applied = Migrator::get_migration_with_status(&connection).await?;
    connection.close().await?;

    let mut amounts = Amounts {
        rows: tables.iter().map(|table| table.rows).sum(),
        files: 0,
    };
    let mut objects = files.list(None);
    while let Some(object) = objects.try_next().await.map_err(unreadable)? {
        let content = files.get(&object.location).await.map_err(unreadable)?;
        let content = content.bytes().await.map_err(unreadable)?;
        archive.add(&format!("objects/{}", object.location), &content)?;
        amounts.files += 1;
    }
    archive.add(SETTINGS_NAME, settings_text(in_force).as_bytes())?;
    archive.finish(|entries| Manifest {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        migrations: applied
            .iter()
            .filter(|migration| migration.status() == MigrationStatus::Applied)
            .map(|migration| migration.name().to_owned())
            .collect(),
        tables,
        entries,
    })?;
    Ok(amounts)
}

/// Copies all rows of all tables out of one snapshot.
async fn dump(
    connection: &DatabaseConnection,
    archive: &mut ArchiveWriter,
) -> Result<Vec<TableRows>, Failure> {
    // On SQLite a transaction is a snapshot from its first read on.
    let snapshot: DatabaseTransaction = connection
        .begin_with_options(TransactionOptions {
            isolation_level: Some(IsolationLevel::RepeatableRead),
            access_mode: Some(AccessMode::ReadOnly),
            ..TransactionOptions::default()
        })
        .await?;
    let mut dumped = Vec::new();
    for table in tables::in_order(&snapshot).await? {
        let rows = rows::dump(&snapshot, &table, archive).await?;
        dumped.push(TableRows {
            name: table.name,
            rows,
        });
    }
    snapshot.rollback().await?;
    Ok(dumped)
}

/// What was set by hand, as a file again. Secrets are not in a backup, and where things lie on this
/// machine is no matter of another.
fn settings_text(in_force: &[InForce]) -> String {
    let mut table = toml::Table::new();
    for InForce {
        setting,
        shown,
        source,
    } in in_force
    {
        let of_the_machine = ["data-dir", "listen"].contains(&setting.key);
        if *source != Source::Default && !of_the_machine && !setting.is_secret() {
            table.insert(setting.key.to_owned(), shown.as_str().into());
        }
    }
    table.to_string()
}

/// Makes a file that only our own account may read: a backup holds every word, and password hashes.
fn new_private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600).open(path)
}

fn unreadable(error: object_store::Error) -> Failure {
    Failure::plain(format!("an attachment cannot be read: {error}"))
}
