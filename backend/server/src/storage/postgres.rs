//! PostgreSQL, shared with other nodes if need be.
use crate::config::Secret;
use crate::failure::Failure;
use sea_orm::sqlx::{self, Connection, PgConnection};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement,
};
use std::time::Duration;

const CONNECTIONS_MAX: u32 = 24;
/// The first version that orders transactions as the event log needs.
const VERSION_MIN: i32 = 130_000;

pub async fn pool(url: &Secret) -> Result<DatabaseConnection, Failure> {
    connect(url, CONNECTIONS_MAX).await
}

pub async fn single(url: &Secret) -> Result<DatabaseConnection, Failure> {
    connect(url, 1).await
}

async fn connect(url: &Secret, connections: u32) -> Result<DatabaseConnection, Failure> {
    let mut options = ConnectOptions::new(url.reveal());
    options
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire_if_idle_for(Duration::from_secs(15))
        .set_application_name("interlude")
        .sqlx_logging(false);
    knock(url).await.map_err(unreachable)?;
    let connection = Database::connect(options).await.map_err(unreachable)?;
    refuse_old(&connection).await?;
    Ok(connection)
}

/// Connects once: a pool would try again until it is tired, and then not say what was wrong.
async fn knock(url: &Secret) -> Result<(), sqlx::Error> {
    PgConnection::connect(url.reveal()).await?.close().await
}

fn unreachable(error: impl std::fmt::Display) -> Failure {
    Failure::plain(format!(
        "PostgreSQL cannot be reached ({error}); check that it runs, and that database-url names \
         the right host, account and database"
    ))
}

async fn refuse_old(connection: &DatabaseConnection) -> Result<(), Failure> {
    let query = "SELECT current_setting('server_version_num')::int";
    let query = Statement::from_string(DbBackend::Postgres, query);
    let version: i32 = match connection.query_one_raw(query).await? {
        Some(row) => row.try_get_by_index(0)?,
        None => 0,
    };
    if version >= VERSION_MIN {
        return Ok(());
    }
    Err(Failure::plain(
        "this PostgreSQL is older than version 13; upgrade it first",
    ))
}
