use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Client, Response};
use serde_json::Value;
use std::collections::BTreeMap;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// As `tests/identity-provider` knows us.
pub const CLIENT_SECRET: &str = "only-for-tests-only-for-tests-only-for-tests";
/// More than a sign-in there takes.
const HOPS_MAX: usize = 10;

/// A certified identity provider on a port of this machine, for as long as the test runs.
pub struct IdentityProvider {
    pub issuer: String,
    client: Client,
    _child: Child,
}

impl IdentityProvider {
    pub async fn opens() -> Self {
        let main = concat!(env!("CARGO_MANIFEST_DIR"), "/identity-provider/main.mjs");
        let mut child = Command::new("node")
            .arg(main)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("node");
        let out = child.stdout.take().expect("what it says");
        let mut lines = BufReader::new(out).lines();
        let issuer = lines.next_line().await.expect("a line").expect("an issuer");
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .expect("a client");
        Self {
            issuer,
            client,
            _child: child,
        }
    }

    /// Host and port.
    pub fn place(&self) -> &str {
        self.issuer.trim_start_matches("http://")
    }

    /// Has it act.
    pub async fn is_told(&self, words: &Value) -> Value {
        let control = format!("{}/control", self.issuer);
        let answer = self.client.post(control).body(words.to_string()).send();
        let answer = answer.await.expect("an answer").text().await;
        serde_json::from_str(&answer.expect("words")).expect("JSON")
    }

    /// Signs in there as this account, from the address to which we sent the browser; answers where it sends it back.
    pub async fn lets_in(&self, account: &str, address: &str) -> String {
        let mut cookies = BTreeMap::new();
        let mut place = address.to_owned();
        for _ in 0..HOPS_MAX {
            let cookie = joined(&cookies);
            let asked = match place.contains("/interaction/") {
                true => self
                    .client
                    .post(&place)
                    .header("content-type", "application/x-www-form-urlencoded")
                    .body(format!("account={account}")),
                false => self.client.get(&place),
            };
            let answer = asked
                .header(COOKIE, cookie)
                .send()
                .await
                .expect("an answer");
            keep(&mut cookies, &answer);
            let to = answer
                .headers()
                .get(LOCATION)
                .and_then(|to| to.to_str().ok());
            let to = to.unwrap_or_else(|| panic!("{place} sends nowhere: {}", answer.status()));
            place = match to.starts_with('/') {
                true => format!("{}{to}", self.issuer),
                false => to.to_owned(),
            };
            if !place.starts_with(&self.issuer) {
                return place;
            }
        }
        panic!("it sends round in circles");
    }
}

fn joined(cookies: &BTreeMap<String, String>) -> String {
    let pairs = cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"));
    pairs.collect::<Vec<_>>().join("; ")
}

fn keep(cookies: &mut BTreeMap<String, String>, answer: &Response) {
    for cookie in answer.headers().get_all(SET_COOKIE) {
        let pair = cookie.to_str().ok().and_then(|text| text.split(';').next());
        if let Some((name, value)) = pair.and_then(|pair| pair.split_once('=')) {
            cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
