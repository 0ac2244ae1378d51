//! Stopping letters, by the link at their foot.
use super::{has_chosen, pair, settings, when};
use chrono::TimeDelta;
use poem::http::StatusCode;
use poem::test::TestClient;
use serde_json::{Value, json};
use tests::{Door, Person, Post, Stage, error_of};

const LINK: &str = "query($token: String!) { mailLink(token: $token) {
    about preset pausedUntil kinds { kind when } } }";

/// Jonas speaks to Priya, who hears of it by letter; returns the last part of its link.
async fn token_of(stage: &Stage, jonas: &Person<'_>, lobby: &channels::Channel) -> String {
    jonas.begins(lobby, "Cold starts", "How, @priya?").await;
    stage.clock.advance(TimeDelta::minutes(3));
    let letters = Post::of(stage).goes_round(stage).await;
    let address = letters[0].unsubscribe.clone().expect("an address");
    let token = address.strip_prefix("http://localhost:8080/mail/");
    token.expect("our address").to_owned()
}

#[tokio::test]
async fn one_click_stops_letters_like_it_and_looking_does_not() {
    let stage = Stage::new().await;
    let (priya, jonas, lobby) = pair(&stage).await;
    has_chosen(&priya, json!({ "preset": "CLOSE" })).await;
    let token = token_of(&stage, &jonas, &lobby).await;
    let client = TestClient::new(Door::of(&stage).routes());
    let address = format!("/mail/{token}");

    client.get(&address).send().await.assert_status_is_ok();
    assert_eq!(when(&settings(&priya).await, "MENTION"), "AT_ONCE");
    // As a mail program does it: from anywhere, without a cookie.
    let click = client
        .post(&address)
        .header("origin", "https://mail.example.com")
        .content_type("application/x-www-form-urlencoded")
        .body("List-Unsubscribe=One-Click");
    click.send().await.assert_status_is_ok();

    let after = settings(&priya).await;
    assert_eq!(when(&after, "MENTION"), "NOT");
    assert_eq!(when(&after, "REPLY"), "AT_ONCE", "the rest is as it was");
    jonas.begins(&lobby, "Again", "@priya?").await;
    stage.clock.advance(TimeDelta::minutes(3));
    assert!(Post::of(&stage).goes_round(&stage).await.is_empty());
}

#[tokio::test]
async fn the_link_shows_and_changes_what_comes_by_letter_without_a_sign_in() {
    let stage = Stage::new().await;
    let (priya, jonas, lobby) = pair(&stage).await;
    has_chosen(&priya, json!({ "preset": "CLOSE" })).await;
    let token = token_of(&stage, &jonas, &lobby).await;

    let seen = stage.stranger_asks(LINK, json!({ "token": token })).await;
    assert_eq!(
        seen["data"]["mailLink"]["about"],
        json!(["MENTION"]),
        "{seen}"
    );
    assert_eq!(seen["data"]["mailLink"]["preset"], "CLOSE");
    let change = "mutation($input: ChangeMailByLinkInput!) {
        changeMailByLink(input: $input) { preset pausedUntil } }";
    let input = json!({ "token": token, "preset": "CALM", "pausedUntil": "2026-02-01T08:00:00Z" });
    let changed = stage.stranger_asks(change, json!({ "input": input })).await;
    assert_eq!(
        changed["data"]["changeMailByLink"],
        json!({ "preset": "CALM", "pausedUntil": "2026-02-01T08:00:00+00:00" }),
        "{changed}"
    );
    assert_eq!(settings(&priya).await["preset"], "CALM");
}

#[tokio::test]
async fn a_link_that_we_did_not_sign_opens_nothing() {
    let stage = Stage::new().await;
    let (priya, jonas, lobby) = pair(&stage).await;
    has_chosen(&priya, json!({ "preset": "CLOSE" })).await;
    let token = token_of(&stage, &jonas, &lobby).await;
    let client = TestClient::new(Door::of(&stage).routes());

    let mut forged: Vec<String> = (0..token.len())
        .map(|at| {
            let other = if token.as_bytes()[at] == b'A' {
                "B"
            } else {
                "A"
            };
            format!("{}{other}{}", &token[..at], &token[at + 1..])
        })
        .collect();
    forged.extend([
        "".to_owned(),
        "x".to_owned(),
        token[..token.len() - 2].to_owned(),
    ]);
    for token in forged.iter().filter(|token| !token.is_empty()) {
        let seen = stage.stranger_asks(LINK, json!({ "token": token })).await;
        assert_eq!(error_of(&seen).0, "INVALID", "{token}");
        let answer = client.post(format!("/mail/{token}")).send().await;
        answer.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let after: Value = settings(&priya).await;
    assert_eq!(after["preset"], "CLOSE");
}
