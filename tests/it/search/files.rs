//! What is said in files is found by whoever may read the post that they hang on.
use super::found;
use channels::{File, Files, ReadFiles, ReadUnread, Unreadable};
use communities::Role;
use kernel::{Workers, run_due_jobs};
use object_store::memory::InMemory;
use object_store::{ObjectStore, ObjectStoreExt, path::Path};
use serde_json::{Value, json};
use server::reading::ReadingRoom;
use std::io::{Cursor, Write};
use std::sync::Arc;
use tests::{Person, Stage};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const WORD: &str =
    r#"<w:document xmlns:w="w"><w:p><w:t>The marten sleeps.</w:t></w:p></w:document>"#;

/// A document of Word, as far as anybody looks.
fn document(content: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default())
        .expect("a part");
    zip.write_all(content.as_bytes()).expect("its content");
    zip.finish().expect("a zip").into_inner()
}

/// Files that are read as the server reads them.
fn read_files() -> Files {
    let room = ReadingRoom::of(tests::binary());
    Files::new(Arc::new(InMemory::new())).read_by(Arc::new(room))
}

async fn attaches(person: &Person<'_>, channel: &channels::Channel, file: &File) -> Value {
    let begin = "mutation($input: CreateThreadInput!) { createThread(input: $input) {
        id opening { id attachments { name unreadable } } } }";
    let input = json!({
        "channel": channel.id.to_string(), "kind": "DISCUSSION", "title": "A handout", "body": "Attached.",
        "attachments": [file.id.to_string()], "nonce": tests::nonce(),
    });
    let begun = person.asks(begin, json!({ "input": input })).await;
    assert!(begun.get("errors").is_none(), "{begun}");
    begun["data"]["createThread"].clone()
}

const IN_FILES: &str = "query($query: String!) { search(query: $query, first: 5) {
    edges { snippet file node { id } } } }";

#[tokio::test]
async fn the_words_of_a_file_lead_to_its_post_and_name_it() {
    let stage = Stage::new().await;
    let (priya, kofi) = (stage.person("Priya").await, stage.person("Kofi").await);
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    stage.cohort_of(&[(&kofi, Role::Learner)]).await;
    let files = read_files();
    let subtitles = "WEBVTT\n\n1\n00:00.000 --> 00:04.000\n<v Ada>The otter dives.\n";
    for (name, content, word, said) in [
        (
            "talk.vtt",
            subtitles.as_bytes().to_vec(),
            "otter",
            "The <mark>otter</mark> dives.",
        ),
        (
            "handout.docx",
            document(WORD),
            "marten",
            "The <mark>marten</mark> sleeps.",
        ),
    ] {
        let file = files
            .accept(stage.db(), priya.actor(), name, content.into())
            .await
            .expect("a file");
        let thread = attaches(&priya, &lobby, &file).await;
        assert_eq!(
            thread["opening"]["attachments"][0]["unreadable"],
            Value::Null
        );
        stage.settle().await;

        let answer = priya.asks(IN_FILES, json!({ "query": word })).await;
        let edge = &answer["data"]["search"]["edges"][0];
        assert_eq!(edge["file"], name, "{answer}");
        assert_eq!(edge["snippet"], said);
        assert_eq!(edge["node"]["id"], thread["opening"]["id"]);
        assert_eq!(found(&kofi, word).await["totalCount"], 0);

        // It goes where its post goes.
        let delete = "mutation($input: DeletePostInput!) { deletePost(input: $input) { id } }";
        let input = json!({ "input": { "post": thread["opening"]["id"] } });
        priya.asks(delete, input).await;
        stage.settle().await;
        assert_eq!(found(&priya, word).await["totalCount"], 0);
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_read_says_so_and_takes_nothing_down() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let files = read_files();
    let bomb = format!(
        "<w:document><w:p>{}</w:p></w:document>",
        " ".repeat(17_000_000)
    );
    for (content, why) in [
        (b"%PDF-1.7 and nothing of one".to_vec(), Unreadable::Broken),
        (document("<w:document><w:p"), Unreadable::Broken),
        (document(&bomb), Unreadable::TooMuch),
    ] {
        let file = files
            .accept(stage.db(), priya.actor(), "handout", content.into())
            .await
            .expect("a file, all the same");
        assert_eq!(file.unreadable, Some(why));
        let thread = attaches(&priya, &lobby, &file).await;
        let shown = &thread["opening"]["attachments"][0]["unreadable"];
        assert!(shown.is_string(), "{thread}");
    }
    stage.settle().await;
    assert_eq!(found(&priya, "handout").await["totalCount"], 3);
}

#[tokio::test]
async fn files_that_came_before_anybody_read_them_are_read_by_jobs() {
    let stage = Stage::new().await;
    let (priya, kofi) = (stage.person("Priya").await, stage.person("Kofi").await);
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    stage.cohort_of(&[(&kofi, Role::Learner)]).await;
    let store: Arc<dyn ObjectStore> = Arc::new(InMemory::new());
    let before = Files::new(store.clone());
    let mut kept = Vec::new();
    let document = document(WORD);
    for (name, content) in [
        ("one.docx", document.clone()),
        ("two.docx", document.clone()),
        ("broken.pdf", b"%PDF-1.7 and nothing of one".to_vec()),
        ("lost.docx", document.clone()),
        ("five.docx", document.clone()),
        ("six.docx", document),
    ] {
        let file = before
            .accept(stage.db(), priya.actor(), name, content.into())
            .await;
        kept.push(file.expect("a file"));
        attaches(&priya, &lobby, &kept[kept.len() - 1]).await;
    }
    let lost = Path::from(format!("files/{}", kept[3].id));
    store.delete(&lost).await.expect("lost");
    stage.settle().await;
    assert_eq!(found(&priya, "marten").await["totalCount"], 0);

    let files = before.read_by(Arc::new(ReadingRoom::of(tests::binary())));
    let unread = async || files.unread(&stage.db().read()).await.expect("a figure");
    let reads = ReadUnread::new(stage.db().clone(), files.clone());
    let workers = Workers::default().on::<ReadFiles>(reads);
    let works = async || {
        let tried = run_due_jobs(stage.db(), &workers).await;
        (tried.expect("the jobs"), unread().await)
    };
    assert_eq!(unread().await, 6);
    for _ in 0..2 {
        files.begin_reading(stage.db()).await.expect("begun once");
    }
    assert_eq!(works().await, (1, 2), "a handful at a time");
    assert_eq!(works().await, (1, 0));
    files
        .begin_reading(stage.db())
        .await
        .expect("nothing to do");
    assert_eq!(works().await, (0, 0));

    stage.settle().await;
    assert_eq!(found(&priya, "marten").await["totalCount"], 4);
    assert_eq!(found(&kofi, "marten").await["totalCount"], 0);
    let tally = stage.app.searcher.verify(&stage.db().read()).await;
    assert!(tally.expect("an answer").is_sound());
    let ids: Vec<_> = kept.iter().map(|file| file.id).collect();
    let rows = channels::files_by_ids(&stage.db().read(), &ids).await;
    let unreadable = rows.expect("files").into_iter();
    let unreadable = unreadable.filter(|file| file.unreadable == Some(Unreadable::Broken));
    let mut unreadable: Vec<String> = unreadable.map(|file| file.name).collect();
    unreadable.sort();
    assert_eq!(unreadable, ["broken.pdf", "lost.docx"]);
}
