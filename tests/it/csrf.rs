//! A foreign page can make a browser send a request with the cookie. None of these changes anything.
use poem::endpoint::BoxEndpoint;
use poem::http::{Method, StatusCode};
use poem::test::{TestClient, TestRequestBuilder};
use poem::{EndpointExt, Response};
use serde_json::json;
use tests::{Door, OUR_PAGE, Stage, operation};

const CHANGE: &str =
    "mutation { updateProfile(input: { workingOn: \"changed by a foreign page\" }) { email } }";

type Asked<'a> = TestRequestBuilder<'a, BoxEndpoint<'static, Response>>;

/// Whether a request, made as `dress` makes it, was refused and left the profile alone.
async fn is_harmless(method: Method, dress: impl FnOnce(Asked<'_>) -> Asked<'_>) -> bool {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let door = Door::of(&stage);
    let cookie = door.cookie_of(&ada).await;
    let client = TestClient::new(door.routes().boxed());
    let path = format!(
        "/graphql?query={}",
        CHANGE.replace(' ', "%20").replace('"', "%22")
    );
    let request = client.request(method, path).header("cookie", cookie);

    let answer = dress(request).send().await;

    let status = answer.0.status();
    let found = identity::person_by_id(&stage.db().read(), ada.record.id)
        .await
        .expect("a read");
    status.is_client_error() && found.and_then(|person| person.working_on).is_none()
}

#[tokio::test]
async fn a_link_changes_nothing() {
    assert!(
        is_harmless(Method::GET, |request| request
            .header("sec-fetch-site", "cross-site"))
        .await
    );
}

#[tokio::test]
async fn a_form_changes_nothing() {
    let body = json!({ "query": CHANGE }).to_string();
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
    ] {
        let body = body.clone();
        assert!(
            is_harmless(Method::POST, |request| request
                .header("origin", OUR_PAGE)
                .content_type(kind)
                .body(body))
            .await,
            "{kind}"
        );
    }
}

#[tokio::test]
async fn a_foreign_page_changes_nothing() {
    for origin in [
        "https://evil.example",
        "null",
        "http://localhost:8080.evil.example",
        "http://localhost:80800",
        "https://localhost:8080",
    ] {
        assert!(
            is_harmless(Method::POST, |request| request
                .header("origin", origin)
                .body_json(&operation(CHANGE)))
            .await,
            "{origin}"
        );
    }
}

#[tokio::test]
async fn a_browser_that_hides_its_origin_changes_nothing() {
    assert!(
        is_harmless(Method::POST, |request| request
            .header("sec-fetch-site", "same-site")
            .body_json(&operation(CHANGE)))
        .await
    );
    assert!(
        is_harmless(Method::POST, |request| request
            .body_json(&operation(CHANGE)))
        .await
    );
}

#[tokio::test]
async fn a_list_of_operations_changes_nothing() {
    assert!(
        is_harmless(Method::POST, |request| request
            .header("origin", OUR_PAGE)
            .body_json(&json!([operation(CHANGE)])))
        .await
    );
}

#[tokio::test]
async fn our_own_page_changes_what_it_asks_to() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let door = Door::of(&stage);
    let cookie = door.cookie_of(&ada).await;
    let client = TestClient::new(door.routes());

    let answer = client
        .post("/graphql")
        .header("cookie", cookie)
        .header("origin", OUR_PAGE)
        .body_json(&operation(CHANGE))
        .send()
        .await;

    answer.assert_status_is_ok();
    let found = identity::person_by_id(&stage.db().read(), ada.record.id)
        .await
        .expect("a read");
    assert!(found.and_then(|person| person.working_on).is_some());
}

#[tokio::test]
async fn bad_bodies_get_words() {
    let stage = Stage::new().await;
    let client = TestClient::new(Door::of(&stage).routes());
    let cases: [(Vec<u8>, StatusCode, &str); 4] = [
        (
            vec![b'a'; 300 * 1024],
            StatusCode::PAYLOAD_TOO_LARGE,
            "256 KB",
        ),
        (
            b"{\"query\":\"\xff\xfe\"}".to_vec(),
            StatusCode::BAD_REQUEST,
            "UTF-8",
        ),
        (b"{}".to_vec(), StatusCode::BAD_REQUEST, "no query"),
        (b"".to_vec(), StatusCode::BAD_REQUEST, "no JSON"),
    ];

    for (body, status, words) in cases {
        let answer = client
            .post("/graphql")
            .content_type("application/json")
            .body(body)
            .send()
            .await;
        answer.assert_status(status);
        let text = answer.0.into_body().into_string().await.expect("a text");
        assert!(text.contains(words), "{text}");
        assert!(text.contains("requestId"), "{text}");
    }
}
