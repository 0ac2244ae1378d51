//! What there is to read and to do before a session.
use super::{Asking, changes, due, merge};
use communities::Role;
use serde_json::{Value, json};
use tests::{Door, Stage, error_of};

const PRE_WORK: &str = "id kind title note noteHtml url dueAt isDone isExpected isLate doneCount
    expectedCount doneBy { name } waitingFor { name } file { name url } session { number }
    withdrawnAt viewerCan { finish edit witness }";

impl Asking<'_> {
    async fn opens(&self, more: Value) -> Value {
        let mut input = json!({
            "community": self.workshop.cohort.id.to_string(), "session": self.session,
            "title": "The chapter on listening", "url": "https://example.org/listening",
        });
        merge(&mut input, &more);
        changes(&self.workshop.amara, "openPreWork", PRE_WORK, input).await
    }

    async fn opened(&self, more: Value) -> Value {
        let answer = self.opens(more).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["openPreWork"].clone()
    }
}

#[tokio::test]
async fn what_is_to_be_read_waits_until_one_says_that_one_is_done() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let rule = json!({ "days": -1, "unit": "CALENDAR", "at": "18:00" });
    let opened = it.opened(json!({ "due": rule, "minutes": 20 })).await;
    assert_eq!(
        (&opened["kind"], &opened["dueAt"]),
        (&json!("LINK"), &json!("2026-01-11T18:00:00+00:00"))
    );
    let priya = &it.workshop.priya;
    let says = async |done: bool| {
        let input = json!({ "preWork": opened["id"], "done": done });
        changes(priya, "markPreWorkDone", "isDone", input).await
    };

    let before = due(priya).await;
    let done = says(true).await;
    let after = due(priya).await;
    let ask = format!("query($id: ID!) {{ preWork(id: $id) {{ {PRE_WORK} }} }}");
    let seen = it
        .workshop
        .amara
        .asks(&ask, json!({ "id": opened["id"] }))
        .await;
    says(false).await;

    assert_eq!(before, [("The chapter on listening".to_owned(), false)]);
    assert_eq!(done["data"]["markPreWorkDone"]["isDone"], true, "{done}");
    assert!(after.is_empty());
    let seen = &seen["data"]["preWork"];
    assert_eq!(
        (&seen["doneBy"], &seen["waitingFor"]),
        (&json!([{ "name": "Priya" }]), &json!([]))
    );
    assert_eq!(due(priya).await.len(), 1, "it is put back");
    it.moves("2026-01-19").await;
    let moved = priya.asks(&ask, json!({ "id": opened["id"] })).await;
    assert_eq!(
        moved["data"]["preWork"]["dueAt"],
        "2026-01-18T18:00:00+00:00"
    );
    assert_eq!(moved["data"]["preWork"]["doneBy"], Value::Null);
}

#[tokio::test]
async fn a_file_is_for_the_whole_community_and_nobody_else() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let content = b"what to bring".to_vec().into();
    let amara = it.workshop.amara.actor();
    let file = stage
        .app
        .files
        .accept(stage.db(), amara, "list.txt", content)
        .await;
    let file = file.expect("a file").id.to_string();

    let opened = it.opened(json!({ "url": null, "file": file })).await;
    let again = it.opens(json!({ "url": null, "file": file })).await;

    assert_eq!(
        (&opened["kind"], &opened["file"]["name"]),
        (&json!("FILE"), &json!("list.txt"))
    );
    assert_eq!(
        error_of(&again).0,
        "INVALID",
        "it is given already: {again}"
    );
    let eve = stage.person("Eve").await;
    let door = Door::of(&stage);
    let client = poem::test::TestClient::new(door.routes());
    for (person, status) in [
        (&it.workshop.priya, 200),
        (&it.workshop.jonas, 200),
        (&eve, 404),
    ] {
        let cookie = door.cookie_of(person).await;
        let path = opened["file"]["url"].as_str().expect("a path");
        let answer = client.get(path).header("cookie", cookie).send().await;
        assert_eq!(answer.0.status().as_u16(), status, "{}", person.record.name);
    }
}

#[tokio::test]
async fn what_was_withdrawn_is_gone_for_all_but_those_who_may_put_it_back() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let opened = it
        .opened(json!({ "url": null, "note": "Read *chapter 2*" }))
        .await;
    assert_eq!(
        (&opened["kind"], &opened["noteHtml"]),
        (
            &json!("READING"),
            &json!("<p>Read <em>chapter 2</em></p>\n")
        )
    );
    let input = json!({ "preWork": opened["id"], "withdrawn": true });
    let refused = changes(&it.workshop.priya, "withdrawPreWork", "id", input.clone()).await;
    let withdrawn = changes(&it.workshop.amara, "withdrawPreWork", "withdrawnAt", input).await;

    let ask = "query($id: ID!, $session: ID!) { preWork(id: $id) { title } node(id: $id) { id }
        session(id: $session) { preWork { title } } }";
    let ids = json!({ "id": opened["id"], "session": it.session });
    let hers = it.workshop.priya.asks(ask, ids.clone()).await;
    let amaras = it.workshop.amara.asks(ask, ids).await;

    assert_eq!(error_of(&refused).0, "FORBIDDEN", "{refused}");
    assert_ne!(
        withdrawn["data"]["withdrawPreWork"]["withdrawnAt"],
        Value::Null
    );
    let nothing = json!({ "preWork": null, "node": null, "session": { "preWork": [] } });
    assert_eq!(hers["data"], nothing);
    assert_eq!(
        amaras["data"]["preWork"]["title"],
        "The chapter on listening"
    );
    assert!(due(&it.workshop.priya).await.is_empty());
}

#[tokio::test]
async fn pre_work_without_sense_is_refused_with_the_field() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let cases = [
        (json!({ "url": "javascript:alert(1)" }), "url"),
        (json!({ "url": null }), "note"),
        (json!({ "file": "file_01h455vb4pex5vsknk084sn02q" }), "file"),
        (json!({ "title": "" }), "title"),
        (json!({ "minutes": 601 }), "minutes"),
    ];
    for (wrong, field) in cases {
        let refused = it.opens(wrong.clone()).await;
        assert_eq!(
            refused["errors"][0]["extensions"]["field"], field,
            "{wrong}: {refused}"
        );
    }
    let mei = stage.person("Mei").await;
    stage.joins(&mei, &it.workshop.cohort, Role::Observer).await;
    let opened = it.opened(json!({})).await;
    let input = json!({ "preWork": opened["id"], "done": true });
    let refused = changes(&mei, "markPreWorkDone", "id", input).await;
    assert_eq!(error_of(&refused).1, "observers read and do not write here");
}
