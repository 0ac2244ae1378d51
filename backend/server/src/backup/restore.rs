//! The way back: everything is verified before anything is touched, and what stood there before
//! stands until the new is complete.
use super::archive::Verified;
use super::tables::{self, Column, Kind, Table};
use super::{Amounts, SETTINGS_NAME, new_private_file, rows};
use crate::config::{DatabaseUrl, FILE_NAME, Settings};
use crate::failure::{Exit, Failure};
use crate::storage::{self, DataFolder};
use migrations::Migrator;
use object_store::{ObjectStore, ObjectStoreExt};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, Statement,
    TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What to do with a database that has something in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    Refuse,
    /// It is replaced; a SQLite file is kept beside the new one.
    Accept,
}

/// Restores an archive into the database and the store of attachments that the settings name.
///
/// # Errors
/// When the archive is damaged, newer than this program, or the database is not empty. Then nothing
/// was changed.
pub async fn restore(
    settings: &Settings,
    folder: &DataFolder,
    files: &dyn ObjectStore,
    (path, replace): (&Path, Replace),
) -> Result<Amounts, Failure> {
    let archive = Verified::open(path)?;
    let schema = known_schema(&archive)?;
    let url = settings.database_url();
    if replace == Replace::Refuse {
        refuse_inhabited(&url).await?;
    }
    // Attachments first: their names are ids, and one too many harms nobody. Should there be no room
    // for them all, the database is still what it was.
    let files = put_files(&archive, files).await?;
    let rows = match &url {
        DatabaseUrl::Sqlite(target) => into_sqlite(&archive, target, schema).await?,
        DatabaseUrl::Postgres(_) => {
            let connection = storage::single_connection(&url).await?;
            let rows = fill(&archive, &connection, schema).await?;
            connection.close().await?;
            rows
        }
    };
    for entry in archive.reopen()?.entries()? {
        let (name, content) = entry?;
        if name == SETTINGS_NAME {
            keep_settings(folder, &content)?;
        }
    }
    storage::up(&url).await?;
    Ok(Amounts { rows, files })
}

/// Puts the attachments into their store; returns how many there are.
async fn put_files(archive: &Verified, store: &dyn ObjectStore) -> Result<u64, Failure> {
    let mut put = 0;
    for entry in archive.reopen()?.entries()? {
        let (name, content) = entry?;
        let Some(location) = name.strip_prefix("objects/") else {
            continue;
        };
        let kept = store.put(&location.into(), content.into()).await;
        kept.map_err(|error| {
            Failure::plain(format!(
                "an attachment cannot be kept: {error}; nothing was changed"
            ))
        })?;
        put += 1;
    }
    Ok(put)
}

/// How many migrations the archive's rows were written under.
fn known_schema(archive: &Verified) -> Result<u32, Failure> {
    let known = Migrator::migrations();
    let theirs = &archive.manifest.migrations;
    let same = theirs.iter().zip(&known).all(|(a, b)| a == b.name());
    if theirs.len() > known.len() || !same {
        return Err(Failure::new(
            Exit::DatabaseNewer,
            format!(
                "the backup was written by version {} of this program; install that version, or a \
                 newer one, and restore again",
                archive.manifest.version
            ),
        ));
    }
    Ok(u32::try_from(theirs.len()).unwrap_or(u32::MAX))
}

async fn refuse_inhabited(url: &DatabaseUrl) -> Result<(), Failure> {
    if matches!(url, DatabaseUrl::Sqlite(path) if !path.exists()) {
        return Ok(());
    }
    let connection = storage::single_connection(url).await?;
    let inhabited =
        !tables::in_order(&connection).await?.is_empty() && count(&connection, "event").await? > 0;
    connection.close().await?;
    if inhabited {
        return Err(Failure::plain(
            "there is something in this database already; restore into an empty one, or replace \
             it with --force",
        ));
    }
    Ok(())
}

