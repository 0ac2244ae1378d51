//! What is brought in, and the index over it.
use communities::Role;
use serde_json::json;
use std::io::Write;
use std::path::PathBuf;
use tests::{Door, Program};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn file(program: &Program, name: &str, content: &[u8]) -> String {
    let path: PathBuf = program.folder().join(name);
    std::fs::write(&path, content).expect("a file");
    path.display().to_string()
}

fn zip(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("an entry");
        zip.write_all(content.as_bytes()).expect("its content");
    }
    zip.finish().expect("a zip").into_inner()
}

#[tokio::test]
async fn what_is_no_export_is_refused_and_founds_no_community() {
    let program = Program::new().await;
    let nonsense = file(&program, "nonsense.zip", b"this is no zip");
    let lacking = zip(&[("channels.json", "[]")]);
    let lacking = file(&program, "lacking.zip", &lacking);

    for (source, words) in [
        (nonsense.as_str(), "is no zip archive"),
        (lacking.as_str(), "there is no users.json in this zip"),
        ("missing.zip", "cannot be read"),
    ] {
        let import = ["import", "slack", source, "--community", "Old workspace"];
        let said = program.runs(&import).await;
        assert_eq!(said.code, Some(1), "{said:?}");
        assert!(said.err.contains(words), "{}", said.err);
    }

    let stage = program.stage().await;
    let founded = communities::community_by_slug(&stage.db().read(), "old-workspace").await;
    assert_eq!(founded.expect("an answer"), None);
}

#[tokio::test]
async fn an_export_comes_in_while_the_server_runs_and_is_found() {
    let program = Program::new().await;
    let users = r#"[{ "id": "U1", "name": "mei", "real_name": "Mei Wu",
        "profile": { "email": "mei@example.org" } }]"#;
    let channels = r#"[{ "id": "C1", "name": "general", "members": ["U1"] }]"#;
    let day = r#"[{ "type": "message", "user": "U1", "ts": "1700000000.000100",
        "text": "zeppelins are slow to turn" }]"#;
    let export = zip(&[
        ("users.json", users),
        ("channels.json", channels),
        ("general/2023-11-14.json", day),
    ]);
    let export = file(&program, "export.zip", &export);
    let server = program.serves().await;

    let import = ["import", "slack", &export, "--community", "Old workspace"];
    let sheet = ["--sheet", "sheet.csv"];
    let said = program.runs(&[&import[..], &sheet].concat()).await;
    assert_eq!(said.code, Some(0), "{said:?}");
    let written = std::fs::read_to_string(program.folder().join("sheet.csv"));
    assert!(written.is_ok_and(|sheet| sheet.lines().count() > 1));

    let stage = program.stage().await;
    let ines = stage.administrator("Ines Duarte").await;
    let community = communities::community_by_slug(&stage.db().read(), "old-workspace").await;
    let community = community.expect("an answer").expect("the community");
    stage.joins(&ines, &community, Role::Facilitator).await;
    let browser = server
        .visitor()
        .with(&Door::of(&stage).cookie_of(&ines).await);
    let search = "{ search(query: \"zeppelins\", first: 5) { totalCount } }";
    tests::until("the message is found", async || {
        browser.asks(search, json!({})).await["data"]["search"]["totalCount"] == 1
    })
    .await;
}

#[tokio::test]
async fn the_index_is_filled_anew_while_no_server_has_it() {
    let program = Program::new().await;
    let stage = program.stage().await;
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    ada.begins(&lobby, "Airships", "zeppelins are slow to turn")
        .await;
    drop(stage.app.clone());

    let server = program.serves().await;
    let busy = program.runs(&["search", "rebuild"]).await;
    server.is_told_to_stop().await;
    server.ends().await;
    let rebuilt = program.runs(&["search", "rebuild"]).await;
    let verified = program.runs(&["search", "verify"]).await;
    std::fs::remove_dir_all(program.data().join("search")).expect("an index");
    let missing = program.runs(&["search", "verify"]).await;

    assert_eq!(busy.code, Some(1), "{busy:?}");
    assert_eq!(rebuilt.code, Some(0), "{rebuilt:?}");
    assert_eq!(verified.code, Some(0), "{verified:?}");
    assert!(
        verified
            .out
            .contains("0 documents are missing, 0 are too many, 0 are out of date"),
        "{verified:?}"
    );
    assert_eq!(missing.code, Some(1), "{missing:?}");
    assert!(
        missing.err.contains("interlude search rebuild"),
        "{missing:?}"
    );
}

#[tokio::test]
async fn a_roster_comes_in_and_is_taken_back_by_its_name() {
    let program = Program::new().await;
    let roster = b"name,email,role\nMei Wu,mei@example.org,learner\nKofi,no address,\n";
    let roster = file(&program, "people.csv", roster);
    let import = ["import", "roster", &roster, "--community", "Winter cohort"];

    let rehearsed = program.runs(&[&import[..], &["--dry-run"]].concat()).await;
    assert_eq!(rehearsed.code, Some(0), "{rehearsed:?}");
    assert!(
        rehearsed.out.contains("this is no e-mail address (line 3)"),
        "{rehearsed:?}"
    );
    assert!(!rehearsed.out.contains("import undo"), "{rehearsed:?}");
    let said = program.runs(&import).await;
    assert_eq!(said.code, Some(0), "{said:?}");
    let words = said
        .out
        .lines()
        .find_map(|line| line.strip_prefix("To take it back: interlude "));
    let undo: Vec<&str> = words.expect("how to undo").split(' ').collect();
    let mei = || async {
        let stage = program.stage().await;
        let found = identity::person_by_email(&stage.db().read(), "mei@example.org").await;
        found.expect("a read")
    };
    assert_eq!(mei().await.map(|mei| mei.name), Some("Mei Wu".to_owned()));

    let undone = program.runs(&undo).await;

    assert_eq!(undone.code, Some(0), "{undone:?}");
    assert_eq!(mei().await, None);
    let again = program.runs(&undo).await;
    assert_eq!(again.code, Some(1), "{again:?}");
    assert!(
        again.err.contains("this roster was taken back already"),
        "{again:?}"
    );
}
