//! What is refused before it costs anything.
use async_graphql::Request;
use poem::test::TestClient;
use server::guard::{Admitted, Entrance, Introspection, Refused, admit};
use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};
use tests::{Door, Stage, operation};

fn asked(query: &str) -> Result<Admitted, Refused> {
    admit(
        Request::new(query),
        Entrance::Request,
        Introspection::Hidden,
    )
}

fn refusal(query: &str) -> String {
    asked(query)
        .err()
        .map(|refused| refused.to_string())
        .unwrap_or_default()
}

/// Fragments that each spread the next twice: a kilobyte that expands to more than there are atoms.
fn fragment_bomb(fragments: usize) -> String {
    let links: String = (0..fragments)
        .map(|n| {
            format!(
                "fragment f{n} on Query {{ ...f{next} ...f{next} }} ",
                next = n + 1
            )
        })
        .collect();
    format!("{{ ...f0 }} {links} fragment f{fragments} on Query {{ viewer {{ email }} }}")
}

#[test]
fn an_honest_query_is_let_in_with_its_document_parsed() {
    let admitted =
        asked("query Home($n: Int!) { viewer { email } inbox(first: $n) { edges { cursor } } }")
            .expect("an admission");

    assert_eq!(admitted.roots, ["viewer", "inbox"]);
}

#[test]
fn a_fragment_bomb_is_refused_in_no_time() {
    let began = Instant::now();
    let words = refusal(&fragment_bomb(40));

    assert_eq!(
        words,
        "the query asks for too many fields: 1000 is the most"
    );
    assert!(
        began.elapsed() < Duration::from_millis(100),
        "{:?}",
        began.elapsed()
    );
}

#[test]
fn a_bomb_that_nothing_spreads_is_refused_as_well() {
    let hidden = fragment_bomb(40).replace("{ ...f0 }", "{ viewer { email } }");

    assert_eq!(
        refusal(&hidden),
        "the query asks for too many fields: 1000 is the most"
    );
}

#[test]
fn fragments_that_go_in_a_circle_are_refused() {
    let circle = "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }";

    assert_eq!(refusal(circle), "a fragment spreads itself");
}

#[test]
fn a_flood_of_aliases_is_refused() {
    let flood: String = (0..51)
        .map(|n| format!("a{n}: viewer {{ email }} "))
        .collect();

    assert_eq!(
        refusal(&format!("{{ {flood} }}")),
        "the query has too many aliases: 50 is the most"
    );
}

#[test]
fn what_is_too_deep_is_refused_at_every_depth() {
    let levels = |n: usize| {
        format!(
            "{}email{}",
            "{ thread ".repeat(n) + "{ ",
            " }".repeat(n + 1)
        )
    };

    assert_eq!(
        refusal(&levels(12)),
        "the query is too deep: 12 levels is the most"
    );
    assert_eq!(refusal(&levels(2_000)), "the query is nested too deep");
    assert_eq!(
        refusal(&format!("{{ a(x: {}) }}", "[".repeat(15_000))),
        "the query is nested too deep"
    );
    assert_eq!(
        refusal(&format!("{{ a(x: \"{}", "[".repeat(200))),
        "a string in the query does not end"
    );
}

#[test]
fn brackets_in_texts_and_comments_are_no_nesting() {
    let text = format!(
        "{{ preview(body: \"{}\") }} # {}",
        "[".repeat(500),
        "{".repeat(500)
    );

    assert!(asked(&text).is_ok());
}

#[test]
fn too_many_of_anything_is_refused_by_name() {
    let long = format!("{{ viewer {{ email }} }} # {}", "x".repeat(33_000));
    let directives = format!(
        "{{ viewer {} {{ email }} }}",
        "@include(if: true) ".repeat(6)
    );
    let variables: String = (0..51).map(|n| format!("$v{n}: Int ")).collect();
    let operations: String = (0..6)
        .map(|n| format!("query q{n} {{ viewer {{ email }} }} "))
        .collect();
    let mut many = Request::new(operations);
    many.operation_name = Some("q0".to_owned());

    assert_eq!(refusal(&long), "the query is too long: 32 KB is the most");
    assert_eq!(
        refusal(&directives),
        "too many directives in one place: 5 is the most"
    );
    assert_eq!(
        refusal(&format!("query({variables}) {{ viewer {{ email }} }}")),
        "too many variables: 50 is the most"
    );
    assert_eq!(
        admit(many, Entrance::Request, Introspection::Hidden)
            .err()
            .map(|r| r.to_string()),
        Some("too many operations in one document: 5 is the most".to_owned())
    );
}

