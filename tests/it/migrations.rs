//! The schema goes up and down with data in it, on both databases.
use crate::journeys::does;
use chrono::TimeDelta;
use communities::Role;
use migrations::Migrator;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use sea_orm_migration::MigratorTrait;
use serde_json::json;
use server::config::DatabaseUrl;
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

/// A stage on a database that goes up and down, and where that is.
async fn in_folder(folder: &std::path::Path) -> (tests::Stage, DatabaseUrl) {
    let server = std::env::var("TEST_DATABASE_URL").ok();
    let clock = Arc::new(kernel::ManualClock::at(tests::opening_time()));
    let parts = kernel::Parts {
        clock: clock.clone(),
        entropy: Arc::new(kernel::SystemEntropy),
        keys: tests::keys(),
    };
    let (db, url) = storage::open_for_migration_test(server.as_deref(), folder, parts)
        .await
        .expect("a database");
    (tests::Stage::over(db, clock), url)
}

#[tokio::test]
async fn the_schema_goes_all_the_way_down_and_up_again_with_data_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (stage, url) = in_folder(folder.path()).await;
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

const FAR_DATES: &str = "m0048_far_dates";

#[tokio::test]
async fn what_was_planned_for_a_year_that_no_calendar_knows_is_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let (stage, url) = in_folder(folder.path()).await;
    let amara = stage.person("Amara").await;
    let (cohort, _) = stage.cohort_of(&[(&amara, Role::Facilitator)]).await;
    let soon = stage.db().now() + TimeDelta::days(3);
    for title in ["Soon", "In 2345", "In 12345"] {
        let ask = json!([{ "kind": "SHORT_TEXT", "words": "What got in the way?" }]);
        let mut input = json!({ "community": cohort.id.to_string(), "title": title,
            "opensAt": soon, "questions": ask, "nonce": title });
        does(&amara, "defineCheckIn", input.clone()).await;
        input["kind"] = json!("TRANSFER");
        input["questions"] = serde_json::Value::Null;
        does(&amara, "definePulse", input).await;
    }
    let connection = storage::single_connection(&url)
        .await
        .expect("a connection");
    Migrator::down(&connection, Some(steps_since(FAR_DATES)))
        .await
        .expect("a step down");
    let backend = connection.get_database_backend();
    let plus = match backend {
        DbBackend::Postgres => "",
        _ => "+",
    };
    for table in ["check_in", "pulse"] {
        for (title, year) in [("In 2345", "2345"), ("In 12345", &format!("{plus}12345"))] {
            let far = format!(
                "UPDATE {table} SET opens_at = '{year}-01-01 09:00:00+00:00' WHERE title = '{title}'"
            );
            connection.execute_unprepared(&far).await.expect("far away");
        }
    }
    Migrator::up(&connection, None).await.expect("up again");

    for table in ["check_in", "pulse"] {
        let sql = format!("SELECT title FROM {table} WHERE cancelled_at IS NULL");
        let rows = connection.query_all_raw(Statement::from_string(backend, sql));
        let rows = rows.await.expect("an answer");
        let left: Vec<String> = rows
            .iter()
            .map(|row| row.try_get("", "title").expect("a title"))
            .collect();
        assert_eq!(left, ["Soon"], "{table}");
    }
}
