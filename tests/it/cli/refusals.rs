//! What cannot be done is refused in one sentence that says what to do, with a code for scripts.
use sea_orm::ConnectionTrait;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use tests::{Program, Said, free_address};

/// One sentence of the program's own, without a trace of its inside.
fn is_refused(said: &Said, code: i32, words: &[&str]) {
    assert_eq!(said.code, Some(code), "{said:?}");
    for word in words {
        assert!(said.err.contains(word), "no \"{word}\" in: {}", said.err);
    }
    assert!(said.err.starts_with("interlude: "), "{}", said.err);
    assert!(!said.err.contains("panicked"), "{}", said.err);
}

#[tokio::test]
async fn a_port_in_use() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let program = Program::new().await;

    let said = program.runs(&["serve", "--listen", &address]).await;

    is_refused(&said, 3, &[&address, "--listen"]);
}

#[tokio::test]
async fn a_data_folder_that_cannot_be_one() {
    let program = Program::new().await;
    let file = program.folder().join("file");
    fs::write(&file, "no folder").expect("a file");
    let beneath = file.join("data").display().to_string();

    for command in ["serve", "backup"] {
        let words = [command, "--data-dir", &beneath, "x.tar.gz"];
        let words = &words[..if command == "serve" { 3 } else { 4 }];
        is_refused(&program.runs(words).await, 4, &[&beneath, "may write"]);
    }
}

#[tokio::test]
async fn a_data_folder_that_others_live_in() {
    let program = Program::new().await;
    let home = program.folder().join("home");
    fs::create_dir(&home).expect("a folder");
    fs::write(home.join("letter.txt"), "dear").expect("a file");
    fs::set_permissions(&home, Permissions::from_mode(0o755)).expect("open to others");
    let path = home.display().to_string();

    let said = program.runs(&["serve", "--data-dir", &path]).await;

    is_refused(&said, 4, &["choose an empty folder", "chmod 700"]);
    let mode = fs::metadata(&home)
        .expect("the folder")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o755, "it was left as it was");
}

#[tokio::test]
async fn a_database_of_a_newer_version() {
    let program = Program::new().await;
    let database = program.database().await;
    database
        .execute_unprepared(
            "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_tomorrow', 0)",
        )
        .await
        .expect("a migration of tomorrow");
    database.close().await.expect("the database closes");

    let listen = free_address().to_string();
    let commands: [&[&str]; 4] = [
        &["serve", "--listen", &listen],
        &["migrate", "up"],
        &["migrate", "status"],
        &[
            "person",
            "create",
            "--name",
            "Ada",
            "--email",
            "a@example.org",
        ],
    ];
    for command in commands {
        let said = program.runs(command).await;
        is_refused(&said, 5, &["newer version", "m9999_tomorrow", "install"]);
    }
}

#[tokio::test]
async fn a_second_server_on_the_same_folder() {
    let program = Program::new().await;
    let server = program.serves().await;
    let elsewhere = free_address().to_string();

    let second = program.runs(&["serve", "--listen", &elsewhere]).await;
    let down = program.runs(&["migrate", "down"]).await;

    for said in [second, down] {
        is_refused(&said, 6, &["another server (process ", "stop it first"]);
    }
    let alive = server
        .visitor()
        .asks("{ server { version } }", ().into())
        .await;
    assert!(alive["data"]["server"]["version"].is_string(), "{alive}");
}

#[tokio::test]
async fn the_schema_is_not_changed_under_a_server_that_runs() {
    let program = Program::new().await;
    let server = program.serves().await;
    let person = ["person", "create", "--name", "Ada", "--email"];
    let adds = async |email| program.runs(&[&person[..], &[email]].concat()).await;

    let beside = adds("ada@example.org").await;
    // As if this program knew a migration more than the server.
    let newest = "DELETE FROM seaql_migrations WHERE version = \
        (SELECT max(version) FROM seaql_migrations)";
    let database = program.database().await;
    database.execute_unprepared(newest).await.expect("a row");
    let newer = adds("ben@example.org").await;
    drop(server);

    assert_eq!(beside.code, Some(0), "{beside:?}");
    is_refused(&newer, 6, &["another server (process ", "stop it first"]);
}

#[tokio::test]
async fn the_folder_of_a_server_that_was_killed_is_free() {
    let program = Program::new().await;
    program.serves().await.dies().await;

    let said = program.runs(&["migrate", "up"]).await;

    assert_eq!(said.code, Some(0), "{said:?}");
}

#[tokio::test]
async fn unknown_and_unreadable_settings() {
    let program = Program::new().await;
    let file = "colour = 'blue'\nlisten = 'here'\n";
    fs::write(program.folder().join("interlude.toml"), file).expect("a file");

    let said = program.runs(&["config", "check"]).await;
    let unknown_flag = program.runs(&["serve", "--colour", "blue"]).await;

    is_refused(
        &said,
        2,
        &["colour in interlude.toml", "an address and a port"],
    );
    assert_eq!(said.err.matches("interlude: ").count(), 2, "{}", said.err);
    assert_eq!(unknown_flag.code, Some(2));
    assert!(unknown_flag.err.contains("--colour"), "{unknown_flag:?}");
}

#[tokio::test]
async fn a_file_that_is_no_database() {
    let program = Program::new().await;
    let path = program.folder().join("letter.db");
    fs::write(&path, "dear reader, this is no database at all".repeat(50)).expect("a file");
    let url = format!("sqlite:{}", path.display());

    let said = program
        .runs(&["migrate", "up", "--database-url", &url])
        .await;

    is_refused(&said, 4, &["letter.db", "SQLite file"]);
}

#[tokio::test]
async fn a_database_that_is_not_there() {
    let nowhere = free_address();
    let url = format!("postgres://interlude@{nowhere}/interlude");
    let program = Program::new().await;

    let said = program
        .runs(&["migrate", "status", "--database-url", &url])
        .await;

    assert_eq!(said.code, Some(1), "{said:?}");
    assert!(said.err.starts_with("interlude: "), "{said:?}");
    assert!(said.err.contains("PostgreSQL"), "{said:?}");
}
