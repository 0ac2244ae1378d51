//! Who is at the other end of the wire, and how often they may ask.
use poem::http::StatusCode;
use poem::test::TestClient;
use tests::{Door, OUR_PAGE, Stage, operation};

/// Who is trusted, what is claimed, and whether figures are shown to who claims it.
const CLAIMS: &[(&str, &[&str], StatusCode)] = &[
    // Nobody is trusted: the wire counts, whatever is said.
    ("", &["10.1.2.3"], StatusCode::OK),
    ("10.0.0.0/8", &["10.1.2.3"], StatusCode::OK),
    // The proxy wrote the last address; whatever stands before it the asker made up.
    ("127.0.0.1", &["203.0.113.7"], StatusCode::FORBIDDEN),
    (
        "127.0.0.1",
        &["127.0.0.1, 203.0.113.7"],
        StatusCode::FORBIDDEN,
    ),
    (
        "127.0.0.1",
        &["::1, 127.0.0.1, 203.0.113.7"],
        StatusCode::FORBIDDEN,
    ),
    (
        "127.0.0.1",
        &["127.0.0.1", "203.0.113.7"],
        StatusCode::FORBIDDEN,
    ),
    (
        "127.0.0.1",
        &["::ffff:127.0.0.1,203.0.113.7"],
        StatusCode::FORBIDDEN,
    ),
    (
        "127.0.0.1, 10.0.0.0/8",
        &["127.0.0.1, 203.0.113.7, 10.0.0.2"],
        StatusCode::FORBIDDEN,
    ),
    // Some proxies write the port as well.
    ("127.0.0.1", &["203.0.113.7:4711"], StatusCode::FORBIDDEN),
    ("127.0.0.1", &["[2001:db8::7]:4711"], StatusCode::FORBIDDEN),
    // What is no address ends the reading.
    ("127.0.0.1", &["203.0.113.7, unknown"], StatusCode::OK),
];

/// The status that figures are answered with to who says these addresses. The wire itself is this machine's.
async fn figures(stage: &Stage, trusted: &str, said: &[&str]) -> StatusCode {
    let door = Door::with(stage, &[("trusted-proxies", trusted)]);
    let client = TestClient::new(door.routes());
    let mut request = client.get("/metrics");
    for addresses in said {
        request = request.header("x-forwarded-for", *addresses);
    }
    request.send().await.0.status()
}

#[tokio::test]
async fn an_address_that_somebody_claims_is_believed_from_trusted_proxies_alone() {
    let stage = Stage::new().await;
    for (trusted, said, expected) in CLAIMS {
        assert_eq!(
            figures(&stage, trusted, said).await,
            *expected,
            "{trusted} {said:?}"
        );
    }
}

#[tokio::test]
async fn no_claimed_address_gets_around_the_limit() {
    let stage = Stage::new().await;
    let door = Door::with(&stage, &[("requests-per-second", "1")]);
    let client = TestClient::new(door.routes());
    let mut statuses = Vec::new();

    for n in 0..60 {
        let request = client
            .post("/graphql")
            .body_json(&operation("{ server { name } }"));
        let claimed = format!("198.51.100.{n}");
        let answer = request.header("x-forwarded-for", claimed).send().await;
        statuses.push(answer.0.status());
    }

    assert!(
        statuses.contains(&StatusCode::TOO_MANY_REQUESTS),
        "{statuses:?}"
    );
}

#[tokio::test]
async fn a_person_who_changes_addresses_is_still_one_person() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let flags = [
        ("requests-per-second", "1"),
        ("trusted-proxies", "127.0.0.1"),
    ];
    let door = Door::with(&stage, &flags);
    let client = TestClient::new(door.routes());
    let (adas, bens) = (door.cookie_of(&ada).await, door.cookie_of(&ben).await);
    let ask = async |cookie: &str, n: usize| {
        let request = client.post("/graphql").header("cookie", cookie);
        let request = request.header("origin", OUR_PAGE);
        let request = request.header("x-forwarded-for", format!("198.51.{n}.7"));
        request
            .body_json(&operation("{ viewer { email } }"))
            .send()
            .await
    };

    let mut refused = None;
    for n in 0..40 {
        let answer = ask(&adas, n).await;
        if answer.0.status() == StatusCode::TOO_MANY_REQUESTS {
            refused = Some(answer);
            break;
        }
    }
    let other = ask(&bens, 200).await;

    let refused = refused.expect("a limit");
    assert_eq!(refused.0.header("retry-after"), Some("1"));
    other.assert_status_is_ok();
}
