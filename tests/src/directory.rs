use crate::{Door, Stage};
use identity::CreateServiceToken;
use kernel::{Workers, run_due_jobs};
use poem::endpoint::BoxEndpoint;
use poem::http::{Method, header};
use poem::test::TestClient;
use poem::{EndpointExt, Response};
use scim::{ApplyGroups, ApplyRules, KeepRules};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

const PATCH: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/// A directory with a token of its own, which speaks SCIM at the door of a stage.
pub struct Directory<'a> {
    stage: &'a Stage,
    client: TestClient<BoxEndpoint<'static, Response>>,
    pub token: String,
}

/// What a directory was answered.
#[derive(Debug)]
pub struct Told {
    pub status: u16,
    /// Null where there was nothing to read.
    pub body: Value,
    headers: header::HeaderMap,
}

impl Told {
    /// One of the headers, or nothing.
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// The id of what was shown.
    pub fn id(&self) -> &str {
        self.body["id"]
            .as_str()
            .unwrap_or_else(|| panic!("an id: {self:?}"))
    }
}

impl<'a> Directory<'a> {
    pub async fn of(stage: &'a Stage) -> Self {
        Self::at(stage, &Door::of(stage)).await
    }

    /// A directory at a door that has settings of its own.
    pub async fn at(stage: &'a Stage, door: &Door) -> Self {
        let make = CreateServiceToken {
            name: "A directory".to_owned(),
            days: None,
        };
        let (_, secret) = stage.does(make).await.expect("a token");
        Self {
            stage,
            client: TestClient::new(door.routes().boxed()),
            token: secret.expose().to_owned(),
        }
    }

    /// Asks at an address below `/scim/v2/`; what is asked stands there as it would be typed.
    pub async fn asks(&self, address: &str) -> Told {
        self.sends(Method::GET, address, &Value::Null).await
    }

    pub async fn sends(&self, method: Method, address: &str, body: &Value) -> Told {
        self.sends_with(method, address, (body, &[])).await
    }

    /// As `sends`, with headers beside its own.
    pub async fn sends_with(
        &self,
        method: Method,
        address: &str,
        (body, headers): (&Value, &[(&str, &str)]),
    ) -> Told {
        let typed = address
            .replace(' ', "%20")
            .replace('"', "%22")
            .replace('[', "%5B")
            .replace(']', "%5D");
        let mut request = self
            .client
            .request(method, format!("/scim/v2/{typed}"))
            .header("authorization", format!("Bearer {}", self.token));
        if !headers.iter().any(|(name, _)| *name == "content-type") {
            request = request.content_type("application/scim+json");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !body.is_null() {
            request = request.body(body.to_string());
        }
        let answer = request.send().await.0;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let text = answer.into_body().into_string().await.expect("a text");
        Told {
            status,
            body: serde_json::from_str(&text).unwrap_or(Value::Null),
            headers,
        }
    }

    /// Brings somebody with this name, whose address is made of it.
    pub async fn brings(&self, name: &str) -> String {
        let address = format!("{}@example.org", kernel::slug(name));
        let person = json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": address,
            "displayName": name, "active": true,
        });
        let made = self.sends(Method::POST, "Users", &person).await;
        assert_eq!(made.status, 201, "{made:?}");
        made.id().to_owned()
    }

    /// Brings a group with these people in it.
    pub async fn groups(&self, name: &str, members: &[&str]) -> String {
        let members: Vec<Value> = members.iter().map(|id| json!({ "value": id })).collect();
        let group = json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": name,
            "members": members,
        });
        let made = self.sends(Method::POST, "Groups", &group).await;
        assert_eq!(made.status, 201, "{made:?}");
        made.id().to_owned()
    }

    pub async fn patches(&self, address: &str, operations: Value) -> Told {
        let request = json!({ "schemas": [PATCH], "Operations": operations });
        self.sends(Method::PATCH, address, &request).await
    }

    /// Waits until everybody was given what their groups give.
    pub async fn is_heeded(&self) {
        let db = self.stage.db();
        self.stage.facts_arrive().await;
        let rules = Arc::new(KeepRules);
        db.catch_up(&rules).await.expect("the rules are kept");
        let apply = ApplyRules::new(db.clone());
        let workers = Workers::default().on::<ApplyGroups>(apply);
        while run_due_jobs(db, &workers).await.expect("the jobs") > 0 {}
        self.stage.settle().await;
    }
}

/// What a client that others wrote finds when it checks the server at this address.
pub async fn checked_by_others(address: &str, token: &str) -> Value {
    let top = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let python = top.join("target/python/bin/python");
    assert!(
        python.exists(),
        "the client of SCIM is missing: run tests/run/need.sh scim-client"
    );
    let mut child = Command::new(python)
        .arg(top.join("tests/run/scim_check.py"))
        .arg(address)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("a client");
    let mut input = child.stdin.take().expect("its input");
    input.write_all(token.as_bytes()).await.expect("it reads");
    drop(input);
    let said = child.wait_with_output().await.expect("it ends");
    let words = String::from_utf8_lossy(&said.stderr);
    assert!(said.status.success(), "{words}");
    serde_json::from_slice(&said.stdout).expect("what it found")
}
