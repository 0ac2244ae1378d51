//! What is held about people: that none of it is forgotten, that they can take it along, and nobody else can.
mod named;

use audit::Entry;
use channels::File;
use chrono::TimeDelta;
use kernel::{Actor, Id, PersonalExportId, Worker};
use poem::http::StatusCode;
use poem::test::{TestClient, TestResponse};
use privacy::{
    AskForPersonalExport, MakeExports, MakePersonalExport, PersonalExport, sweep_exports,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use tests::{Door, Person, Stage, error_of};

const ASK: &str =
    "mutation($input: AskForPersonalExportInput!) { askForPersonalExport(input: $input) {
    id percent readyAt url } }";
const OWN: &str = "{ personalExports { id percent readyAt expiresAt fetchedAt bytes url reason
    askedBy { name } } }";

async fn asks_for(person: &Person<'_>, input: Value) -> Value {
    person.asks(ASK, json!({ "input": input })).await
}

async fn fetches(stage: &Stage, person: &Person<'_>, path: &str) -> TestResponse {
    let door = Door::of(stage);
    let cookie = door.cookie_of(person).await;
    let client = TestClient::new(door.routes());
    client.get(path).header("cookie", &cookie).send().await
}

/// What is in an archive, by its names there.
async fn unpacked(answer: TestResponse) -> BTreeMap<String, Vec<u8>> {
    answer.assert_status_is_ok();
    let bytes = answer.0.into_body().into_bytes().await.expect("a file");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).expect("an archive");
    let mut found = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file in it");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("its content");
        let name = file.name().expect("a name").into_owned();
        found.insert(name, content);
    }
    found
}

fn list(found: &BTreeMap<String, Vec<u8>>, name: &str) -> Vec<Value> {
    let content = found.get(name).unwrap_or_else(|| panic!("no {name}"));
    let read: Value = serde_json::from_slice(content).expect("JSON");
    read.as_array().expect("a list").clone()
}

async fn uploads(stage: &Stage, person: &Person<'_>, words: &str) -> File {
    let content = words.as_bytes().to_vec().into();
    let files = &stage.app.files;
    let file = files.accept(stage.db(), person.actor(), "notes.txt", content);
    file.await.expect("a file")
}

#[tokio::test]
async fn who_asks_is_given_what_is_theirs_and_nothing_of_others() {
    let stage = Stage::new().await;
    let ([ada, ben], _, lobby) = stage.learners(["Ada", "Ben"]).await;
    let thread = ada.begins(&lobby, "Counting", "I counted who speaks").await;
    ben.posts(&thread, "a private thought of Ben").await;
    let notes = uploads(&stage, &ada, "what Ada noted").await;
    uploads(&stage, &ben, "what Ben noted").await;

    let asked = asks_for(&ada, json!({})).await;
    let asked = &asked["data"]["askForPersonalExport"];
    assert_eq!(
        (&asked["percent"], &asked["url"]),
        (&json!(0), &Value::Null)
    );
    // Asked twice, it is made once.
    let again = asks_for(&ada, json!({})).await;
    assert_eq!(again["data"]["askForPersonalExport"]["id"], asked["id"]);
    stage.puts_together().await;

    let own = ada.asks(OWN, json!({})).await;
    let made = &own["data"]["personalExports"][0];
    assert_eq!(made["percent"], 100, "{own}");
    let url = made["url"].as_str().expect("where it is");
    let answer = fetches(&stage, &ada, url).await;
    answer.assert_header("cache-control", "no-store");
    answer.assert_header("x-content-type-options", "nosniff");
    let found = unpacked(answer).await;

    let posts = list(&found, "data/post.json");
    assert_eq!(posts.len(), 1, "{posts:?}");
    assert_eq!(posts[0]["body"], "I counted who speaks");
    assert_eq!(posts[0]["author"], ada.record.id.to_string());
    assert_eq!(posts[0]["id"], thread["opening"]["id"]);
    assert_eq!(posts[0]["createdAt"], "2026-01-05T09:00:00.000Z");
    let people = list(&found, "data/person.json");
    assert_eq!(people[0]["email"], "ada@example.org");
    assert!(
        list(&found, "data/sign_in.json")[0]
            .get("tokenHash")
            .is_none()
    );
    let name = format!("files/{}-notes.txt", notes.id);
    assert_eq!(found[&name], b"what Ada noted");
    for (name, content) in &found {
        let content = String::from_utf8_lossy(content);
        assert!(!content.contains("private thought"), "{name}: {content}");
        assert!(!content.contains("what Ben noted"), "{name}: {content}");
        assert!(!content.contains("$argon2"), "{name}: {content}");
    }

    // It is hers alone, and gone after a week.
    let refused = fetches(&stage, &ben, url).await;
    refused.assert_status(StatusCode::NOT_FOUND);
    stage.clock.advance(TimeDelta::days(8));
    let over = fetches(&stage, &ada, url).await;
    over.assert_status(StatusCode::NOT_FOUND);
    let swept = sweep_exports(stage.db(), &stage.app.files).await;
    swept.expect("it is cleared away");
    let own = ada.asks(OWN, json!({})).await;
    assert_eq!(own["data"]["personalExports"], json!([]));
}

