//! The hostile twin: whatever it says and signs, nobody comes in by it but who should.
use super::browser::{Browser, facts, provider_at};
use serde_json::{Value, json};
use sso::SwitchProvider;
use tests::Stage;
use tests::twin::{Twin, honest, signed, signed_by_public_key, unsigned_token};

/// A stage with the twin as its provider.
async fn with_twin() -> (Stage, Twin) {
    let twin = Twin::opens().await;
    let stage = Stage::that_asks(twin.place()).await;
    provider_at(&stage, "twin", &twin.issuer).await;
    (stage, twin)
}

/// What one attempt asks with.
struct Asked {
    nonce: String,
    state: String,
}

fn asked(out: &str) -> Asked {
    let word = |name: &str| {
        let mut pairs = out
            .split(['?', '&'])
            .filter_map(|pair| pair.split_once('='));
        let found = pairs.find(|(known, _)| *known == name);
        found.map(|(_, word)| word.to_owned()).unwrap_or_default()
    };
    assert_eq!(word("code_challenge_method"), "S256", "{out}");
    Asked {
        nonce: word("nonce"),
        state: word("state"),
    }
}

fn claims(stage: &Stage, twin: &Twin, asked: &Asked) -> Value {
    let now = stage.db().now().timestamp();
    json!({
        "iss": twin.issuer, "aud": "interlude", "sub": "eve", "iat": now, "exp": now + 300,
        "nonce": asked.nonce, "name": "Eve", "email": "eve@example.org", "email_verified": true,
        "auth_time": now,
    })
}

fn back(twin: &Twin, asked: &Asked) -> String {
    let iss = twin.issuer.replace(':', "%3A").replace('/', "%2F");
    format!(
        "/auth/oidc/twin/callback?code=x&state={}&iss={iss}",
        asked.state
    )
}

/// Comes in with the token that `lie` makes; answers where that leads.
async fn tries((stage, twin): (&Stage, &Twin), lie: impl FnOnce(Value) -> String) -> String {
    let mut browser = Browser::of(stage);
    let asked = asked(&browser.goes("/auth/oidc/twin/start").await);
    twin.says(lie(claims(stage, twin, &asked)));
    browser.goes(&back(twin, &asked)).await
}

/// The claims with one of them another.
fn but(mut claims: Value, name: &str, value: Value) -> Value {
    claims[name] = value;
    claims
}

#[tokio::test]
async fn nothing_that_is_not_right_in_every_word_lets_anybody_in() {
    let (stage, twin) = with_twin().await;
    let now = stage.db().now().timestamp();
    let with = |name: &'static str, value: Value| {
        move |claims: Value| signed(&honest(), &but(claims, name, value))
    };
    let untrue = "/signin?refused=NOT_TRUSTED&provider=twin";
    let there = (&stage, &twin);

    assert_eq!(tries(there, with("nonce", json!("another"))).await, untrue);
    assert_eq!(
        tries(there, with("iss", json!("https://evil.example"))).await,
        untrue
    );
    assert_eq!(tries(there, with("aud", json!("another"))).await, untrue);
    assert_eq!(
        tries(there, with("aud", json!(["interlude", "another"]))).await,
        untrue
    );
    assert_eq!(tries(there, with("azp", json!("another"))).await, untrue);
    assert_eq!(tries(there, with("exp", json!(now - 61))).await, untrue);
    assert_eq!(tries(there, with("iat", json!(now + 61))).await, untrue);
    assert_eq!(tries(there, with("iat", json!(now - 3_600))).await, untrue);
    assert_eq!(tries(there, |claims| unsigned_token(&claims)).await, untrue);
    assert_eq!(
        tries(there, |claims| signed_by_public_key(&claims)).await,
        untrue
    );
    let crit = json!({ "alg": "EdDSA", "kid": "twin", "crit": ["x"] });
    assert_eq!(tries(there, |claims| signed(&crit, &claims)).await, untrue);
    let altered = |claims: Value| {
        let honest = signed(&honest(), &claims);
        let (head, rest) = honest.split_once('.').expect("a token");
        let (_, signature) = rest.split_once('.').expect("a token");
        let other = signed(&json!({}), &but(claims, "sub", json!("ada")));
        let body = other.split('.').nth(1).expect("a token");
        format!("{head}.{body}.{signature}")
    };
    assert_eq!(tries(there, altered).await, untrue);
    assert_eq!(facts(&stage, "sso.sign_in_refused").await.len(), 12);
    assert_eq!(facts(&stage, "sso.sign_in_vouched").await.len(), 0);

    // A minute more or less is what clocks differ by.
    assert_eq!(tries(there, with("exp", json!(now - 59))).await, "/");
    assert_eq!(tries(there, |claims| signed(&honest(), &claims)).await, "/");
}