async fn count(conn: &impl ConnectionTrait, table: &str) -> Result<u64, Failure> {
    let query = format!("SELECT count(*) FROM \"{table}\"");
    let query = Statement::from_string(conn.get_database_backend(), query);
    let row = conn.query_one_raw(query).await?;
    let count = row.map(|row| row.try_get_by_index::<i64>(0)).transpose()?;
    Ok(count.and_then(|n| u64::try_from(n).ok()).unwrap_or(0))
}

/// Fills a new file beside the old one, and changes their places when it is complete.
async fn into_sqlite(archive: &Verified, target: &Path, schema: u32) -> Result<u64, Failure> {
    let fresh = beside(target, "restoring");
    remove_database(&fresh)?;
    let connection = storage::single_connection(&DatabaseUrl::Sqlite(fresh.clone())).await?;
    let rows = fill(archive, &connection, schema).await?;
    connection
        .execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)")
        .await?;
    connection.close().await?;
    if target.exists() {
        let old = beside(target, "before-restore");
        remove_database(&old)?;
        for ending in ["", "-wal", "-shm"] {
            let from = with_ending(target, ending);
            if from.exists() {
                fs::rename(from, with_ending(&old, ending))?;
            }
        }
    }
    fs::rename(&fresh, target)?;
    remove_database(&fresh)?;
    Ok(rows)
}

fn beside(path: &Path, word: &str) -> PathBuf {
    with_ending(path, &format!(".{word}"))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn remove_database(path: &Path) -> Result<(), Failure> {
    for ending in ["", "-wal", "-shm"] {
        let path = with_ending(path, ending);
        if path.exists() {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// Makes the archive's schema and fills it, in one transaction; returns how many rows there are.
async fn fill(
    archive: &Verified,
    connection: &DatabaseConnection,
    schema: u32,
) -> Result<u64, Failure> {
    let tx = connection
        .begin_with_options(TransactionOptions::default())
        .await?;
    Migrator::reset(&tx).await?;
    Migrator::up(&tx, Some(schema)).await?;
    let tables = tables::in_order(&tx).await?;
    for entry in archive.reopen()?.entries()? {
        let (name, lines) = entry?;
        let Some(name) = rows::table_of(&name) else {
            continue;
        };
        let table = tables.iter().find(|table| table.name == name);
        let table = table.ok_or_else(|| {
            Failure::plain(format!(
                "the backup has a table {name} that is unknown here"
            ))
        })?;
        rows::fill(&tx, table, &lines).await?;
    }
    let mut sum = 0;
    for table in &archive.manifest.tables {
        let rows = count(&tx, &table.name).await?;
        if rows != table.rows {
            return Err(Failure::plain(format!(
                "{} of {} rows of {} arrived; nothing was changed",
                rows, table.rows, table.name
            )));
        }
        sum += rows;
    }
    settle_counters(&tx, &tables).await?;
    tx.commit().await?;
    Ok(sum)
}

/// Lets numbers that the database gives go on where they ended.
async fn settle_counters(tx: &DatabaseTransaction, tables: &[Table]) -> Result<(), Failure> {
    if tx.get_database_backend() != DbBackend::Postgres {
        // SQLite has one writer, and so no transaction ids.
        tx.execute_unprepared(kernel::FORGET_TRANSACTIONS).await?;
        return Ok(());
    }
    for table in tables {
        let numbers = |column: &&Column| matches!(column.kind, Kind::Integer | Kind::BigInteger);
        for column in table.columns.iter().filter(numbers) {
            let (name, column) = (&table.name, &column.name);
            tx.execute_unprepared(&format!(
                "SELECT setval(pg_get_serial_sequence('{name}', '{column}'), \
                 (SELECT max(\"{column}\") FROM \"{name}\")::bigint) \
                 WHERE pg_get_serial_sequence('{name}', '{column}') IS NOT NULL"
            ))
            .await?;
        }
    }
    Ok(())
}

/// Puts the settings where the server finds them, unless the operator has settings there already.
fn keep_settings(folder: &DataFolder, content: &[u8]) -> Result<(), Failure> {
    let path = folder.path().join(FILE_NAME);
    if !content.is_empty() && !path.exists() {
        new_private_file(&path)?.write_all(content)?;
    }
    Ok(())
}
