//! Nothing but the living token of a directory opens the door, and not too often.
use super::facts;
use chrono::TimeDelta;
use identity::RevokeApiToken;
use poem::EndpointExt;
use poem::http::StatusCode;
use poem::test::TestClient;
use serde_json::json;
use tests::{Directory, Door, Stage};

#[tokio::test]
async fn nothing_but_the_token_of_a_directory_opens_the_door() {
    let stage = Stage::new().await;
    let ada = stage.administrator("Ada").await;
    let make = "mutation { createApiToken(input: { name: \"x\", scopes: [WRITE, ADMINISTER] }) {
        secret } }";
    let own = ada.asks(make, json!({})).await;
    let own = own["data"]["createApiToken"]["secret"].as_str();
    let own = format!("Bearer {}", own.expect("a token"));
    let door = Door::of(&stage);
    let cookie = door.cookie_of(&ada).await;
    let client = TestClient::new(door.routes().boxed());

    for (header, value, status) in [
        ("accept", "*/*", StatusCode::UNAUTHORIZED),
        ("cookie", cookie.as_str(), StatusCode::UNAUTHORIZED),
        ("authorization", "Bearer nonsense", StatusCode::UNAUTHORIZED),
        ("authorization", own.as_str(), StatusCode::FORBIDDEN),
    ] {
        for path in ["Users", "Groups", "Schemas", "nowhere"] {
            let address = format!("/scim/v2/{path}");
            let answer = client.get(address).header(header, value).send().await;
            answer.assert_status(status);
            answer.assert_content_type("application/scim+json");
            if status == StatusCode::UNAUTHORIZED {
                answer.assert_header("www-authenticate", "Bearer");
            }
        }
    }
}

#[tokio::test]
async fn a_token_that_was_revoked_or_ran_out_opens_nothing() {
    let stage = Stage::new().await;
    let (revoked, old) = (Directory::of(&stage).await, Directory::of(&stage).await);
    assert_eq!(revoked.asks("Users").await.status, 200);
    let made = facts(&stage, "identity.api_token_created").await;
    let token = serde_json::from_value(made[0].body["token"].clone()).expect("an id");
    stage
        .does(RevokeApiToken { token })
        .await
        .expect("it is revoked");

    assert_eq!(revoked.asks("Users").await.status, 401);
    assert_eq!(old.asks("Users").await.status, 200);
    stage.clock.advance(TimeDelta::days(91));
    assert_eq!(old.asks("Users").await.status, 401);
}

#[tokio::test]
async fn a_directory_that_asks_too_often_is_told_when_to_come_back() {
    let stage = Stage::new().await;
    let door = Door::with(&stage, &[("requests-per-second", "1")]);
    let directory = Directory::at(&stage, &door).await;
    let mut last = directory.asks("Users").await;
    // First the directory is refused, and then its address.
    for _ in 0..30 {
        last = directory.asks("Users").await;
    }
    assert_eq!((last.status, &last.body["status"]), (429, &json!("429")));
    assert!(
        last.header("retry-after")
            .parse::<u64>()
            .is_ok_and(|seconds| seconds > 0)
    );
}

#[tokio::test]
async fn what_a_directory_did_stands_in_the_audit_log_without_names_and_addresses() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    let id = directory.brings("Mei Wu").await;
    directory.groups("Everybody", &[&id]).await;

    let people = facts(&stage, "scim.person_kept").await;
    let groups = facts(&stage, "scim.group_kept").await;
    for fact in people.iter().chain(&groups) {
        assert!(audit::is_kept(&fact.kind));
        let told = fact.body.to_string();
        assert!(
            !told.contains("Mei") && !told.contains("example.org"),
            "{told}"
        );
    }
    assert_eq!(
        people[0].body["changed"],
        json!(["active", "displayName", "userName"])
    );
    let group = &groups[0].body;
    assert_eq!(
        (&group["did"], &group["added"]),
        (&json!("created"), &json!(1))
    );
}