#[test]
fn a_mutation_changes_one_thing() {
    let two = "mutation { a: react(input: {}) { id } b: react(input: {}) { id } }";
    let hidden = "mutation { ...both } fragment both on Mutation { signOut(input: {}) { signInsEnded } a: signOut(input: {}) { signInsEnded } }";

    assert_eq!(
        refusal(two),
        "one change at a time: a mutation has one root field"
    );
    assert_eq!(
        refusal(hidden),
        "one change at a time: a mutation has one root field"
    );
}

#[test]
fn a_socket_carries_subscriptions_alone() {
    let by_socket =
        |query: &str| admit(Request::new(query), Entrance::Socket, Introspection::Hidden);

    assert!(by_socket("subscription { liveEvents { cursor } }").is_ok());
    assert!(by_socket("{ viewer { email } }").is_err());
    assert!(by_socket("mutation { signOut(input: {}) { signInsEnded } }").is_err());
    assert!(asked("subscription { liveEvents { cursor } }").is_err());
}

#[tokio::test]
async fn a_stranger_is_not_shown_the_schema_and_nonsense_gets_a_short_answer() {
    let stage = Stage::new().await;
    let door = TestClient::new(Door::of(&stage).routes());
    let nonsense: String = (0..900).map(|n| format!("nonsense{n} ")).collect();

    let schema = door
        .post("/graphql")
        .body_json(&operation("{ __schema { types { name } } }"))
        .send()
        .await;
    let type_of = door
        .post("/graphql")
        .body_json(&operation("{ __type(name: \"Post\") { name } }"))
        .send()
        .await;
    let confused = door
        .post("/graphql")
        .body_json(&operation(&format!("{{ {nonsense} }}")))
        .send()
        .await;

    schema.assert_status(poem::http::StatusCode::BAD_REQUEST);
    type_of.assert_status(poem::http::StatusCode::BAD_REQUEST);
    let words = confused
        .0
        .into_body()
        .into_string()
        .await
        .expect("an answer");
    assert!(words.len() <= 1024, "{} bytes", words.len());
}

#[tokio::test]
async fn a_signed_in_person_may_read_the_schema() {
    let stage = Stage::new().await;
    let door = Door::of(&stage);
    let ada = stage.person("Ada").await;
    let cookie = door.cookie_of(&ada).await;

    let answer = TestClient::new(door.routes())
        .post("/graphql")
        .header("cookie", cookie)
        .header("origin", tests::OUR_PAGE)
        .body_json(&operation("{ __type(name: \"Post\") { name } }"))
        .send()
        .await;

    answer.assert_status_is_ok();
    answer
        .assert_json(serde_json::json!({ "data": { "__type": { "name": "Post" } } }))
        .await;
}

#[tokio::test]
async fn where_nobody_may_read_the_schema_people_may_not_either() {
    let stage = Stage::new().await;
    let door = Door::with(&stage, &[("introspection", "nobody")]);
    let ada = stage.person("Ada").await;
    let cookie = door.cookie_of(&ada).await;
    let client = TestClient::new(door.routes());

    for query in [
        "{ __schema { types { name } } }",
        "{ __type(name: \"Post\") { name } }",
        "query Look { ...Root } fragment Root on Query { __schema { queryType { name } } }",
        "{ name: __schema { types { name } } }",
    ] {
        let request = client.post("/graphql").header("cookie", &cookie);
        let request = request.header("origin", tests::OUR_PAGE);
        let answer = request.body_json(&operation(query)).send().await;
        let words = answer.0.into_body().into_string().await.expect("an answer");
        assert!(
            words.contains("errors") && !words.contains("\"types\""),
            "{query}: {words}"
        );
    }
}

#[tokio::test]
async fn a_server_may_run_the_documents_of_its_web_app_alone() {
    let stage = Stage::new().await;
    let persisted = Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend/persisted.json");
    let persisted = std::fs::read_to_string(persisted).expect("frontend/persisted.json");
    let known: HashMap<String, String> = serde_json::from_str(&persisted).expect("documents");
    let (hash, document) = known.iter().next().expect("a document");
    let own = "{ server { name } }";
    let by_hash = |hash: &str| serde_json::json!({ "extensions": { "persistedQuery": { "version": 1, "sha256Hash": hash } } });
    let status = async |documents: &str, body: serde_json::Value| {
        let door = Door::with(&stage, &[("documents", documents)]);
        let client = TestClient::new(door.routes());
        client
            .post("/graphql")
            .body_json(&body)
            .send()
            .await
            .0
            .status()
            .as_u16()
    };

    assert_eq!(status("any", operation(own)).await, 200);
    assert_eq!(status("known", operation(own)).await, 403);
    // Who sends both is judged by what would run.
    let mut both = operation(own);
    both["extensions"] = by_hash(hash)["extensions"].clone();
    assert_eq!(status("known", both).await, 403);
    assert_ne!(status("known", operation(document)).await, 403);
    assert_ne!(status("known", by_hash(hash)).await, 403);
    assert_eq!(status("known", by_hash("guessed")).await, 400);
}
