//! Every address that is served and every subscription, asked by nobody and by a stranger. A new one without a
//! line here fails.
use super::root_fields;
use communities::Role;
use futures_util::StreamExt;
use poem::http::Method;
use poem::test::TestClient;
use poem::{Endpoint, Response};
use privacy::AskForPersonalExport;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;
use tests::{Door, OUR_PAGE, Stage};
use tokio::time::timeout;

const LEAKS: [&str; 4] = ["secret", "Ada", "ada@example.org", "plan.txt"];

/// What there is to ask for: a file of somebody, or of nobody.
struct Asked {
    file: String,
    export: String,
    token: String,
}

/// The route, how it is asked, what nobody is answered, and what a stranger is.
type Row = (&'static str, Method, String, u16, u16);

fn rows(asked: &Asked) -> Vec<Row> {
    let Asked {
        file,
        export,
        token,
    } = asked;
    let get = |route: &'static str, path: String, nobody: u16, stranger: u16| -> Row {
        (route, Method::GET, path, nobody, stranger)
    };
    let post = |route: &'static str, path: String, nobody: u16, stranger: u16| -> Row {
        (route, Method::POST, path, nobody, stranger)
    };
    vec![
        // What is asked by POST stands in the table of fields.
        get("/graphql", "/graphql".into(), 405, 405),
        get("/graphql/ws", "/graphql/ws".into(), 426, 426),
        get("/files", "/files".into(), 405, 405),
        // A stranger may bring a file of their own, and has to name it.
        post("/files", "/files".into(), 401, 400),
        get("/files/:id/:name", file.clone(), 401, 404),
        post("/files/:id/:name", file.clone(), 401, 404),
        get("/exports/:id", export.clone(), 401, 404),
        post("/exports/:id", export.clone(), 401, 404),
        get("/health/live", "/health/live".into(), 200, 200),
        get("/health/ready", "/health/ready".into(), 200, 200),
        get("/metrics", "/metrics".into(), 200, 200),
        // The page that asks; what it shows it asks the API for.
        get("/mail/:token", format!("/mail/{token}"), 200, 200),
        post("/mail/:token", format!("/mail/{token}"), 422, 422),
        get(
            "/calendar/:file",
            format!("/calendar/{token}.ics"),
            404,
            404,
        ),
        post(
            "/calendar/:file",
            format!("/calendar/{token}.ics"),
            405,
            405,
        ),
        // Who asks of a provider that is not there comes back to our page, and is told so.
        get(
            "/auth/oidc/:slug/start",
            "/auth/oidc/acme/start".into(),
            303,
            303,
        ),
        post(
            "/auth/oidc/:slug/start",
            "/auth/oidc/acme/start".into(),
            405,
            405,
        ),
        get(
            "/auth/oidc/:slug/callback",
            "/auth/oidc/acme/callback".into(),
            303,
            303,
        ),
        post(
            "/auth/oidc/:slug/callback",
            "/auth/oidc/acme/callback".into(),
            405,
            405,
        ),
        get(
            "/auth/oidc/:slug/logout",
            "/auth/oidc/acme/logout".into(),
            405,
            405,
        ),
        post(
            "/auth/oidc/:slug/logout",
            "/auth/oidc/acme/logout".into(),
            400,
            400,
        ),
        // Who brings no token of a directory learns nothing, not even which addresses there are.
        get("/scim/v2/*path", "/scim/v2/Users".into(), 401, 401),
        post("/scim/v2/*path", "/scim/v2/Users".into(), 401, 401),
        get("/*path", "/c/autumn/channels/lobby".into(), 200, 200),
        post("/*path", "/c/autumn/channels/lobby".into(), 405, 405),
    ]
}

/// The addresses in the order of the program's own list.
fn served() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../backend/server/src/http.rs");
    let text = std::fs::read_to_string(path).expect("the list of addresses");
    let each = text.split(".at(").skip(1);
    each.filter_map(|rest| rest.split('"').nth(1))
        .map(str::to_owned)
        .collect()
}

async fn answer(
    client: &TestClient<impl Endpoint<Output = Response>>,
    row: &Row,
    cookie: &str,
) -> (u16, String) {
    let (_, method, path, ..) = row;
    let mut request = client.request(method.clone(), path.clone());
    if !cookie.is_empty() {
        request = request.header("cookie", cookie).header("origin", OUR_PAGE);
    }
    let answer = request.send().await;
    let status = answer.0.status().as_u16();
    let body = answer.0.into_body().into_bytes().await.expect("an answer");
    (status, String::from_utf8_lossy(&body).into_owned())
}

