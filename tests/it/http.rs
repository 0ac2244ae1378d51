//! What a server that runs answers by HTTP: to our pages, to others, and to nonsense.
mod disguises;
mod files;
mod headers;
mod leaving;
mod log;
mod pages;
mod proxies;
mod slow;

use communities::Role;
use poem::http::StatusCode;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use tests::{Door, Program, Serving, Visitor, operation};

const CHANGE: &str =
    "mutation { updateProfile(input: { workingOn: \"changed by a foreign page\" }) { email } }";

/// A server on which Ada and Ben, who share a community, are signed in.
struct House {
    program: Program,
    server: Serving,
    ada: Visitor,
    ben: Visitor,
    lobby: String,
}

impl House {
    async fn open() -> Self {
        Self::of(Program::new().await).await
    }

    async fn of(program: Program) -> Self {
        Self::with(program, &[]).await
    }

    /// With flags of its own.
    async fn with(program: Program, flags: &[&str]) -> Self {
        let stage = program.stage().await;
        let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
        let members = [(&ada, Role::Learner), (&ben, Role::Learner)];
        let (_, lobby) = stage.cohort_of(&members).await;
        let door = Door::of(&stage);
        let cookies = (door.cookie_of(&ada).await, door.cookie_of(&ben).await);
        let server = program.serves_as("data", flags).await;
        let visitor = server.visitor();
        Self {
            ada: visitor.with(&cookies.0),
            ben: visitor.with(&cookies.1),
            lobby: lobby.id.to_string(),
            program,
            server,
        }
    }
}

async fn status_and_words(request: RequestBuilder) -> (StatusCode, String) {
    let answer = request.send().await.expect("an answer");
    let status = answer.status().as_u16();
    let text = answer.text().await.expect("a text");
    (StatusCode::from_u16(status).expect("a status"), text)
}

#[tokio::test]
async fn nothing_changes_the_world_but_a_post_of_our_own_page() {
    let house = House::open().await;
    let json = |origin: &str, body: &Value| {
        house
            .ada
            .bare(Method::POST, "/graphql")
            .header("cookie", &house.ada.cookie)
            .header("origin", origin)
            .header("content-type", "application/json")
            .body(body.to_string())
    };
    let ours = house.server.origin();
    let posted_as = |kind: &str| {
        let request = json(&ours, &operation(CHANGE));
        let (client, request) = request.build_split();
        let mut request = request.expect("a request");
        let kind = kind.parse().expect("a content type");
        request.headers_mut().insert("content-type", kind);
        RequestBuilder::from_parts(client, request)
    };
    let asked = CHANGE.replace(' ', "%20").replace('"', "%22");
    let link = house
        .ada
        .request(Method::GET, &format!("/graphql?query={asked}"));

    let cases = [
        (link, 405, "by POST"),
        (posted_as("text/plain"), 415, "application/json"),
        (
            posted_as("application/x-www-form-urlencoded"),
            415,
            "application/json",
        ),
        (
            posted_as("multipart/form-data; boundary=x"),
            415,
            "application/json",
        ),
        (
            json("https://evil.example", &operation(CHANGE)),
            403,
            "this site",
        ),
        (json("null", &operation(CHANGE)), 403, "this site"),
        (
            json(&ours, &json!([operation(CHANGE)])),
            400,
            "one operation at a time",
        ),
    ];
    for (request, status, words) in cases {
        let (answered, said) = status_and_words(request).await;
        assert_eq!(answered.as_u16(), status, "{said}");
        assert!(said.contains(words), "no \"{words}\" in: {said}");
        assert!(said.contains("requestId"), "{said}");
    }

    let working_on = "{ person(handle: \"ada\") { workingOn } }";
    let answer = house.ada.asks(working_on, json!({})).await;
    assert_eq!(answer["data"]["person"]["workingOn"], Value::Null);
    let (answered, said) = status_and_words(json(&ours, &operation(CHANGE))).await;
    assert_eq!(answered, StatusCode::OK, "{said}");
    let answer = house.ada.asks(working_on, json!({})).await;
    assert_eq!(
        answer["data"]["person"]["workingOn"],
        "changed by a foreign page"
    );
}

#[tokio::test]
async fn nonsense_is_answered_in_words() {
    let house = House::open().await;
    let said = async |body: Vec<u8>| {
        let request = house.ada.request(Method::POST, "/graphql");
        let request = request
            .header("content-type", "application/json")
            .body(body);
        status_and_words(request).await
    };
    let long =
        json!({ "query": "{ viewer { email } }", "variables": { "x": "x".repeat(1 << 20) } });

    let cases: [(Vec<u8>, StatusCode, &str); 5] = [
        (
            long.to_string().into(),
            StatusCode::PAYLOAD_TOO_LARGE,
            "256 KB",
        ),
        (
            b"{\"query\":\"\xff\xfe\"}".to_vec(),
            StatusCode::BAD_REQUEST,
            "UTF-8",
        ),
        (b"{\"query\": ".to_vec(), StatusCode::BAD_REQUEST, "no JSON"),
        (b"".to_vec(), StatusCode::BAD_REQUEST, "no JSON"),
        (b"{}".to_vec(), StatusCode::BAD_REQUEST, "no query"),
    ];
    for (body, status, words) in cases {
        let (answered, text) = said(body).await;
        assert_eq!(answered, status, "{text}");
        assert!(text.contains(words), "no \"{words}\" in: {text}");
    }
    let (unknown, _) = status_and_words(house.ada.operation("{ nothing }", &json!({}))).await;
    assert_eq!(
        unknown,
        StatusCode::OK,
        "a wrong document is an answer of GraphQL"
    );
}
