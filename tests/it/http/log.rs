//! What the log holds: no secret, and no line that somebody else wrote.
use super::House;
use reqwest::Method;
use serde_json::json;
use tests::{Program, Visitor, nonce};

const PASSWORD: &str = "canary four quiet otters juggle";
const FORGED: &str = "forged%0a2026-01-05T09:00:00Z%20ERROR%20the%20disk%20is%20full%1b%5b31m";

/// Everything that a secret or a made-up line can ride on.
async fn tries(house: &House, visitor: &Visitor) {
    let sign_in = "mutation($input: SignInInput!) { signIn(input: $input) { email } }";
    let reset = "mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { email } }";
    let begin = "mutation($input: CreateThreadInput!) { createThread(input: $input) { id } }";
    let input = json!({ "email": "ada@example.org", "password": PASSWORD });
    visitor.asks(sign_in, json!({ "input": input })).await;
    let input = json!({ "token": "canary-reset", "password": PASSWORD });
    visitor.asks(reset, json!({ "input": input })).await;
    let input = json!({
        "channel": house.lobby, "kind": "DISCUSSION", "title": "canary title", "nonce": nonce(),
        "body": "canary words\n2026-01-05T09:00:00Z ERROR forged by a body",
    });
    house.ada.asks(begin, json!({ "input": input })).await;
    visitor
        .with("interlude=canary-cookie")
        .asks("{ viewer { email } }", json!({}))
        .await;
    visitor
        .asks("{ canaryField }", json!({ "canary": "variable" }))
        .await;
    for path in [
        format!("/{FORGED}"),
        "/reset/canary-reset".to_owned(),
        "/mail/canary-mail".to_owned(),
        "/calendar/canary-calendar.ics".to_owned(),
        format!("/files/{FORGED}/canary.html"),
        "/invite/canary-invitation?token=canary-query".to_owned(),
    ] {
        for method in [Method::GET, Method::POST] {
            let request = visitor.bare(method, &path);
            let request = request
                .header("user-agent", "canary-agent")
                .header("x-canary", "canary");
            let answer = request
                .header("authorization", "Bearer canary-bearer")
                .send()
                .await;
            answer.expect("an answer");
        }
    }
}

#[tokio::test]
async fn no_secret_and_no_made_up_line_is_in_the_log() {
    for format in ["text", "json"] {
        let program = Program::new().await;
        // As an operator runs it who looks for a mistake.
        let flags = ["--log-format", format, "--log-level", "debug"];
        let house = House::with(program, &flags).await;
        tries(&house, &house.server.visitor()).await;
        house.server.is_told_to_stop().await;

        let (code, _) = house.server.ends().await;

        let log = house.program.log();
        assert_eq!(code, Some(0), "{log}");
        assert!(
            log.contains("answered"),
            "the log was not asked for much: {log}"
        );
        for secret in [
            "canary",
            "forged",
            "otters",
            &house.ada.cookie,
            "the disk is full",
        ] {
            let line = log.lines().find(|line| line.contains(secret));
            assert_eq!(line, None, "{secret}");
        }
        assert!(
            !log.contains('\u{1b}'),
            "a terminal is told nothing by others"
        );
    }
}
