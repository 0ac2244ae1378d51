//! A backup holds everything, is checked before it is trusted, and goes back into an empty place.
use communities::Role;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::{ObjectStore, ObjectStoreExt};
use server::backup::{Replace, backup, restore};
use server::config::{DatabaseUrl, Given, InForce, Settings, resolve};
use server::storage::{self, DataFolder};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tests::Stage;

/// A machine with a data folder of its own.
struct Machine {
    folder: TempDir,
    files: InMemory,
}

impl Machine {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            files: InMemory::new(),
        }
    }

    fn settings(&self, database: Option<&DatabaseUrl>) -> (Settings, Vec<InForce>) {
        let mut given = Given::default();
        let mut set = |key: &str, value: String| given.flags.insert(key.to_owned(), value);
        set("data-dir", self.folder.path().display().to_string());
        set("organisation", "The guild".to_owned());
        set("smtp-url", "smtp://mail:canary@localhost".to_owned());
        match database {
            Some(DatabaseUrl::Sqlite(path)) => {
                set("database-url", format!("sqlite:{}", path.display()))
            }
            Some(DatabaseUrl::Postgres(url)) => set("database-url", url.reveal().to_owned()),
            None => None,
        };
        resolve(&given).expect("settings")
    }

    async fn restores(&self, archive: &Path, replace: Replace) -> Result<u64, String> {
        let (settings, _) = self.settings(None);
        let folder = DataFolder::open(self.folder.path()).expect("a data folder");
        restore(&settings, &folder, &self.files, (archive, replace))
            .await
            .map(|amounts| amounts.rows)
            .map_err(|failure| failure.to_string())
    }
}

/// The PostgreSQL of this run of the tests, if there is one.
fn server() -> Option<String> {
    std::env::var("TEST_DATABASE_URL").ok()
}

/// A community that talked, and a backup of it.
async fn backed_up(machine: &Machine) -> (PathBuf, u64) {
    backed_up_from(machine, server().as_deref()).await
}

async fn backed_up_from(machine: &Machine, server: Option<&str>) -> (PathBuf, u64) {
    let (clock, parts) = tests::still();
    let folder = machine.folder.path();
    let (db, url) = storage::open_for_migration_test(server, folder, parts)
        .await
        .expect("a database");
    let stage = Stage::over(db, clock);
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada
        .begins(&lobby, "Worth keeping", "every *word* of it, and ünïcödé")
        .await;
    ada.posts(&thread, "and this").await;
    stage.settle().await;
    machine
        .files
        .put(&"files/file_1".into(), "a picture".into())
        .await
        .expect("a file");

    let archive = machine.folder.path().join("everything.tar.gz");
    let (settings, in_force) = machine.settings(Some(&url));
    let amounts = backup(&settings, &in_force, &machine.files, &archive)
        .await
        .expect("a backup");
    assert_eq!(amounts.files, 1);
    (archive, amounts.rows)
}

#[tokio::test]
async fn what_was_said_is_there_again_on_another_machine() {
    let (old, new) = (Machine::new(), Machine::new());
    let (archive, rows) = backed_up(&old).await;

    let restored = new
        .restores(&archive, Replace::Refuse)
        .await
        .expect("a restore");

    assert_eq!(restored, rows);
    let (settings, _) = new.settings(None);
    let (clock, parts) = tests::still();
    let db = storage::open(&settings.database_url(), parts)
        .await
        .expect("a database");
    let stage = Stage::over(db, clock);
    let found = stage.app.db.read();
    let posts = channels::posts_walked(&found, None, 10)
        .await
        .expect("posts");
    let mut bodies: Vec<_> = posts.iter().map(|(post, _)| post.body.as_str()).collect();
    bodies.sort_unstable();
    assert_eq!(bodies, ["and this", "every *word* of it, and ünïcödé"]);
    let file = new
        .files
        .get(&"files/file_1".into())
        .await
        .expect("the file")
        .bytes()
        .await;
    assert_eq!(file.expect("its content"), "a picture");
    // The log goes on where it ended, and whoever follows it hears what is new.
    let ben = stage.person("Ben").await;
    stage.settle().await;
    assert!(
        identity::person_by_handle(&stage.db().read(), &ben.record.handle)
            .await
            .is_ok()
    );
    let settings =
        std::fs::read_to_string(new.folder.path().join("interlude.toml")).expect("settings");
    assert!(
        settings.contains("The guild") && !settings.contains("canary"),
        "{settings}"
    );
}

