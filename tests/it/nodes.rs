//! Several nodes on one PostgreSQL wake each other, and do not wake each other for ever.
use identity::{CreatePerson, NewPerson};
use kernel::{Actor, Db};
use server::background::neighbours;
use server::config::DatabaseUrl;
use server::storage;
use std::time::Duration;
use tokio::time::timeout;

/// Longer than a word takes, shorter than anybody should wait for a poll.
const SOON: Duration = Duration::from_secs(5);

async fn somebody_comes(db: &Db, name: &str) {
    let command = CreatePerson {
        person: NewPerson::named(name),
        password: None,
    };
    db.write(Actor::System, command).await.expect("a person");
}

/// Another node on the same database.
async fn node(url: &DatabaseUrl) -> Db {
    let db = storage::open(url, storage::parts(tests::keys()))
        .await
        .expect("a node");
    let neighbours = neighbours(url)
        .await
        .expect("a way to the others")
        .expect("PostgreSQL");
    let own = db.clone();
    tokio::spawn(async move { neighbours.wake_each_other(own).await });
    db
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_on_one_node_wakes_the_other_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = std::env::var("TEST_DATABASE_URL").ok();
    let (_, url) = storage::open_for_migration_test(
        server.as_deref(),
        folder.path(),
        storage::parts(tests::keys()),
    )
    .await
    .expect("a database");
    if let DatabaseUrl::Sqlite(_) = url {
        // One node has a SQLite file to itself: there is nobody to wake.
        assert!(neighbours(&url).await.expect("no failure").is_none());
        return;
    }
    let (here, there) = (node(&url).await, node(&url).await);
    let mut heard_there = there.committed();
    // A node hears only what is said after it began to listen: until then, say it again.
    while timeout(Duration::from_millis(200), heard_there.changed())
        .await
        .is_err()
    {
        somebody_comes(&here, &kernel::clean_line("Somebody")).await;
    }

    heard_there.mark_unchanged();
    let mut heard_here = here.committed();
    somebody_comes(&here, "Ada").await;
    heard_here.mark_unchanged();

    timeout(SOON, heard_there.changed())
        .await
        .expect("a word")
        .expect("an open node");
    let echo = timeout(Duration::from_millis(500), heard_here.changed()).await;
    assert!(echo.is_err(), "the word came back");
}
