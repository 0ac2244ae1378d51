//! Pages, health and limits, as a browser and an operator meet them.
use poem::http::StatusCode;
use poem::test::TestClient;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tests::{Door, Stage, operation, until};
use tokio::sync::watch;

#[tokio::test]
async fn every_screen_is_one_page_that_runs_only_our_own_scripts() {
    let stage = Stage::new().await;
    let client = TestClient::new(Door::of(&stage).routes());

    for path in [
        "/",
        "/today",
        "/c/leading-change/channels/questions",
        "/no/such/screen",
    ] {
        let page = client.get(path).send().await;
        page.assert_status_is_ok();
        page.assert_content_type("text/html; charset=utf-8");
        page.assert_header("x-content-type-options", "nosniff");
        let policy = page.0.header("content-security-policy").unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert!(!policy.contains("script-src 'unsafe"), "{policy}");
    }
}

#[tokio::test]
async fn a_script_that_is_gone_is_not_answered_with_a_page() {
    let stage = Stage::new().await;
    let client = TestClient::new(Door::of(&stage).routes());

    let gone = client
        .get("/_app/immutable/chunks/of-yesterday.js")
        .send()
        .await;
    let posted = client.post("/today").send().await;

    gone.assert_status(StatusCode::NOT_FOUND);
    posted.assert_status(StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn every_answer_names_its_request() {
    let stage = Stage::new().await;
    let client = TestClient::new(Door::of(&stage).routes());

    let first = client.get("/health/live").send().await;
    let second = client.get("/nothing").send().await;
    let id = |answer: &poem::test::TestResponse| {
        answer
            .0
            .header("x-request-id")
            .unwrap_or_default()
            .to_owned()
    };

    assert_eq!(id(&first).len(), 16);
    assert_ne!(id(&first), id(&second));
}

#[tokio::test]
async fn a_server_is_ready_until_it_closes() {
    let stage = Stage::new().await;
    let door = Door::of(&stage);
    let client = TestClient::new(door.routes());

    let open = client.get("/health/ready").send().await;
    door.front.close();
    let closing = client.get("/health/ready").send().await;
    let alive = client.get("/health/live").send().await;

    open.assert_status_is_ok();
    closing.assert_status(StatusCode::SERVICE_UNAVAILABLE);
    alive.assert_status_is_ok();
}

#[tokio::test]
async fn a_task_that_panics_is_begun_anew_and_meanwhile_the_server_is_not_ready() {
    let stage = Stage::new().await;
    let door = Door::of(&stage);
    let client = TestClient::new(door.routes());
    let ready = async || client.get("/health/ready").send().await.0.status();
    let (runs, front) = (Arc::new(AtomicUsize::new(0)), door.front.clone());
    let (stop, stopped) = watch::channel(false);
    let counted = runs.clone();
    let kept = tokio::spawn(async move {
        let begin = || async {
            let run = counted.fetch_add(1, Ordering::SeqCst);
            assert!(run > 0, "the first run goes wrong");
            std::future::pending().await
        };
        front.duties.keep("a test", stopped, begin).await;
    });

    until("it went wrong", async || {
        ready().await == StatusCode::SERVICE_UNAVAILABLE
    })
    .await;
    until("it runs again", async || ready().await == StatusCode::OK).await;

    assert_eq!(runs.load(Ordering::SeqCst), 2);
    assert!(!kept.is_finished());
    drop(stop);
    kept.abort();
}

#[tokio::test]
async fn who_asks_too_often_is_told_when_to_come_back() {
    let stage = Stage::new().await;
    let door = Door::with(&stage, &[("requests-per-second", "1")]);
    let client = TestClient::new(door.routes());
    let ask = || async {
        let body = operation("{ server { name } }");
        client.post("/graphql").body_json(&body).send().await
    };

    let mut answer = ask().await;
    for _ in 0..40 {
        if answer.0.status() == StatusCode::TOO_MANY_REQUESTS {
            break;
        }
        answer = ask().await;
    }

    answer.assert_status(StatusCode::TOO_MANY_REQUESTS);
    answer.assert_header("retry-after", "1");
    let words = answer.0.into_body().into_string().await.expect("an answer");
    assert!(words.contains("SLOW_DOWN"), "{words}");
    // Whoever asks whether we are well is never refused.
    client
        .get("/health/ready")
        .send()
        .await
        .assert_status_is_ok();
}

#[tokio::test]
async fn there_is_no_limit_where_none_was_set() {
    let stage = Stage::new().await;
    let door = Door::with(&stage, &[("requests-per-second", "0")]);
    let client = TestClient::new(door.routes());

    for _ in 0..1_000 {
        client
            .post("/graphql")
            .send()
            .await
            .assert_status(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
}
