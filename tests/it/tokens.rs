//! Tokens with which programs ask: what they may, what they may not, and how they end.
use api::sdl;
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use chrono::TimeDelta;
use communities::Role;
use identity::{ApiTokenCreated, ApiTokenRevoked, Bearer, SuspendPerson};
use kernel::{Cursor, Fact, facts_after};
use poem::endpoint::BoxEndpoint;
use poem::http::StatusCode;
use poem::test::TestClient;
use poem::{EndpointExt, Response};
use serde_json::{Value, json};
use server::http::bearer::is_in_person_alone;
use tests::{Door, OUR_PAGE, Person, Stage, error_of, operation, until};

type Client = TestClient<BoxEndpoint<'static, Response>>;

const MAKE: &str = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) {
    secret apiToken { id name scopes expiresAt usedOn usedFrom person { name } } } }";
const MAKE_SERVICE: &str = "mutation { createServiceToken(input: { name: \"A directory\" }) {
    secret apiToken { id scopes person { name } createdBy { name } } } }";
const REVOKE: &str =
    "mutation($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { id } }";
const WHO: &str = "{ viewer { person { name } } }";
const CHANGE: &str = "mutation { updateProfile(input: { workingOn: \"a script\" }) { email } }";

fn client(stage: &Stage) -> Client {
    TestClient::new(Door::of(stage).routes().boxed())
}

/// Makes a token of one's own; returns its text and its id.
async fn token_of(person: &Person<'_>, scopes: &[&str]) -> (String, String) {
    let input = json!({ "input": { "name": "A script", "scopes": scopes } });
    let made = person.asks(MAKE, input).await;
    let made = &made["data"]["createApiToken"];
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    (text(&made["secret"]), text(&made["apiToken"]["id"]))
}

/// What a program hears that brings this token and nothing else.
async fn asks(client: &Client, token: &str, query: &str) -> (StatusCode, Value) {
    let answer = client
        .post("/graphql")
        .header("authorization", format!("Bearer {token}"))
        .body_json(&operation(query))
        .send()
        .await;
    let status = answer.0.status();
    let text = answer.0.into_body().into_string().await.expect("a text");
    (status, serde_json::from_str(&text).expect("JSON"))
}

async fn facts(stage: &Stage) -> Vec<Fact> {
    stage.facts_arrive().await;
    let facts = facts_after(&stage.db().read(), Cursor::default(), 1000).await;
    facts.expect("facts")
}

#[test]
fn a_token_is_known_by_its_spelling_and_a_slip_of_the_hand_is_seen() {
    for bearer in [Bearer::Person, Bearer::Service] {
        for seed in 0..=255_u8 {
            let token = bearer.spell(&[seed; 32]);
            let text = token.expose();
            assert_eq!(text.len(), 53);
            assert_eq!(Bearer::of(text), Some(bearer));
            for at in 0..text.len() {
                let mut wrong = text.as_bytes().to_vec();
                wrong[at] = if wrong[at] == b'x' { b'y' } else { b'x' };
                let wrong = String::from_utf8(wrong).expect("ASCII");
                assert_eq!(Bearer::of(&wrong), None, "{wrong}");
            }
        }
    }
    for other in ["", "ilp_", "ghp_0123", "ilp_ä", &"ü".repeat(53)] {
        assert_eq!(Bearer::of(other), None);
    }
}