#[tokio::test]
async fn an_answer_is_taken_once_from_the_browser_that_asked() {
    let (stage, twin) = with_twin().await;
    let expired = "/signin?refused=EXPIRED&provider=twin";
    let mut browser = Browser::of(&stage);
    let question = asked(&browser.goes("/auth/oidc/twin/start").await);
    twin.says(signed(&honest(), &claims(&stage, &twin, &question)));
    let answer = back(&twin, &question);

    assert_eq!(Browser::of(&stage).goes(&answer).await, expired);
    assert_eq!(browser.goes(&answer).await, "/");
    assert_eq!(browser.goes(&answer).await, expired);

    let question = asked(&browser.goes("/auth/oidc/twin/start").await);
    stage.clock.advance(chrono::TimeDelta::minutes(10));
    assert_eq!(browser.goes(&back(&twin, &question)).await, expired);
}

#[tokio::test]
async fn the_answer_of_one_provider_is_no_answer_of_another() {
    let (stage, twin) = with_twin().await;
    provider_at(&stage, "other", "https://other.example").await;
    let mut browser = Browser::of(&stage);
    let question = asked(&browser.goes("/auth/oidc/twin/start").await);
    twin.says(signed(&honest(), &claims(&stage, &twin, &question)));
    let elsewhere = back(&twin, &question).replace("/twin/", "/other/");
    let untrue = "/signin?refused=NOT_TRUSTED&provider=other";
    assert_eq!(browser.goes(&elsewhere).await, untrue);

    for iss in ["", "&iss=https%3A%2F%2Fevil.example"] {
        let question = asked(&browser.goes("/auth/oidc/twin/start").await);
        let address = format!(
            "/auth/oidc/twin/callback?code=x&state={}{iss}",
            question.state
        );
        let untrue = "/signin?refused=NOT_TRUSTED&provider=twin";
        assert_eq!(browser.goes(&address).await, untrue);
    }
}

#[tokio::test]
async fn keys_are_asked_for_again_once_a_minute_and_never_by_the_megabyte() {
    let (stage, twin) = with_twin().await;
    let stranger = json!({ "alg": "EdDSA", "kid": "nobody" });
    let untrue = "/signin?refused=NOT_TRUSTED&provider=twin";
    for _ in 0..3 {
        let there = (&stage, &twin);
        assert_eq!(
            tries(there, |claims| signed(&stranger, &claims)).await,
            untrue
        );
    }
    assert_eq!(twin.times_asked_for_keys(), 1);

    stage.clock.advance(chrono::TimeDelta::hours(2));
    twin.shows_keys(format!(
        "{{\"keys\":[\"{}\"]}}",
        "x".repeat(10 * 1024 * 1024)
    ));
    let down = "/signin?refused=PROVIDER_DOWN&provider=twin";
    let there = (&stage, &twin);
    assert_eq!(
        tries(there, |claims| signed(&honest(), &claims)).await,
        down
    );
    // Who comes a moment later hears the same, and it is not asked again for each of them.
    let asked_for = twin.times_asked_for_keys();
    assert_eq!(
        tries(there, |claims| signed(&honest(), &claims)).await,
        down
    );
    assert_eq!(twin.times_asked_for_keys(), asked_for);
}

