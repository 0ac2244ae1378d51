//! What the pages for people say is so: every setting, every error code, every link.
use kernel::Error;
use server::config::{Given, Setting, resolve};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn page(path: &str) -> String {
    let path = top().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every Markdown page of ours, with its text.
fn pages() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    gather(&top(), &mut found);
    assert!(found.len() > 8, "the pages were not found");
    found
}

fn gather(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    const NOT_OURS: [&str; 4] = ["node_modules", "target", "build", "data"];
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let skipped = name.starts_with('.') || NOT_OURS.contains(&&*name);
        if path.is_dir() && !skipped {
            gather(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            let text = fs::read_to_string(&path).expect("a page in UTF-8");
            found.push((path, text));
        }
    }
}

/// The line that the table of settings has for this one.
fn row(setting: &Setting, shown: &str) -> String {
    let default = match shown {
        "not set" | "none" => " ".to_owned(),
        shown => format!(" `{shown}` "),
    };
    let (key, variable, help) = (setting.key, setting.variable(), setting.help.trim());
    format!("| `--{key}` | `{variable}` |{default}| {help} |")
}

#[test]
fn operators_find_every_setting_as_the_program_explains_it() {
    let operating = page("docs/operating.md");
    let (_, in_force) = resolve(&Given::default()).expect("the defaults");

    let missing: Vec<String> = in_force
        .iter()
        .map(|line| row(line.setting, &line.shown))
        .filter(|row| !operating.contains(row.as_str()))
        .collect();

    assert!(
        missing.is_empty(),
        "docs/operating.md lacks these lines:\n{}",
        missing.join("\n")
    );
    let rows = operating.lines().filter(|line| line.starts_with("| `--"));
    assert_eq!(
        rows.count(),
        in_force.len(),
        "a row is about no setting at all"
    );
}

/// One of each kind. A new kind does not compile here until it is on the page.
fn every_error() -> Vec<Error> {
    let all = vec![
        Error::SignInFirst,
        Error::NotFound("post"),
        Error::forbidden("no"),
        Error::invalid("field", "no"),
        Error::conflict("no"),
        Error::SlowDown(1),
        Error::SecondFactor,
        Error::Confirm,
        Error::FactorRequired,
        Error::Unavailable("no".into()),
        Error::internal("no"),
    ];
    for error in &all {
        match error {
            Error::SignInFirst
            | Error::NotFound(_)
            | Error::Forbidden(_)
            | Error::Invalid { .. }
            | Error::Conflict { .. }
            | Error::SlowDown(_)
            | Error::SecondFactor
            | Error::Confirm
            | Error::FactorRequired
            | Error::Unavailable(_)
            | Error::Internal(_) => {}
        }
    }
    all
}

#[test]
fn programmers_find_every_error_code_and_no_other() {
    let api = page("docs/api.md");
    let mut known: BTreeSet<&str> = every_error().iter().map(Error::code).collect();
    known.insert("PERSISTED_QUERY_NOT_FOUND");

    let explained: BTreeSet<&str> = api
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .filter(|word| word.bytes().all(|b| b.is_ascii_uppercase() || b == b'_'))
        .collect();

    assert_eq!(explained, known);
}

#[test]
fn operators_find_every_exit_code() {
    use server::failure::Exit;
    let operating = page("docs/operating.md");

    for exit in [
        Exit::Failed,
        Exit::Usage,
        Exit::PortInUse,
        Exit::DataFolder,
        Exit::DatabaseNewer,
        Exit::AlreadyRunning,
    ] {
        let row = format!("| {} | ", exit as u8);
        assert!(operating.contains(&row), "{exit:?} is not on the page");
    }
}

/// Targets of `[words](target)` and `![words](target)`, outside code.
fn links(text: &str) -> Vec<String> {
    let mut in_code = false;
    let mut links = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        } else if !in_code {
            // Every other piece stands between backticks.
            let prose: String = line.split('`').step_by(2).collect();
            let targets = prose.split("](").skip(1);
            links.extend(targets.filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())));
        }
    }
    links
}

