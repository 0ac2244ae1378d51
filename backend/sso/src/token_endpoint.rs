//! The flow of OAuth 2.0: to the provider with a question that only this browser can finish, and back with a code.
use crate::discovery::{Metadata, Sso, down, unreached};
use crate::refusal::{Refusal, Refused};
use crate::tables::{Kind, Provider, Purpose};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures_util::FutureExt;
use identity::{SIGN_IN_LIFE, token_hash};
use oauth2::basic::{
    BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse,
    BasicTokenType,
};
use oauth2::{
    AuthType, AuthUrl, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken,
    ExtraTokenFields, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope,
    StandardRevocableToken, StandardTokenResponse, TokenResponse, TokenUrl,
};
use outgoing::{OutgoingError, Question};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

type Plain = Client<
    BasicErrorResponse,
    StandardTokenResponse<WithIdToken, BasicTokenType>,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
>;

/// What OpenID Connect adds to the answer.
#[derive(Debug, Serialize, Deserialize)]
struct WithIdToken {
    id_token: Option<String>,
}

impl ExtraTokenFields for WithIdToken {}

/// What one attempt asks with: all of it follows from what the browser keeps and the provider brings back, so that
/// the database has none of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Round<'a> {
    pub browser: &'a str,
    pub state: &'a str,
}

impl Round<'_> {
    pub fn nonce(&self) -> String {
        self.derived("nonce")
    }

    fn verifier(&self) -> PkceCodeVerifier {
        PkceCodeVerifier::new(self.derived("pkce"))
    }

    fn derived(&self, what: &str) -> String {
        let Self { browser, state } = self;
        URL_SAFE_NO_PAD.encode(token_hash(&format!("{what} {browser} {state}")))
    }
}

/// What the token endpoint gave.
pub(crate) struct Tokens {
    pub access: String,
    pub id_token: Option<String>,
}

/// Where the browser goes.
pub(crate) fn authorization_url(
    sso: &Sso,
    (provider, metadata): (&Provider, &Metadata),
    round: Round<'_>,
    (purpose, email): (Purpose, Option<&str>),
) -> Result<String, Refusal> {
    let address =
        AuthUrl::new(metadata.authorization_endpoint.clone()).map_err(|_| no_address())?;
    let client = Plain::new(ClientId::new(provider.client_id.clone()))
        .set_auth_uri(address)
        .set_redirect_uri(callback(sso, provider)?);
    let state = round.state.to_owned();
    let mut request = client
        .authorize_url(move || CsrfToken::new(state))
        .add_scopes(provider.scopes.0.iter().cloned().map(Scope::new))
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(
            &round.verifier(),
        ));
    if provider.kind == Kind::OpenId {
        request = request.add_extra_param("nonce", round.nonce());
        if let Some(email) = email {
            request = request.add_extra_param("login_hint", email.to_owned());
        }
        if purpose == Purpose::StepUp {
            request = request.add_extra_param("prompt", "login");
        }
        // Asked like this, it has to say when it asked who they are (auth_time).
        request = request.add_extra_param("max_age", max_age(purpose));
    }
    Ok(request.url().0.to_string())
}

/// How many seconds ago somebody may have shown there who they are: just now, or as long as a sign-in lasts here.
fn max_age(purpose: Purpose) -> String {
    let seconds = match purpose {
        Purpose::StepUp => 0,
        Purpose::SignIn | Purpose::Link | Purpose::Test => SIGN_IN_LIFE.num_seconds(),
    };
    seconds.to_string()
}

/// The tokens for a code, which works once.
pub(crate) async fn exchange(
    sso: &Sso,
    (provider, metadata): (&Provider, &Metadata),
    secret: Option<String>,
    (code, round): (&str, Round<'_>),
) -> Result<Tokens, Refusal> {
    let address = TokenUrl::new(metadata.token_endpoint.clone()).map_err(|_| no_address())?;
    let mut client = Plain::new(ClientId::new(provider.client_id.clone()))
        .set_auth_type(way_of(metadata))
        .set_token_uri(address)
        .set_redirect_uri(callback(sso, provider)?);
    if let Some(secret) = secret {
        client = client.set_client_secret(ClientSecret::new(secret));
    }
    let ask = |question: Question| {
        let outgoing = sso.outgoing.clone();
        async move { outgoing.send(question).await }
    };
    let answer = client
        .exchange_code(AuthorizationCode::new(code.to_owned()))
        .set_pkce_verifier(round.verifier())
        .request_async(&ask)
        .boxed()
        .await
        .map_err(refused)?;
    Ok(Tokens {
        access: answer.access_token().secret().clone(),
        id_token: answer.extra_fields().id_token.clone(),
    })
}

/// What the provider answers to whoever has this token.
pub(crate) async fn userinfo(
    sso: &Sso,
    address: &str,
    access: &str,
) -> Result<Map<String, Value>, Refusal> {
    let question = oauth2::http::Request::get(address)
        .header("authorization", format!("Bearer {access}"))
        .header("accept", "application/json")
        .body(Vec::new())
        .map_err(|_| no_address())?;
    let answer = sso.outgoing.send(question).await.map_err(unreached)?;
    if !answer.status().is_success() {
        let status = answer.status().as_u16();
        return Err(down(format!("the provider answered {status} to who it is")));
    }
    serde_json::from_slice(answer.body())
        .map_err(|_| down("what the provider says of the person cannot be read"))
}

/// By the header, as everybody must understand, unless only the body is understood.
fn way_of(metadata: &Metadata) -> AuthType {
    let Some(ways) = &metadata.token_endpoint_auth_methods_supported else {
        return AuthType::BasicAuth;
    };
    let knows = |way: &str| ways.iter().any(|known| known == way);
    match !knows("client_secret_basic") && knows("client_secret_post") {
        true => AuthType::RequestBody,
        false => AuthType::BasicAuth,
    }
}

fn callback(sso: &Sso, provider: &Provider) -> Result<RedirectUrl, Refusal> {
    RedirectUrl::new(sso.callback_url(&provider.slug)).map_err(|_| no_address())
}

fn refused(error: RequestTokenError<OutgoingError, BasicErrorResponse>) -> Refusal {
    match error {
        RequestTokenError::Request(error) => unreached(error),
        RequestTokenError::ServerResponse(_) => {
            Refused::NotTrusted.because("the provider did not take the code, or not our secret")
        }
        _ => down("the answer to the code cannot be read"),
    }
}

fn no_address() -> Refusal {
    down("an address of the provider is none")
}