#[tokio::test]
async fn a_program_asks_in_the_name_of_its_person_and_changes_what_its_token_lets_it() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let client = client(&stage);
    let (reading, _) = token_of(&ada, &["READ"]).await;
    let (writing, _) = token_of(&ada, &["WRITE"]).await;

    let who = asks(&client, &reading, WHO).await;
    let refused = asks(&client, &reading, CHANGE).await;
    let named = "query A { server { name } } mutation B { signOut(input: {}) { signInsEnded } }";
    let body = json!({ "query": named, "operationName": "B" });
    let by_name = client
        .post("/graphql")
        .header("authorization", format!("bearer {reading}"))
        .body_json(&body)
        .send()
        .await;
    let before = identity::person_by_id(&stage.db().read(), ada.record.id).await;
    let done = asks(&client, &writing, CHANGE).await;

    assert_eq!(who.1["data"]["viewer"]["person"]["name"], "Ada", "{who:?}");
    assert_eq!(refused.0, StatusCode::FORBIDDEN);
    assert_eq!(error_of(&refused.1).0, "FORBIDDEN");
    by_name.assert_status(StatusCode::FORBIDDEN);
    assert_eq!(before.expect("a read").expect("Ada").working_on, None);
    assert_eq!(
        done.1["data"]["updateProfile"]["email"], "ada@example.org",
        "{done:?}"
    );
}

#[tokio::test]
async fn a_token_makes_no_way_in_and_ends_none() {
    let stage = Stage::new().await;
    let ada = stage.administrator("Ada").await;
    let client = client(&stage);
    let (token, id) = token_of(&ada, &["WRITE", "ADMINISTER"]).await;

    for mutation in [
        "createApiToken(input: { name: \"more\", scopes: [WRITE] }) { secret }".to_owned(),
        "createServiceToken(input: { name: \"more\" }) { secret }".to_owned(),
        format!("revokeApiToken(input: {{ token: \"{id}\" }}) {{ id }}"),
        "signOut(input: { everywhere: true }) { signInsEnded }".to_owned(),
        "unlinkAccount(input: { account: \"ssoaccount_01h455vb4pex5vsknk084sn02q\" }) { email }"
            .to_owned(),
        "beginSsoTest(input: { provider: \"ssoprovider_01h455vb4pex5vsknk084sn02q\" }) { url }"
            .to_owned(),
        "createCalendarFeed(input: {}) { url }".to_owned(),
        "more: changePassword(input: { current: \"a\", password: \"b\" }) { email }".to_owned(),
        "... { signIn(input: { email: \"a@b.c\", password: \"b\" }) { email } }".to_owned(),
    ] {
        let answer = asks(&client, &token, &format!("mutation {{ {mutation} }}")).await;
        assert_eq!(answer.0, StatusCode::FORBIDDEN, "{mutation}: {answer:?}");
    }
    assert_eq!(asks(&client, &token, WHO).await.0, StatusCode::OK);
}

/// Every mutation that a token may not ask for. Read what changes here: a way in that is missing could be
/// made by a program that found a token.
#[test]
fn what_only_a_person_does_themself_is_named() {
    let document = parse_schema(sdl()).expect("our own schema parses");
    let mut named: Vec<String> = document
        .definitions
        .into_iter()
        .filter_map(|definition| match definition {
            TypeSystemDefinition::Type(node) if node.node.name.node == "Mutation" => {
                Some(node.node.kind)
            }
            _ => None,
        })
        .filter_map(|kind| match kind {
            TypeKind::Object(object) => Some(object.fields),
            _ => None,
        })
        .flatten()
        .map(|field| field.node.name.node.to_string())
        .filter(|name| is_in_person_alone(name))
        .collect();
    named.sort_unstable();
    for way in [
        "acceptInvitation",
        "addPasskey",
        "beginSecondFactor",
        "beginSsoTest",
        "changePassword",
        "confirmSecondFactor",
        "confirmSignIn",
        "createApiToken",
        "createCalendarFeed",
        "createServiceToken",
        "createSsoProvider",
        "demoSignIn",
        "linkAccount",
        "removePasskey",
        "removeSecondFactor",
        "removeSsoProvider",
        "renewRecoveryCodes",
        "requestPasswordReset",
        "requestSignInLink",
        "resetPassword",
        "resetSecondFactor",
        "revokeApiToken",
        "revokeCalendarFeed",
        "revokeSignIn",
        "setSecondFactorRule",
        "signIn",
        "signInByLink",
        "signInByPasskey",
        "signOut",
        "stepUpBySso",
        "switchSsoProvider",
        "unlinkAccount",
        "updateSsoProvider",
    ] {
        assert!(named.iter().any(|name| name == way), "{way}: {named:?}");
    }
    assert!(!is_in_person_alone("createPost"));
}

