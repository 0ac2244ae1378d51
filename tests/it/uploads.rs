//! Attachments come in from our pages, and go out only to whom the policy shows them.
use channels::{FileUploaded, Files, SweepUnattached};
use chrono::TimeDelta;
use communities::Role;
use kernel::{Actor, Cursor, Id, PersonId, Place, SystemEntropy, facts_after};
use object_store::ObjectStore;
use object_store::local::LocalFileSystem;
use poem::http::StatusCode;
use poem::test::{TestClient, TestResponse};
use serde_json::{Value, json};
use server::http::uploads::Uploads;
use std::sync::Arc;
use std::time::Duration;
use tests::{Door, OUR_PAGE, Person, Stage};

/// Two by two pixels of teal, as a PNG.
#[rustfmt::skip]
const PICTURE: [u8; 73] = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x02, 0x08, 0x02, 0x00, 0x00, 0x00, 0xfd, 0xd4, 0x9a,
    0x73, 0x00, 0x00, 0x00, 0x10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x10, 0x48, 0x48, 0x00,
    0x22, 0x06, 0x08, 0x05, 0x00, 0x15, 0x8e, 0x03, 0x41, 0x58, 0xdb, 0x3a, 0x3c, 0x00, 0x00, 0x00,
    0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

fn picture() -> Vec<u8> {
    PICTURE.to_vec()
}

struct Caller<'stage> {
    door: Door,
    cookie: String,
    person: Person<'stage>,
}

impl<'stage> Caller<'stage> {
    async fn new(stage: &'stage Stage, name: &str) -> Self {
        let person = stage.person(name).await;
        let door = Door::of(stage);
        let cookie = door.cookie_of(&person).await;
        Self {
            door,
            cookie,
            person,
        }
    }

    async fn sends(&self, name: &str, content: Vec<u8>) -> TestResponse {
        TestClient::new(self.door.routes())
            .post("/files")
            .header("cookie", &self.cookie)
            .header("origin", OUR_PAGE)
            .header("x-file-name", name)
            .body(content)
            .send()
            .await
    }

    async fn fetches(&self, path: &str) -> TestResponse {
        TestClient::new(self.door.routes())
            .get(path)
            .header("cookie", &self.cookie)
            .send()
            .await
    }
}

async fn told(answer: TestResponse) -> Value {
    let text = answer.0.into_body().into_string().await.expect("a text");
    serde_json::from_str(&text).expect("JSON")
}

#[tokio::test]
async fn a_picture_is_shown_in_place_and_can_do_nothing() {
    let stage = Stage::new().await;
    let ada = Caller::new(&stage, "Ada").await;

    let sent = ada.sends("Caf%C3%A9%20plan.png", picture()).await;
    sent.assert_status(StatusCode::CREATED);
    let file = told(sent).await;
    let fetched = ada.fetches(file["url"].as_str().expect("an address")).await;

    assert_eq!(file["name"], "Café plan.png");
    assert_eq!((&file["width"], &file["height"]), (&json!(2), &json!(2)));
    fetched.assert_status_is_ok();
    fetched.assert_content_type("image/png");
    fetched.assert_header(
        "content-disposition",
        "inline; filename*=UTF-8''Caf%C3%A9%20plan.png",
    );
    fetched.assert_header("content-security-policy", "default-src 'none'; sandbox");
    fetched.assert_header("x-content-type-options", "nosniff");
    fetched.assert_header("cache-control", "private, max-age=3600");
}

#[tokio::test]
async fn what_is_no_picture_is_only_ever_downloaded() {
    let stage = Stage::new().await;
    let ada = Caller::new(&stage, "Ada").await;

    let sent = ada
        .sends("notes.html", b"plain words, whatever the name".to_vec())
        .await;
    let file = told(sent).await;
    let fetched = ada.fetches(file["url"].as_str().expect("an address")).await;

    let disposition = fetched
        .0
        .header("content-disposition")
        .unwrap_or_default()
        .to_owned();
    assert!(disposition.starts_with("attachment;"), "{disposition}");
    fetched.assert_content_type("text/plain; charset=utf-8");
}

