//! What every answer tells the browser, whatever it is an answer to.
use super::House;
use reqwest::Method;
use serde_json::json;
use tests::nonce;

const ANSWERS: &[(&str, &str)] = &[
    ("GET", "/"),
    ("GET", "/c/nowhere"),
    ("GET", "/nowhere/%ff"),
    ("POST", "/signin"),
    ("GET", "/favicon.svg"),
    ("GET", "/_app/immutable/gone.js"),
    ("GET", "/graphql"),
    ("PUT", "/graphql"),
    ("POST", "/graphql"),
    ("GET", "/graphql/ws"),
    ("GET", "/files"),
    ("POST", "/files"),
    ("GET", "/files/file_01h455vb4pex5vsknk084sn02q/a.html"),
    ("GET", "/files/%3Cscript%3E/a.html"),
    ("GET", "/health/live"),
    ("GET", "/health/ready"),
    ("GET", "/metrics"),
    ("GET", "/mail/guessed"),
    ("POST", "/mail/guessed"),
    ("GET", "/calendar/guessed.ics"),
];

#[tokio::test]
async fn no_answer_may_be_run_sniffed_or_framed() {
    let house = House::open().await;
    let visitor = house.server.visitor();
    let mut wrong = Vec::new();

    for (method, path) in ANSWERS {
        let method: Method = method.parse().expect("a method");
        let answer = visitor.bare(method.clone(), path).send().await;
        let answer = answer.expect("an answer");
        let header = |name: &str| {
            let value = answer.headers().get(name);
            value
                .map_or("", |value| value.to_str().expect("plain"))
                .to_owned()
        };
        let policy = header("content-security-policy");
        let scripts = policy.split(';').find(|part| part.contains("script-src"));
        let checks = [
            ("no failure of ours", !answer.status().is_server_error()),
            ("a policy", policy.contains("default-src 'none'")),
            (
                "only named scripts",
                !scripts.unwrap_or_default().contains("unsafe"),
            ),
            ("no sniffing", header("x-content-type-options") == "nosniff"),
            ("no referrer", header("referrer-policy") == "same-origin"),
            ("a name", !header("x-request-id").is_empty()),
            ("no cookie", header("set-cookie").is_empty()),
            (
                "nobody else's page",
                header("access-control-allow-origin").is_empty(),
            ),
        ];
        for (what, _) in checks.iter().filter(|(_, holds)| !holds) {
            wrong.push(format!("{method} {path} ({}): {what}", answer.status()));
        }
    }

    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn the_host_that_somebody_claims_stands_in_no_answer() {
    let house = House::open().await;
    let begin = "mutation($input: CreateThreadInput!) { createThread(input: $input) { id } }";
    let input = json!({
        "channel": house.lobby, "kind": "DISCUSSION", "title": "Hosts", "nonce": nonce(),
        "body": "https://evil.example/ is what I was sent",
    });
    house.ada.asks(begin, json!({ "input": input })).await;
    let feed = "mutation { createCalendarFeed(input: {}) { url } }";

    for (name, value) in [
        ("host", "evil.example"),
        ("x-forwarded-host", "evil.example"),
        ("forwarded", "host=evil.example"),
        ("x-original-url", "https://evil.example/"),
    ] {
        let request = house.ada.operation(feed, &json!({}));
        let answer = request.header(name, value).send().await;
        let text = answer.expect("an answer").text().await.expect("a text");
        assert!(!text.contains("evil.example"), "{name}: {text}");
        let page = house.ada.bare(Method::GET, "/").header(name, value);
        let page = page.send().await.expect("a page");
        let told = format!("{:?}", page.headers());
        assert!(!told.contains("evil.example"), "{name}: {told}");
    }
}
