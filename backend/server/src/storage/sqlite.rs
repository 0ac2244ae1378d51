//! SQLite, set up so that what is acknowledged survives a power cut.
use crate::failure::{Exit, Failure};
use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement,
};
use std::path::Path;
use std::time::Duration;

/// Before 3.51.3 a reset of the write-ahead log could corrupt the database.
const VERSION_MIN: (u32, u32, u32) = (3, 51, 3);
const READERS: u32 = 4;
/// Bytes that the write-ahead log may keep on disk after a checkpoint.
const LOG_BYTES_KEPT: &str = "67108864";

/// The one connection that writes.
pub async fn writer(path: &Path) -> Result<DatabaseConnection, Failure> {
    if let Some(folder) = path.parent().filter(|folder| *folder != Path::new("")) {
        std::fs::create_dir_all(folder).map_err(|error| cannot_open(path, &error.to_string()))?;
    }
    let writer = connect(path, 1, |options| {
        options
            .create_if_missing(true)
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("journal_size_limit", LOG_BYTES_KEPT)
    })
    .await?;
    refuse_old(&writer).await?;
    Ok(writer)
}

/// The connections that read, and cannot do anything else. The writer is opened before them.
pub async fn readers(path: &Path) -> Result<DatabaseConnection, Failure> {
    connect(path, READERS, |options| options.pragma("query_only", "ON")).await
}

async fn connect(
    path: &Path,
    connections: u32,
    adjust: impl Fn(SqliteConnectOptions) -> SqliteConnectOptions + Send + Sync + 'static,
) -> Result<DatabaseConnection, Failure> {
    let file = path.to_owned();
    let mut options = ConnectOptions::new("sqlite:");
    options
        .max_connections(connections)
        .min_connections(connections)
        .idle_timeout(None)
        .max_lifetime(None)
        // A file does not hang up: asking it before each query would only cost.
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |options| {
            adjust(
                options
                    .filename(&file)
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(20))
                    .statement_cache_capacity(256)
                    .pragma("temp_store", "MEMORY")
                    .pragma("trusted_schema", "OFF"),
            )
        });
    Database::connect(options)
        .await
        .map_err(|error| cannot_open(path, &error.to_string()))
}

fn cannot_open(path: &Path, reason: &str) -> Failure {
    let words = format!(
        "the database {} cannot be opened ({reason}); check that this account may read and write \
         it, and that it is a SQLite file",
        path.display()
    );
    Failure::new(Exit::DataFolder, words)
}

async fn refuse_old(connection: &DatabaseConnection) -> Result<(), Failure> {
    let query = Statement::from_string(DbBackend::Sqlite, "SELECT sqlite_version()");
    let version: String = match connection.query_one_raw(query).await? {
        Some(row) => row.try_get_by_index(0)?,
        None => String::new(),
    };
    if read_version(&version) >= Some(VERSION_MIN) {
        return Ok(());
    }
    let (major, minor, patch) = VERSION_MIN;
    Err(Failure::plain(format!(
        "this program was built with SQLite {version}, which can corrupt a database; build it with \
         {major}.{minor}.{patch} or newer"
    )))
}

fn read_version(text: &str) -> Option<(u32, u32, u32)> {
    let mut numbers = text.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??, numbers.next()??))
}
