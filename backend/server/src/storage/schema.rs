//! The schema: how far it is, forward, and back.
use crate::config::DatabaseUrl;
use crate::failure::{Exit, Failure};
use crate::storage::single_connection;
use migrations::Migrator;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend};
use sea_orm_migration::{MigrationStatus, MigratorTrait};

/// Held on PostgreSQL while the schema changes, so that two nodes that start together take turns.
const LOCK: &str = "SELECT pg_advisory_lock(7310598322)";
const UNLOCK: &str = "SELECT pg_advisory_unlock(7310598322)";

/// Applies what is not applied yet; returns the names of it.
///
/// # Errors
/// `DatabaseNewer` when the database knows migrations that this program does not.
pub async fn up(url: &DatabaseUrl) -> Result<Vec<String>, Failure> {
    let connection = locked(url).await?;
    refuse_newer(&connection).await?;
    let pending: Vec<String> = Migrator::get_pending_migrations(&connection)
        .await?
        .iter()
        .map(|migration| migration.name().to_owned())
        .collect();
    if !pending.is_empty() {
        Migrator::up(&connection, None).await?;
    }
    release(connection).await?;
    Ok(pending)
}

/// Takes the newest `steps` migrations back.
///
/// # Errors
/// `DatabaseNewer`, as for `up`.
pub async fn down(url: &DatabaseUrl, steps: u32) -> Result<(), Failure> {
    let connection = locked(url).await?;
    refuse_newer(&connection).await?;
    Migrator::down(&connection, Some(steps)).await?;
    release(connection).await
}

/// Every migration, oldest first, and whether it is applied.
///
/// # Errors
/// `DatabaseNewer`, as for `up`.
pub async fn status(url: &DatabaseUrl) -> Result<Vec<(String, bool)>, Failure> {
    let connection = single_connection(url).await?;
    refuse_newer(&connection).await?;
    let migrations = Migrator::get_migration_with_status(&connection).await?;
    let status = migrations
        .iter()
        .map(|migration| {
            let applied = migration.status() == MigrationStatus::Applied;
            (migration.name().to_owned(), applied)
        })
        .collect();
    connection.close().await?;
    Ok(status)
}

async fn locked(url: &DatabaseUrl) -> Result<DatabaseConnection, Failure> {
    let connection = single_connection(url).await?;
    if connection.get_database_backend() == DbBackend::Postgres {
        connection.execute_unprepared(LOCK).await?;
    }
    Ok(connection)
}

async fn release(connection: DatabaseConnection) -> Result<(), Failure> {
    if connection.get_database_backend() == DbBackend::Postgres {
        connection.execute_unprepared(UNLOCK).await?;
    }
    Ok(connection.close().await?)
}

async fn refuse_newer(connection: &DatabaseConnection) -> Result<(), Failure> {
    let known = Migrator::migrations();
    let newer = Migrator::get_migration_models(connection)
        .await?
        .into_iter()
        .find(|applied| {
            known
                .iter()
                .all(|migration| migration.name() != applied.version)
        });
    match newer {
        None => Ok(()),
        Some(newer) => Err(Failure::new(
            Exit::DatabaseNewer,
            format!(
                "the database was written by a newer version of this program (it knows {}); \
                 install that version, or restore a backup made before the upgrade",
                newer.version
            ),
        )),
    }
}
