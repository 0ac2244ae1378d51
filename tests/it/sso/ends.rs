//! A sign-in ends here because it ended there, and the other way round.
use super::beside;
use super::browser::{Browser, facts, provider_at};
use serde_json::json;
use tests::{Door, IdentityProvider};

#[tokio::test]
async fn who_signs_out_at_the_provider_is_signed_out_here() {
    let there = IdentityProvider::opens().await;
    let stage = beside(&there).await;
    provider_at(&stage, "acme", &there.issuer).await;
    let door = Door::of(&stage).opens().await;
    let address = format!("http://{door}/auth/oidc/acme/logout");
    there.is_told(&json!({ "backChannel": address })).await;
    let mut browser = Browser::of(&stage);
    let out = browser.goes("/auth/oidc/acme/start").await;
    let back = there.lets_in("alice", &out).await;
    browser.comes_from(&back).await;
    assert_eq!(browser.viewer().await, "Alice Andrade");

    assert_eq!(
        there.is_told(&json!({ "signOut": "alice" })).await["told"],
        1
    );

    assert_eq!(browser.viewer().await, "nobody");
    assert_eq!(facts(&stage, "sso.signed_out_elsewhere").await.len(), 1);
}

#[tokio::test]
async fn signing_out_leads_to_the_end_of_the_session_there() {
    let there = IdentityProvider::opens().await;
    let stage = beside(&there).await;
    provider_at(&stage, "acme", &there.issuer).await;
    let mut browser = Browser::of(&stage);
    let out = browser.goes("/auth/oidc/acme/start").await;
    let back = there.lets_in("alice", &out).await;
    browser.comes_from(&back).await;

    let out = browser
        .asks("mutation { signOut(input: {}) { continueAt } }")
        .await;

    let place = out["data"]["signOut"]["continueAt"].as_str();
    let place = place.unwrap_or_else(|| panic!("{out}"));
    assert!(
        place.starts_with(&there.issuer) && place.contains("id_token_hint="),
        "{place}"
    );
    assert_eq!(browser.viewer().await, "nobody");
}
