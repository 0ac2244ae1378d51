//! The rules of the house that the compiler does not know.
use std::fs;
use std::path::{Path, PathBuf};

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    const NOT_OURS: [&str; 6] = [
        "node_modules",
        "target",
        "build",
        ".svelte-kit",
        "generated",
        ".git",
    ];
    let entries = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path());
    entries
        .flat_map(|path| {
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default()
                .to_owned();
            match path.is_dir() {
                true if NOT_OURS.contains(&name.as_str()) => Vec::new(),
                true => files(&path, endings),
                false => vec![path],
            }
        })
        .filter(|path| {
            endings
                .iter()
                .any(|ending| path.to_string_lossy().ends_with(ending))
        })
        .collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn crates() -> Vec<String> {
    let entries = fs::read_dir(top().join("backend")).expect("backend");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort_unstable();
    names
}

/// Complains of all that `offends` names, in one go.
fn nothing_of(rule: &str, offends: impl Iterator<Item = String>) {
    let offenders: Vec<String> = offends.collect();
    assert!(offenders.is_empty(), "{rule}:\n{}", offenders.join("\n"));
}

#[test]
fn only_stores_and_tables_speak_to_the_database() {
    let ours = ["kernel", "server"];
    let rooms = ["store", "tables", "scope"];
    let offenders = files(&top().join("backend"), &[".rs"])
        .into_iter()
        .filter(|path| {
            let at = path.to_string_lossy().replace('\\', "/");
            let free = ours
                .iter()
                .any(|name| at.contains(&format!("/backend/{name}/")))
                || rooms.iter().any(|room| {
                    at.contains(&format!("/{room}.rs")) || at.contains(&format!("/{room}/"))
                });
            !free && read(path).contains("sea_orm::") && !only_derives(&read(path))
        });
    nothing_of(
        "a query belongs in store.rs",
        offenders.map(|path| path.display().to_string()),
    );
}

/// Enums that are stored derive SeaORM's traits where they are defined.
fn only_derives(text: &str) -> bool {
    text.lines()
        .filter(|line| line.contains("sea_orm::"))
        .all(|line| {
            line.trim_start().starts_with("sea_orm::")
                || line.contains("derive")
                || line.contains("#[sea_orm")
                || line.contains("FromJsonQueryResult")
        })
}

#[test]
fn objects_of_the_api_live_in_the_api() {
    let offenders = files(&top().join("backend"), &[".rs"])
        .into_iter()
        .filter(|path| {
            !path.to_string_lossy().contains("/backend/api/")
                && ["#[Object", "SimpleObject", "#[Subscription"]
                    .iter()
                    .any(|mark| read(path).contains(mark))
        });
    nothing_of(
        "GraphQL objects belong in backend/api",
        offenders.map(|path| path.display().to_string()),
    );
}

#[test]
fn policies_load_nothing_and_commands_write_no_sql() {
    let offenders = files(&top().join("backend"), &["policy.rs"])
        .into_iter()
        .filter(|path| read(path).contains("async fn") || read(path).contains(".await"));
    nothing_of(
        "a policy is pure",
        offenders.map(|path| path.display().to_string()),
    );
}

#[test]
fn no_file_is_larger_than_one_can_read() {
    const LINES_MAX: usize = 400;
    let folders = [
        "backend",
        "migrations",
        "search-index",
        "tests",
        "frontend/src",
        "frontend/scripts",
    ];
    let offenders = folders
        .iter()
        .flat_map(|folder| {
            files(
                &top().join(folder),
                &[".rs", ".ts", ".svelte", ".mjs", ".sh"],
            )
        })
        .filter(|path| !path.to_string_lossy().ends_with(".d.ts")) // written by a program
        .map(|path| (read(&path).lines().count(), path))
        .filter(|(lines, _)| *lines > LINES_MAX)
        .map(|(lines, path)| format!("{} has {lines} lines", path.display()));
    nothing_of(&format!("a file has {LINES_MAX} lines at most"), offenders);
}

#[test]
fn exceptions_have_their_reason_written_beside_them() {
    let offenders = files(&top().join("backend"), &[".rs"])
        .into_iter()
        .filter(|path| read(path).contains("#[allow("));
    nothing_of(
        "say #[expect(.., reason)], never #[allow]",
        offenders.map(|path| path.display().to_string()),
    );
}