#[tokio::test]
async fn a_damaged_archive_changes_nothing() {
    let (old, new) = (Machine::new(), Machine::new());
    let (archive, _) = backed_up(&old).await;
    let whole = std::fs::read(&archive).expect("the archive");
    let cut = old.folder.path().join("cut.tar.gz");
    std::fs::write(&cut, &whole[..whole.len() / 2]).expect("a file");
    let none = old.folder.path().join("none.tar.gz");
    std::fs::write(&none, "this is no archive").expect("a file");

    for damaged in [cut, none] {
        let refused = new
            .restores(&damaged, Replace::Accept)
            .await
            .err()
            .unwrap_or_default();
        assert!(refused.contains("nothing was changed"), "{refused}");
    }
    assert!(!new.folder.path().join("interlude.db").exists());
    assert_eq!(
        new.files
            .list_with_delimiter(None)
            .await
            .expect("a list")
            .objects
            .len(),
        0
    );
}

#[tokio::test]
async fn a_place_that_is_inhabited_is_not_overwritten_by_accident() {
    let (old, new) = (Machine::new(), Machine::new());
    let (archive, rows) = backed_up(&old).await;
    new.restores(&archive, Replace::Refuse)
        .await
        .expect("a restore");

    let refused = new
        .restores(&archive, Replace::Refuse)
        .await
        .err()
        .unwrap_or_default();
    let replaced = new.restores(&archive, Replace::Accept).await;

    assert!(refused.contains("--force"), "{refused}");
    assert_eq!(replaced, Ok(rows));
    assert!(
        new.folder
            .path()
            .join("interlude.db.before-restore")
            .exists()
    );
}

#[tokio::test]
async fn a_backup_goes_from_one_kind_of_database_into_the_other() {
    let (old, new) = (Machine::new(), Machine::new());
    let (archive, rows) = backed_up_from(&old, None).await;
    let (clock, parts) = tests::still();
    let (db, url) = storage::open_for_migration_test(server().as_deref(), new.folder.path(), parts)
        .await
        .expect("an empty database");
    let (settings, _) = new.settings(Some(&url));
    let folder = DataFolder::open(new.folder.path()).expect("a data folder");

    let restored = restore(&settings, &folder, &new.files, (&archive, Replace::Refuse)).await;

    assert_eq!(restored.expect("a restore").rows, rows);
    drop(db);
    let db = storage::open(&url, tests::still().1)
        .await
        .expect("the database");
    let stage = Stage::over(db, clock);
    let posts = channels::posts_walked(&stage.db().read(), None, 10).await;
    assert_eq!(posts.expect("posts").len(), 2);
    // What the database numbers goes on where it ended.
    stage.person("Ben").await;
    stage.settle().await;
}

#[tokio::test]
async fn only_its_owner_can_read_a_backup_and_what_comes_out_of_it() {
    let (old, new) = (Machine::new(), Machine::new());

    let (archive, _) = backed_up(&old).await;
    new.restores(&archive, Replace::Refuse)
        .await
        .expect("a restore");

    for private in [archive, new.folder.path().join("interlude.toml")] {
        let mode = std::fs::metadata(&private).expect("a file").permissions();
        assert_eq!(mode.mode() & 0o777, 0o600, "{}", private.display());
    }
}

#[tokio::test]
async fn two_backups_do_not_write_into_one_file() {
    let machine = Machine::new();
    let archive = machine.folder.path().join("everything.tar.gz");
    let theirs = machine.folder.path().join("everything.tar.gz.unfinished");
    std::fs::write(&theirs, "another backup, half written").expect("a file");
    let (settings, in_force) = machine.settings(None);

    let refused = backup(&settings, &in_force, &machine.files, &archive).await;

    let words = refused.expect_err("a refusal").to_string();
    assert!(words.contains("exists already"), "{words}");
    let kept = std::fs::read_to_string(&theirs).expect("the file");
    assert_eq!(kept, "another backup, half written");
}

#[tokio::test]
async fn where_the_attachments_have_no_room_the_database_stays_what_it_was() {
    let (old, new) = (Machine::new(), Machine::new());
    let (archive, _) = backed_up(&old).await;
    let (settings, _) = new.settings(None);
    let folder = DataFolder::open(new.folder.path()).expect("a data folder");
    let store = tempfile::tempdir().expect("a folder");
    std::fs::write(store.path().join("files"), "in the way").expect("a file");
    let store = LocalFileSystem::new_with_prefix(store.path()).expect("a store");

    let refused = restore(&settings, &folder, &store, (&archive, Replace::Accept)).await;

    let words = refused.expect_err("a refusal").to_string();
    assert!(words.contains("nothing was changed"), "{words}");
    assert!(!new.folder.path().join("interlude.db").exists());
    assert!(!new.folder.path().join("interlude.toml").exists());
}
