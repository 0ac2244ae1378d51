//! The rules of the house that the compiler does not know.
mod functions;

use functions::functions;
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

/// Complains of all offenders in one go.
fn nothing_of(rule: &str, offenders: Vec<String>) {
    assert!(offenders.is_empty(), "{rule}:\n{}", offenders.join("\n"));
}

/// The Rust files of a folder that `offend`, by what they hold.
fn offenders(folder: &str, offend: impl Fn(&str, &str) -> bool) -> Vec<String> {
    files(&top().join(folder), &[".rs"])
        .into_iter()
        .map(|path| (path.to_string_lossy().replace('\\', "/"), read(&path)))
        .filter(|(at, text)| offend(at, text))
        .map(|(at, _)| at)
        .collect()
}

fn is_in(at: &str, places: &[&str]) -> bool {
    places.iter().any(|place| at.contains(place))
}

fn has(text: &str, marks: &[&str]) -> bool {
    marks.iter().any(|mark| text.contains(mark))
}

#[test]
fn only_stores_and_tables_speak_to_the_database() {
    let rooms = [
        "/backend/kernel/",
        "/backend/server/",
        "/store.rs",
        "/store/",
        "/tables.rs",
        "/tables/",
        "/scope.rs",
    ];
    let queries = |at: &str, text: &str| {
        !is_in(at, &rooms) && text.contains("sea_orm::") && !only_derives(text)
    };
    nothing_of("a query belongs in store.rs", offenders("backend", queries));
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
fn what_people_are_shown_asks_for_a_byline() {
    let shows = ["/backend/api/", "/backend/search/", "/backend/server/"];
    let unveils = |at: &str, text: &str| is_in(at, &shows) && text.contains(".addressee()");
    nothing_of(
        "an author may have no name: ask for the byline",
        offenders("backend", unveils),
    );
}

#[test]
fn objects_of_the_api_live_in_the_api() {
    let marks = ["#[Object", "SimpleObject", "#[Subscription"];
    let strangers = |at: &str, text: &str| !at.contains("/backend/api/") && has(text, &marks);
    nothing_of(
        "GraphQL objects belong in backend/api",
        offenders("backend", strangers),
    );
}

#[test]
fn policies_load_nothing() {
    let loads =
        |at: &str, text: &str| at.ends_with("policy.rs") && has(text, &["async fn", ".await"]);
    nothing_of("a policy is pure", offenders("backend", loads));
}

#[test]
fn commands_ask_a_policy_for_leave() {
    let decisions = [".administers()", "== Actor::System", "!= Actor::System"];
    let decides = |at: &str, text: &str| is_in(at, &["/commands"]) && has(text, &decisions);
    nothing_of(
        "who may do what belongs in policy.rs",
        offenders("backend", decides),
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
    let endings = [".rs", ".ts", ".svelte", ".mjs", ".sh"];
    let large = folders
        .iter()
        .flat_map(|folder| files(&top().join(folder), &endings))
        .filter(|path| !path.to_string_lossy().ends_with(".d.ts")) // written by a program
        .map(|path| (read(&path).lines().count(), path))
        .filter(|(lines, _)| *lines > LINES_MAX)
        .map(|(lines, path)| format!("{} has {lines} lines", path.display()));
    nothing_of(
        &format!("a file has {LINES_MAX} lines at most"),
        large.collect(),
    );
}

#[test]
fn no_function_takes_more_than_one_can_remember() {
    // Clippy counts too, but cannot leave out `self` and the context of a resolver.
    const PARAMETERS_MAX: usize = 4;
    let crowded = ["backend", "migrations", "search-index", "tests"]
        .iter()
        .flat_map(|folder| files(&top().join(folder), &[".rs"]))
        .flat_map(|path| {
            let text = read(&path);
            let crowded = functions(&text)
                .filter(|(_, parameters)| *parameters > PARAMETERS_MAX)
                .map(|(name, parameters)| format!("{}: {name} takes {parameters}", path.display()));
            crowded.collect::<Vec<_>>()
        });
    nothing_of(
        &format!("a function takes {PARAMETERS_MAX} things at most"),
        crowded.collect(),
    );
}

#[test]
fn exceptions_have_their_reason_written_beside_them() {
    let silent = |_: &str, text: &str| text.contains("#[allow(");
    nothing_of(
        "say #[expect(.., reason)], never #[allow]",
        offenders("backend", silent),
    );
}

#[test]
fn tests_in_a_crate_are_run() {
    let left_out = |name: &String| {
        let place = format!("backend/{name}");
        let says = read(&top().join(&place).join("Cargo.toml")).contains("\ntest = false");
        says && !offenders(&place, |_, text| text.contains("#[cfg(test)]")).is_empty()
    };
    let silent = crates().into_iter().filter(left_out).collect();
    nothing_of("its Cargo.toml says test = false, but it has some", silent);
}

#[test]
fn only_the_writer_begins_and_commits() {
    let theirs = [
        "/kernel/src/races.rs",
        "/kernel/src/writer.rs",
        "/server/src/backup",
    ];
    let acts = [".begin()", "begin_with_options", ".commit()"];
    let writes = |at: &str, text: &str| !is_in(at, &theirs) && has(text, &acts);
    nothing_of(
        "Db::write is the only place that begins and commits",
        offenders("backend", writes),
    );
}

#[test]
fn the_program_says_what_it_says_in_one_way() {
    let prints = |at: &str, text: &str| !at.ends_with("build.rs") && text.contains(" println!(");
    nothing_of(
        "println! panics where nobody reads: use stdout::say",
        offenders("backend", prints),
    );
}

#[test]
fn tasks_that_outlive_a_request_belong_to_the_kernel_and_the_server() {
    // The tasks of a loader end with the request that waits for them.
    let theirs = ["/kernel/", "/server/", "/api/src/loaders.rs"];
    let spawns = |at: &str, text: &str| !is_in(at, &theirs) && text.contains("tokio::spawn(");
    nothing_of(
        "a loose task belongs to nobody",
        offenders("backend", spawns),
    );
}

#[test]
fn dependencies_point_downwards_only() {
    // The floors of the house, lowest first. A crate may name only crates of lower floors, and those
    // before it on its own.
    const FLOORS: [&str; 27] = [
        "file-text",
        "outgoing",
        "kernel",
        "identity",
        "communities",
        "sso",
        "scim",
        "sessions",
        "channels",
        "prompts",
        "questions",
        "misconceptions",
        "moderation",
        "pairings",
        "checkins",
        "pulses",
        "consultations",
        "feedback",
        "journeys",
        "search",
        "notifications",
        "imports",
        "audit",
        "privacy",
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
        ["notifications", "imports", ""],
        ["search", "imports", ""],
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
    nothing_of("a capability knows only what is below it", offenders);
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
    nothing_of("this has no place at the top", strangers.collect());
}

#[test]
fn words_that_mean_something_else_here_are_not_used() {
    // A person is never a user, and a sign-in never a session, which is where people learn.
    const PEOPLE: &[&str] = &["user_id", "struct User", "UserId"];
    const SIGN_INS: &[&str] = &["session_id", "struct Session"];
    let signing_in = ["/backend/kernel/", "/backend/identity/", "/backend/server/"];
    let confused = |at: &str, text: &str| {
        let words = [
            PEOPLE,
            if is_in(at, &signing_in) {
                SIGN_INS
            } else {
                &[]
            },
        ]
        .concat();
        // The archives of others speak their own language, and a list of all columns names those of others.
        !at.contains("/backend/imports/")
            && !at.contains("/kernel/src/held/columns.rs")
            && text
                .lines()
                .map(|line| line.split("//").next().unwrap_or_default())
                .any(|code| has(code, &words))
    };
    nothing_of(
        "people are people, sign-ins are sign-ins",
        offenders("backend", confused),
    );
}