#[tokio::test]
async fn an_administrator_asks_for_somebody_with_a_reason_and_cannot_fetch_it() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let about = |person: &Person<'_>| person.record.id.to_string();

    let silent = asks_for(&ines, json!({ "person": about(&ada) })).await;
    assert_eq!(error_of(&silent).0, "INVALID");
    let stranger = asks_for(&ben, json!({ "person": about(&ada), "reason": "curious" })).await;
    assert_eq!(error_of(&stranger).0, "NOT_FOUND");
    let input = json!({ "person": about(&ada), "reason": "asked by letter" });
    let asked = asks_for(&ines, input).await;
    assert!(asked.get("errors").is_none(), "{asked}");
    stage.puts_together().await;

    let all = "{ allPersonalExports(first: 5) { edges { node { reason url person { name } } } } }";
    let seen = ines.asks(all, json!({})).await;
    let node = &seen["data"]["allPersonalExports"]["edges"][0]["node"];
    let shown = json!({ "reason": "asked by letter", "url": null, "person": { "name": "Ada" } });
    assert_eq!(node, &shown);
    let own = ada.asks(OWN, json!({})).await;
    let made = &own["data"]["personalExports"][0];
    assert_eq!(made["askedBy"]["name"], "Ines");
    let url = made["url"].as_str().expect("where it is");
    let refused = fetches(&stage, &ines, url).await;
    refused.assert_status(StatusCode::NOT_FOUND);
    fetches(&stage, &ada, url).await.assert_status_is_ok();

    let log = crate::audit::log_of(&stage).await;
    let told = |kind: &str| log.iter().find(|it| it.kind == kind).cloned();
    let asked: Entry = told("privacy.export_asked").expect("an entry");
    assert_eq!(asked.actor_id, Some(ines.record.id));
    assert_eq!(asked.person_id, Some(ada.record.id));
    assert!(asked.after.is_some_and(|it| it.contains("asked by letter")));
    let fetched = told("privacy.export_fetched").expect("an entry");
    assert_eq!(fetched.actor_id, Some(ada.record.id));
}

async fn percent_of(ada: &Person<'_>) -> i64 {
    let own = ada.asks("{ personalExports { percent } }", json!({})).await;
    assert!(own.get("errors").is_none(), "{own}");
    own["data"]["personalExports"][0]["percent"]
        .as_i64()
        .expect("a number")
}

#[tokio::test]
async fn what_was_killed_on_the_way_goes_on_where_it_was() {
    let stage = Stage::new().await;
    let ([ada], _, lobby) = stage.learners(["Ada"]).await;
    for number in 0..3 {
        ada.begins(&lobby, &format!("Practice {number}"), "How did it go?")
            .await;
    }
    let asked: PersonalExport = ada
        .does(AskForPersonalExport::default())
        .await
        .expect("one");
    let make = MakeExports::new(stage.db().clone(), stage.app.files.clone());
    let job = serde_json::to_value(MakePersonalExport { export: asked.id }).expect("a job");
    {
        let mut work = make.work(&job);
        while percent_of(&ada).await < 40 {
            let step = futures_util::poll!(&mut work);
            assert!(step.is_pending(), "it was done before it could be killed");
            tokio::task::yield_now().await;
        }
    }
    let left = percent_of(&ada).await;
    assert!((40..100).contains(&left), "{left}");
    make.work(&job).await.expect("it goes on");
    // And done once more, it is done.
    make.work(&job).await.expect("there is nothing to do");

    let url = format!("/exports/{}", asked.id);
    let found = unpacked(fetches(&stage, &ada, &url).await).await;
    assert_eq!(list(&found, "data/thread.json").len(), 3);
    assert_eq!(list(&found, "data/post.json").len(), 3);
}

#[tokio::test]
async fn the_platform_itself_may_not_fetch_it() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let asked: PersonalExport = ada
        .does(AskForPersonalExport::default())
        .await
        .expect("one");
    stage.puts_together().await;
    let files = &stage.app.files;
    for actor in [Actor::System, Actor::Anonymous] {
        let refused = privacy::fetch_export(stage.db(), files, (actor, asked.id)).await;
        assert!(refused.is_err(), "{actor:?}");
    }
    let nowhere = PersonalExportId::parse("export_01h455vb4pex5vsknk084sn02q").expect("an id");
    let refused = privacy::fetch_export(stage.db(), files, (ada.actor(), nowhere)).await;
    assert!(refused.is_err());
}
