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

const PAIRINGS: &str = "m0028_pairings";

/// How many steps back a migration is the next to be applied.
fn steps_since(name: &str) -> u32 {
    let all = Migrator::migrations();
    let later = all.iter().rev().take_while(|it| it.name() != name).count();
    u32::try_from(later + 1).expect("few migrations")
}

/// What a community is, and whether it is archived.
async fn kind_of(connection: &sea_orm::DatabaseConnection, slug: &str) -> (String, bool) {
    let backend = connection.get_database_backend();
    let sql = format!(
        "SELECT kind, archived_at IS NOT NULL AS rests FROM community WHERE slug = '{slug}'"
    );
    let row = connection.query_one_raw(Statement::from_string(backend, sql));
    let row = row.await.expect("an answer").expect("a community");
    (
        row.try_get("", "kind").expect("a kind"),
        row.try_get("", "rests").expect("a word"),
    )
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
    let (cohort, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Down and up", "again").await;
    ada.posts(&thread, "and again").await;
    let room = crate::pairings::room_of_two(&stage).await;
    crate::pulses::answered_by(&stage, (&cohort, &ada)).await;
    stage.settle().await;
    let connection = storage::single_connection(&url)
        .await
        .expect("a connection");
    let full = tables(&connection).await;

    Migrator::down(&connection, Some(steps_since(PAIRINGS)))
        .await
        .expect("pairs go down");
    let (kind, rests) = kind_of(&connection, &room).await;
    assert_eq!((&*kind, rests), ("practice", true), "a room stays closed");
    Migrator::up(&connection, None).await.expect("pairs again");
    assert_eq!(tables(&connection).await, full);

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
