//! The web app and what surrounds it: pages, their files, health, figures.
use super::House;
use reqwest::{Method, Response};
use tests::{Program, Visitor};

async fn get(visitor: &Visitor, path: &str) -> Response {
    let request = visitor.bare(Method::GET, path);
    request.send().await.expect("an answer")
}

fn header<'a>(answer: &'a Response, name: &str) -> &'a str {
    let value = answer.headers().get(name);
    value.map_or("", |value| value.to_str().expect("a plain header"))
}

#[tokio::test]
async fn every_address_that_may_be_a_screen_gets_the_app_under_its_policy() {
    let program = Program::new().await;
    let server = program.serves().await;

    for path in ["/", "/c/leading-change", "/nowhere/at/all", "/index.html"] {
        let page = get(&server.visitor(), path).await;
        assert_eq!(page.status(), 200, "{path}");
        assert_eq!(header(&page, "content-type"), "text/html; charset=utf-8");
        let policy = header(&page, "content-security-policy").to_owned();
        assert!(policy.contains("default-src 'none'"), "{path}: {policy}");
        assert!(!policy.contains("script-src 'unsafe-inline'"), "{policy}");
        assert_eq!(header(&page, "x-content-type-options"), "nosniff");
        assert!(!header(&page, "x-request-id").is_empty());
    }
    let missing = get(&server.visitor(), "/_app/immutable/gone.js").await;
    assert_eq!(missing.status(), 404, "a script must not be given a page");
    assert_eq!(
        header(&missing, "content-type"),
        "text/plain; charset=utf-8"
    );
    let posted = server.visitor().bare(Method::POST, "/signin").send().await;
    assert_eq!(posted.expect("an answer").status(), 405);
}

#[tokio::test]
async fn files_of_the_app_are_kept_for_ever_and_its_page_is_asked_for_again() {
    let program = Program::new().await;
    let server = program.serves().await;
    let visitor = server.visitor();
    let page = get(&visitor, "/").await;
    let kept = header(&page, "cache-control").to_owned();
    let text = page.text().await.expect("a page");
    let Some((_, rest)) = text.split_once("/_app/immutable/entry/") else {
        assert!(
            text.contains("make build"),
            "an app that is not built says so"
        );
        return;
    };
    let (name, _) = rest.split_once('"').expect("an address");

    let path = format!("/_app/immutable/entry/{name}");
    let plain = get(&visitor, &path).await;
    let tag = header(&plain, "etag").to_owned();
    let known = visitor
        .bare(Method::GET, &path)
        .header("if-none-match", &tag);
    let known = known.send().await.expect("an answer");
    let small = visitor
        .bare(Method::GET, &path)
        .header("accept-encoding", "gzip, br");
    let small = small.send().await.expect("an answer");

    assert_eq!(kept, "no-cache");
    assert_eq!(plain.status(), 200);
    assert_eq!(
        header(&plain, "cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(header(&plain, "vary"), "accept-encoding");
    assert_eq!(known.status(), 304);
    assert_eq!(header(&small, "content-encoding"), "br");
    let bytes = async |answer: Response| answer.bytes().await.expect("bytes");
    assert_ne!(bytes(small).await, bytes(plain).await);
}

#[tokio::test]
async fn those_who_look_after_it_are_told_how_it_is() {
    let house = House::open().await;
    let visitor = house.server.visitor();
    house.ada.asks("{ viewer { email } }", ().into()).await;

    for (path, words) in [
        ("/health/live", "alive"),
        ("/health/ready", "ready"),
        (
            "/metrics",
            "interlude_requests_total{route=\"graphql\",status=\"200\"}",
        ),
    ] {
        let answer = get(&visitor, path).await;
        assert_eq!(answer.status(), 200, "{path}");
        let text = answer.text().await.expect("a text");
        assert!(text.contains(words), "{path}: {text}");
    }
}

#[tokio::test]
async fn figures_are_shown_to_the_named_networks_alone() {
    let program = Program::new().await;
    let file = "metrics-from = '10.0.0.0/8'\n";
    std::fs::write(program.folder().join("interlude.toml"), file).expect("a file");
    let server = program.serves().await;

    let answer = get(&server.visitor(), "/metrics").await;

    assert_eq!(answer.status(), 403);
    let text = answer.text().await.expect("a text");
    assert!(text.contains("metrics-from"), "{text}");
}
