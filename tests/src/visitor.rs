use reqwest::header::{CONTENT_TYPE, COOKIE, ORIGIN, SET_COOKIE};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);
const SIGN_IN: &str = "mutation($input: SignInInput!) { signIn(input: $input) { email } }";

/// Somebody at a browser: comes by HTTP to a server that runs, from its own page, and keeps the
/// cookie.
#[derive(Clone)]
pub struct Visitor {
    client: Client,
    origin: String,
    pub cookie: String,
}

impl Visitor {
    pub fn new(origin: String) -> Self {
        // The program's provider of TLS is a choice of its own; a second choice is refused, and that is fine.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().no_proxy().timeout(PATIENCE).build();
        Self {
            client: client.expect("a client"),
            origin,
            cookie: String::new(),
        }
    }

    /// The same browser in the hands of the one whose cookie this is.
    #[must_use]
    pub fn with(&self, cookie: &str) -> Self {
        Self {
            cookie: cookie.to_owned(),
            ..self.clone()
        }
    }

    /// A request that tells neither where it comes from nor who asks.
    pub fn bare(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, self.origin.clone() + path)
    }

    /// A request as our own page sends it.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.bare(method, path)
            .header(ORIGIN, &self.origin)
            .header(COOKIE, &self.cookie)
    }

    /// An operation of the API, to be sent.
    pub fn operation(&self, query: &str, variables: &Value) -> RequestBuilder {
        self.request(Method::POST, "/graphql")
            .header(CONTENT_TYPE, "application/json")
            .body(json!({ "query": query, "variables": variables }).to_string())
    }

    /// Asks the API.
    pub async fn asks(&self, query: &str, variables: Value) -> Value {
        self.tries(query, variables).await.expect("an answer")
    }

    /// Asks the API of a server that may go away.
    ///
    /// # Errors
    /// When no whole answer came.
    pub async fn tries(&self, query: &str, variables: Value) -> reqwest::Result<Value> {
        let answer = self.operation(query, &variables).send().await?;
        let text = answer.text().await?;
        Ok(serde_json::from_str(&text).unwrap_or_else(|_| panic!("this is no JSON: {text}")))
    }

    /// Signs in and keeps the cookie; returns the answer.
    pub async fn signs_in(&mut self, email: &str, password: &str) -> Value {
        let input = json!({ "input": { "email": email, "password": password } });
        let answer = self.operation(SIGN_IN, &input).send().await;
        let answer = answer.expect("an answer");
        let given = answer.headers().get(SET_COOKIE);
        if let Some(cookie) = given.and_then(|cookie| cookie.to_str().ok()) {
            self.cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        }
        serde_json::from_str(&answer.text().await.expect("a text")).expect("JSON")
    }
}