/// The anchor that a heading gets.
fn anchors(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| {
            line.trim_start_matches('#')
                .trim()
                .to_lowercase()
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
                .map(|c| if c == ' ' { '-' } else { c })
                .collect()
        })
        .collect()
}

#[test]
fn every_link_inside_the_house_leads_somewhere() {
    let mut broken = Vec::new();
    for (path, text) in pages() {
        for link in links(&text) {
            if link.contains("://") {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = match file {
                "" => path.clone(),
                file => path.parent().expect("a folder").join(file),
            };
            let leads = target.exists()
                && (anchor.is_empty()
                    || fs::read_to_string(&target)
                        .is_ok_and(|text| anchors(&text).contains(anchor)));
            if !leads {
                broken.push(format!("{}: {link}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_file_that_a_page_names_exists() {
    const ROOMS: [&str; 7] = [
        "backend/",
        "deploy/",
        "docs/",
        "frontend/",
        "migrations/",
        "search-index/",
        "tests/",
    ];
    // What is made by building, and what stands for many.
    let is_elsewhere =
        |name: &str| name.starts_with("frontend/build") || name.contains(['<', '*', '{', ' ', '…']);

    let mut missing = Vec::new();
    for (path, text) in pages() {
        let named =
            text.split('`').skip(1).step_by(2).filter(|name| {
                ROOMS.iter().any(|room| name.starts_with(room)) && !is_elsewhere(name)
            });
        let gone = named.filter(|name| !top().join(name).exists());
        missing.extend(gone.map(|name| format!("{}: {name}", path.display())));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn no_page_names_a_folder_of_the_machine_it_was_written_on() {
    let top = top().canonicalize().expect("the top");
    let ours = top.to_string_lossy().into_owned();
    let machines = ["/home/", "/root/", "/Users/", "/tmp/", "C:\\", &ours];

    let mut offenders = Vec::new();
    for (path, text) in pages() {
        let named = machines.iter().filter(|folder| text.contains(**folder));
        offenders.extend(named.map(|folder| format!("{} names {folder}", path.display())));
    }
    assert!(offenders.is_empty(), "{}", offenders.join("\n"));
}

#[test]
fn a_link_and_an_anchor_are_read_as_the_pages_write_them() {
    let text =
        "See [it](a.md#b) and ![pic](p.png), not `[c](d)`.\n```\n[e](f)\n```\n## Who can, and who?";

    assert_eq!(links(text), ["a.md#b", "p.png"]);
    assert!(anchors(text).contains("who-can-and-who"));
}

/// The stories that a row of the table of attacks names: a file, and sentences in it.
fn stories_named(row: &str) -> Vec<(String, String)> {
    let mut file = String::new();
    let mut stories = Vec::new();
    for (index, piece) in row.split('`').enumerate() {
        if index % 2 == 1 {
            piece.clone_into(&mut file);
        } else if !file.is_empty() {
            let sentences = piece.split('*').skip(1).step_by(2);
            stories.extend(sentences.map(|words| (file.clone(), words.to_owned())));
        }
    }
    stories
}

#[test]
fn every_story_that_the_page_on_security_names_is_told() {
    let security = page("docs/security.md");
    let (_, table) = security
        .split_once("## How it is attacked")
        .expect("the table of attacks");
    let rows: Vec<&str> = table
        .lines()
        .skip_while(|line| !line.starts_with("| ---"))
        .skip(1)
        .take_while(|line| line.starts_with('|'))
        .collect();
    assert!(rows.len() > 20, "the table was not found");

    let mut missing = Vec::new();
    for row in rows {
        let cell = row
            .trim_end_matches('|')
            .rsplit('|')
            .next()
            .unwrap_or_default();
        let stories = stories_named(cell);
        if stories.is_empty() {
            missing.push(format!("no story attacks this: {row}"));
        }
        for (file, words) in stories {
            let text = fs::read_to_string(top().join(&file)).unwrap_or_default();
            let function = format!("fn {}(", words.replace(' ', "_"));
            if !text.contains(&function) && !text.contains(&words) {
                missing.push(format!("{file} does not tell: {words}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
