//! The schema goes up and down with data in it, on both databases.
use communities::Role;
use migrations::Migrator;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use sea_orm_migration::MigratorTrait;
use server::storage;
use std::sync::Arc;

async fn tables(connection: &sea_orm::DatabaseConnection) -> Vec<String> {
    let backend = connection.get_database_backend();
    let sql = match backend {
        DbBackend::Postgres => {
            "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1"
        }
        _ => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1"
        }
    };
    let rows = connection
        .query_all_raw(Statement::from_string(backend, sql))
        .await
        .expect("tables");
    rows.iter()
        .map(|row| row.try_get("", "name").expect("a name"))
        .collect()
}

#[tokio::test]
async fn the_schema_goes_all_the_way_down_and_up_again_with_data_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = std::env::var("TEST_DATABASE_URL").ok();
    let clock = Arc::new(kernel::ManualClock::at(tests::opening_time()));
    let parts = kernel::Parts {
        clock: clock.clone(),
        entropy: Arc::new(kernel::SystemEntropy),
    };
    let (db, url) = storage::open_for_migration_test(server.as_deref(), folder.path(), parts)
        .await
        .expect("a database");
    let stage = tests::Stage::over(db, clock);
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Down and up", "again").await;
    ada.posts(&thread, "and again").await;
    stage.settle().await;
    let connection = storage::single_connection(&url)
        .await
        .expect("a connection");
    let full = tables(&connection).await;

    for step in 0..Migrator::migrations().len() {
        Migrator::down(&connection, Some(1))
            .await
            .unwrap_or_else(|error| panic!("step {step}: {error}"));
    }
    let empty = tables(&connection).await;
    Migrator::up(&connection, None).await.expect("up again");

    assert_eq!(empty, ["seaql_migrations"]);
    assert_eq!(tables(&connection).await, full);
}