#[tokio::test]
async fn a_provider_that_does_not_answer_is_not_waited_for() {
    let (stage, twin) = with_twin().await;
    twin.falls_silent();
    let down = "/signin?refused=PROVIDER_DOWN&provider=twin";
    let there = (&stage, &twin);
    assert_eq!(
        tries(there, |claims| signed(&honest(), &claims)).await,
        down
    );
}

#[tokio::test]
async fn whoever_comes_in_stays_with_us() {
    let (stage, twin) = with_twin().await;
    for next in [
        "//evil.example",
        "https:%2F%2Fevil.example",
        "%2F%5Cevil.example",
        "%2F%2Fevil.example",
    ] {
        let mut browser = Browser::of(&stage);
        let out = browser
            .goes(&format!("/auth/oidc/twin/start?next={next}"))
            .await;
        let question = asked(&out);
        twin.says(signed(&honest(), &claims(&stage, &twin, &question)));
        assert_eq!(browser.goes(&back(&twin, &question)).await, "/", "{next}");
    }
}

#[tokio::test]
async fn a_flood_of_made_up_answers_is_told_as_far_as_somebody_can_read() {
    let (stage, _twin) = with_twin().await;
    for _ in 0..30 {
        let mut nobody = Browser::of(&stage);
        let out = nobody.goes("/auth/oidc/twin/callback?code=x&state=y").await;
        assert_eq!(out, "/signin?refused=EXPIRED&provider=twin");
    }
    let told = facts(&stage, "sso.sign_in_refused").await;
    assert_eq!(told.len(), 20);
    assert_eq!(told[0].body["address"], "127.0.0.1");
}

#[tokio::test]
async fn whoever_is_away_while_a_provider_is_switched_off_links_nothing_by_it() {
    let twin = Twin::opens().await;
    let stage = Stage::that_asks(twin.place()).await;
    let provider = provider_at(&stage, "twin", &twin.issuer).await;
    let mut browser = Browser::of(&stage);
    let question = asked(&browser.goes("/auth/oidc/twin/start").await);
    twin.says(signed(&honest(), &claims(&stage, &twin, &question)));
    assert_eq!(browser.goes(&back(&twin, &question)).await, "/");

    let link = "mutation { linkAccount(input: { slug: \"twin\" }) { url } }";
    let answer = browser.asks(link).await;
    let url = answer["data"]["linkAccount"]["url"].as_str();
    let question = asked(url.unwrap_or_else(|| panic!("{answer}")));
    let other = but(claims(&stage, &twin, &question), "sub", json!("another"));
    twin.says(signed(&honest(), &other));
    let off = SwitchProvider {
        provider,
        on: false,
    };
    stage.does(off).await.expect("it is off");

    let out = browser.goes(&back(&twin, &question)).await;
    assert_eq!(out, "/settings/security?refused=OFF&provider=twin");
    assert_eq!(facts(&stage, "sso.account_linked").await.len(), 1);
}

#[tokio::test]
async fn whoever_showed_there_long_ago_who_they_are_shows_it_before_what_matters() {
    let (stage, twin) = with_twin().await;
    let now = stage.db().now().timestamp();
    let make = "mutation { createApiToken(input: { name: \"x\", scopes: [READ] }) { secret } }";
    let comes_in = async |auth_time: Value| {
        let mut browser = Browser::of(&stage);
        let question = asked(&browser.goes("/auth/oidc/twin/start").await);
        let said = but(claims(&stage, &twin, &question), "auth_time", auth_time);
        twin.says(signed(&honest(), &said));
        assert_eq!(browser.goes(&back(&twin, &question)).await, "/");
        browser.asks(make).await
    };

    let late = comes_in(json!(now - 16 * 60)).await;
    let nobody_knows_when = comes_in(Value::Null).await;
    let just_now = comes_in(json!(now)).await;

    for refused in [late, nobody_knows_when] {
        let code = &refused["errors"][0]["extensions"]["code"];
        assert_eq!(code, "CONFIRM", "{refused}");
    }
    assert!(just_now.get("errors").is_none(), "{just_now}");
}