#[tokio::test]
async fn what_opens_nothing_is_refused_and_never_mixed_with_a_sign_in() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let door = Door::of(&stage);
    let cookie = door.cookie_of(&ada).await;
    let client = TestClient::new(door.routes().boxed());
    let (token, _) = token_of(&ada, &["READ"]).await;
    let guessed = Bearer::Person.spell(&[7; 32]);

    for wrong in ["", "guessed", guessed.expose(), &token[..52]] {
        let answer = asks(&client, wrong, "{ server { name } }").await;
        assert_eq!(answer.0, StatusCode::UNAUTHORIZED, "{wrong}");
    }
    let both = client
        .post("/graphql")
        .header("authorization", format!("Bearer {token}"))
        .header("cookie", &cookie)
        .header("origin", OUR_PAGE)
        .body_json(&operation(WHO))
        .send()
        .await;
    let of_a_proxy = client
        .post("/graphql")
        .header("authorization", "Basic cHJveHk6cHJveHk=")
        .header("cookie", &cookie)
        .header("origin", OUR_PAGE)
        .body_json(&operation(WHO))
        .send()
        .await;
    let from_a_page = client
        .post("/graphql")
        .header("authorization", format!("Bearer {token}"))
        .header("origin", "https://tools.example.org")
        .body_json(&operation(WHO))
        .send()
        .await;
    let socket = client
        .get("/graphql/ws")
        .header("authorization", format!("Bearer {token}"))
        .send()
        .await;

    both.assert_status(StatusCode::BAD_REQUEST);
    of_a_proxy.assert_status_is_ok();
    from_a_page.assert_status_is_ok();
    socket.assert_status(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn an_administrator_is_one_by_a_token_only_where_it_says_so_and_only_while_they_are() {
    let stage = Stage::new().await;
    let ada = stage.administrator("Ada").await;
    let mei = stage.person("Mei").await;
    let client = client(&stage);
    let (plain, _) = token_of(&ada, &["READ"]).await;
    let (high, _) = token_of(&ada, &["READ", "ADMINISTER"]).await;
    let all = "{ apiTokens(first: 5) { edges { node { name } } } }";

    let refused = asks(&client, &plain, all).await;
    let seen = asks(&client, &high, all).await;
    let overreach = json!({ "input": { "name": "x", "scopes": ["READ", "ADMINISTER"] } });
    let denied = mei.asks(MAKE, overreach).await;
    let scim = json!({ "input": { "name": "x", "scopes": ["READ", "SCIM"] } });
    let not_theirs = ada.asks(MAKE, scim).await;
    let nothing = json!({ "input": { "name": "x", "scopes": ["ADMINISTER"] } });
    let for_nothing = ada.asks(MAKE, nothing).await;

    assert_eq!(error_of(&refused.1).0, "FORBIDDEN", "{refused:?}");
    let listed = seen.1["data"]["apiTokens"]["edges"].as_array();
    assert_eq!(listed.map(Vec::len), Some(2), "{seen:?}");
    assert_eq!(error_of(&denied).0, "FORBIDDEN");
    assert_eq!(error_of(&not_theirs).0, "FORBIDDEN");
    assert_eq!(for_nothing["errors"][0]["extensions"]["field"], "scopes");
}

#[tokio::test]
async fn a_token_ends_when_it_is_revoked_runs_out_or_its_person_is_kept_out() {
    let stage = Stage::new().await;
    let (ada, mei) = (stage.administrator("Ada").await, stage.person("Mei").await);
    let client = client(&stage);
    let (own, own_id) = token_of(&mei, &["READ"]).await;
    let (old, _) = token_of(&mei, &["READ"]).await;
    let (other, other_id) = token_of(&mei, &["WRITE"]).await;
    let ben = stage.person("Ben").await;

    let stranger = ben
        .asks(REVOKE, json!({ "input": { "token": own_id } }))
        .await;
    let still = asks(&client, &own, WHO).await.0;
    mei.asks(REVOKE, json!({ "input": { "token": own_id } }))
        .await;
    let revoked = asks(&client, &own, WHO).await.0;
    ada.asks(REVOKE, json!({ "input": { "token": other_id } }))
        .await;
    let by_administrator = asks(&client, &other, WHO).await.0;
    stage.clock.advance(TimeDelta::days(90));
    let ran_out = asks(&client, &old, WHO).await.0;
    // What makes a token asks once more who it is, three months later.
    let (last, _) = token_of(&stage.finds("mei").await, &["READ"]).await;
    let kept_out = SuspendPerson {
        person: mei.record.id,
        reason: "left the company".to_owned(),
    };
    stage.does(kept_out).await.expect("kept out");
    let suspended = asks(&client, &last, WHO).await.0;

    assert_eq!(error_of(&stranger).0, "NOT_FOUND");
    assert_eq!(still, StatusCode::OK);
    for ended in [revoked, by_administrator, ran_out, suspended] {
        assert_eq!(ended, StatusCode::UNAUTHORIZED);
    }
    let facts = facts(&stage).await;
    let made = facts.iter().filter_map(Fact::as_event::<ApiTokenCreated>);
    let ended: Vec<_> = facts
        .iter()
        .filter_map(Fact::as_event::<ApiTokenRevoked>)
        .collect();
    assert_eq!(made.count(), 4);
    // Whoever is kept out loses the one that ran out, too.
    assert_eq!(ended.len(), 4);
    let text = json!(facts.iter().map(|fact| &fact.body).collect::<Vec<_>>()).to_string();
    for secret in [&own, &old, &other, &last] {
        assert!(!text.contains(secret.as_str()), "the log holds no token");
    }
}

#[tokio::test]
async fn a_list_says_on_which_day_and_from_where_a_token_was_used() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let client = client(&stage);
    let (token, _) = token_of(&ada, &["READ"]).await;
    let own = "{ viewer { apiTokens { name scopes usedOn usedFrom } } }";

    let before = ada.asks(own, json!({})).await;
    asks(&client, &token, WHO).await;
    let line = async || {
        let now = ada.asks(own, json!({})).await;
        now["data"]["viewer"]["apiTokens"][0].clone()
    };
    until("the use is noted", async || {
        line().await["usedOn"].is_string()
    })
    .await;
    let after = line().await;

    assert_eq!(
        before["data"]["viewer"]["apiTokens"][0],
        json!({ "name": "A script", "scopes": ["READ"], "usedOn": null, "usedFrom": null })
    );
    assert_eq!(after["usedOn"], "2026-01-05");
    assert_eq!(after["usedFrom"], "127.0.0.1");
}

#[tokio::test]
async fn a_service_has_tokens_of_its_own_that_open_nothing_else() {
    let stage = Stage::new().await;
    let (ada, mei) = (stage.administrator("Ada").await, stage.person("Mei").await);
    stage
        .cohort_of(&[(&ada, Role::Facilitator), (&mei, Role::Learner)])
        .await;
    let client = client(&stage);

    let denied = mei.asks(MAKE_SERVICE, json!({})).await;
    let made = ada.asks(MAKE_SERVICE, json!({})).await;
    let made = &made["data"]["createServiceToken"];
    let secret = made["secret"].as_str().expect("a token");
    let asked = asks(&client, secret, "{ server { name } }").await;

    assert_eq!(error_of(&denied).0, "FORBIDDEN");
    assert!(secret.starts_with("ils_"));
    assert_eq!(made["apiToken"]["scopes"], json!(["SCIM"]));
    assert_eq!(made["apiToken"]["person"], Value::Null);
    assert_eq!(made["apiToken"]["createdBy"]["name"], "Ada");
    assert_eq!(asked.0, StatusCode::FORBIDDEN);
}
