//! An operator copies everything while the server runs, and sets it up elsewhere.
use communities::Role;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use reqwest::Method;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use tests::{Door, Program, Visitor, nonce, until};

const PASSWORD: &str = "four quiet otters juggle";
const FOUND: &str = "{ search(query: \"zeppelins\", first: 5) { totalCount edges { node {
    thread { title } attachments { name url } } } } }";

/// Ada's organisation with one conversation, which has a file; the archive of it, and the file.
struct Copied {
    archive: PathBuf,
    notes: &'static [u8],
    program: Program,
}

/// Adds Ada with her password, and a channel for her.
async fn ada_and_a_channel(program: &Program) -> String {
    let create = [
        "person",
        "create",
        "--name",
        "Ada",
        "--email",
        "ada@example.org",
    ];
    let said = program
        .runs_told(&[&create[..], &["--password-stdin"]].concat(), PASSWORD)
        .await;
    assert_eq!(said.code, Some(0), "{said:?}");
    let stage = program.stage().await;
    let ada = stage.finds("ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    lobby.id.to_string()
}

async fn signed_in(mut visitor: Visitor) -> Visitor {
    let answer = visitor.signs_in("ada@example.org", PASSWORD).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    visitor
}

async fn backed_up() -> Copied {
    let program = Program::new().await;
    let channel = ada_and_a_channel(&program).await;
    let server = program.serves().await;
    let ada = signed_in(server.visitor()).await;
    let notes = b"what the pilot said";
    let upload = ada
        .request(Method::POST, "/files")
        .header("x-file-name", "notes.txt")
        .body(&notes[..]);
    let upload = upload.send().await.expect("an answer").text().await;
    let upload: Value = serde_json::from_str(&upload.expect("a text")).expect("JSON");
    let begin = "mutation($input: CreateThreadInput!) { createThread(input: $input) { id } }";
    let input = json!({
        "channel": channel, "kind": "DISCUSSION", "title": "Airships", "nonce": nonce(),
        "body": "zeppelins are slow to turn", "attachments": [upload["id"]],
    });
    let begun = ada.asks(begin, json!({ "input": input })).await;
    assert!(begun.get("errors").is_none(), "{begun}");

    let said = program.runs(&["backup", "everything.tar.gz"]).await;

    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.out.contains("1 attachments"), "{said:?}");
    Copied {
        archive: program.folder().join("everything.tar.gz"),
        notes,
        program,
    }
}

async fn restores(program: &Program, archive: &Path, more: &[&str]) -> tests::Said {
    let archive = archive.display().to_string();
    program.runs(&[&["restore", &archive], more].concat()).await
}

#[tokio::test]
async fn everything_is_there_again_on_another_machine() {
    let copied = backed_up().await;
    let elsewhere = Program::new().await;

    let said = restores(&elsewhere, &copied.archive, &[]).await;

    assert_eq!(said.code, Some(0), "{said:?}");
    let server = elsewhere.serves().await;
    let ada = signed_in(server.visitor()).await;
    until("the index is filled", async || {
        ada.asks(FOUND, json!({})).await["data"]["search"]["totalCount"] == 1
    })
    .await;
    let found = ada.asks(FOUND, json!({})).await;
    let post = &found["data"]["search"]["edges"][0]["node"];
    assert_eq!(post["thread"]["title"], "Airships");
    let file = post["attachments"][0]["url"].as_str().expect("a file");
    let file = ada.request(Method::GET, file).send().await;
    let content = file.expect("an answer").bytes().await.expect("its content");
    assert_eq!(content, copied.notes);
}

#[tokio::test]
async fn an_archive_that_somebody_altered_is_refused_and_changes_nothing() {
    let copied = backed_up().await;
    let elsewhere = Program::new().await;
    let altered = elsewhere.folder().join("altered.tar.gz");
    alter(&copied.archive, &altered, b"zeppelins", b"zeppelinz");

    let said = restores(&elsewhere, &altered, &["--force"]).await;

    assert_eq!(said.code, Some(1), "{said:?}");
    assert!(
        said.err.contains("does not match its checksums"),
        "{said:?}"
    );
    assert!(said.err.contains("nothing was changed"), "{said:?}");
    let stage = elsewhere.stage().await;
    let posts = channels::posts_walked(&stage.db().read(), None, 1).await;
    assert_eq!(posts.expect("posts").len(), 0);
    let objects = std::fs::read_dir(elsewhere.data().join("objects"));
    assert_eq!(objects.map_or(0, Iterator::count), 0);
}

/// Copies an archive with one word in it exchanged for another of its length.
fn alter(from: &Path, to: &Path, word: &[u8], other: &[u8]) {
    let whole = std::fs::File::open(from).expect("the archive");
    let mut content = Vec::new();
    GzDecoder::new(whole)
        .read_to_end(&mut content)
        .expect("its content");
    let place = content.windows(word.len()).position(|part| part == word);
    let place = place.expect("the word");
    content[place..place + word.len()].copy_from_slice(other);
    let mut zip = GzEncoder::new(
        std::fs::File::create(to).expect("a file"),
        Compression::fast(),
    );
    zip.write_all(&content).expect("room on the disk");
    zip.finish().expect("a whole file");
}

#[tokio::test]
async fn nothing_is_overwritten_by_accident() {
    let copied = backed_up().await;
    let elsewhere = Program::new().await;
    let stage = elsewhere.stage().await;
    let ben = stage.person("Ben").await;
    let cookie = Door::of(&stage).cookie_of(&ben).await;

    let server = elsewhere.serves().await;
    let running = restores(&elsewhere, &copied.archive, &["--force"]).await;
    let still_there = server.visitor().with(&cookie);
    let still_there = still_there
        .asks("{ viewer { person { name } } }", json!({}))
        .await;
    server.dies().await;
    let inhabited = restores(&elsewhere, &copied.archive, &[]).await;
    let again = copied.program.runs(&["backup", "everything.tar.gz"]).await;

    assert_eq!(running.code, Some(6), "{running:?}");
    assert_eq!(still_there["data"]["viewer"]["person"]["name"], "Ben");
    assert_eq!(inhabited.code, Some(1), "{inhabited:?}");
    assert!(inhabited.err.contains("--force"), "{inhabited:?}");
    assert_eq!(again.code, Some(1), "{again:?}");
    assert!(again.err.contains("exists already"), "{again:?}");
}
