//! A database of one's own for each test, as fast as it can be had.
use crate::config::{DatabaseUrl, Secret};
use crate::failure::Failure;
use crate::storage::{postgres, schema, store};
use kernel::{Db, Entropy, Parts, SystemEntropy};
use sea_orm::ConnectionTrait;
use std::path::{Path, PathBuf};
use tokio::sync::OnceCell;

/// A new database with the whole schema: on the PostgreSQL at `server` if one is named, else a
/// SQLite file in `folder`.
///
/// # Errors
/// When it cannot be made.
pub async fn open_for_test(
    server: Option<&str>,
    folder: &Path,
    parts: Parts,
) -> Result<Db, Failure> {
    let (db, _) = open_for_migration_test(server, folder, parts).await?;
    Ok(db)
}

/// As `open_for_test`, with the address, for a test that opens the database once more.
///
/// # Errors
/// When it cannot be made.
pub async fn open_for_migration_test(
    server: Option<&str>,
    folder: &Path,
    parts: Parts,
) -> Result<(Db, DatabaseUrl), Failure> {
    let url = match server {
        Some(server) => DatabaseUrl::Postgres(postgres_copy(server).await?),
        None => DatabaseUrl::Sqlite(sqlite_copy(folder).await?),
    };
    Ok((Db::open(store(&url).await?, parts), url))
}

/// The schema is made once for each process, and then copied: a test should not wait for it.
async fn sqlite_copy(folder: &Path) -> Result<PathBuf, Failure> {
    static TEMPLATE: OnceCell<Vec<u8>> = OnceCell::const_new();
    let template = TEMPLATE
        .get_or_try_init(async || {
            let folder = tempfile::tempdir()?;
            let path = folder.path().join("template.db");
            schema::up(&DatabaseUrl::Sqlite(path.clone())).await?;
            Ok::<_, Failure>(std::fs::read(&path)?)
        })
        .await?;
    let path = folder.join("interlude.db");
    std::fs::write(&path, template)?;
    Ok(path)
}

async fn postgres_copy(server: &str) -> Result<Secret, Failure> {
    static TEMPLATE: OnceCell<String> = OnceCell::const_new();
    let template = TEMPLATE
        .get_or_try_init(async || {
            let (name, url) = named(server);
            create(server, &name, "template0").await?;
            schema::up(&DatabaseUrl::Postgres(url)).await?;
            Ok::<_, Failure>(name)
        })
        .await?;
    let (name, url) = named(server);
    create(server, &name, template).await?;
    Ok(url)
}

/// A database name nobody else has, and the address of it on the same server.
fn named(server: &str) -> (String, Secret) {
    let mut chance = [0_u8; 8];
    SystemEntropy.fill(&mut chance);
    let name = format!("test_{:016x}", u64::from_be_bytes(chance));
    let base = server.rsplit_once('/').map_or(server, |(base, _)| base);
    let url = Secret::new(format!("{base}/{name}"));
    (name, url)
}

async fn create(server: &str, name: &str, template: &str) -> Result<(), Failure> {
    let connection = postgres::single(&Secret::new(server)).await?;
    connection
        .execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
        .await?;
    Ok(connection.close().await?)
}