#[tokio::test]
async fn no_address_tells_a_stranger_what_is_not_theirs() {
    let stage = Stage::new().await;
    let (ada, eve) = (stage.person("Ada").await, stage.person("Eve").await);
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Facilitator)]).await;
    ada.begins(&lobby, "A secret title", "the secret word")
        .await;
    let words = b"the secret plan".to_vec().into();
    let files = &stage.app.files;
    let file = files
        .accept(stage.db(), ada.actor(), "plan.txt", words)
        .await;
    let file = file.expect("a file");
    let export = ada.does(AskForPersonalExport::default()).await;
    let export = export.expect("an export");
    stage.puts_together().await;
    let there = rows(&Asked {
        file: format!("/files/{}/plan", file.id),
        export: format!("/exports/{}", export.id),
        token: "guessed".to_owned(),
    });
    let nowhere = rows(&Asked {
        file: "/files/file_01h455vb4pex5vsknk084sn02q/plan".to_owned(),
        export: "/exports/export_01h455vb4pex5vsknk084sn02q".to_owned(),
        token: "guessed-otherwise".to_owned(),
    });
    let named: BTreeSet<String> = there.iter().map(|row| row.0.to_owned()).collect();
    assert_eq!(served(), named, "each address has its line in this table");

    let door = Door::of(&stage);
    let (client, cookie) = (TestClient::new(door.routes()), door.cookie_of(&eve).await);
    let mut wrong = Vec::new();
    for (row, guess) in there.iter().zip(&nowhere) {
        for (who, cookie, expected) in [
            ("nobody", "", row.3),
            ("a stranger", cookie.as_str(), row.4),
        ] {
            let (status, body) = answer(&client, row, cookie).await;
            let (of_nothing, _) = answer(&client, guess, cookie).await;
            let shown = format!("{} {} to {who}: {status}", row.1, row.2);
            if status != expected {
                wrong.push(format!("{shown}, not {expected}"));
            }
            if status != of_nothing {
                wrong.push(format!("{shown}, and {of_nothing} where there is nothing"));
            }
            let is_page = row.0 == "/*path" || row.0 == "/mail/:token";
            if let Some(leak) = LEAKS.iter().find(|leak| !is_page && body.contains(**leak)) {
                wrong.push(format!("{shown} tells of {leak}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_subscription_tells_a_stranger_what_is_not_theirs() {
    let stage = Stage::live().await;
    let ([ada], community, lobby) = stage.learners(["Ada"]).await;
    let eve = stage.person("Eve").await;
    let thread = ada
        .begins(&lobby, "A secret title", "the secret word")
        .await;
    stage.facts_arrive().await;
    let follow = "subscription($in: ID) { liveEvents(in: $in) { kind post { body } } }";
    let places = [
        thread["id"].clone(),
        json!(community.id.to_string()),
        json!("thread_01h455vb4pex5vsknk084sn02q"),
        json!("community_01h455vb4pex5vsknk084sn02q"),
        json!(lobby.id.to_string()),
        json!("no id at all"),
    ];
    // Field, document, and the places that it is asked about.
    let table = [("liveEvents", follow, places)];
    let named: BTreeSet<String> = table.iter().map(|row| row.0.to_owned()).collect();
    assert_eq!(
        root_fields(&["Subscription"]),
        named,
        "each subscription has its line in this table"
    );

    for (field, document, places) in table {
        for place in places {
            let about = json!({ "in": place });
            let of_nobody = stage.stranger_follows(document, about.clone());
            let of_eve = eve.follows(document, about).await;
            for (who, mut stream) in [("nobody", of_nobody), ("a stranger", of_eve)] {
                let first = timeout(Duration::from_secs(5), stream.next()).await;
                let heard = first.expect("an answer").unwrap_or(Value::Null);
                let errors = heard["errors"].as_array();
                assert!(
                    errors.is_some_and(|errors| !errors.is_empty()),
                    "{field} in {place} tells {who} {heard}"
                );
                assert!(!heard.to_string().contains("secret"), "{heard}");
            }
        }
        // Of what concerns them alone nobody hears at all, and Eve nothing of Ada's.
        let mut of_nobody = stage.stranger_follows(document, json!({}));
        let refused = timeout(Duration::from_secs(5), of_nobody.next()).await;
        let refused = refused.expect("an answer").unwrap_or(Value::Null);
        assert!(refused["errors"].is_array(), "{refused}");
        let mut of_eve = eve.follows(document, json!({})).await;
        let ready = timeout(Duration::from_secs(5), of_eve.next()).await;
        let ready = ready.expect("an answer").unwrap_or(Value::Null);
        assert_eq!(ready["data"][field]["kind"], "READY", "{ready}");
    }
}