#[tokio::test]
async fn a_logout_token_is_believed_once_and_an_id_token_never() {
    let (stage, twin) = with_twin().await;
    let mut browser = Browser::of(&stage);
    let question = asked(&browser.goes("/auth/oidc/twin/start").await);
    let id_token = claims(&stage, &twin, &question);
    twin.says(signed(&honest(), &id_token));
    browser.goes(&back(&twin, &question)).await;
    let door = tests::Door::of(&stage);
    let client = poem::test::TestClient::new(door.routes());
    let says = async |token: String| {
        let answer = client
            .post("/auth/oidc/twin/logout")
            .content_type("application/x-www-form-urlencoded")
            .body(format!("logout_token={token}"))
            .send();
        answer.await.0.status().as_u16()
    };
    let now = stage.db().now().timestamp();
    let event = "http://schemas.openid.net/event/backchannel-logout";
    let word = json!({
        "iss": twin.issuer, "aud": "interlude", "sub": "eve", "iat": now, "exp": now + 120, "jti": "1",
        "events": { (event): {} },
    });
    let header = json!({ "alg": "EdDSA", "kid": "twin", "typ": "logout+jwt" });

    assert_eq!(says(signed(&honest(), &id_token)).await, 400);
    assert_eq!(says(unsigned_token(&word)).await, 400);
    assert_eq!(says(signed_by_public_key(&word)).await, 400);
    for (name, value) in [
        ("iss", json!("https://evil.example")),
        ("aud", json!("another")),
        ("iat", json!(now + 61)),
        ("exp", json!(now - 61)),
        ("events", json!({})),
        ("nonce", json!("x")),
        ("sub", Value::Null),
        ("jti", Value::Null),
    ] {
        let lie = but(word.clone(), name, value);
        assert_eq!(says(signed(&header, &lie)).await, 400, "{name}");
    }
    let typed = json!({ "alg": "EdDSA", "kid": "twin", "typ": "at+jwt" });
    assert_eq!(says(signed(&typed, &word)).await, 400);
    assert_eq!(browser.viewer().await, "Eve");

    assert_eq!(says(signed(&header, &word)).await, 200);
    assert_eq!(browser.viewer().await, "nobody");
    assert_eq!(says(signed(&header, &word)).await, 400);
    assert_eq!(facts(&stage, "sso.logout_refused").await.len(), 13);
}

#[tokio::test]
async fn who_showed_two_factors_there_is_required_none_here() {
    let (stage, twin) = with_twin().await;
    let rule = identity::SetFactorRule {
        asked_of: identity::AskedOf::Everybody,
        grace_days: 0,
    };
    stage.does(rule).await.expect("a rule");
    let comes_in = async |amr: Value| {
        let mut browser = Browser::of(&stage);
        let question = asked(&browser.goes("/auth/oidc/twin/start").await);
        twin.says(signed(
            &honest(),
            &but(claims(&stage, &twin, &question), "amr", amr),
        ));
        assert_eq!(browser.goes(&back(&twin, &question)).await, "/");
        browser
            .asks("{ viewer { memberships(first: 1) { edges { cursor } } } }")
            .await
    };

    let by_password = comes_in(json!(["pwd"])).await;
    let by_two = comes_in(json!(["pwd", "mfa"])).await;

    let code = &by_password["errors"][0]["extensions"]["code"];
    assert_eq!(code, "FACTOR_REQUIRED", "{by_password}");
    assert!(by_two.get("errors").is_none(), "{by_two}");
}
