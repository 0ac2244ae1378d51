use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreHmacKey, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use poem::listener::TcpAcceptor;
use poem::web::Data;
use poem::{EndpointExt, Response, Route, Server, get, handler, post};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, PoisonError};

/// The key of the twin, and another that it never names.
const KEY: &str = "-----BEGIN PRIVATE KEY-----\n\
    MC4CAQAwBQYDK2VwBCIEIJKhBTRSYjf0H39h5K+pYR5iYRYfdHaOit41Wk7hM51z\n\
    -----END PRIVATE KEY-----\n";
const KID: &str = "twin";

/// The hostile twin of an identity provider: on a port of this machine, it says and signs what it is told to.
pub struct Twin {
    pub issuer: String,
    says: Arc<Mutex<Says>>,
}

struct Says {
    issuer: String,
    id_token: String,
    keys: String,
    /// Whether it answers a code at all.
    answers: bool,
    asked_for_keys: usize,
}

type Shared = Arc<Mutex<Says>>;

impl Twin {
    pub async fn opens() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let says = Arc::new(Mutex::new(Says {
            issuer: issuer.clone(),
            id_token: String::new(),
            keys: json!({ "keys": [public_key()] }).to_string(),
            answers: true,
            asked_for_keys: 0,
        }));
        let routes = Route::new()
            .at("/.well-known/openid-configuration", get(discovery))
            .at("/keys", get(keys))
            .at("/token", post(token))
            .data(says.clone());
        let acceptor = TcpAcceptor::from_tokio(listener).expect("an acceptor");
        tokio::spawn(Server::new_with_acceptor(acceptor).run(routes));
        Self { issuer, says }
    }

    /// Host and port.
    pub fn place(&self) -> &str {
        self.issuer.trim_start_matches("http://")
    }

    /// From now on it gives this token for any code.
    pub fn says(&self, id_token: String) {
        self.lock().id_token = id_token;
    }

    /// From now on these are its keys.
    pub fn shows_keys(&self, told: String) {
        self.lock().keys = told;
    }

    /// From now on whoever brings a code waits in vain.
    pub fn falls_silent(&self) {
        self.lock().answers = false;
    }

    pub fn times_asked_for_keys(&self) -> usize {
        self.lock().asked_for_keys
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Says> {
        self.says.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the twin's key is, for everybody.
pub fn public_key() -> Value {
    serde_json::to_value(key().as_verification_key()).expect("a key")
}

/// A token with this header, signed as it should be.
pub fn signed(header: &Value, claims: &Value) -> String {
    let text = unsigned(header, claims);
    let signature = key().sign(&CoreJwsSigningAlgorithm::EdDsa, text.as_bytes());
    with(&text, &signature.expect("a signature"))
}

/// A token signed with what everybody knows of the key, as if it were a secret.
pub fn signed_by_public_key(claims: &Value) -> String {
    let header = json!({ "alg": "HS256", "kid": KID, "typ": "JWT" });
    let text = unsigned(&header, claims);
    let secret = CoreHmacKey::new(public_key()["x"].as_str().unwrap_or_default().as_bytes());
    let signature = secret.sign(&CoreJwsSigningAlgorithm::HmacSha256, text.as_bytes());
    with(&text, &signature.expect("a signature"))
}

/// A token that nobody signed.
pub fn unsigned_token(claims: &Value) -> String {
    with(&unsigned(&json!({ "alg": "none" }), claims), b"")
}

/// The header of an honest token.
pub fn honest() -> Value {
    json!({ "alg": "EdDSA", "kid": KID, "typ": "JWT" })
}

fn key() -> CoreEdDsaPrivateSigningKey {
    let kid = JsonWebKeyId::new(KID.to_owned());
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(KEY, Some(kid)).expect("the key")
}

fn unsigned(header: &Value, claims: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}", part(header), part(claims))
}

fn with(text: &str, signature: &[u8]) -> String {
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn json_answer(body: String) -> Response {
    Response::builder()
        .content_type("application/json")
        .body(body)
}

#[handler]
fn discovery(says: Data<&Shared>) -> Response {
    let says = says.lock().unwrap_or_else(PoisonError::into_inner);
    let issuer = &says.issuer;
    json_answer(
        json!({
            "issuer": issuer,
            "authorization_endpoint": format!("{issuer}/auth"),
            "token_endpoint": format!("{issuer}/token"),
            "jwks_uri": format!("{issuer}/keys"),
            "end_session_endpoint": format!("{issuer}/end"),
            "authorization_response_iss_parameter_supported": true,
        })
        .to_string(),
    )
}

#[handler]
fn keys(says: Data<&Shared>) -> Response {
    let mut says = says.lock().unwrap_or_else(PoisonError::into_inner);
    says.asked_for_keys += 1;
    json_answer(says.keys.clone())
}

#[handler]
async fn token(says: Data<&Shared>) -> Response {
    let (answers, id_token) = {
        let says = says.lock().unwrap_or_else(PoisonError::into_inner);
        (says.answers, says.id_token.clone())
    };
    if !answers {
        std::future::pending::<()>().await;
    }
    let answer = json!({ "access_token": "x", "token_type": "Bearer", "id_token": id_token });
    json_answer(answer.to_string())
}