#[test]
fn only_the_writer_begins_and_commits() {
    let offenders = files(&top().join("backend"), &[".rs"])
        .into_iter()
        .filter(|path| {
            let at = path.to_string_lossy();
            let theirs = [
                "/kernel/src/db.rs",
                "/kernel/src/writer.rs",
                "/server/src/backup",
            ];
            let text = read(path);
            !theirs.iter().any(|room| at.contains(room))
                && [".begin()", "begin_with_options", ".commit()"]
                    .iter()
                    .any(|act| text.contains(act))
        });
    nothing_of(
        "Db::write is the only place that begins and commits",
        offenders.map(|path| path.display().to_string()),
    );
}

#[test]
fn tasks_that_outlive_a_request_belong_to_the_kernel_and_the_server() {
    let offenders = files(&top().join("backend"), &[".rs"])
        .into_iter()
        .filter(|path| {
            let at = path.to_string_lossy();
            let theirs = ["/kernel/", "/server/"]
                .iter()
                .any(|room| at.contains(room));
            !theirs && read(path).contains("tokio::spawn(")
        });
    nothing_of(
        "a loose task belongs to nobody",
        offenders.map(|path| path.display().to_string()),
    );
}

#[test]
fn dependencies_point_downwards_only() {
    // The floors of the house, lowest first. A crate may name only crates of lower floors, and those
    // before it on its own.
    const FLOORS: [&str; 13] = [
        "kernel",
        "identity",
        "communities",
        "sessions",
        "channels",
        "prompts",
        "journeys",
        "notifications",
        "search",
        "imports",
        "demo",
        "api",
        "server",
    ];
    assert_eq!(crates(), {
        let mut all = FLOORS.map(str::to_owned).to_vec();
        all.sort_unstable();
        all
    });
    let beside = [
        ["sessions", "channels", ""],
        ["notifications", "search", "imports"],
    ];
    let mut offenders = Vec::new();
    for (floor, name) in FLOORS.iter().enumerate() {
        let manifest = read(&top().join("backend").join(name).join("Cargo.toml"));
        for (other_floor, other) in FLOORS.iter().enumerate() {
            let named = manifest
                .lines()
                .any(|line| line.starts_with(&format!("{other}.workspace")));
            let sideways = beside
                .iter()
                .any(|room| room.contains(name) && room.contains(other));
            if named && (other_floor >= floor || sideways) {
                offenders.push(format!("{name} depends on {other}"));
            }
        }
    }
    nothing_of(
        "a capability knows only what is below it",
        offenders.into_iter(),
    );
}

#[test]
fn the_map_in_the_architecture_page_names_every_crate_and_no_other() {
    let page = read(&top().join("ARCHITECTURE.md"));
    let map = page
        .split("<!-- map -->")
        .nth(1)
        .expect("a map between two <!-- map --> marks");
    let named: Vec<String> = map
        .lines()
        .filter_map(|line| line.strip_prefix("- `backend/"))
        .filter_map(|rest| rest.split('`').next())
        .map(|name| name.trim_end_matches('/').to_owned())
        .collect();
    let mut sorted = named.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, crates());
}

#[test]
fn the_top_of_the_house_holds_what_belongs_there() {
    const ROOMS: [&str; 19] = [
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "Makefile",
        "README.md",
        "backend",
        "deploy",
        "docs",
        "frontend",
        "migrations",
        "search-index",
        "tests",
        "target",
        "data",
    ];
    let entries = fs::read_dir(top()).expect("the top");
    let strangers = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| !name.starts_with('.') && !ROOMS.contains(&name.as_str()));
    nothing_of("this has no place at the top", strangers);
}

#[test]
fn words_that_mean_something_else_here_are_not_used() {
    // A person is never a user, and a sign-in never a session, which is where people learn.
    const PEOPLE: &[&str] = &["user_id", "struct User", "UserId"];
    const SIGN_INS: &[&str] = &["session_id", "struct Session"];
    let signing_in = ["/backend/kernel/", "/backend/identity/", "/backend/server/"];
    let offenders = files(&top().join("backend"), &[".rs"])
        .into_iter()
        // The archives of others speak their own language.
        .filter(|path| !path.to_string_lossy().contains("/backend/imports/"))
        .flat_map(|path| {
            let place = path.to_string_lossy().into_owned();
            let signs_in = signing_in.iter().any(|folder| place.contains(folder));
            let words = [PEOPLE, if signs_in { SIGN_INS } else { &[] }].concat();
            read(&path)
                .lines()
                .enumerate()
                .filter(|(_, line)| {
                    let code = line.split("//").next().unwrap_or_default();
                    words.iter().any(|word| code.contains(word))
                })
                .map(|(at, line)| format!("{place}:{}: {}", at + 1, line.trim()))
                .collect::<Vec<_>>()
        });
    nothing_of("people are people, sign-ins are sign-ins", offenders);
}