#[tokio::test]
async fn who_may_not_read_the_post_is_told_that_there_is_no_file() {
    let stage = Stage::new().await;
    let (ada, eve) = (
        Caller::new(&stage, "Ada").await,
        Caller::new(&stage, "Eve").await,
    );
    let (_, lobby) = stage.cohort_of(&[(&ada.person, Role::Learner)]).await;
    let file = told(ada.sends("plan.png", picture()).await).await;
    let begin = "mutation($input: CreateThreadInput!) { createThread(input: $input) { id } }";
    let input = json!({
        "channel": lobby.id.to_string(), "kind": "DISCUSSION", "title": "The plan", "body": "here",
        "attachments": [file["id"]], "nonce": "only-once",
    });
    let begun = ada.person.asks(begin, json!({ "input": input })).await;
    assert!(begun.get("errors").is_none(), "{begun}");
    let path = file["url"].as_str().expect("an address");

    let hers = ada.fetches(path).await;
    let foreign = eve.fetches(path).await;
    let nothing = eve
        .fetches("/files/file_01h455vb4pex5vsknk084sn02q/plan")
        .await;
    let malformed = eve.fetches("/files/plan/plan").await;
    let client = TestClient::new(ada.door.routes());

    hers.assert_status_is_ok();
    assert_eq!(foreign.0.status(), StatusCode::NOT_FOUND);
    assert_eq!(nothing.0.status(), StatusCode::NOT_FOUND);
    assert_eq!(malformed.0.status(), StatusCode::NOT_FOUND);
    assert_eq!(
        told(foreign).await["error"]["message"],
        told(nothing).await["error"]["message"]
    );
    for guess in [
        path,
        "/files/file_01h455vb4pex5vsknk084sn02q/plan",
        "/files/plan/plan",
    ] {
        let by_nobody = client.get(guess).send().await;
        by_nobody.assert_status(StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn bad_uploads_get_words() {
    let stage = Stage::new().await;
    let ada = Caller::new(&stage, "Ada").await;
    let too_large = vec![b'a'; 25 * 1024 * 1024 + 1];
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec();

    let large = ada.sends("large.txt", too_large).await;
    let empty = ada.sends("empty.txt", Vec::new()).await;
    let unnamed = ada.sends("%ff", b"words".to_vec()).await;
    let drawn = told(ada.sends("drawing.svg", svg).await).await;
    let foreign = TestClient::new(ada.door.routes())
        .post("/files")
        .header("cookie", &ada.cookie)
        .header("origin", "https://evil.example")
        .header("x-file-name", "a.txt")
        .body("words")
        .send()
        .await;
    let stranger = TestClient::new(ada.door.routes())
        .post("/files")
        .header("x-file-name", "a.txt")
        .body("words")
        .send()
        .await;

    large.assert_status(StatusCode::PAYLOAD_TOO_LARGE);
    empty.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    unnamed.assert_status(StatusCode::BAD_REQUEST);
    foreign.assert_status(StatusCode::FORBIDDEN);
    stranger.assert_status(StatusCode::UNAUTHORIZED);
    assert!(
        drawn["error"]["code"] == "INVALID" || drawn["mediaType"] == "text/plain; charset=utf-8"
    );
}

#[tokio::test]
async fn an_upload_is_a_fact_for_who_uploaded_and_for_nobody_else() {
    let stage = Stage::new().await;
    let ada = Caller::new(&stage, "Ada").await;

    let file = told(ada.sends("plan.png", picture()).await).await;
    stage.facts_arrive().await;
    let facts = facts_after(&stage.db().read(), Cursor::default(), 100).await;

    let facts = facts.expect("the log");
    let last = facts.last().expect("a fact");
    let uploaded: FileUploaded = last.as_event().expect("an upload");
    assert_eq!(uploaded.file.to_string(), file["id"].as_str().unwrap_or(""));
    assert_eq!(last.place, Place::person(ada.person.record.id));
}

#[tokio::test]
async fn an_upload_that_fails_leaves_neither_a_row_nor_content() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let nobody: PersonId = Id::mint(stage.db().now(), &SystemEntropy);
    let full = tempfile::tempdir().expect("a folder");
    std::fs::write(full.path().join("files"), "in the way").expect("a file");
    let full = LocalFileSystem::new_with_prefix(full.path()).expect("a store");
    let upload = async |files: &Files, actor| {
        let words = b"plain words".to_vec().into();
        files.accept(stage.db(), actor, "notes.txt", words).await
    };

    let no_room = upload(&Files::new(Arc::new(full)), ada.actor()).await;
    let no_row = upload(&stage.app.files, Actor::Person(nobody)).await;
    stage.clock.advance(TimeDelta::days(8));
    let rows = stage.does(SweepUnattached).await.expect("a sweep");
    let content = stage.app.files.store().list_with_delimiter(None).await;

    assert!(no_room.is_err() && no_row.is_err());
    assert_eq!(rows, []);
    let content = content.expect("a list");
    assert!(content.objects.is_empty() && content.common_prefixes.is_empty());
}

#[tokio::test]
async fn what_was_never_posted_is_cleared_away_after_a_week() {
    let stage = Stage::new().await;
    let ada = Caller::new(&stage, "Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada.person, Role::Learner)]).await;
    let posted = told(ada.sends("plan.png", picture()).await).await;
    let left = told(ada.sends("draft.png", picture()).await).await;
    let begin = "mutation($input: CreateThreadInput!) { createThread(input: $input) { id } }";
    let input = json!({
        "channel": lobby.id.to_string(), "kind": "DISCUSSION", "title": "The plan", "body": "here",
        "attachments": [posted["id"]], "nonce": "only-once",
    });
    ada.person.asks(begin, json!({ "input": input })).await;
    let path = |file: &Value| file["url"].as_str().expect("an address").to_owned();
    let sweep = async || stage.app.files.sweep(stage.db()).await.expect("a sweep");

    stage.clock.advance(TimeDelta::days(6));
    sweep().await;
    let before = ada.fetches(&path(&left)).await;
    stage.clock.advance(TimeDelta::days(2));
    sweep().await;
    let after = ada.fetches(&path(&left)).await;
    let kept = ada.fetches(&path(&posted)).await;

    before.assert_status_is_ok();
    assert_eq!(after.0.status(), StatusCode::NOT_FOUND);
    kept.assert_status_is_ok();
}

#[tokio::test]
async fn who_uploads_slowly_holds_two_places_and_leaves_the_others_to_others() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let uploads = Uploads::new(Duration::ZERO);

    let first = uploads.enter(ada.record.id).await;
    let second = uploads.enter(ada.record.id).await;
    let third = uploads.enter(ada.record.id).await;
    let bens = uploads.enter(ben.record.id).await;
    drop(first);
    let again = uploads.enter(ada.record.id).await;

    assert!(second.is_ok() && bens.is_ok() && again.is_ok());
    let refusal = third.err().expect("a refusal");
    assert_eq!(refusal.code, "SLOW_DOWN");
    assert!(refusal.message.contains("try again"), "{}", refusal.message);
    assert!(refusal.retry_after.is_some());
}
